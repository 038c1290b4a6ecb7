"""Figures beside each other: ranges, shared units, scores; and the words before a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefgen.components.quantities import units
from briefgen.components.quantities.numbers import Number, Value
from briefgen.lists import load

_LISTS = load("quantities")
_SCORE_WORDS = frozenset(_LISTS["score_words"])
_MODIFIERS = {words: name for name, many in _LISTS["modifiers"].items() for words in many}
_MODIFIER = re.compile(
    rf"(?:^|(?<=[\s(]))({units.alternatives(list(_MODIFIERS))})(?:\s?the|\s?an?)?(?:\s|(?<=\W)|-)$"
    r"|([~<>≥≤])\s?$",
    re.IGNORECASE,
)
_AT_LEAST_AFTER = re.compile(r"\s?\+|\s?-?\s?plus\b|\sor\smore\b")
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rise|fall|increase|drop)\sfrom|compared\s(?:with|to)|versus|vs\.?)\s$", re.I
)
_JOINT = re.compile(r"\s*(?:-|–|—|to|to-)\s*")
_AND = re.compile(r"\s+and\s+")
_OR = re.compile(r"\s*-?\s*(?:,\s*)?(?:or|and)\s+(?:even\s)?")
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?<!ranging )(?<!range )(?<!ranged )(?<!ranges )(?<!anywhere )\bfrom\s$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on its way to a quantity."""

    number: Number
    """The number as it stands."""
    start: int
    """First code point, a sign of money included."""
    end: int
    """One past the last code point of the unit."""
    value: Value
    """What it says."""
    unit: str | None
    """Plain and singular."""
    rule: str
    """Which rule found it; empty where only a neighbour can make it a figure."""
    thing: tuple[int, int] | None = None
    """What is counted."""


def join(text: str, figures: list[Figure]) -> list[Figure]:
    """Ranges made one, units shared along "7- or 8-inch", scores left out."""
    joined: list[Figure] = []
    at = 0
    while at < len(figures):
        figure = figures[at]
        following = figures[at + 1] if at + 1 < len(figures) else None
        at += 1
        if not figure.rule or figure.rule == "number alone":
            figure = _like_the_one_before(text, figure, joined)
        if following is None:
            joined.append(figure)
            continue
        gap = text[figure.end : following.start]
        if _is_score(gap, figure, following):
            at += 1
        elif _makes_range(text, gap, figure, following):
            figures[at] = _range(figure, following)
        elif (
            figure.unit is None and following.unit and (_OR.fullmatch(gap) or _JOINT.fullmatch(gap))
        ):
            joined.append(replace(figure, unit=following.unit, rule="unit of the next number"))
        else:
            joined.append(figure)
    return joined


def _like_the_one_before(text: str, figure: Figure, earlier: list[Figure]) -> Figure:
    """The unit left out: "60 ships, up from 45", "from 200 pounds to 190"."""
    if not earlier or earlier[-1].unit is None:
        return figure
    last = earlier[-1]
    gap = text[last.end : figure.start]
    changed = gap == " to " and _CHANGE.search(text, max(0, last.start - 16), last.start)
    if changed or (_COMPARED.search(gap) and len(gap) < 120 and ". " not in gap):
        return replace(figure, unit=last.unit, rule="unit of the number before")
    return figure


def _is_score(gap: str, first: Figure, second: Figure) -> bool:
    return (
        gap.strip() in ("-", "–")
        and (first.unit is None or first.unit.split()[-1] in _SCORE_WORDS)
        and (second.unit is None or second.unit.split()[-1] in _SCORE_WORDS)
        and all(isinstance(f.value, float) and f.value < 200 for f in (first, second))
    )


def _makes_range(text: str, gap: str, first: Figure, second: Figure) -> bool:
    if not (isinstance(first.value, float) and isinstance(second.value, float)):
        return False
    money_shared = first.rule == "money" and second.unit is None and gap in ("-", "–")
    if first.unit not in (None, second.unit) and not money_shared:
        return False
    before = text[max(0, first.start - 16) : first.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before))
    return bool(_JOINT.fullmatch(gap)) and not _CHANGE.search(before)


def _range(first: Figure, second: Figure) -> Figure:
    """One figure of two; "1 to 2 thousand" starts at 1000."""
    low, high = first.value, second.value
    assert isinstance(low, float) and isinstance(high, float)
    scale = second.number.scale
    if first.number.scale == 1 and scale > 1 and low < high / scale:
        low *= scale
    return replace(
        second,
        start=first.start,
        value=(low, high),
        unit=second.unit or first.unit,
        rule=f"range, {second.rule or first.rule or 'number alone'}",
    )


def modifier(text: str, figure: Figure) -> str | None:
    """The name of the modifier that stands before or after the figure."""
    if _AT_LEAST_AFTER.match(text, figure.number.end):
        return "at least"
    return modifier_before(text, figure.start)


def modifier_before(text: str, end: int) -> str | None:
    """The name of the modifier that ends at `end`."""
    match = _MODIFIER.search(text, max(0, end - 24), end)
    return str(_MODIFIERS[(match[1] or match[2]).lower()]) if match else None
