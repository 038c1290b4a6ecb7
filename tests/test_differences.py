"""Where sources differ, and how many origins tell a key fact."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, corpus, told

NAMES = ("Aurora", "Lindholm", "Varna")


def account(id: str, text: str, day: int = 20, **statement: Any) -> Told:
    dates = statement.pop("dates", None)
    return told(
        id,
        text,
        published=date(2024, 3, day),
        actors=NAMES,
        statements=[{"actor": None} | statement],
        dates=dates,
    )


SEIZED = account(
    "seized",
    "Aurora captured Varna on Monday.",
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    time="2024-03-18",
)
SEIZED_TOO = account(
    "seized-too",
    "On Monday Aurora seized Varna.",
    actor="Aurora",
    predicate="seized",
    recipient="Varna",
    time="2024-03-18",
)
NOT_SEIZED = account(
    "not-seized",
    "Aurora has never captured Varna.",
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    modality="negated",
)
BY_OTHERS = account(
    "by-others",
    "Lindholm captured Varna on Monday.",
    actor="Lindholm",
    predicate="captured",
    recipient="Varna",
    time="2024-03-18",
)
OTHER_DAY = account(
    "other-day",
    "Aurora captured Varna on Friday.",
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    time="2024-03-15",
)
MONDAY_TOO = account(
    "monday-too",
    "Aurora captured Varna on Monday.",
    26,
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    time="2024-03-25",
    dates={"Monday": "2024-03-25"},
)
MONDAY = account(
    "monday",
    "Aurora captured Varna on Monday.",
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    time="2024-03-18",
    dates={"Monday": "2024-03-18"},
)
NORTH = account(
    "north",
    "Aurora captured Varna on Monday in the northern port.",
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    time="2024-03-18",
    place="the northern port",
)
SOUTH = account(
    "south",
    "Aurora captured Varna on Monday at a southern airfield.",
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    time="2024-03-18",
    place="a southern airfield",
)
FEARED = account(
    "feared",
    "Guards could stop Aurora before it captured Varna.",
    actor="Aurora",
    predicate="captured",
    recipient="Varna",
    modality="negated",
)
PRAISED = account(
    "praised",
    "Aurora praised Varna on Monday.",
    actor="Aurora",
    predicate="praised",
    recipient="Varna",
    time="2024-03-18",
)
PRAISED_LATER = account(
    "praised-later",
    "Aurora praised Varna on Friday.",
    actor="Aurora",
    predicate="praised",
    recipient="Varna",
    time="2024-03-15",
)
EVERY = [SEIZED, SEIZED_TOO, NOT_SEIZED, BY_OTHERS, OTHER_DAY, NORTH, SOUTH, FEARED, PRAISED]


@pytest.mark.parametrize(
    ("one", "other", "aspects"),
    [
        pytest.param(SEIZED, NOT_SEIZED, ["polarity"], id="happened and did not"),
        pytest.param(SEIZED, BY_OTHERS, ["actor"], id="done by others"),
        pytest.param(SEIZED, OTHER_DAY, ["date"], id="on another day"),
        pytest.param(MONDAY, MONDAY_TOO, [], id="one word for the day, from two publish dates"),
        pytest.param(NORTH, SOUTH, ["place"], id="elsewhere"),
        pytest.param(SEIZED, SEIZED_TOO, [], id="the same in other words"),
        pytest.param(SEIZED, FEARED, [], id="feared is not denied"),
        pytest.param(PRAISED, PRAISED_LATER, [], id="what happens again is no difference"),
        pytest.param(SEIZED, PRAISED, [], id="two events"),
        pytest.param(SEIZED, NORTH, [], id="one names no place"),
    ],
)
def test_aspect(one: Told, other: Told, aspects: list[str]) -> None:
    found = corpus([one, other]).differences
    assert [difference.aspect for difference in found] == aspects
    for difference in found:
        sides = {side.claim.evidence.article_id for side in difference.sides}
        assert sides == {one[0].id, other[0].id}


def test_copies_of_one_origin_do_not_differ() -> None:
    one_origin = {"seized": "seized", "not-seized": "seized"}
    assert not corpus([SEIZED, NOT_SEIZED], origins=one_origin).differences


def test_three_accounts_stand_side_by_side_once() -> None:
    found = corpus([SEIZED, SEIZED_TOO, NOT_SEIZED]).differences
    assert [[side.origin for side in one.sides] for one in found] == [
        ["not-seized", "seized", "seized-too"]
    ]


def test_origins_are_counted_not_articles() -> None:
    copy = account(
        "copy",
        "Aurora captured Varna on Monday.",
        actor="Aurora",
        predicate="captured",
        recipient="Varna",
        time="2024-03-18",
    )
    inputs = [SEIZED, SEIZED_TOO, copy, PRAISED]
    counted = corpus(inputs, origins={"copy": "seized"}).corroboration
    assert counted == {"seized-0": 2, "seized-too-0": 2, "copy-0": 2}
    assert not corpus([SEIZED, copy], origins={"copy": "seized"}).corroboration


@settings(max_examples=60)
@given(st.permutations(EVERY), st.integers(0, len(EVERY)))
def test_order_does_not_matter(inputs: list[Told], count: int) -> None:
    drawn = inputs[:count]
    expected = corpus(sorted(drawn, key=lambda one: one[0].id))
    shuffled = list(drawn)
    random.Random(count).shuffle(shuffled)
    found = corpus(shuffled)
    assert found.differences == expected.differences
    assert found.corroboration == expected.corroboration
