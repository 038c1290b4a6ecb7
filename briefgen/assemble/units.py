"""Which bodies are units of others, as their names say: related, never merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.model import Actor
from briefgen.resolve import names
from briefgen.resolve.tables import table

Words = tuple[str, ...]


def parts(actors: Mapping[str, Actor]) -> dict[str, tuple[str, ...]]:
    """Actor id -> the bodies that it is a unit of: "UN Security Council" of the United Nations.

    A unit's name begins with the other's name and ends in a word for units, or ends in "of" and the
    other's name. The longest such name counts; one that two bodies share counts for neither.
    """
    bearers: dict[Words, set[str]] = {}
    for actor in actors.values():
        if names.KIND[actor.type] == "body":
            for name in (actor.name, *actor.aliases):
                if _names_alone(name):
                    bearers.setdefault(names.words(name), set()).add(actor.id)
    found = {}
    for actor in actors.values():
        if names.KIND[actor.type] == "body":
            whole = next(
                (bearers[words] for words in _wholes(names.words(actor.name)) if words in bearers),
                set(),
            )
            if len(whole) == 1 and actor.id not in whole:
                found[actor.id] = tuple(whole)
    return found


def _names_alone(name: str) -> bool:
    """Whether a name is more than a word that many bodies' names begin with."""
    return names.is_acronym(name) or len(names.words(name)) > 1


def _wholes(spoken: Words) -> Iterable[Words]:
    """What a name could be a unit of, the longest first."""
    units = set(table("resolve", "units"))
    last = spoken[-1] if spoken else ""
    for length in range(len(spoken) - 1, 0, -1):
        if last in units:
            yield spoken[:length]
        if spoken[-length - 1] == "of" and set(spoken[: -length - 1]) & units:
            rest = spoken[-length:]
            yield rest[1:] if rest[0] == "the" and length > 1 else rest
