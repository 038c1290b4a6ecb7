"""Countries that the text names elsewhere and that stand alone: "Belgium 3 - 0 Panama"."""

from __future__ import annotations

from briefgen.components import places
from briefgen.components.names.certain import Certain
from briefgen.components.names.view import View


def find(view: View, names: list[Certain]) -> list[Certain]:
    """Their names in one word, outside of all other names and beside no other capital."""
    known = {
        view.words[start]
        for start, end, label, _ in names
        if label == "GPE" and end - start == 1 and places.country_of(view.words[start])
    }
    inside = {i for start, end, _, _ in names for i in range(start, end)}
    return [
        (i, i + 1, "GPE", "a country that the text names elsewhere")
        for i, word in enumerate(view.words)
        if word in known and i not in inside and _is_alone(view, i)
    ]


def _is_alone(view: View, i: int) -> bool:
    """Whether no longer name goes on beside the word."""
    before = view.words[i - 1] if i and not view.space[i - 1] else ""
    after = view.words[i + 1] if i + 1 < len(view) and not view.space[i + 1] else ""
    beside = (before[:1] + after[:1]).replace("'", "")
    return not any(char.isupper() for char in beside) and not {before, after} & {"-", "of", "&"}
