"""Ships by name: beside their kind, and then wherever they are named."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.components.names.view import View
from briefgen.lists import load

LONGEST = 3
# How far behind the name and a comma its kind may stand: "the Ardent, a Greek-owned tanker".
APPOSITION = 6


def find(view: View) -> Iterator[tuple[int, int, str, str]]:
    """ "the tanker Ardent" and from then on "the Ardent"."""
    known = {tuple(view.words[start:end]) for start, end in _introduced(view)}
    for words in sorted(known):
        for i, word in enumerate(view.words):
            end = i + len(words)
            if word == words[0] and tuple(view.words[i:end]) == words and not _goes_on(view, end):
                before = view.lower[i - 1] if i else ""
                if before == "the" or "ships" in view.classes[i - 1]:
                    yield i, end, "PRODUCT", "a ship"


def _introduced(view: View) -> Iterator[tuple[int, int]]:
    """Names that stand beside the kind of a ship."""
    for i in range(1, len(view)):
        if not view.words[i][0].isupper() or view.tags[i] not in ("NNP", "NNPS"):
            continue
        if _is_kind(view, i - 1) or (view.lower[i - 1] == "the" and _has_kind_behind(view, i)):
            yield i, _end(view, i)


def _end(view: View, start: int) -> int:
    """Where the name that begins here ends."""
    end = start + 1
    while end - start < LONGEST and _goes_on(view, end):
        end += 1
    return end


def _goes_on(view: View, end: int) -> bool:
    return end < len(view) and view.words[end][0].isupper() and view.tags[end] in ("NNP", "NNPS")


def _is_kind(view: View, i: int) -> bool:
    return "ships" in view.classes[i] and view.words[i].islower()


def _has_kind_behind(view: View, i: int) -> bool:
    end = _end(view, i)
    if view.lower[end : end + 1] and view.lower[end] in load("names")["sailing"]:
        return True
    if view.words[end : end + 1] != [","] or view.lower[end + 1 : end + 2] not in (["a"], ["an"]):
        return False
    for at in range(end + 2, min(end + 2 + APPOSITION, len(view))):
        if _is_kind(view, at):
            return True
        if view.tags[at] not in ("JJ", "NN", "NNP", "HYPH", "VBN", "CD") and view.words[at] != "-":
            return False
    return False
