"""What speaks for and against each candidate being a name of some kind: signs with a strength.

The signs of one occurrence come first: its words (`form`), its neighbours (`context`) and what
spaCy says of it. Then every candidate hears of its kin in the same text (`kin`).
"""

from __future__ import annotations

from briefgen.components.names import context, form, kin
from briefgen.components.names.form import Signs
from briefgen.components.names.view import POSSESSIVE, View

LISTING = frozenset([",", "and", "or", "/"])
Owner = dict[int, tuple[int, int, str]]
"""For each token inside one of spaCy's entities, that entity."""


def gather(view: View, candidates: list[tuple[int, int]]) -> list[Signs]:
    """The signs of each candidate, in the same order."""
    owner: Owner = {i: entity for entity in view.entities for i in range(entity[0], entity[1])}
    forms: dict[tuple[str, ...], Signs] = {}
    found = []
    for start, end in candidates:
        key = tuple(view.lower[start:end])
        if key not in forms:
            forms[key] = form.signs(view, start, end)
        signs = dict(forms[key])
        context.add(view, start, end, signs)
        _recognised(view, start, end, owner, signs)
        _listed(view, start, end, owner, signs)
        found.append(signs)
    kin.add(view, candidates, found)
    return found


def _recognised(view: View, start: int, end: int, owner: Owner, signs: Signs) -> None:
    """What spaCy's entity recogniser says of these words."""
    entities = dict.fromkeys(owner[i] for i in (start, end - 1) if i in owner)
    if not entities:
        inside = any(i in owner for i in range(start, end))
        signs["spaCy: inside only" if inside else "spaCy: nothing"] = 1
        return
    for a, b, label in entities:
        begin = a + (view.lower[a] in ("the", "a", "an"))
        stop = b - (view.words[b - 1] in POSSESSIVE)
        if (begin, stop) == (start, end):
            how = "this is"
        elif begin <= start and end <= stop:
            how = "part of"
        elif start <= begin and stop <= end:
            how = "holds"
        else:
            how = "crosses"
        signs[f"spaCy: {how} {label}"] = 1


def _listed(view: View, start: int, end: int, owner: Owner, signs: Signs) -> None:
    """What spaCy sees on the other side of a comma or an "and": lists hold names of one kind."""
    left = start - 1 - (view.lower[start - 1 : start] == ["the"])
    if left > 0 and view.lower[left] in LISTING:
        left -= view.lower[left - 1] == ","
        if left - 1 in owner:
            signs["listed after " + owner[left - 1][2]] = 1
    right = end + 1 if view.lower[end : end + 2] == [",", "and"] else end
    if right < len(view) and view.lower[right] in LISTING:
        right += 1 + (view.lower[right + 1 : right + 2] == ["the"])
        if right in owner:
            signs["listed before " + owner[right][2]] = 1
