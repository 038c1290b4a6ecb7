"""Facts that the user corrects or hides: the extraction as it should have been."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefgen.model import Extraction, LocalActor, Span, Statement
from briefgen.registers import UNKNOWN, Judgement

LAYERS: dict[str, tuple[str, Callable[[Any], Span]]] = {
    "timex": ("timexes", lambda fact: fact.span),
    "quantity": ("quantities", lambda fact: fact.span),
    "statement": ("statements", lambda fact: fact.predicate),
}


class NoFactError(Exception):
    """Why a judgement cannot be applied to the article, in words."""


def hide(found: Extraction, text: str, place: Span) -> Extraction:
    """Without the statements at this place and the key facts they make. Raises NoFactError."""
    ids = {statement.id for statement in _facts_at(found, text, "statement", place)}
    key_facts = [key_fact for key_fact in found.key_facts if key_fact.statement in ids]
    hidden = {span for key_fact in key_facts for span in key_fact.evidence}
    return replace(
        found,
        statements=tuple(one for one in found.statements if one.id not in ids),
        key_facts=tuple(one for one in found.key_facts if one not in key_facts),
        bottom_line=tuple(span for span in found.bottom_line if span not in hidden),
    )


def correct(
    found: Extraction,
    text: str,
    place: Span,
    judgement: Judgement,
    actors: Mapping[str, Sequence[LocalActor]],
) -> Extraction:
    """With the fact at this place corrected. Raises NoFactError.

    `actors` maps what an actor of this article can be called to the local actors meant.
    """
    kind, _, field = (judgement.field or "").partition(".")
    fact = fact_at(found, text, kind, place)
    to = None if judgement.to == UNKNOWN else judgement.to
    changes: dict[str, Any] = {field: to}
    if field == "actor":
        changes = _new_actor(found, fact, to, actors)
    elif kind == "quantity" and field == "value" and to is not None:
        changes = {field: number(to)}
    changes["rule"] = f"{fact.rule}; {field} corrected by judgement, line {judgement.line}"
    layer = LAYERS[kind][0]
    facts = [replace(one, **changes) if one is fact else one for one in getattr(found, layer)]
    changed: dict[str, Any] = {layer: tuple(facts)}
    return replace(found, **changed)


def fact_at(found: Extraction, text: str, kind: str, place: Span) -> Any:
    """The one fact that overlaps the place. Raises NoFactError."""
    facts = _facts_at(found, text, kind, place)
    if len(facts) == 1:
        return facts[0]
    spans = map(LAYERS[kind][1], facts)
    words = " or ".join(repr(text[span.start : span.end]) for span in spans)
    raise NoFactError(f"this quote holds {len(facts)} facts of the kind {kind}; quote {words}")


def _facts_at(found: Extraction, text: str, kind: str, place: Span) -> Sequence[Any]:
    """The fact that stands there exactly, else all that overlap. Raises NoFactError for none."""
    layer, span_of = LAYERS[kind]
    facts = getattr(found, layer)
    fitting = [fact for fact in facts if span_of(fact).overlaps(place)]
    if fitting:
        return [fact for fact in fitting if span_of(fact) == place] or fitting
    if not facts:
        raise NoFactError(f"the article holds no fact of the kind {kind}")
    near = span_of(min(facts, key=lambda fact: abs(span_of(fact).start - place.start)))
    words = text[near.start : near.end]
    raise NoFactError(f"this quote holds no {kind}; the nearest is {words!r}")


def number(text: str) -> float | tuple[float, float]:
    """A number, or two with .. between them, as an entry writes it."""
    low, _, high = text.partition("..")
    return (float(low), float(high)) if high else float(low)


def _new_actor(
    found: Extraction,
    fact: Statement,
    to: str | None,
    actors: Mapping[str, Sequence[LocalActor]],
) -> dict[str, Any]:
    """The actor slot filled by the mention of the actor that stands nearest to the statement."""
    if to is None:
        return {"actor": None, "actor_ids": ()}
    ids = {actor.id for actor in actors.get(to, ())}
    named = [mention for mention in found.mentions if mention.actor in ids]
    if not named:
        raise NoFactError(f"the article names no actor {to!r}")
    start = fact.predicate.start
    nearest = min(named, key=lambda mention: (abs(mention.span.start - start), mention.span))
    return {"actor": nearest.span, "actor_ids": (nearest.actor,)}
