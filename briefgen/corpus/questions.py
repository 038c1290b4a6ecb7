"""Views of open questions: a name, where it stands, and who it could be."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.corpus.views import Evidence


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a score."""

    name: str
    """Its name in the table of weights."""
    detail: str
    """What it was in this case, empty where the name says all."""
    weight: float
    """What it adds to the sum."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that the name could mean."""

    actor: str
    """Its id."""
    articles: int
    """How many name it."""
    evidence: tuple[Evidence, ...]
    """A sentence that names it, where one does."""
    reasons: tuple[Reason, ...]
    """What speaks for and against it."""
    total: float
    """The sum of the weights."""


@dataclass(frozen=True, slots=True)
class Question:
    """A name that could be several actors."""

    id: str
    """What `briefgen review --answer` calls it."""
    name: str
    """As the texts have it."""
    evidence: tuple[Evidence, ...]
    """The first sentences that hold the name."""
    articles: int
    """How many hold it."""
    candidates: tuple[Candidate, ...]
    """Who it could be, by id."""
