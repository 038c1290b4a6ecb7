"""The countries of an article: named, by their people, or by a city or region in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc

from briefgen.components import places
from briefgen.components.actors.readings import Name, Reading, key_of
from briefgen.components.spans import readable

# Behind these verbs, and before these nouns, an adjective of a people is its language.
SPEAKING = frozenset({"speak", "learn", "teach", "study", "understand", "read", "write"})
OF_LANGUAGE = frozenset(
    {"language", "speaker", "translation", "dictionary", "subtitle", "speaking"}
)

# What follows a city behind a comma: "Ky.", "Ontario", "New South Wales".
BEHIND_COMMA = re.compile(r",\s{1,2}((?:[A-Z][\w.]*\s?){1,3})")


def countries_of(
    names: Sequence[Name],
    readings: Sequence[Reading | None],
    evidence: Collection[str],
    located: Mapping[str, str],
) -> tuple[str, ...]:
    """Alpha-3 codes, sorted."""
    found: set[str | None] = set()
    for name, reading in zip(names, readings, strict=True):
        if reading and reading.country:
            found.add(reading.country)
        elif name.mention.label == "NORP" and not _language(name):
            found.add(places.country_of_demonym(name.text))
        elif reading and reading.type == "place":
            key = key_of(name.text)
            found.add(located.get(key) or country_of_place(name.text, evidence))
    return tuple(sorted(code for code in found if code))


def _language(name: Name) -> bool:
    """ "in Spanish", "speaks Spanish", "the Spanish-language paper": nobody's country."""
    root = name.tokens.root
    if root.head.lemma_.lower() in OF_LANGUAGE and root.head.i > root.i:
        return True
    if root.dep_ == "pobj":
        return bool(root.head.lower_ == "in" and root.nbor(-1) == root.head)
    return bool(root.dep_ == "dobj" and root.head.lemma_.lower() in SPEAKING)


def locate(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """The places that the text itself puts into a country: "London, Ky." is in the USA."""
    found: dict[str, str] = {}
    text = readable(doc)
    for name in names:
        behind = BEHIND_COMMA.match(text, name.mention.span.end)
        if behind is None or places.country_of(name.text):
            continue
        words = behind.group(1).split()
        longest_first = (" ".join(words[:count]) for count in range(len(words), 0, -1))
        country = next(filter(None, map(places.country_behind_comma, longest_first)), None)
        if country:
            found.setdefault(key_of(name.text), country)
    return found


def country_of_place(name: str, evidence: Collection[str]) -> str | None:
    """The country in which a place lies, by region, capital or city; None where it is unclear."""
    regions = places.region_countries(name)
    nearby = [code for code in regions if code in evidence]
    if len(nearby) == 1:
        return nearby[0]
    city = places.city_country(name, evidence)
    if len(regions) == 1 and not nearby and city in (None, *regions):
        return regions[0]
    return None if regions and city not in regions else city
