"""What the pages show: views over articles, extractions and actors, ready to be chosen from.

Every view that says something carries Evidence. This package holds data only, one module a kind of
view; `assemble` fills it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefgen.addresses import TABLE_FORMS
from briefgen.catalogue import ENGLISH
from briefgen.corpus.changes import Change, Changes, Cited
from briefgen.corpus.commitments import Commitment
from briefgen.corpus.corrections import Decision, Subject
from briefgen.corpus.figures import Comparison, Figure, Reading
from briefgen.corpus.happenings import Difference, Side
from briefgen.corpus.network import Bond, Network
from briefgen.corpus.periods import Attention, Period
from briefgen.corpus.questions import Candidate, Question
from briefgen.corpus.revisions import Changed, OldWords, Revision, Shift, Withdrawn
from briefgen.corpus.sourcing import Credit
from briefgen.corpus.stories import Story, Update
from briefgen.corpus.subjects import Country, Named, Place, StoryLine, Together, Topic
from briefgen.corpus.views import (
    Brief,
    Claim,
    Companion,
    Dossier,
    Entry,
    Evidence,
    Measure,
    Participant,
    Publisher,
    Quote,
    Sentence,
    StatedRole,
    When,
)
from briefgen.model import Actor, Correction

__all__ = [
    "Attention",
    "Bond",
    "Brief",
    "Candidate",
    "Change",
    "Changed",
    "Changes",
    "Cited",
    "Claim",
    "Commitment",
    "Companion",
    "Comparison",
    "Corpus",
    "Country",
    "Credit",
    "Decision",
    "Difference",
    "Dossier",
    "Entry",
    "Evidence",
    "Export",
    "Figure",
    "Measure",
    "Named",
    "Network",
    "OldWords",
    "Page",
    "Participant",
    "Period",
    "Place",
    "Publisher",
    "Question",
    "Quote",
    "Reading",
    "Revision",
    "Sentence",
    "Shift",
    "Side",
    "StatedRole",
    "Story",
    "StoryLine",
    "Subject",
    "Together",
    "Topic",
    "Update",
    "When",
    "Withdrawn",
]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that the pages choose from."""

    briefs: dict[str, Brief]
    """By article id, newest first."""
    dossiers: dict[str, Dossier]
    """By actor id."""
    actors: dict[str, Actor]
    """By id, dossier or not."""
    timeline: tuple[Entry, ...]
    """By first day, then by precision."""
    publishers: dict[str, Publisher]
    """By id."""
    as_of: date | None
    """The day that the site speaks from, None where no article has a date."""
    fingerprint: str
    """Of the extraction pipeline."""
    model: str
    """Name of the spaCy model."""
    corrections: tuple[Correction, ...] = ()
    """Judgements applied."""
    questions: tuple[Question, ...] = ()
    """Names left open with what each stands on, those of most articles first."""
    quality: Mapping[str, Any] = field(default_factory=dict)
    """Measured quality: `pipeline`, the fingerprint it was measured for, and `scores`, rows of
    layer, metric, score and n; empty where nothing was measured."""
    figures: tuple[Figure, ...] = ()
    """The same thing in articles of several origins: contested ones first."""
    commitments: tuple[Commitment, ...] = ()
    """Plans and promises with a date, by due date."""
    differences: tuple[Difference, ...] = ()
    """Where accounts of one event differ, by story."""
    corroboration: dict[str, int] = field(default_factory=dict)
    """Claim id of a key fact -> independent origins that tell the event, where several do."""
    network: Network = field(default_factory=Network)
    """Who is named with whom, among the most named."""
    topics: dict[str, Topic] = field(default_factory=dict)
    """By id: used by articles, described by the user, or both."""
    places: dict[str, Country] = field(default_factory=dict)
    """By ISO 3166-1 alpha-3: each country that articles name, with the words that do."""
    days: tuple[Period, ...] = ()
    """Days with articles, in order."""
    weeks: tuple[Period, ...] = ()
    """ISO weeks with articles, in order."""
    months: tuple[tuple[str, int], ...] = ()
    """(month, articles), ascending, without empty months: what all other counts are out of."""
    stories: dict[str, Story] = field(default_factory=dict)
    """By id, those of two or more articles; the one with the newest article first."""
    revisions: dict[str, Revision] = field(default_factory=dict)
    """Article id -> what changed since the version that it replaced."""
    changes: Changes | None = None
    """Since an earlier day or build, None where there is none to compare with."""
    decisions: tuple[Decision, ...] = ()
    """The user's judgements with what each changed, applied or not: newest first."""
    credits: dict[str, tuple[Credit, ...]] = field(default_factory=dict)
    """Article id -> the sources that it credits, in text order."""
    table_forms: tuple[str, ...] = TABLE_FORMS
    """In which forms the tables of the whole site are kept."""
    page_size: int = 50
    """Rows a page of a list."""
    register_path: str | None = None
    """The register below the docs folder, for edit links."""
    site_name: str = "briefgen"
    """What the site calls itself, for feeds, citations and cards."""
    language: str = ENGLISH
    """What the interface speaks."""
    judgements_path: str | None = None
    """The judgements below the docs folder, for edit links."""
    publishers_path: str | None = None
    """The user's publishers below the docs folder, for edit links."""

    def alone(self) -> dict[str, int]:
        """Article id -> how many of its key facts no other origin tells."""
        return {
            i: sum(self.corroboration.get(fact.id, 1) == 1 for fact in brief.key_facts)
            for i, brief in self.briefs.items()
        }


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered."""

    src_uri: str
    """Where it lives below the docs folder."""
    title: str
    """Its heading."""
    template: str
    """File name of its template."""
    context: dict[str, Any] = field(default_factory=dict)
    """What the template shows."""
    edit_path: str | None = None
    """The user's file behind it, relative to the docs folder."""
    in_nav: bool = False
    """Whether it is a landing page."""
    modified: date | None = None
    """The newest day of what it shows, for the sitemap; no clock is read."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other programs, beside the pages."""

    src_uri: str
    """Where it lives below the docs folder."""
    content: bytes | Callable[[], Iterable[bytes]]
    """All of it, or what makes it piece by piece while it is written: large ones never stand in
    memory."""

    def pieces(self) -> Iterable[bytes]:
        """The content, to be written in this order."""
        return (self.content,) if isinstance(self.content, bytes) else self.content()
