"""The figures ledger: golden relations, reprints, stories, order."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, corpus, told

GOLDEN = Path(__file__).parent / "golden" / "figures" / "relations.yml"
CASES = [
    pytest.param(case, id=case["name"])
    for case in yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
]


def reading(id: str, given: dict[str, Any]) -> Told:
    """One sentence with one figure, which the storm or wind did something to."""
    text, value = given["text"], given["value"]
    figure = {
        "words": given["figure"],
        "value": tuple(value) if isinstance(value, list) else float(value),
        "unit": given.get("unit", "house"),
        "modifier": given.get("modifier"),
        "thing": given["figure"].lstrip("0123456789, ").removeprefix("to 60 "),
    }
    also = (
        [{"words": given["also"], "value": float(given["also_value"]), "unit": "house"}]
        if "also" in given
        else []
    )
    source = given.get("source")
    statement = {
        "predicate": given.get("predicate", "damaged"),
        "recipient": given["figure"],
        "time": str(given["time"]) if "time" in given else None,
        "modality": given.get("modality", "asserted"),
        "attributed_to": source,
    }
    return told(
        id,
        text,
        published=date(2024, 3, given.get("day", 20)),
        actors=[source] if source else [],
        statements=[statement],
        figures=[figure, *also],
        dates={words: str(value) for words, value in given.get("dates", {}).items()},
    )


@pytest.mark.parametrize("case", CASES)
def test_relation(case: dict[str, Any]) -> None:
    found = corpus([reading("one", case["one"]), reading("other", case["other"])]).figures
    if case["expect"] is None:
        assert not found
        return
    assert len(found) == 1
    assert [found[0].relation, found[0].grounds[0].rule] == case["expect"]


FORTY = {"text": "The storm damaged 40 houses.", "figure": "40 houses", "value": 40}
FIFTY = {"text": "The storm damaged 52 houses.", "figure": "52 houses", "value": 52}


def test_reprints_are_one_row() -> None:
    inputs = [reading("a", FORTY), reading("b", FORTY), reading("c", FIFTY)]
    found = corpus(inputs, origins={"a": "a", "b": "a", "c": "c"}).figures
    rows = [(one.measure.words.article_id, one.copies) for one in found[0].readings]
    assert rows == [("a", 1), ("c", 0)]
    assert not corpus(inputs[:2], origins={"a": "a", "b": "a"}).figures


def test_two_stories_share_no_figure() -> None:
    inputs = [reading("a", FORTY), reading("b", FIFTY)]
    assert not corpus(inputs, stories={"a": "a", "b": "b"}).figures


def test_evidence_is_verbatim() -> None:
    inputs = [reading("a", FORTY), reading("b", FIFTY)]
    for one in corpus(inputs).figures[0].readings:
        text = next(made.text for made, _ in inputs if made.id == one.measure.words.article_id)
        assert text[one.measure.words.start : one.measure.words.end] == one.measure.words.exact


SENTENCES = [case.values[0][side] for case in CASES for side in ("one", "other")]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), max_size=7), st.randoms())
def test_order_does_not_matter(drawn: list[dict[str, Any]], chance: random.Random) -> None:
    inputs = [reading(f"a{number}", one) for number, one in enumerate(drawn)]
    expected = corpus(inputs).figures
    chance.shuffle(inputs)
    assert corpus(inputs).figures == expected
