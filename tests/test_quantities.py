"""Numbers and units without a pipeline, and odd texts with one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.components import quantities
from briefgen.components.quantities import units
from briefgen.components.quantities.numbers import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.3 million", 2_300_000),
        ("half a million", 500_000),
        ("two and a half", 2.5),
        ("five hundred and two", 502),
        ("1,00,000", 100_000),
        ("minus-260", -260),
        ("three-quarters", 0.75),
        ("one in five", 0.2),
        ("a hundred", 100),
        ("12k", 12_000),
        ("two dozen", 24),
        ("2½", 2.5),
    ],
)
def test_value_of_one_number(text: str, value: float) -> None:
    (found,) = numbers(text)
    assert (found.value, text[found.start : found.end]) == (value, text)


@pytest.mark.parametrize(
    ("written", "name"),
    [("$", "dollar"), ("US $", "US dollar"), ("HK$", "Hong Kong dollar"), ("NOK", None)],
)
def test_money_before_a_number(written: str, name: str | None) -> None:
    found = units.money_before(f"for {written}20", 4 + len(written))
    assert found is not None
    assert found.name == (name or "Norwegian krone")


def test_percent_is_no_rate_per_cent() -> None:
    assert units.per_after("5 per cent", 1) is None
    assert units.per_after("5 a barrel", 1) == ("barrel", 10)


PIECES = st.sampled_from(
    ["1", "20", "-", "–", " to ", "$", "%", "m", ".", ",", "/", " and ", "two", " of ", "\n"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=100, deadline=None)
def test_odd_text_never_raises_and_spans_stay_inside(nlp, text: str) -> None:
    doc = nlp.make_doc(text)
    for word in doc:
        word.pos_ = "NOUN"
    for found in quantities.find(doc):
        assert 0 <= found.span.start < found.span.end <= len(text)
