"""Who took a picture, where the credit runs on: "AP Photo/Ann Miller Workers rest"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.components.names.barred import HYPHENS
from briefgen.components.names.view import View

RULE = "the photographer of a credit"
BEHIND = frozenset([")", ".", ",", "/", "via", "]", "for"])


def find(view: View) -> Iterator[tuple[int, int, str, str]]:
    """First name and surname behind the slash of a credit; a third word only at its end."""
    for i in range(1, len(view) - 3):
        if view.words[i] != "/" or view.spaced(i) or not _is_credit(view, i - 1):
            continue
        if not all(_is_name(view, j) for j in (i + 1, i + 2)):
            continue
        end = i + 3
        if view.words[end] in HYPHENS and not view.spaced(end - 1):
            end += 2  # "Lee Jin-man"
        elif _is_name(view, end) and (end + 1 >= len(view) or _ends(view, end + 1)):
            end += 1
        yield i + 1, end, "PERSON", RULE


def _is_credit(view: View, i: int) -> bool:
    """Whether an agency or "Photo" stands before the slash."""
    classes = view.classes[i]
    agency = view.words[i].isupper() and len(view.words[i]) > 1
    return ("announcers" in classes and view.words[i][0].isupper()) or (
        "credits" in classes and (agency or view.words[i][0].isupper())
    )


def _is_name(view: View, i: int) -> bool:
    return (
        view.words[i][0].isupper()
        and view.words[i].isalpha()
        and not view.space[i]
        and view.lower[i] != "the"
        and view.classes[i].isdisjoint(("announcers", "credits", "no_names", "months"))
    )


def _ends(view: View, i: int) -> bool:
    return view.space[i] or view.words[i] in BEHIND
