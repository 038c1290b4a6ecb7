"""What belongs to a person's name behind it: "Ada Ruiz, Jr.", the "-in" of "Moon Jae-in"."""

from __future__ import annotations

from briefgen.components.names.certain import Certain
from briefgen.components.names.form import listed
from briefgen.components.names.view import View

LONGEST = 5
"""Letters of a syllable."""


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


def _goes_on(view: View, end: int) -> bool:
    """A second syllable in lower case behind a hyphen, which is no "-led" or "-era"."""
    if view.words[end : end + 1] != ["-"] or end + 1 >= len(view):
        return False
    syllable, joined = view.words[end + 1], not (view.spaced(end - 1) or view.spaced(end))
    known = listed("hyphened") | listed("no_syllables")
    return joined and syllable.islower() and len(syllable) <= LONGEST and syllable not in known


def _end(view: View, end: int) -> int:
    """Where a person's name ends that was found to end here."""
    if _goes_on(view, end):
        end += 2
    after = end + 1 if view.words[end : end + 1] == [","] else end
    if after < len(view) and "generations" in view.classes[after]:
        return after + 1 if view.words[after][0].isupper() else end
    return end
