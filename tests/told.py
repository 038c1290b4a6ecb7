"""Hand-made articles with the statements and figures that a test says they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from conftest import article

from briefgen.assemble import assemble
from briefgen.corpus import Corpus
from briefgen.model import (
    Actor,
    Article,
    Extraction,
    KeyFact,
    LocalActor,
    Mention,
    Quantity,
    Resolution,
    Span,
    Statement,
    Timex,
)
from briefgen.publishers import PublisherList
from briefgen.stories import Origin
from briefgen.topics import TopicList

Told = tuple[Article, Extraction]


def told(
    id: str,
    text: str,
    *,
    published: date | None,
    actors: Sequence[str] = (),
    statements: Sequence[Mapping[str, Any]] = (),
    figures: Sequence[Mapping[str, Any]] = (),
    dates: Mapping[str, str] | None = None,
    states: Mapping[str, str] | None = None,
    named: Mapping[str, str] | None = None,
    countries: Sequence[str] = (),
    **metadata: Any,
) -> Told:
    """An article of one-line sentences. Slots are given by their words; actors are names.

    `states`: country names that act and their codes; `named`: other names and their labels.
    """
    states, named = states or {}, named or {}
    labels = dict.fromkeys(actors, "ORG") | dict.fromkeys(states, "GPE") | dict(named)
    made = article(text, id=id, published=published, **{"title": id, "publisher": id} | metadata)

    def span(words: str | None) -> Span | None:
        if words is None:
            return None
        start = text.index(words)
        return Span(id, start, start + len(words))

    sentences = tuple(Span(id, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    mentions = tuple(
        Mention(Span(id, m.start(), m.end()), label, None if name in named else name.lower())
        for name, label in labels.items()
        for m in re.finditer(re.escape(name), text)
    )
    mentions = tuple(sorted(mentions, key=lambda m: m.span))

    def ids(words: str | None) -> tuple[str, ...]:
        return tuple(name.lower() for name in actors if words and name in words)

    def statement(number: int, given: Mapping[str, Any]) -> Statement:
        predicate = span(given["predicate"])
        assert predicate is not None
        whole = next(s for s in sentences if predicate.within(s))
        return Statement(
            id=f"{id}-{number}",
            event=given.get("event"),
            predicate=predicate,
            actor=span(given.get("actor")),
            recipient=span(given.get("recipient")),
            time=given.get("time"),
            place=span(given.get("place")),
            modality=given.get("modality", "asserted"),
            attributed_to=span(given.get("attributed_to")),
            evidence=(whole,),
            attribution="attributed" if given.get("attributed_to") else "stated",
            actor_ids=ids(given.get("actor")),
            recipient_ids=ids(given.get("recipient")),
        )

    def quantity(given: Mapping[str, Any]) -> Quantity:
        words = span(given["words"])
        assert words is not None
        return Quantity(
            words,
            given["value"],
            given.get("unit"),
            given.get("modifier"),
            span(given.get("thing")),
        )

    found = tuple(statement(n, one) for n, one in enumerate(statements))
    timexes = [
        Timex(where, "DATE", value)
        for words, value in (dates or {}).items()
        if (where := span(words))
    ]
    extraction = Extraction(
        id,
        made.sha256,
        "",
        sentences=sentences,
        mentions=mentions,
        timexes=tuple(sorted(timexes, key=lambda t: t.span)),
        quantities=tuple(quantity(one) for one in figures),
        statements=found,
        actors=(
            *(LocalActor(name.lower(), name, "organization") for name in actors),
            *(LocalActor(n.lower(), n, "country", country=code) for n, code in states.items()),
        ),
        countries=tuple(sorted({*countries, *states.values()})),
        key_facts=tuple(KeyFact(one.evidence, 1.0, one.id) for one in found),
    )
    return made, extraction


def corpus(
    inputs: Sequence[Told],
    *,
    origins: Mapping[str, str] | None = None,
    stories: Mapping[str, str] | None = None,
    as_of: date | None = None,
    described: TopicList | None = None,
    sources: PublisherList | None = None,
) -> Corpus:
    """The corpus of articles that are all one story, unless `stories` says otherwise."""
    articles = [made for made, _ in inputs]
    extractions = sorted((found for _, found in inputs), key=lambda found: found.article_id)
    members: dict[str, list[tuple[str, str]]] = {}
    kinds: dict[str, LocalActor] = {}
    for found in extractions:
        for local in found.actors:
            members.setdefault(local.id, []).append((found.article_id, local.id))
            kinds[local.id] = local
    actors = tuple(
        Actor(i, i.title(), kinds[i].type, tuple(own), country=kinds[i].country)
        for i, own in sorted(members.items())
    )
    actor_of = {pair: i for i, own in members.items() for pair in own}
    return assemble(
        articles,
        Resolution(tuple(extractions), actors, actor_of),
        stories or {made.id: "story" for made in articles},
        origins=[
            Origin(one, tuple(i for i, other in (origins or {}).items() if other == one))
            for one in sorted(set((origins or {}).values()))
        ],
        as_of=as_of,
        fingerprint="",
        model="",
        described=described,
        sources=sources,
    )
