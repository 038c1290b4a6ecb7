"""Views of who stands behind what articles say: the sources that they credit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefgen.corpus.views import Evidence

CreditKind = Literal["named", "described", "anonymous"]
"""Named: an actor with a name. Described: by other words ("the ministry"). Anonymous: nobody."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that articles credit with something."""

    kind: CreditKind
    """How it is credited."""
    actor: str | None
    """Its id, for a named one."""
    evidence: Evidence
    """The words that credit it, where they stand first; for a speaker, what it says."""
    articles: tuple[str, ...]
    """The articles that credit it, in the order of the page."""
