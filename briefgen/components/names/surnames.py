"""A surname beside a hyphen is its bearer's: "Biden" in "the Biden-Kishida summit"."""

from __future__ import annotations

from briefgen.components.names.barred import pair_hyphens
from briefgen.components.names.certain import Certain
from briefgen.components.names.form import land
from briefgen.components.names.view import View


def find(view: View, names: list[Certain]) -> list[Certain]:
    """Halves of a pair that were not found by themselves, of people who are named in full."""
    bearers = {
        view.words[end - 1]: " ".join(view.words[start:end])
        for start, end, label, _ in reversed(names)
        if label == "PERSON" and end - start > 1
    }
    inside = {i for start, end, _, _ in names for i in range(start, end)}
    hyphens = pair_hyphens(view)
    return [
        (i, i + 1, "PERSON", f"surname of {bearers[word]}")
        for i, word in enumerate(view.words)
        if word in bearers
        and i not in inside
        and not land(word)
        and not hyphens.isdisjoint((i - 1, i + 1))
    ]
