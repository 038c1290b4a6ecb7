"""From the kind of a name to its OntoNotes label."""

from __future__ import annotations

import functools
from collections import Counter

from briefgen.components import places
from briefgen.components.lists import load
from briefgen.components.names.decide import Choice
from briefgen.components.names.view import View

PLACE_LABELS = ("GPE", "LOC", "FAC")
OTHER_LABELS = ("EVENT", "LAW", "PRODUCT")
HEAD_LABELS = {
    "law_heads": "LAW",
    "law_numbered": "LAW",
    "event_heads": "EVENT",
    "weapons": "PRODUCT",
}


def votes(view: View) -> dict[str, Counter[str]]:
    """How often spaCy gives each label to the same words."""
    found: dict[str, Counter[str]] = {}
    for start, end, label in view.entities:
        key = " ".join(view.lower[start + (view.lower[start] == "the") : end])
        found.setdefault(key, Counter())[label] += 1
    return found


def label_of(view: View, choice: Choice, counted: dict[str, Counter[str]]) -> str | None:
    """The label, None for what has a name but none of our labels."""
    if choice.kind == "LOC":
        return _place(view, choice, counted)
    if choice.kind == "OTHER":
        return _other(view, choice, counted)
    if choice.kind in ("ORG", "PERSON") and choice.end - choice.start > 1:
        last = view.classes[choice.end - 1]
        if "buildings" in last:
            return "FAC"
        if "law_openers" in last:
            return "LAW"
        if "happenings" in last:
            return "EVENT"
    return choice.kind


def _place(view: View, choice: Choice, counted: dict[str, Counter[str]]) -> str:
    words = view.text[view.starts[choice.start] : view.ends[choice.end - 1]]
    name = " ".join(words.split())
    if places.country_of(name) or places.country_of_capital(name):
        return "GPE"
    last, first = view.classes[choice.end - 1], view.classes[choice.start]
    if choice.end - choice.start > 1:
        if "seat_heads" in last or "seat_heads" in first:
            return "GPE"
        if "place_heads" in last or "place_heads" in first:
            return "LOC"
        if "facility_heads" in last or "facility_heads" in first:
            return "FAC"
    if name.lower() in _world_regions():
        return "LOC"
    if places.region_countries(name) or places.city_countries(name):
        return "GPE"
    seen = counted.get(name.lower(), Counter())
    return max(PLACE_LABELS, key=lambda label: (seen[label], -PLACE_LABELS.index(label)))


@functools.cache
def _world_regions() -> frozenset[str]:
    """Names of parts of the world that are no state."""
    return frozenset(load("names")["regions"])


def _other(view: View, choice: Choice, counted: dict[str, Counter[str]]) -> str | None:
    for i in (choice.end - 1, choice.start):
        for sort, label in HEAD_LABELS.items():
            if sort in view.classes[i]:
                return label
    if choice.end < len(view) and "weapons" in view.classes[choice.end]:
        return "PRODUCT"
    name = " ".join(view.lower[choice.start : choice.end])
    seen = counted.get(name, Counter())
    best = max(OTHER_LABELS, key=lambda label: (seen[label], -OTHER_LABELS.index(label)))
    return best if seen[best] else None
