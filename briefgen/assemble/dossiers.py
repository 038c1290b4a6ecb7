"""The views of one actor: what they did, said and planned, and with whom."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict

from briefgen.assemble.units import parts
from briefgen.assemble.views import Views, by_due, once
from briefgen.corpus import (
    Brief,
    Claim,
    Companion,
    Dossier,
    Evidence,
    Quote,
    StatedRole,
)
from briefgen.model import (
    Actor,
    DatedRole,
    Resolution,
)
from briefgen.resolve import bodies

MOST_COMPANIONS = 12
MOST_CONFUSABLE = 10
CENTRAL = 0.6  # salience from which one article is enough for a dossier


def dossiers(
    briefs: dict[str, Brief],
    views: dict[str, Views],
    actors: dict[str, Actor],
    resolution: Resolution,
    min_articles: int,
) -> dict[str, Dossier]:
    """A dossier for each actor of enough articles, central to one, or in the register."""
    did: dict[str, list[Claim]] = defaultdict(list)
    received: dict[str, list[Claim]] = defaultdict(list)
    said: dict[str, list[Quote]] = defaultdict(list)
    for brief in briefs.values():
        for claim in brief.claims:
            for one in claim.actors:
                did[one].append(claim)
            for one in claim.recipients:
                received[one].append(claim)
        for quote in brief.quotes:
            if quote.actor:
                said[quote.actor].append(quote)
    companions = _companions(views, resolution)
    central = {
        person.actor
        for brief in briefs.values()
        for person in brief.people
        if person.salience >= CENTRAL and person.type != "place"
    }
    namesakes = _namesakes(actors)
    wholes = parts(actors)
    units: dict[str, tuple[str, ...]] = {}
    for unit, whole in sorted(wholes.items()):
        units |= {one: (*units.get(one, ()), unit) for one in whole}
    newest_first = {article: rank for rank, article in enumerate(briefs)}
    dossiers = {}
    for i, actor in sorted(actors.items()):
        named_in = tuple(sorted({a for a, _ in actor.members}, key=newest_first.__getitem__))
        worth = actor.registered or len(named_in) >= min_articles or i in central
        if not worth:
            continue
        days = [day for a in named_in if (day := briefs[a].article.published)]
        dossiers[i] = Dossier(
            actor=actor,
            first=min(days, default=None),
            last=max(days, default=None),
            articles=named_in,
            months=tuple(sorted(Counter(day.strftime("%Y-%m") for day in days).items())),
            roles=_roles(actor, views),
            said=tuple(said[i]),
            did=tuple(once(did[i])),
            received=tuple(once(received[i])),
            plans=tuple(once(sorted((c for c in did[i] if c.due), key=by_due))),
            companions=companions.get(i, ()),
            part_of=wholes.get(i, ()),
            units=units.get(i, ()),
            confusable=tuple(o for o in namesakes[_confusing(actor)] if o != i)[:MOST_CONFUSABLE],
        )
    return dossiers


def _roles(actor: Actor, views: dict[str, Views]) -> tuple[StatedRole, ...]:
    """Each wording once, where it was stated first; the register's roles as they are."""
    wordings: dict[tuple[str, bool], list[DatedRole]] = defaultdict(list)
    for role in actor.roles:
        wordings[role.text.casefold(), role.evidence is None].append(role)
    rows = []
    for same in wordings.values():
        span = same[0].evidence
        evidence = views[span.article_id].evidence(span) if span else None
        last = max((role.stated for role in same if role.stated), default=None)
        rows.append(
            StatedRole(same[0].text, same[0].stated, same[0].until, evidence, len(same), last)
        )
    return tuple(rows)


def _confusing(actor: Actor) -> tuple[str, ...] | None:
    """By what actors are confused: a person's surname, an office that other countries have, too."""
    if actor.type == "person":
        spoken = actor.name.casefold().split()
        return (spoken[-1],) if len(spoken) > 1 else None
    office = bodies.of(actor.name)
    return office.core if office.shared and actor.country else None


def _namesakes(actors: dict[str, Actor]) -> dict[tuple[str, ...] | None, list[str]]:
    """What confuses -> the actors that it confuses, the most named first."""
    found: dict[tuple[str, ...] | None, list[str]] = defaultdict(list)
    for actor in sorted(actors.values(), key=lambda one: (-len(one.members), one.id)):
        if (confusing := _confusing(actor)) is not None:
            found[confusing].append(actor.id)
    found[None] = []
    return found


def _companions(
    views: dict[str, Views], resolution: Resolution
) -> dict[str, tuple[Companion, ...]]:
    """Who is named in the same sentences, with the newest such sentence."""
    count: Counter[tuple[str, str]] = Counter()
    newest: dict[tuple[str, str], Evidence] = {}
    for article_id, view in views.items():
        named: dict[int, set[str]] = defaultdict(set)
        for mention in view.found.mentions:
            actor = resolution.actor_of.get((article_id, mention.actor or ""))
            if actor:
                named[view.sentence(mention.span.start)].add(actor)
        for number, together in sorted(named.items()):
            if len(together) > 1:
                evidence = view.evidence(view.found.sentences[number - 1])
                for pair in itertools.permutations(sorted(together), 2):
                    count[pair] += 1
                    newest.setdefault(pair, evidence)
    rows: dict[str, list[Companion]] = defaultdict(list)
    for (one, other), times in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        if len(rows[one]) < MOST_COMPANIONS:
            rows[one].append(Companion(other, times, newest[one, other]))
    return {actor: tuple(companions) for actor, companions in rows.items()}
