"""How surely two actors are one: named features, their weights, and what their sum decides.

The weights and thresholds are a table, `data/corpus/resolve_weights.yml`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefgen.resolve.tables import table

Candidate = TypeVar("Candidate", bound=tuple[str, str])


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """One thing that speaks for or against two actors being one."""

    name: str
    """Its name in the table of weights."""
    detail: str = ""
    """What it was in this case ("minister"), empty where the name says all."""

    @property
    def weight(self) -> float:
        """What it adds to the sum."""
        return weights()[self.name]


@dataclass(frozen=True, slots=True)
class Score:
    """All that is known of one pair."""

    features: tuple[Feature, ...]
    """The comparison of the names first."""

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(feature.weight for feature in self.features)

    def __str__(self) -> str:
        """All features with their weights, and the sum."""
        parts = ", ".join(
            f"{f.name.replace('_', ' ')}{f' ({f.detail})' if f.detail else ''} {f.weight:g}"
            for f in self.features
        )
        return f"{parts}; sum {self.total:g}"


def score(*features: Feature | tuple[str, str] | str | None) -> Score:
    """A score of features, given as such, by name, or by name and detail; None is left out."""
    return Score(
        tuple(
            one
            if isinstance(one, Feature)
            else Feature(one)
            if isinstance(one, str)
            else Feature(*one)
            for one in features
            if one is not None
        )
    )


def is_same(best: Score, others: Iterable[Score] = ()) -> bool:
    """Whether the best candidate is surely the one: high enough, and far enough ahead."""
    limits = thresholds()
    return best.total >= limits["same"] and all(
        best.total - other.total >= limits["margin"] for other in others
    )


def is_open(one: Score) -> bool:
    """Whether it is worth a question: neither surely the same nor surely different."""
    return one.total > thresholds()["different"]


def worth_asking(candidates: Mapping[Candidate, Score]) -> tuple[tuple[Candidate, Score], ...]:
    """The candidates that fit about as well as the best, sorted; none where they are too many."""
    limits = thresholds()
    best = max((one.total for one in candidates.values()), default=0)
    near = tuple(
        (other, one)
        for other, one in sorted(candidates.items())
        if is_open(one) and best - one.total < limits["margin"]
    )
    return near if len(near) <= limits["most"] else ()


@functools.cache
def weights() -> Mapping[str, float]:
    """Feature -> weight."""
    return {name: float(weight) for name, weight in table("resolve_weights", "weights").items()}


@functools.cache
def thresholds() -> Mapping[str, float]:
    """same, margin, different and most."""
    return {name: float(limit) for name, limit in table("resolve_weights", "thresholds").items()}
