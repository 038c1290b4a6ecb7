"""Views of what the user decided: each entry of judgements.yml, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefgen.corpus.views import Evidence

Value = str | float | tuple[float, float] | None
"""What a field holds: words, a TIMEX3 value, a number, a range, or nothing."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a decision is about, as the user's entry names it."""

    words: str
    """The quoted words, or an actor's id."""
    article: str | None
    """The article that they are quoted from, None for an actor's id."""
    place: Evidence | None
    """Where the quote stands, None where it does not."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of judgements.yml."""

    id: str
    """Names its place on the page of corrections; stays while what it is about does."""
    kind: str
    """merge, keep_apart, rename, hide or correct."""
    line: int
    """Its line in the file."""
    subjects: tuple[Subject, ...]
    """Whom or what it is about."""
    applies: bool
    """Whether the site shows what it says; else something that it names is no longer there."""
    field: str | None = None
    """For `correct`: the layer and the field, such as quantity.value."""
    before: Value = None
    """For `correct`: what the text was read to say."""
    after: Value = None
    """For `correct` and `rename`: what is shown now."""
    fact: Evidence | None = None
    """For `correct`: the words of the fact."""
    statement: str | None = None
    """For `correct`: id of the statement, where it is one."""
    actor: str | None = None
    """For `merge` and `rename`: id of the actor that it made or named."""
    reason: str | None = None
    """Why."""
    by: str | None = None
    """Who decided."""
    decided: date | None = None
    """When."""
