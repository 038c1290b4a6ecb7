"""The figures ledger: the same thing, counted or measured in articles of several origins.

Two figures are of one thing only inside one story, with one unit, one head noun and one predicate
of one certainty. Whatever else tells them apart is a matter of scope. How two readings stand to
each other is said by the first rule in `figure_rules` that fits; nothing is averaged.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from briefgen.addresses import slug
from briefgen.assemble.amounts import FEW, largest
from briefgen.assemble.figure_days import days_nearby, own_days
from briefgen.assemble.figure_rules import RULES, Pair
from briefgen.assemble.identity import short_hash
from briefgen.assemble.sameness import (
    WORD,
    content,
    head,
    plain_words,
    predicate_key,
    stem,
    words_of,
)
from briefgen.assemble.views import Views
from briefgen.corpus.figures import Comparison, Figure, Reading, Relation
from briefgen.model import Quantity, Span, Statement

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
GRAVEST: tuple[Relation, ...] = ("conflicts", "superseded", "scope differs", "agrees")


class Key(NamedTuple):
    """What must be the same for two figures to be of one thing."""

    story: str
    unit: str
    thing: str
    predicate: str
    modality: str


class Found(NamedTuple):
    """A figure of one article, before it is known whether another article has it too."""

    view: Views
    quantity: Quantity
    frame: Statement | None


def figures(
    views: Mapping[str, Views], story_of: Mapping[str, str], origin_of: Mapping[str, str]
) -> tuple[Figure, ...]:
    """Each thing that two origins or more give a figure for: contested first, then by story."""
    lines: dict[Key, list[Found]] = defaultdict(list)
    for article_id, view in sorted(views.items()):
        for key, found in _keyed(view, story_of.get(article_id, article_id)):
            lines[key].append(found)
    ledger = []
    for key, members in sorted(lines.items()):
        origins = {origin_of.get(one.view.article.id, one.view.article.id) for one in members}
        if len(origins) > 1 and any(largest(one.quantity) >= FEW for one in members):
            ledger.append(_figure(key, members, origin_of, views))
    return tuple(sorted(ledger, key=lambda f: (GRAVEST.index(f.relation), f.story, f.id)))


def _keyed(view: Views, story: str) -> Iterator[tuple[Key, Found]]:
    """The article's figures that could line up with those of others, each with its key."""
    for quantity in view.found.quantities:
        if not _counts(view, quantity):
            continue
        frame, slot = _frame(view, quantity)
        predicate = predicate_key(view.words(frame.predicate)) if frame else ""
        thing = head(view.words(quantity.thing)) if quantity.thing else _measured(view, frame, slot)
        modality = frame.modality if frame else ""
        told = predicate or _scope(view, quantity, thing)
        if thing and told and quantity.unit:
            key = Key(story, stem(quantity.unit), thing, predicate, modality)
            yield key, Found(view, quantity, frame)


def _counts(view: Views, quantity: Quantity) -> bool:
    """Whether it counts or measures something that a ledger lists."""
    unit = (quantity.unit or "").casefold()
    if quantity.value is None or not unit or unit in plain_words("uncounted_units"):
        return False
    start = max(0, quantity.span.start - 12)
    around = Span(quantity.span.article_id, start, (quantity.thing or quantity.span).end)
    words = set(view.words(around).casefold().split())
    return quantity.modifier != "another" and not words & plain_words("additions")


def _frame(view: Views, quantity: Quantity) -> tuple[Statement | None, str]:
    """The statement of which the figure fills a slot, and which; the tightest slot wins."""
    fits = [
        (span.end - span.start, statement.predicate.start, slot, statement)
        for statement in view.found.statements
        for slot in ("actor", "recipient", "place")
        if (span := getattr(statement, slot)) and quantity.span.within(span)
    ]
    if not fits:
        return None, ""
    *_, slot, statement = min(fits, key=lambda fit: fit[:3])
    return statement, slot


def _measured(view: Views, frame: Statement | None, slot: str) -> str:
    """What a measure is of: the head of the statement's other slot."""
    if frame is None:
        return ""
    other = frame.actor if slot == "recipient" else frame.recipient
    return head(view.words(other)) if other else ""


def _scope(view: Views, quantity: Quantity, thing: str) -> tuple[str, ...]:
    """The telling words of the thing beside its head: "wounded", "israeli"."""
    words = content(view.words(quantity.thing)) if quantity.thing else ()
    return tuple(sorted(set(words) - {thing}))


