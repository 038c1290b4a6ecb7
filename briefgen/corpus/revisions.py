"""What changed between two versions of an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefgen.corpus.views import Evidence


@dataclass(frozen=True, slots=True)
class OldWords:
    """Words of the version before, which no page holds any more."""

    words: str
    """As they stood there."""
    shown: bool
    """Whether that version's rights let their sentence be shown."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A sentence that is gone."""

    old: OldWords
    """The sentence."""
    after: int
    """Number of the sentence of the new version that it stood after, 0 for none."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A figure or date that changed inside a sentence that stayed."""

    kind: Literal["figure", "date"]
    """What it is."""
    old: OldWords
    """Before."""
    now: Evidence
    """In the new version."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that was rewritten."""

    old: OldWords
    """Before."""
    now: Evidence
    """In the new version."""
    shifts: tuple[Shift, ...]
    """Its figures and dates that line up and differ."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed since the version before."""

    before: date | None
    """Day of the version before: its update, or else its publication."""
    headline: OldWords | None
    """The old headline, where it was another."""
    added: tuple[Evidence, ...]
    """New sentences, in text order."""
    withdrawn: tuple[Withdrawn, ...]
    """Sentences that are gone, in their old order."""
    changed: tuple[Changed, ...]
    """Rewritten sentences, in text order."""
