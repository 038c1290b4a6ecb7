from __future__ import annotations

from datetime import date

import pytest

from briefgen.intervals import interval, progress
from briefgen.wording import number, resolved


@pytest.mark.parametrize(
    ("value", "words", "days"),
    [
        ("2024-04", "April 2024", (date(2024, 4, 1), date(2024, 4, 30))),
        ("2024-02", "February 2024", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2025", "2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2024-03-29", "29 March 2024", (date(2024, 3, 29), date(2024, 3, 29))),
        ("2024-03-29TNI", "29 March 2024, night", (date(2024, 3, 29), date(2024, 3, 29))),
        ("2024-W13", "the week of 25 March 2024", (date(2024, 3, 25), date(2024, 3, 31))),
        (
            "2024-W13-WE",
            "weekend in the week of 25 March 2024",
            (date(2024, 3, 30), date(2024, 3, 31)),
        ),
        ("2024-Q2", "second quarter of 2024", (date(2024, 4, 1), date(2024, 6, 30))),
        ("2024-SU", "summer 2024", None),
        ("196", "1960s", None),
        ("2015-02-29", "2015-02-29", None),
        ("PRESENT_REF", "PRESENT_REF", None),
        ("P60Y", "P60Y", None),
    ],
)
def test_a_value_keeps_its_precision(
    value: str, words: str, days: tuple[date, date] | None
) -> None:
    assert resolved(value) == words
    assert interval(value) == days


def test_where_a_plan_stands() -> None:
    due = (date(2025, 3, 1), date(2025, 3, 31))
    assert progress(due, date(2025, 2, 28)) == "upcoming"
    assert progress(due, date(2025, 3, 1)) == "due"
    assert progress(due, date(2025, 3, 31)) == "due"
    assert progress(due, date(2025, 4, 1)) == "passed"


def test_figures() -> None:
    assert number(2300000.0) == "2,300,000"
    assert number(1.25) == "1.25"
    assert number((20.0, 30.0)) == "20–30"
