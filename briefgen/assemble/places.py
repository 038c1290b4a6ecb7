"""Countries: which articles name them, by which words, with which places in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefgen import geography
from briefgen.assemble.story_lines import months_of, story_lines
from briefgen.assemble.views import Views
from briefgen.catalogue import ENGLISH
from briefgen.corpus import Brief, Country, Evidence, Place, Together
from briefgen.model import Actor, Mention

OUTRIGHT, PEOPLE, WELL_KNOWN, SMALL = range(4)
"""How words name a country, the clearest first: itself, its people, a region or big city in it, a
small place. A small place alone names no country: too many share their names with other things."""


class _Naming(NamedTuple):
    """Words of an article that name a country."""

    code: str
    kind: int
    """OUTRIGHT, PEOPLE, WELL_KNOWN or SMALL."""
    mention: Mention
    actor: str | None


@dataclass(slots=True)
class _Spot:
    """A place while it is gathered."""

    spellings: Counter[str] = field(default_factory=Counter)
    evidence: list[Evidence] = field(default_factory=list)
    actor: str | None = None


def countries(
    briefs: Mapping[str, Brief],
    views: Mapping[str, Views],
    actors: Mapping[str, Actor],
    language: str = ENGLISH,
) -> dict[str, Country]:
    """By ISO 3166-1 alpha-3, sorted: each country that articles name in words that can be shown.

    `language`: that in which they are called by their names.
    """
    named: dict[str, list[Evidence]] = defaultdict(list)
    spots: dict[str, dict[str, _Spot]] = defaultdict(lambda: defaultdict(_Spot))
    together: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for article, view in views.items():
        found = list(_namings(view, actors))
        first = _first(found)
        for one in found:
            if one.kind >= WELL_KNOWN and one.code in first:
                _see(spots[one.code][geography.fold(view.words(one.mention.span))], view, one)
        for code, one in sorted(first.items()):
            named[code].append(view.evidence(one.mention.span))
            for other in first:
                if other != code:
                    together[code][other].append(article)
    own = {a.country: a.id for a in actors.values() if a.type == "country" and a.country}
    known = {}
    for code, evidence in sorted(named.items()):
        articles = tuple(one.article_id for one in evidence)
        known[code] = Country(
            code=code,
            name=geography.country_name(code, language),
            region=geography.continent(code, language),
            actor=own.get(code),
            named=tuple(evidence),
            stories=story_lines(briefs, articles),
            places=_places(spots[code]),
            together=_together(together[code]),
            months=months_of(briefs, articles),
        )
    return known


def _first(namings: Iterable[_Naming]) -> dict[str, _Naming]:
    """Country -> the clearest naming of it, the first of that kind."""
    found: dict[str, _Naming] = {}
    for one in namings:
        if one.code not in found or one.kind < found[one.code].kind:
            found[one.code] = one
    return {code: one for code, one in found.items() if one.kind < SMALL}


def _namings(view: Views, actors: Mapping[str, Actor]) -> Iterator[_Naming]:
    """In text order; words for an actor that the user hid name nothing."""
    among = view.found.countries
    for mention in view.found.mentions:
        actor_id = view.actor_of.get((view.article.id, mention.actor or ""))
        if mention.actor and actor_id is None:
            continue
        actor = actors[actor_id] if actor_id else None
        words = view.words(mention.span)
        if actor and actor.type == "country":
            if actor.country:
                yield _Naming(actor.country, OUTRIGHT, mention, actor_id)
        elif mention.label == "NORP":
            if code := geography.country_of_people(words, among):
                yield _Naming(code, PEOPLE, mention, actor_id)
        elif (actor is None or actor.type == "place") and (
            code := _lies_in(words, mention.label, among)
        ):
            kind = WELL_KNOWN if geography.is_well_known(words, code) else SMALL
            yield _Naming(code, kind, mention, actor_id)


def _lies_in(words: str, label: str, among: Collection[str]) -> str | None:
    """The country of a place; what a text calls by a region's name may be a sea ("the Gulf")."""
    code = geography.country_of_place(words, among) if label in ("GPE", "LOC") else None
    return code if code and (label == "GPE" or geography.is_city(words, code)) else None


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
