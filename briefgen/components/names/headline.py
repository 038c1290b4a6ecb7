"""Names inside headlines in title case, where capitals say nothing.

"Counter China Threat" is no organisation: such a headline names only what the text names too, or
what the gazetteers know. Headlines of other stories stand between the paragraphs, too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from briefgen.components.names.form import gazetteer
from briefgen.components.names.view import View

SHORT_WORD = 4
MOSTLY = 0.8
# A line of fewer words may be a heading, a signature, a name.
FEWEST_WORDS = 5
STOPS = frozenset([".", ";", ":", ","])
# Lists of names and results have them, headlines hardly.
LISTING = frozenset(["(", "/", "[", "|"])
VERBS = frozenset(["VBZ", "VBD", "VBP", "MD", "TO"])


def believable(view: View, candidates: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The candidates without those that only a headline in title case knows."""
    last = _end_of_headline(view)
    shouted = {i for start, end in _headlines(view, last) for i in range(start, end)}
    inside = [one for one in candidates if one[0] in shouted]
    outside = [one for one in candidates if one[0] not in shouted]
    if not outside:
        return [one for one in inside if one[0] < last]
    known = _parts(view, outside)
    return sorted(outside + [one for one in inside if _is_known(view, *one, known)])


def _headlines(view: View, last: int) -> Iterator[tuple[int, int]]:
    """The headline up to `last`, and the sentences like one: those in title case."""
    if last and _in_title_case(view, 0, last):
        yield 0, last
    starts = [i for i in range(last, len(view)) if view.first[i]]
    for start, end in itertools.pairwise([*starts, len(view)]):
        if _reads_like_one(view, start, end) and _in_title_case(view, start, end):
            yield start, end


def _end_of_headline(view: View) -> int:
    """The first token behind the headline, 0 without one."""
    headline = view.layout.headline
    if headline is None:
        return 0
    return sum(1 for start in view.starts if start < headline.end)


def _reads_like_one(view: View, start: int, end: int) -> bool:
    """A sentence without a full stop, with capitals where names have none: "To", "Urges"."""
    while end > start and view.space[end - 1]:
        end -= 1
    if end - start < FEWEST_WORDS or view.words[end - 1] in STOPS:
        return False
    if not LISTING.isdisjoint(view.words[start:end]):
        return False
    return _all_capitals(view, start, end) or any(
        view.words[i][0].isupper()
        and view.words[i][1:].islower()
        and (view.tags[i] in VERBS or "headline_words" in view.classes[i])
        for i in range(start + 1, end)
    )


def _all_capitals(view: View, start: int, end: int) -> bool:
    """A line in capitals: "ATTACKS ON OSLO: WHAT WE KNOW"."""
    words = [word for word in view.words[start:end] if word.isalpha()]
    return len(words) >= FEWEST_WORDS - 1 and all(word.isupper() for word in words)


def _in_title_case(view: View, start: int, end: int) -> bool:
    """Whether nearly all longer words begin with a capital."""
    words = [word for word in view.words[start:end] if len(word) >= SHORT_WORD and word.isalpha()]
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
    beside = view.words[max(start - 1, 0) : start] + view.words[end : end + 1]
    capitals = any(word.isalpha() and word.isupper() for word in beside)
    acronym = end - start == 1 and name.isupper() and len(name) > 1 and not capitals
    return acronym or next(gazetteer(name), None) is not None
