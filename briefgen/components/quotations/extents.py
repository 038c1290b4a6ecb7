"""How far a clause reaches that has words in quotation marks in it or right behind it."""

from __future__ import annotations

from collections.abc import Set

from briefgen.components.quotations import sentence
from briefgen.components.quotations.bounds import BREAKS, FINITE, GOES_ON, Range
from briefgen.components.quotations.marked import Marked
from briefgen.components.quotations.words import utters

# What begins, behind words in marks, when and where they were said.
CIRCUMSTANTIAL = frozenset(
    {"on", "during", "at", "before", "after", "since", "over", "throughout", "earlier", "later"}
    | {"last", "according", "when", "while"}
)
JOINS = frozenset({"and", "but", "or"})
LINKS = frozenset({"also", "then", "to", "a", "an", "the", "as", "that", "still"})
# Share of a clause's words in direct quotations from which on it is nothing of its own.
MOSTLY = 0.9


def has_marks(marked: Marked, part: Range, taken: Set[int] = frozenset()) -> bool:
    """Whether the tokens hold words in marks that are not taken by a direct quotation."""
    inside = {marked.at[i] for i in range(*part)} - {-1}
    return bool(inside - taken)


def to_marks(marked: Marked, part: Range) -> Range:
    """Without the day and place of the report: `called it a "disgrace" on her radio show`."""
    doc, (start, stop) = marked.doc, part
    last = max(marked.last[marked.at[i]] for i in range(start, stop) if marked.at[i] >= 0)
    behind = last + 1
    if behind >= stop:
        return part
    token = doc[behind]
    day = token.ent_type_ in ("DATE", "TIME")
    ends = day or token.lower_ in CIRCUMSTANTIAL or token.text in BREAKS or token.text == ","
    return (start, behind) if ends else part


def with_passage(marked: Marked, part: Range) -> Range:
    """To the end of a passage that follows without a comma: `blamed it on "bad luck"`."""
    start, stop = part
    number = marked.at[stop] if stop < len(marked.at) else -1
    if number < 0 or marked.first[number] != stop or not marked.doc[stop - 1].is_alpha:
        return part
    return start, marked.last[number] + 1


def past_marks(marked: Marked, part: Range) -> Range:
    """Past marks where the parse breaks off: `was "no end" if they stay`, `"poor" and "late"`."""
    doc, (start, stop) = marked.doc, part
    if marked.at[stop - 1] < 0:
        return part
    stop = marked.last[marked.at[stop - 1]] + 1
    if stop >= len(doc) or marked.at[stop] >= 0:
        return part
    if doc[stop].lower_ in GOES_ON:
        end = sentence.end(doc[stop])
        report = any(utters(token) and token.tag_ in FINITE for token in doc[stop:end])
        return part if report else (start, end)
    joined = stop + 1
    while joined < len(doc) and doc[joined].lower_ in LINKS:
        joined += 1
    if doc[stop].lower_ in JOINS and joined < len(doc) and marked.at[joined] >= 0:
        return past_marks(marked, (start, marked.last[marked.at[joined]] + 1))
    return part


def is_direct(marked: Marked, ranges: tuple[Range, ...], taken: set[int]) -> bool:
    """Whether nearly all that the clause holds is a direct quotation with a report of its own."""
    words = [i for part in ranges for i in range(*part) if marked.doc[i].is_alpha]
    return sum(marked.at[i] in taken for i in words) > MOSTLY * len(words)
