"""Statements, actors and articles that are new, and statements and judgements since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefgen.changes.sides import Sides, change
from briefgen.changes.snapshot import Fact, Place
from briefgen.corpus.changes import Change


def rulings(sides: Sides) -> Iterator[Change]:
    """Judgements that were not applied before."""
    for one in sides.new_rulings:
        after = [sides.after(one.place)] if one.place else []
        day = one.decided or sides.new.as_of
        yield change("correction", one.kind, day, after=after, name=one.summary, reason=one.reason)


def withdrawn(sides: Sides) -> Iterator[Change]:
    """Key facts that no statement says any more: in these words, or in this sense."""
    facts, told = _facts_of(sides.old.facts), _facts_of(sides.new.facts)
    for old_id, new_id, rule in sides.comparable():
        kept = {fact.id for fact in told.get(new_id, ())}
        senses = sides.new.articles[new_id].senses
        for fact in facts.get(old_id, ()):
            if fact.id not in kept and fact.sense not in senses:
                place = Place(new_id, 1)
                day = sides.ruled(fact.place) if rule == "judgement" else sides.day(place)
                yield change("withdrawn", rule, day, [sides.before(fact.place)])
    there = set(sides.versions.values())
    for article, own in sorted(facts.items()):
        if article not in there:
            for fact in own:
                before = [sides.before(fact.place)]
                yield change("withdrawn", "article removed", sides.new.as_of, before)


def statements(sides: Sides) -> Iterator[Change]:
    """Key facts that are new in an article that was there, or in a story that was.

    Of a new article only those with an event: what something is like is no news.
    """
    facts, told = _facts_of(sides.new.facts), _facts_of(sides.old.facts)
    for old_id, new_id, rule in sides.comparable():
        was = {fact.id for fact in told.get(old_id, ())}
        senses = sides.old.articles[old_id].senses
        for fact in facts.get(new_id, ()):
            if fact.id not in was and fact.sense not in senses:
                day = sides.ruled(fact.place) if rule == "judgement" else sides.day(fact.place)
                yield change("statement", rule, day, after=[sides.after(fact.place)])
    origins = {sides.new.articles[one].origin for one in sides.versions}
    for article, text in sides.new.articles.items():
        if article in sides.versions or text.origin in origins:
            continue
        if text.story not in sides.known_stories:
            continue
        for fact in facts.get(article, ()):
            if fact.event:
                after = [sides.after(fact.place)]
                yield change("statement", "known story", sides.day(fact.place), after=after)


def _facts_of(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.place.article].append(fact)
    return grouped


def actors(sides: Sides) -> Iterator[Change]:
    """Actors whom no article named before: another id for one who was there is nobody new."""
    known = {one.id for one in sides.old.actors}
    for one in sides.new.actors:
        if one.id not in known and one.place.article not in sides.versions:
            after = [sides.after(one.place)]
            day = sides.day(one.place)
            yield change("actor", "named first", day, after=after, actor=one.id, name=one.name)


def articles(sides: Sides) -> Iterator[Change]:
    """Articles that were not there, with their bottom line."""
    for article, text in sides.new.articles.items():
        if article not in sides.versions:
            place = text.lead or Place(article, 1)
            rule = "known story" if text.story in sides.known_stories else "new story"
            yield change("article", rule, sides.day(place), after=[sides.after(place)])
