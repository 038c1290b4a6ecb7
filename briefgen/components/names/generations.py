"""A person's generation belongs to the name, behind a comma, too: "Ada Ruiz, Jr."."""

from __future__ import annotations

from briefgen.components.names.certain import Certain
from briefgen.components.names.view import View


def extend(view: View, names: list[Certain]) -> list[Certain]:
    """The names, in order, with the generation; what was taken for a name there goes."""
    found: list[Certain] = []
    at = 0
    for start, end, label, why in sorted(names):
        if start < at:
            continue
        at = _end(view, end) if label == "PERSON" else end
        found.append((start, at, label, why))
    return found


def _end(view: View, end: int) -> int:
    """Where a person's name ends that was found to end here."""
    after = end + 1 if view.words[end : end + 1] == [","] else end
    if after < len(view) and "generations" in view.classes[after]:
        return after + 1 if view.words[after][0].isupper() else end
    return end
