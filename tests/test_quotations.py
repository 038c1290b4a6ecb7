"""Passages in quotation marks, and what holds for every quotation whatever the text."""

from __future__ import annotations

import pytest

from briefgen.components.actors.offices import office
from briefgen.components.quotations.passages import passages


def words(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in found.pieces] for found in passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" twice.', [["yes"]]),
        ("He said “yes” twice.", [["yes"]]),
        ("He said ``yes'' twice.", [["yes"]]),
        ("He said ''yes'' twice.", [["yes"]]),
        ("He said ‘no’ twice.", [["no"]]),
        ("He said 'no' twice.", [["no"]]),
        ("He said «yes» twice.", [["yes"]]),
        ("He said „yes“ twice.", [["yes"]]),
        ("”It is late,” he said.", [["It is late,"]]),
        ('“It is late," he said.', [["It is late,"]]),
        ("The voters' choice wasn't the party's.", []),
        ("Songs of the '80s", []),
        ("A 6'2\" man.", []),
        ('An opening mark "that never closes.', []),
        ('One "that never closes. Another "does" so.', [["does"]]),
        ("\"Outer 'inner' outer,\" he said.", [["Outer 'inner' outer,"]]),
        ('"One.\n\n"Two.\n\n"Three," he said.', [["One.", "Two.", "Three,"]]),
        ('"One.\n\nNo mark here.', []),
        ('"" and "--"', []),
    ],
)
def test_passages(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


def test_many_open_marks_take_no_quadratic_time() -> None:
    assert words('"a ' * 20_000) == []
    assert words("'a " * 20_000) == []


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Prime Minister of Japan", "minister"),
        ("chief of staff to the minister", "chief"),
        ("spokesman", "spokesman"),
        ("", ""),
    ],
)
def test_office(role: str, expected: str) -> None:
    assert office(role) == expected


@pytest.mark.parametrize(
    "text",
    [
        "said",
        '"',
        '"" said ""',
        "“”",
        "According to",
        "He said: ",
        '" , he said . "',
        "“He said ‘she said “they said” he said’ she said” it said",
        "\n\n\n“\n\n“\n",
        "\u202e“a,” he said\u202c",
    ],
)
def test_any_text_gives_spans_inside_it(run, text: str) -> None:
    for quotation in run(text).quotations:
        spans = [*quotation.content, quotation.cue, quotation.speaker]
        assert quotation.content
        assert quotation.rule
        assert all(0 <= s.start < s.end <= len(text) for s in spans if s is not None)
