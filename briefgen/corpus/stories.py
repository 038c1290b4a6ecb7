"""Stories: the articles that tell the same, in order, and what each of them adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefgen.corpus.views import Claim, Evidence

CopyRule = Literal["identical", "near-duplicate", "excerpt", "credit", "quotations"]
"""What makes an article a copy: see `stories.origins`."""


@dataclass(frozen=True, slots=True)
class Update:
    """One article of a story."""

    article: str
    """Its id."""
    origin: str
    """Id of its origin, which is that of the origin's first article."""
    rule: CopyRule | None
    """What makes it a copy of the origin, None for the origin's first article."""
    percent: int | None
    """How much of the shorter text stands in the other, for a copy."""
    bottom_line: tuple[Evidence, ...]
    """One or two sentences."""
    fresh: tuple[Claim, ...]
    """Key facts beside the bottom line in words that no earlier article of the story has; none for
    the first article and for copies."""


@dataclass(frozen=True, slots=True)
class Story:
    """Two or more articles that tell the same."""

    id: str
    """Id of its first article."""
    updates: tuple[Update, ...]
    """By publish date."""
    origins: int
    """How many independent origins they have."""
    first: date | None
    """Publish date of the first article."""
    last: date | None
    """Publish date of the last article."""
    actors: tuple[str, ...]
    """Ids of the leading actors, those of most weight first."""
