"""Register entries that the articles suggest, ready to be pasted into actors.yml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.decisions import quoted
from briefgen.model import Actor, Resolution
from briefgen.registers import Register
from briefgen.resolve import names

MOST_ALIASES = 12
MOST_ROLES = 6


def suggested(
    resolution: Resolution, register: Register, least: int, most: int
) -> tuple[Actor, ...]:
    """Actors of at least so many articles that are not registered, the most named first."""
    known = {one.id for one in register.actors}
    worth = [
        actor
        for actor in resolution.actors
        if not actor.registered and actor.id not in known and _articles(actor) >= least
    ]
    return tuple(sorted(worth, key=lambda actor: (-_articles(actor), actor.id))[:most])


def as_yaml(actors: Sequence[Actor]) -> str:
    """The entries as YAML; each role with the day on which an article stated it as a comment."""
    return "".join(f"{line}\n" for actor in actors for line in _entry(actor))


def _entry(actor: Actor) -> Iterator[str]:
    count = _articles(actor)
    yield f"# in {count} article{'s' * (count != 1)}"
    yield f"- id: {actor.id}"
    yield f"  name: {quoted(actor.name)}"
    yield f"  type: {actor.type}"
    aliases = [alias for alias in actor.aliases if _tells(actor, alias)][:MOST_ALIASES]
    if aliases:
        yield f"  aliases: [{', '.join(map(quoted, aliases))}]"
    if actor.country:
        yield f"  country: {actor.country}"
    days: dict[str, list[str]] = {}
    for role in actor.roles:
        days.setdefault(role.text, []).append(str(role.stated or "a day not stated"))
    stated = sorted(days, key=lambda text: (-len(days[text]), text))[:MOST_ROLES]
    if stated:
        yield "  roles:"
        for text in stated:
            first, last = min(days[text]), max(days[text])
            told = f"stated {first}" + (f" ... {last}" if last != first else "")
            yield f"    - {{text: {quoted(text)}}}  # {told}; from and until are yours to say"


def _tells(actor: Actor, alias: str) -> bool:
    """Whether the alias alone names this actor: no surname and no single word of a body's name."""
    if actor.type == "person":
        return bool(names.key(alias, "person"))
    return names.is_acronym(alias) or len(names.words(alias)) > 1 or actor.type == "country"


def _articles(actor: Actor) -> int:
    return len({article for article, _ in actor.members})