def _figure(
    key: Key, members: list[Found], origin_of: Mapping[str, str], views: Mapping[str, Views]
) -> Figure:
    read = [_reading(key, one, origin_of) for one in members]
    read.sort(key=lambda r: (str(r.published), r.measure.words.article_id, r.measure.words.start))
    rows: dict[tuple[str, object, tuple[str, ...]], Reading] = {}
    for one in read:
        same = (one.origin, one.measure.value, one.scope)
        first = rows.get(same)
        if first is None:
            rows[same] = one
        elif first.measure.words.article_id != one.measure.words.article_id:
            rows[same] = replace(first, copies=first.copies + 1)
    readings = tuple(rows.values())
    compared = tuple(_compared(readings, key.predicate, views))
    grounds = _grounds(compared)
    return Figure(
        id=short_hash(*key),
        story=key.story,
        thing=readings[0].measure.thing or "",
        unit=readings[0].measure.unit or "",
        readings=readings,
        comparisons=compared,
        grounds=grounds,
        relation=grounds[0].relation if grounds else "agrees",
    )


def _grounds(compared: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    first: dict[str, Comparison] = {}
    for one in compared:
        first.setdefault(one.rule, one)
    return tuple(sorted(first.values(), key=lambda one: GRAVEST.index(one.relation)))


def _reading(key: Key, found: Found, origin_of: Mapping[str, str]) -> Reading:
    view, quantity, frame = found
    article = view.article
    measure = view.measure(quantity)
    sentence = set(content(measure.context.exact))
    words = set(WORD.findall(measure.context.exact.casefold()))
    source, named = _source(view, frame)
    actors = (*frame.actor_ids, *frame.recipient_ids) if frame else ()
    return Reading(
        measure=measure,
        origin=origin_of.get(article.id, article.id),
        published=article.published,
        source=source,
        named=named,
        days=own_days(view, quantity, frame),
        nearby=() if own_days(view, quantity, frame) else days_nearby(view, quantity),
        scope=_scope(view, quantity, key.thing),
        places=_places(view, measure.words.sentence),
        actors=view.actors(actors),
        corrects=bool(sentence & words_of("correction_words")),
        total=bool(words & plain_words("running_totals")),
    )


def _source(view: Views, frame: Statement | None) -> tuple[str, bool]:
    """Whoever the text credits with the figure, or its publisher; and whether that is a name."""
    credited = frame.attributed_to if frame else None
    if credited is None:
        publisher = view.article.publisher
        return f"publisher {slug(publisher or view.article.id)}", bool(publisher)
    named = [m.actor for m in view.found.mentions if m.actor and m.span.within(credited)]
    known = view.actors(named[-1:])
    return (known[0], True) if known else (view.words(credited).casefold(), False)


def _places(view: Views, sentence: int) -> tuple[str, ...]:
    """The places that the figure's sentence names."""
    names = set()
    for mention in view.found.mentions:
        if mention.label in PLACE_LABELS and view.sentence(mention.span.start) == sentence:
            known = view.actors([mention.actor]) if mention.actor else ()
            names.add(next(iter(known), view.words(mention.span).casefold()))
    return tuple(sorted(names))


def _compared(
    readings: tuple[Reading, ...], predicate: str, views: Mapping[str, Views]
) -> Iterator[Comparison]:
    several = _several(readings)
    for (i, one), (j, other) in itertools.combinations(enumerate(readings), 2):
        if one.origin != other.origin:
            texts = _texts(views, one, other)
            pair = Pair(one, other, predicate, bool(several & {one.origin, other.origin}), *texts)
            relation, rule = next((r, name) for name, r, fits in RULES if fits(pair))
            yield Comparison(i, j, relation, rule)


def _several(readings: tuple[Reading, ...]) -> set[str]:
    """Origins with more than one value for the thing: they speak of several counts."""
    values: dict[str, set[object]] = defaultdict(set)
    for one in readings:
        values[one.origin].add(one.measure.value)
    return {origin for origin, found in values.items() if len(found) > 1}


def _texts(views: Mapping[str, Views], one: Reading, other: Reading) -> tuple[bool, bool]:
    """Whether one text gives the other's figure, too; whether one names no place of the other."""
    known, strange = False, False
    for own, their in ((one, other), (other, one)):
        found = views[own.measure.words.article_id].found
        known |= any(
            q.value == their.measure.value and q.unit == their.measure.unit
            for q in found.quantities
        )
        strange |= bool(their.places and not own.places) and not (
            set(their.places) & _all_places(views[own.measure.words.article_id])
        )
    return known, strange


def _all_places(view: Views) -> set[str]:
    """All places that an article names."""
    return {place for number in range(1, len(view.starts) + 1) for place in _places(view, number)}
