"""Names inside a headline in title case, where capitals say nothing.

"Counter China Threat" is no organisation: such a headline names only what the text names too, or
what the gazetteers know.
"""

from __future__ import annotations

from briefgen.components.names.form import gazetteer
from briefgen.components.names.view import View

SHORT_WORD = 4
MOSTLY = 0.8


def believable(view: View, candidates: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The candidates without those that only a headline in title case knows."""
    last = _end_of_headline(view)
    inside = [one for one in candidates if one[0] < last]
    outside = [one for one in candidates if one[0] >= last]
    if not inside or not outside or not _in_title_case(view, last):
        return candidates
    known = _parts(view, outside)
    return [one for one in inside if _is_known(view, *one, known)] + outside


def _end_of_headline(view: View) -> int:
    """The first token behind the headline, 0 without one."""
    headline = view.layout.headline
    if headline is None:
        return 0
    return sum(1 for start in view.starts if start < headline.end)


def _in_title_case(view: View, last: int) -> bool:
    """Whether nearly all longer words of the headline begin with a capital."""
    words = [word for word in view.words[:last] if len(word) >= SHORT_WORD and word.isalpha()]
    return sum(word[0].isupper() for word in words) >= MOSTLY * len(words)


def _parts(view: View, candidates: list[tuple[int, int]]) -> set[tuple[str, ...]]:
    """The names that the text may hold, with their beginnings and ends."""
    found = set()
    for start, end in candidates:
        for cut in range(start, end):
            found.add(tuple(view.lower[cut:end]))
            found.add(tuple(view.lower[start : cut + 1]))
    return found


def _is_known(view: View, start: int, end: int, known: set[tuple[str, ...]]) -> bool:
    if tuple(view.lower[start:end]) in known:
        return True
    name = " ".join(view.text[view.starts[start] : view.ends[end - 1]].split())
    acronym = end - start == 1 and name.isupper() and len(name) > 1
    return acronym or next(gazetteer(name), None) is not None
