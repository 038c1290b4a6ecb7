"""Countries: which articles name them, by which words, with which places in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefgen import geography
from briefgen.assemble.story_lines import months_of, story_lines
from briefgen.assemble.views import Views
from briefgen.corpus import Brief, Country, Evidence, Place, Together
from briefgen.model import Actor, Mention

PLACES = frozenset(("GPE", "LOC", "FAC"))


class _Naming(NamedTuple):
    """Words of an article that name a country."""

    code: str
    kind: int
    """0: the country outright, 1: its people, 2: a place in it."""
    mention: Mention
    actor: str | None


@dataclass(slots=True)
class _Spot:
    """A place while it is gathered."""

    spellings: Counter[str] = field(default_factory=Counter)
    evidence: list[Evidence] = field(default_factory=list)
    actor: str | None = None


def countries(
    briefs: Mapping[str, Brief], views: Mapping[str, Views], actors: Mapping[str, Actor]
) -> dict[str, Country]:
    """By ISO 3166-1 alpha-3, sorted: each country that articles name in words that can be shown."""
    named: dict[str, list[Evidence]] = defaultdict(list)
    spots: dict[str, dict[str, _Spot]] = defaultdict(lambda: defaultdict(_Spot))
    together: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for article, view in views.items():
        first: dict[str, _Naming] = {}
        for one in _namings(view, actors):
            if one.code not in first or one.kind < first[one.code].kind:
                first[one.code] = one
            if one.kind == 2:
                _see(spots[one.code][geography.fold(view.words(one.mention.span))], view, one)
        for code, one in sorted(first.items()):
            named[code].append(view.evidence(one.mention.span))
            for other in first:
                if other != code:
                    together[code][other].append(article)
    own = {a.country: a.id for a in actors.values() if a.type == "country" and a.country}
    found = {}
    for code, evidence in sorted(named.items()):
        articles = tuple(one.article_id for one in evidence)
        found[code] = Country(
            code=code,
            name=geography.country_name(code),
            region=geography.continent(code),
            actor=own.get(code),
            named=tuple(evidence),
            stories=story_lines(briefs, articles),
            places=_places(spots[code]),
            together=_together(together[code]),
            months=months_of(briefs, articles),
        )
    return found


def _namings(view: Views, actors: Mapping[str, Actor]) -> Iterator[_Naming]:
    """In text order; words for an actor that the user hid name nothing."""
    among = view.found.countries
    for mention in view.found.mentions:
        actor_id = view.actor_of.get((view.article.id, mention.actor or ""))
        if mention.actor and actor_id is None:
            continue
        actor = actors[actor_id] if actor_id else None
        if actor and actor.type == "country":
            if actor.country:
                yield _Naming(actor.country, 0, mention, actor_id)
        elif mention.label == "NORP":
            code = geography.country_of_people(view.words(mention.span))
            if code in among:
                yield _Naming(str(code), 1, mention, actor_id)
        elif mention.label in PLACES and (actor is None or actor.type == "place"):
            code = geography.country_of_place(view.words(mention.span), among)
            if code:
                yield _Naming(code, 2, mention, actor_id)


def _see(spot: _Spot, view: Views, naming: _Naming) -> None:
    """One more mention of a place; articles come newest first."""
    spot.spellings[view.words(naming.mention.span)] += 1
    if not spot.evidence or spot.evidence[-1].article_id != view.article.id:
        spot.evidence.append(view.evidence(naming.mention.span))
        spot.actor = spot.actor or naming.actor


def _places(spots: Mapping[str, _Spot]) -> tuple[Place, ...]:
    rows = [
        Place(
            name=min(spot.spellings, key=lambda n: (n.isupper(), -spot.spellings[n], n)),
            actor=spot.actor,
            articles=len(spot.evidence),
            evidence=spot.evidence[0],
        )
        for spot in spots.values()
    ]
    return tuple(sorted(rows, key=lambda place: (-place.articles, place.name)))


def _together(shared: Mapping[str, list[str]]) -> tuple[Together, ...]:
    rows = [Together(code, len(articles), articles[0]) for code, articles in shared.items()]
    return tuple(sorted(rows, key=lambda row: (-row.articles, row.country)))
