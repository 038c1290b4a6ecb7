"""Where sources differ, and how many of them tell the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefgen.corpus.views import Claim

Aspect = Literal["figure", "polarity", "actor", "date", "place"]
"""In what two accounts of one event differ."""


@dataclass(frozen=True, slots=True)
class Side:
    """One origin's account."""

    claim: Claim
    """What it says."""
    origin: str
    """Id of the origin."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Accounts of one event, by different origins, that cannot all be exact."""

    id: str
    """Hash of the accounts."""
    story: str
    """Id of the story."""
    aspect: Aspect
    """In what they differ."""
    sides: tuple[Side, ...]
    """By publish date, two or more."""
    rule: str
    """What makes them accounts of one event."""
