"""The place and the agency of a dateline: "OSLO, May 3 (Fjord News) --"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.components import places
from briefgen.components.names.view import View

BRACKETS = {"(": ")", "/": "/"}
LONGEST_PLACE = 4


def find(view: View) -> Iterator[tuple[int, int, str, str]]:
    """Its first words, if the gazetteers know them as a place, and the agency in brackets."""
    span = view.layout.dateline
    if span is None:
        return
    inside = [i for i, at in enumerate(view.starts) if span.start <= at < span.end]
    inside = [i for i in inside if not view.space[i]]
    if not inside:
        return
    first, end = inside[0], inside[-1] + 1
    for size in range(LONGEST_PLACE, 0, -1):
        name = " ".join(view.words[first : min(first + size, end)])
        if first + size <= end and _is_place(name):
            yield first, first + size, "GPE", "the place of the dateline"
            break
    for i in inside:
        close = BRACKETS.get(view.words[i])
        if close in view.words[i + 1 : end]:
            yield i + 1, view.words.index(close, i + 1), "ORG", "the agency of the dateline"
            break


def _is_place(name: str) -> bool:
    if not name[0].isalpha():
        return False
    return bool(
        places.country_of(name) or places.region_countries(name) or places.city_countries(name)
    )
