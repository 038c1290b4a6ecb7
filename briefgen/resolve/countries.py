"""Which country a name begins or ends with: "Japan's Defense Ministry", "Bank of Japan"."""

from __future__ import annotations

import functools

import countryinfo
import pycountry
from babel import Locale

from briefgen.resolve.names import words
from briefgen.resolve.tables import component_table

LONGEST = 4
"""Words of the longest name looked for."""


@functools.cache
def _known() -> dict[tuple[str, ...], str]:
    """Words of a country's name or of its people -> ISO 3166-1 alpha-3."""
    codes = {one.alpha_2: one.alpha_3 for one in pycountry.countries}
    found: dict[tuple[str, ...], str] = {}
    for info in sorted(
        (one.info() for one in countryinfo.all_countries()), key=lambda one: one["name"]
    ):
        if code := (info.get("ISO") or {}).get("alpha3"):
            for people in (info.get("demonym") or "").split(","):
                found.setdefault(words(people), code)
    for short, name in sorted(Locale("en").territories.items()):
        if short in codes:
            found[words(name)] = codes[short]
    for listed in ("countries", "abbreviations", "demonyms"):
        for name, code in component_table("actors_places", listed).items():
            found[words(name)] = code
    found.pop((), None)
    return found


def country_of(spoken: tuple[str, ...]) -> str | None:
    """The country that these words name, possessive and plural aside."""
    known = _known()
    if spoken in known:
        return known[spoken]
    last = spoken[-1] if spoken else ""
    # Two letters ("us") and "uses" are no possessives.
    return known.get((*spoken[:-1], last[:-1])) if last.endswith("s") and len(last) > 2 else None


def split(spoken: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """A body's country, by the words in front or behind "of", and the words that remain."""
    for length in range(min(LONGEST, len(spoken) - 1), 0, -1):
        if code := country_of(spoken[:length]):
            return code, spoken[length:]
    for place in range(len(spoken) - 2, 0, -1):
        if spoken[place] == "of":
            rest = spoken[place + 1 :]
            code = country_of(rest[1:] if rest[0] == "the" else rest)
            if code:
                return code, spoken[:place]
    return None, spoken
