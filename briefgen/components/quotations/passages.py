"""Passages in quotation marks: which mark opens, which one closes it, and over which paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefgen.components.paragraphs import breaks

MARK = re.compile(r"``|''|[\"“”„«»‘’'`]")

# Opening mark -> the marks that may close it, likeliest first.
CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "”"),
    "“": ("”", '"', "“"),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "``": ("''", '"'),
    "''": ("''",),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "`": ("'", "’"),
}
SINGLE = frozenset("‘'`")
# Straight and curly marks in one text: the other kind's opening and closing mark.
OTHER = {'"': ("“", "”"), "“": ('"', '"')}

# A single mark is an apostrophe far more often than the end of a long quotation.
LONGEST_SINGLE = 600
LAST_MARKS = frozenset(".,!?")
BEFORE_OPENING = frozenset("([{—–-/:\"“‘'…")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between an opening and a closing mark."""

    start: int
    """First code point of the opening mark."""
    end: int
    """One past the closing mark."""
    pieces: tuple[tuple[int, int], ...]
    """The words without marks, one pair for each paragraph."""


def passages(text: str) -> list[Passage]:
    """All passages in order; nested ones are part of the outer one."""
    bounds = [0, *breaks(text), len(text)]
    found: list[Passage] = []
    unclosed: list[tuple[int, int]] = []
    start = 0
    for begin, end in pairwise(bounds):
        marks = list(MARK.finditer(text, begin, end))
        first = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
        last = begin + len(text[begin:end].rstrip())
        if first >= last:
            continue
        position = 0
        if unclosed:
            if not (marks and marks[0].start() == first and _opens(text, marks[0])):
                found += _finished(start, unclosed)
                unclosed = []
            else:
                closing = _closing(text, marks, 0)
                if closing is None:
                    unclosed.append((marks[0].end(), last))
                    continue
                unclosed.append((marks[0].end(), marks[closing].start()))
                found.append(Passage(start, marks[closing].end(), tuple(unclosed)))
                unclosed, position = [], closing + 1
        inside, tail = _in_paragraph(text, marks, position)
        found += inside
        if tail is not None:
            start = tail.start()
            unclosed = [(tail.end(), last)]
    found += _finished(start, unclosed)
    return [
        passage for passage in found if any(map(str.isalnum, text[passage.start : passage.end]))
    ]


def _finished(start: int, pieces: list[tuple[int, int]]) -> list[Passage]:
    """A quotation whose last paragraph lacks the closing mark; a lone unclosed mark is none."""
    return [Passage(start, pieces[-1][1], tuple(pieces))] if len(pieces) > 1 else []


def _in_paragraph(
    text: str, marks: list[re.Match[str]], position: int
) -> tuple[list[Passage], re.Match[str] | None]:
    """Closed passages of one paragraph, and the last double mark that stays open."""
    found: list[Passage] = []
    tail: re.Match[str] | None = None
    while position < len(marks):
        mark = marks[position]
        position += 1
        if not _opens(text, mark):
            continue
        closing = _closing(text, marks, position - 1)
        if closing is None:
            tail = tail or (None if mark.group() in SINGLE else mark)
            continue
        tail = None
        end = marks[closing]
        if mark.end() < end.start():
            found.append(Passage(mark.start(), end.end(), ((mark.end(), end.start()),)))
        position = closing + 1
    return found, tail


def _opens(text: str, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign in "’»" or sign not in CLOSERS:
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if sign in "“„«" or sign == "``":
        return bool(after)
    free = not before or before.isspace() or before in BEFORE_OPENING
    if not free or not after or after.isspace():
        return False
    # '90s and 'em are apostrophes.
    return sign not in SINGLE or after.isupper() or after.islower() or after in '[$“"…'


def _closing(text: str, marks: list[re.Match[str]], opening: int) -> int | None:
    """Index of the mark that closes the one at `opening`; the likeliest kind of mark wins."""
    sign = marks[opening].group()
    mixed = _closing_mixed(text, marks, opening) if sign in OTHER else None
    likeliest = _closing_same(text, marks, opening)
    return min((index for index in (mixed, likeliest) if index is not None), default=None)


def _closing_mixed(text: str, marks: list[re.Match[str]], opening: int) -> int | None:
    """Index of a double mark of the other kind that closes although none of its kind opened."""
    opens, closes = OTHER[marks[opening].group()]
    for index in range(opening + 1, len(marks)):
        mark = marks[index]
        if mark.group() == closes and _closes(text, mark):
            return None if text[mark.start() - 1].isdigit() else index
        if mark.group() == opens:
            return None
    return None


def _closing_same(text: str, marks: list[re.Match[str]], opening: int) -> int | None:
    sign = marks[opening].group()
    nested = _closing_outer(marks, opening) if sign == "“" else None
    if nested is not None:
        return nested
    for closer in CLOSERS[sign]:
        for index in range(opening + 1, len(marks)):
            mark = marks[index]
            if mark.group() != closer:
                continue
            if sign in SINGLE and mark.end() - marks[opening].start() > LONGEST_SINGLE:
                break
            if _closes(text, mark):
                return index
            if closer == sign == '"':
                # A second opening mark: the first one was never closed.
                return None
    return None


def _closing_outer(marks: list[re.Match[str]], opening: int) -> int | None:
    """Index of the mark that closes a passage with passages of the same marks in it."""
    depth = 0
    for index in range(opening, len(marks)):
        depth += {"“": 1, "”": -1}.get(marks[index].group(), 0)
        if depth == 0:
            return index
    return None


def _closes(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if after.isalnum():
        # `late,"she said`: the space behind the mark is lost.
        return mark.group() == "”" or (mark.group() == '"' and before in LAST_MARKS)
    if mark.group() in "’'":
        # "the voters' choice": after an s and before a word, a possessive.
        return not before.isspace() and not (before == "s" and after == " ")
    return mark.group() == "”" or not before.isspace()
