"""Who is named with whom: the view behind the network's picture and table."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.corpus.views import Evidence


@dataclass(frozen=True, slots=True)
class Bond:
    """Two actors that stand in the same sentences."""

    one: str
    """Id of an actor."""
    other: str
    """Id of the other."""
    count: int
    """In how many sentences."""
    evidence: Evidence
    """The newest of them."""


@dataclass(frozen=True, slots=True)
class Network:
    """The most named actors and what binds them."""

    groups: tuple[tuple[str, ...], ...] = ()
    """Ids of actors that are named together more than with others, the largest group first."""
    bonds: tuple[Bond, ...] = ()
    """The most frequent first."""
