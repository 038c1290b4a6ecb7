"""Commitments: plans and promises with a date, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefgen.corpus.views import Claim

Fate = Literal["upcoming", "due", "passed", "done", "called off", "postponed", "moved"]
"""Where a commitment stands on the as-of day; `passed`: no follow-up was found, `moved`: a later
article gives another date for it."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A plan or promise with a date."""

    id: str
    """Hash of its words and date: the same in every build."""
    claim: Claim
    """Who, the sentence, its credit and certainty, the date's words."""
    words: str
    """The words of its slots alone: who does what."""
    first: date
    """First day of the interval that it is for."""
    last: date
    """Last day."""
    value: str
    """The date as a TIMEX3 value, at its own precision."""
    fate: Fate
    """Where it stands."""
    follow_up: Claim | None
    """The later statement that says so, for `done`, `called off`, `postponed` and `moved`."""
    rule: str
    """Why that statement is about this plan; empty without one."""
    origin: str
    """Id of the article's origin."""
    story: str
    """Id of the article's story."""
