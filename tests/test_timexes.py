"""Calendar arithmetic, the alphabet of words, and what a text is resolved against."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.components.timexes.context import is_narrative
from briefgen.components.timexes.grammar import grammar
from briefgen.components.timexes.values import Point, easter, holiday, of_day, shift
from briefgen.components.timexes.words import number_value, read, spoken_year


@pytest.mark.parametrize(
    ("point", "unit", "count", "value"),
    [
        (Point(2024, 3, 25), "day", -1, "2024-03-24"),
        (Point(2024, 3, 25), "week", 1, "2024-W14"),
        (Point(2024, 1, 1), "month", -1, "2023-12"),
        (Point(2024, 3, 25), "quarter", -1, "2023-Q4"),
        (Point(2024, 3, 25), "year", -60, "1964"),
        (Point(2024, 3, 25), "decade", -1, "2014"),
        (Point(-480), "year", 3, "BC0477"),
        (Point(-2), "year", 3, "0002"),
        (Point(2024, part="W01"), "week", -1, "2023-W52"),
        (Point(2024, 3, 25), "weekend", 0, "2024-W13-WE"),
    ],
)
def test_shift_has_the_precision_of_its_unit(point, unit, count, value):
    assert shift(point, unit, count).value() == value


@pytest.mark.parametrize("unit", ["day", "week", "month"])
def test_shift_never_adds_precision(unit):
    assert shift(Point(2024), unit, 1) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-400, 400))
def test_days_there_and_back(day, count):
    moved = shift(of_day(day), "day", count)
    assert moved is not None
    assert shift(moved, "day", -count) == of_day(day)


def test_feast_days():
    assert easter(2024) == date(2024, 3, 31)
    assert holiday([11, 4, 4], 2024) == Point(2024, 11, 28)


@pytest.mark.parametrize(
    ("words", "number"), [("twenty-five", 25), ("a hundred", 100), ("two hundred and five", 205)]
)
def test_numbers_in_words(words, number):
    assert number_value(words) == number


def test_years_in_words():
    assert spoken_year("nineteen ninety-six") == 1996
    assert spoken_year("twenty five") is None


def test_every_word_has_one_character_and_keeps_its_place():
    text = "On March 25, 2024, at 10:30 p.m.\n\nNothing — nothing! — happened."
    words, characters = read(text, grammar().alphabet)
    assert len(words) == len(characters)
    assert [text[w.start : w.end].lower() for w in words] == [w.lower for w in words]


@given(st.text(max_size=200))
def test_reading_covers_everything_but_white_space(text):
    words, _ = read(text, grammar().alphabet)
    covered = {i for w in words for i in range(w.start, w.end)}
    assert all(text[i].isspace() or i in covered for i in range(len(text)))


def test_news_that_looks_back_is_no_narrative():
    history = "It began in 1701, 1702, 1703, 1704 and 1705. "
    assert is_narrative(history, date(2024, 3, 25))
    assert not is_narrative(history + "He said so on Friday.", date(2024, 3, 25))
    assert not is_narrative(history, None)
