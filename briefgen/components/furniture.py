"""Page furniture inside the text: teasers, advertisements, link texts, credits of pictures.

It stays in the text, where all offsets count, but nobody reads it: each stretch becomes one token
of white space, so that the sentence around it is parsed as if it were not there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from spacy.tokens import Doc

from briefgen.lists import load

Stretch = tuple[int, int]
"""Start and end of a piece of text, in code points."""

# What the model takes a stretch for: inside a sentence a pause, on its own line the line's end.
PAUSE, LINE = ",", "\n\n"


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Those for whole lines and those for insertions."""
    data = load("furniture")
    lines = tuple(re.compile(pattern, re.MULTILINE) for pattern in data["lines"])
    return lines, tuple(re.compile(pattern) for pattern in data["insertions"])


def stretches(text: str) -> list[Stretch]:
    """All of them, in order and without overlap."""
    found: list[Stretch] = []
    for start, end in sorted(_all(text)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _all(text: str) -> Iterator[Stretch]:
    lines, insertions = _patterns()
    for pattern in lines:
        yield from (match.span() for match in pattern.finditer(text))
    for pattern in insertions:
        yield from (match.span("furniture") for match in pattern.finditer(text))


def mark(doc: Doc) -> Doc:
    """Make each stretch one token of white space and note it on the Doc."""
    found = stretches(doc.text)
    for start, end in reversed(found):
        tokens = [token for token in doc if start < token.idx + len(token) and token.idx < end]
        first, last = tokens[0].i, tokens[-1].i
        if first == last:
            # With a line's end beside it: the word alone may mean something else, also elsewhere.
            first, last = (first - 1, last) if first else (first, last + 1)
        if last >= len(doc):
            continue
        with doc.retokenize() as retokenizer:
            retokenizer.merge(doc[first : last + 1])
        alone = first == 0 or doc[first].text[0] == "\n" or doc[first - 1].text[-1] == "\n"
        _read_as(doc, doc[first].text, LINE if alone else PAUSE)
    doc._.furniture = tuple(found)
    return doc


def _read_as(doc: Doc, words: str, mark: str) -> None:
    """Give these words the features of a mark, and have them pass for white space."""
    own, seen = doc.vocab[words], doc.vocab[mark]
    own.lower_, own.norm_, own.shape_ = seen.lower_, seen.norm_, seen.shape_
    own.prefix_, own.suffix_ = seen.prefix_, seen.suffix_
    own.is_space, own.is_punct, own.is_alpha, own.is_title = True, False, False, False
