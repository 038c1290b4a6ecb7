"""Stretches of a text around a name or time, for the answers to when and where."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.model import Mention, Timex

Stretch = tuple[int, int]


def word_before(text: str, start: int) -> str:
    """The word before a name or time, articles left out."""
    before = text[max(0, start - 30) : start].lower().split()
    while before and before[-1] in ("the", "a", "an"):
        before.pop()
    return before[-1] if before else ""


def joined(
    item: Mention | Timex, others: Iterable[Mention | Timex], text: str, between: re.Pattern[str]
) -> Stretch:
    """The item with a neighbour right before or after it: "6.10am on Wednesday"."""
    start, end = ends(item)
    for other in others:
        if between.fullmatch(text, end, other.span.start) if other.span.start > end else False:
            end = other.span.end
        elif other.span.end < start and between.fullmatch(text, other.span.end, start):
            start = other.span.start
    return start, end


def ends(item: Mention | Timex) -> Stretch:
    """First code point of a name or time, and one past its last."""
    return item.span.start, item.span.end
