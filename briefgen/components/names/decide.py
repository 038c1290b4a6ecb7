"""Weighs the signs of all candidates and keeps the best set of names that do not overlap."""

from __future__ import annotations

import functools
from bisect import bisect_right
from dataclasses import dataclass

from briefgen.components.names.form import Signs
from briefgen.lists import load

KINDS = ("PERSON", "ORG", "LOC", "NORP", "OTHER")
SHOWN_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with its most likely kind."""

    start: int
    end: int
    kind: str
    gain: float
    """Log odds of this kind against being no name at all."""
    why: str
    """The signs that weighed most."""


@functools.cache
def weights() -> dict[str, tuple[float, ...]]:
    """For each sign, its weight for each of KINDS against "no name"."""
    return {sign: tuple(row) for sign, row in load("names_weights").items()}


def choose(candidates: list[tuple[int, int]], found: list[Signs]) -> list[Choice]:
    """The best set of names, in order."""
    choices = [
        choice
        for (start, end), signs in zip(candidates, found, strict=True)
        if (choice := weigh(start, end, signs)).gain > 0
    ]
    choices.sort(key=lambda choice: (choice.end, choice.start))
    return _best_apart(choices)


def weigh(start: int, end: int, signs: Signs) -> Choice:
    """The kind that the signs speak for most."""
    table = weights()
    totals = [0.0] * len(KINDS)
    for sign, strength in signs.items():
        row = table.get(sign)
        if row:
            for kind, weight in enumerate(row):
                totals[kind] += weight * strength
    best = max(range(len(KINDS)), key=totals.__getitem__)
    return Choice(
        start, end, KINDS[best], totals[best], _why(signs, best) if totals[best] > 0 else ""
    )


def _why(signs: Signs, kind: int) -> str:
    table = weights()
    shares = sorted(
        ((table[sign][kind] * strength, sign) for sign, strength in signs.items() if sign in table),
        key=lambda share: (-share[0], share[1]),
    )
    return ", ".join(sign for weight, sign in shares[:SHOWN_SIGNS] if weight > 0)


def _best_apart(choices: list[Choice]) -> list[Choice]:
    """The set of choices without overlap whose gains add up to most (choices sorted by end)."""
    ends = [choice.end for choice in choices]
    best = [0.0]
    before: list[int | None] = []
    for i, choice in enumerate(choices):
        last = bisect_right(ends, choice.start, 0, i)
        gain = best[last] + choice.gain
        before.append(last if gain > best[-1] else None)
        best.append(max(gain, best[-1]))
    kept = []
    i = len(choices)
    while i:
        last_before = before[i - 1]
        if last_before is None:
            i -= 1
        else:
            kept.append(choices[i - 1])
            i = last_before
    return kept[::-1]
