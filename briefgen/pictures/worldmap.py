"""Which countries are named, on a world map: Natural Earth shapes in Equal Earth projection."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import pycountry

from briefgen.pictures.svg import Element, element, link, picture, titled

CLASSES = 5
DOT = 4.5


@dataclass(frozen=True, slots=True)
class Place:
    """A country to be marked."""

    count: int
    """How often it is named; 1 or more."""
    label: str
    """What its mark says."""
    href: str
    """Where its mark leads."""


def worldmap(places: Mapping[str, Place], title: str) -> str:
    """The map; `places` by ISO 3166-1 alpha-3. Countries too small for the map are dots."""
    world = _world()
    most = max((place.count for place in places.values()), default=1)
    land = [
        element("path", d=d, class_="bg-land")
        for c, d in world["shapes"].items()
        if c not in places
    ]
    marked = [_mark(world, code, place, most) for code, place in sorted(places.items())]
    return picture(
        world["width"],
        world["height"],
        title,
        element("path", d=world["frame"], class_="bg-sea"),
        *land,
        *(mark for mark in marked if mark is not None),
        kind="map",
    )


def _mark(world: dict[str, Any], code: str, place: Place, most: int) -> Element | None:
    shade = f"bg-land--{_shade(place.count, most)}"
    if code in world["shapes"]:
        shape = element("path", d=world["shapes"][code], class_=f"bg-land {shade}")
    elif code in world["middles"]:
        x, y = world["middles"][code]
        shape = element("circle", cx=x, cy=y, r=DOT, class_=f"bg-land {shade}")
    else:
        return None
    return link(place.href, titled(place.label), shape)


def _shade(count: int, most: int) -> int:
    """1 to 5; each holds twice as many as the one below, so that few stay visible beside many."""
    shade, limit = CLASSES, most / 2
    while shade > 1 and count <= limit:
        shade, limit = shade - 1, limit / 2
    return shade


@functools.cache
def _world() -> dict[str, Any]:
    """Shapes and middles by alpha-3 code."""
    path = resources.files("briefgen") / "data" / "corpus" / "world.json"
    world: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    alpha_3 = {one.numeric: one.alpha_3 for one in pycountry.countries}
    for table in ("shapes", "middles"):
        world[table] = {alpha_3.get(code, code): drawn for code, drawn in world[table].items()}
    return world
