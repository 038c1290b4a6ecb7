"""Days and weeks: what the articles of each tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefgen.corpus.subjects import StoryLine


@dataclass(frozen=True, slots=True)
class Attention:
    """An actor, and how many articles name it now and in the period before."""

    actor: str
    """Its id."""
    articles: int
    """Articles of this period that name it."""
    before: int
    """Articles of the period right before that name it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A day or an ISO week with articles."""

    key: str
    """2024-03-25, or 2024-W13."""
    first: date
    """Its first day."""
    last: date
    """Its last day."""
    articles: tuple[str, ...]
    """Ids, newest first."""
    articles_before: int
    """How many articles the day or week right before it has."""
    stories: tuple[StoryLine, ...]
    """Told by most origins first."""
    actors: tuple[Attention, ...]
    """The most named, places aside."""
