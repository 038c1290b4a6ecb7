"""What changed between two days or two builds, each side with the words that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

ChangeKind = Literal[
    "conflict",
    "figure",
    "date",
    "fate",
    "correction",
    "withdrawn",
    "statement",
    "actor",
    "article",
]
"""What has changed, in the order in which it is shown."""

MATERIAL: frozenset[ChangeKind] = frozenset(
    ("conflict", "figure", "date", "fate", "correction", "withdrawn", "statement")
)
"""What changes what is known: a further article or name alone does not, nor does other wording."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What one side of a change says, as its build had it."""

    article_id: str
    """The article."""
    title: str
    """Its headline, or its id where it has none."""
    publisher: str | None
    """Who published it."""
    published: date | None
    """When."""
    url: str | None
    """The publisher's page."""
    sentence: int
    """Number of the sentence, from 1."""
    exact: str
    """The sentence, or its slots' words where its rights forbid that; empty where neither is."""
    value: str
    """What of it changed: a TIMEX3 value, a fate, a figure's words; empty for the whole."""
    stands: bool
    """Whether the article stands on this site in the same wording, so that a link leads to it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the two."""

    id: str
    """Hash of what it says: the same in every build that compares the same."""
    kind: ChangeKind
    """What has changed."""
    rule: str
    """Why it counts as that."""
    day: date | None
    """The day since which it is so, None where nothing tells it."""
    before: tuple[Cited, ...]
    """What stood there; empty for what is new."""
    after: tuple[Cited, ...]
    """What stands there now; empty for what is gone."""
    actor: str | None = None
    """Id of the actor that is new."""
    name: str = ""
    """The new actor's name, or what a correction does."""
    reason: str | None = None
    """The user's reason for a correction."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences between an earlier state of the site and this one."""

    since: date | None
    """The as-of day of the earlier one."""
    until: date | None
    """The as-of day of this one."""
    rows: tuple[Change, ...]
    """By kind, then the newest first."""
