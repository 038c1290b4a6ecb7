"""From the kind of a name to its OntoNotes label."""

from __future__ import annotations

import functools
from collections import Counter

from briefgen.components import places
from briefgen.components.names.decide import Choice
from briefgen.components.names.form import land
from briefgen.components.names.view import View
from briefgen.lists import load

PLACE_LABELS = ("GPE", "LOC", "FAC")
OTHER_LABELS = ("EVENT", "LAW", "PRODUCT")
PLACE_HEADS = (("seat_heads", "GPE"), ("place_heads", "LOC"), ("facility_heads", "FAC"))
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
        if "movement_openers" in view.classes[choice.start]:
            return "ORG"
        last = view.classes[choice.end - 1]
        if "buildings" in last:
            return "FAC"
        if "law_endings" in last:
            return "LAW"
        if "happenings" in last:
            return "EVENT"
    if choice.kind == "NORP" and _is_team(view, choice):
        return "ORG"
    if choice.kind == "NORP" and _is_title(view, choice):
        return "ORG"
    if choice.kind == "NORP" and land(_name(view, choice)) == "country":
        return "GPE"
    return choice.kind


def _is_title(view: View, choice: Choice) -> bool:
    """A "The" in capitals inside the sentence belongs to a paper's name: "in The Federalist"."""
    before = choice.start - 1
    if before < 0 or view.words[before] != "The" or view.first[before]:
        return False
    return view.lower[before - 1] not in ("“", '"', ":") and not land(_name(view, choice))


def _is_team(view: View, choice: Choice) -> bool:
    """A city and a people are a team: "Chicago Cubs"."""
    city = " ".join(view.words[choice.start : choice.end - 1])
    return bool(city and places.city_countries(city) and not places.country_of(city))


def _place(view: View, choice: Choice, counted: dict[str, Counter[str]]) -> str:
    """GPE, LOC, FAC; ORG for a department named by its field ("Justice Department")."""
    name = _name(view, choice)
    if places.country_of(name) or places.country_of_capital(name):
        return "GPE"
    if name.lower() in _world_regions():
        return "LOC"
    if places.region_countries(name) or places.city_countries(name):
        return "GPE"
    if choice.end - choice.start > 1:
        if (
            view.lower[choice.end - 1] == "department"
            and "title_parts" in view.classes[choice.start]
        ):
            return "ORG"
        if "surely_bodies" in view.classes[choice.end - 1]:
            return "ORG"
        ends = view.classes[choice.end - 1] | view.classes[choice.start]
        for sort, label in PLACE_HEADS:
            if sort in ends:
                return label
    seen = counted.get(name.lower(), Counter())
    return max(PLACE_LABELS, key=lambda label: (seen[label], -PLACE_LABELS.index(label)))


def _name(view: View, choice: Choice) -> str:
    return " ".join(view.text[view.starts[choice.start] : view.ends[choice.end - 1]].split())


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
    seen = counted.get(_name(view, choice).lower(), Counter())
    best = max(OTHER_LABELS, key=lambda label: (seen[label], -OTHER_LABELS.index(label)))
    return best if seen[best] else None
