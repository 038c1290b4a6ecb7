"""The snapshot of a site: what a later build needs to tell what changed since, and no more.

It is published with the site, so that it holds a sentence only where the article's rights let the
site show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence, and what of it matters here."""

    article: str
    """Article id."""
    sentence: int
    """Number, from 1."""
    exact: str = ""
    """The sentence, its slots' words where rights forbid it, or nothing."""
    value: str = ""
    """A TIMEX3 value or a figure's words; empty for the whole sentence."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as a snapshot knows it."""

    title: str
    """Its headline, or its id."""
    sha256: str
    """Of its text."""
    story: str
    """Id of its story."""
    origin: str
    """Id of its origin: its reprints bring nothing new."""
    publisher: str | None = None
    """Who published it."""
    published: date | None = None
    """When."""
    updated: date | None = None
    """When the publisher last revised it."""
    url: str | None = None
    """The publisher's page."""
    revises: str | None = None
    """Id of the article that it is a newer version of."""
    lead: Place | None = None
    """Its bottom line's first sentence."""
    senses: tuple[str, ...] = ()
    """Hashes of what its statements say, which stay the same in other words; sorted."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure of a key fact."""

    thing: str
    """Stems of what is counted or measured, and the unit."""
    value: str
    """The number in words; two of a range."""
    words: str
    """The text's own words."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact that rests on a statement."""

    id: str
    """Statement id."""
    sense: str
    """Hash of what it says."""
    place: Place
    """Its sentence."""
    event: str = ""
    """PLOVER root code, empty where none fits."""
    amounts: tuple[Amount, ...] = ()
    """Its figures."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A commitment."""

    id: str
    """Commitment id."""
    plan: str
    """Hash of article and words without the date."""
    place: Place
    """Its sentence, with the date as value."""
    fate: str
    """Where it stands."""
    follow_up: Place | None = None
    """The sentence that says so, with its date as value."""
    rule: str = ""
    """Why that one is about this plan."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A figure or an event that origins tell differently."""

    kind: str
    """conflict, or figure where a later value takes the place of an earlier one."""
    places: tuple[Place, ...]
    """The sides, by publish date, with the figure's words as value."""
    pairs: tuple[tuple[int, int, str], ...]
    """Numbers, from 0, of two sides that differ, and the rule that says so."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor with a dossier."""

    id: str
    """Actor id."""
    name: str
    """Canonical name."""
    place: Place
    """Where it is named first, in the oldest article that does."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement that was applied."""

    kind: str
    """merge, keep_apart, rename, hide or correct."""
    summary: str
    """What it does."""
    reason: str | None = None
    """The user's reason."""
    decided: date | None = None
    """When the user decided."""
    place: Place | None = None
    """The sentence that it is about."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the site said on its as-of day."""

    as_of: date | None
    """That day."""
    pipeline: str
    """Fingerprint of the extraction: what another one reads otherwise is no change."""
    articles: dict[str, Text]
    """By id."""
    facts: tuple[Fact, ...]
    """Key facts, by article and rank."""
    plans: tuple[Plan, ...]
    """Commitments, by due date."""
    contests: tuple[Contest, ...]
    """Contested and superseded figures, and accounts that differ."""
    actors: tuple[Named, ...]
    """Actors with a dossier, places aside, by id."""
    rulings: tuple[Ruling, ...]
    """In file order."""
