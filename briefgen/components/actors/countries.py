"""The countries of an article: named, by their people, or by a city or region in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefgen.components import places
from briefgen.components.actors.readings import Name, Reading

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def countries_of(
    names: Sequence[Name], readings: Sequence[Reading | None], evidence: Collection[str]
) -> tuple[str, ...]:
    """Alpha-3 codes, sorted."""
    found: set[str | None] = set()
    for name, reading in zip(names, readings, strict=True):
        if reading and reading.country:
            found.add(reading.country)
        elif name.mention.label == "NORP":
            found.add(places.country_of_demonym(name.text))
        elif reading and reading.type == "place":
            found.add(country_of_place(name.text, evidence))
    return tuple(sorted(code for code in found if code))


def country_of_place(name: str, evidence: Collection[str]) -> str | None:
    """The country in which a place lies, by region, capital or city; None where it is unclear."""
    regions = places.region_countries(name)
    nearby = [code for code in regions if code in evidence]
    if len(regions) == 1 or len(nearby) == 1:
        return (nearby or regions)[0]
    return places.country_of_capital(name) or places.city_country(name, evidence)
