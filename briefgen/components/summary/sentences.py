"""Sentences of the running text, with what the layers above hold inside each."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from briefgen.components.spans import readable
from briefgen.model import Mention, Quantity, Statement, Timex

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d|\d")
# Nothing that reads as one sentence is longer.
MAX_CHARACTERS = 700


@dataclass(slots=True)
class Sentence:
    """One sentence of the running text: headline, byline and dateline are not part of it."""

    index: int
    """Which one of the running text's sentences."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """Its words."""
    tokens: TokenSpan
    """Its tokens; those of a dateline before it included."""
    words: frozenset[str]
    """Its longer words and numbers, in lower case."""
    mentions: list[Mention] = field(default_factory=list)
    """Names in it."""
    timexes: list[Timex] = field(default_factory=list)
    """Times in it."""
    quantities: list[Quantity] = field(default_factory=list)
    """Figures in it."""
    statements: list[Statement] = field(default_factory=list)
    """Statements whose predicate stands in it."""


def published_of(doc: Doc) -> date | None:
    """The publish date of the Doc's article, None where no date or no article is known."""
    return doc._.article.published if doc._.article is not None else None


def running_text(doc: Doc) -> list[Sentence]:
    """The sentences after headline, byline and dateline, in order."""
    text = readable(doc)
    layout = doc._.layout
    parts = [part for part in (layout.headline, layout.byline, layout.dateline) if part]
    found: list[Sentence] = []
    for sent in doc.sents:
        start = max([sent.start_char, *(p.end for p in parts if p.start < sent.end_char)])
        words = text[start : sent.end_char]
        start += len(words) - len(words.lstrip(" \t\r\n\u00a0"))
        end = start + len(text[start : sent.end_char].rstrip())
        if start < end:
            content = frozenset(word.lower() for word in _WORD.findall(text[start:end]))
            found.append(Sentence(len(found), start, end, text[start:end], sent, content))
    _fill(doc, found)
    return found


def _fill(doc: Doc, sentences: list[Sentence]) -> None:
    starts = [sentence.start for sentence in sentences]

    def hand_out(items: Iterable[tuple[int, object]], name: str) -> None:
        for start, item in items:
            at = bisect.bisect_right(starts, start) - 1
            if at >= 0 and start < sentences[at].end:
                getattr(sentences[at], name).append(item)

    hand_out(((m.span.start, m) for m in doc._.mentions), "mentions")
    hand_out(((t.span.start, t) for t in doc._.timexes), "timexes")
    hand_out(((q.span.start, q) for q in doc._.quantities), "quantities")
    hand_out(((s.predicate.start, s) for s in doc._.statements), "statements")
