"""Sentence starts at paragraph breaks, none behind a title; the parser keeps to both."""

from __future__ import annotations

import functools
import re

from spacy.tokens import Doc, Token

from briefgen import lists

BREAK = re.compile(r"\n\s*\n|\n")
# A text whose lines run on in lower case is hard-wrapped: there only an empty line is a break.
WRAPPED = re.compile(r"[^\n]\n[a-z]")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def breaks(text: str) -> list[int]:
    """Offsets at which a new paragraph begins (the first one's 0 left out)."""
    lines = max(text.count("\n"), 1)
    wrapped = len(WRAPPED.findall(text)) / lines > 0.2
    pattern = BLANK_LINE if wrapped else BREAK
    return [match.end() for match in pattern.finditer(text) if match.end() < len(text)]


def mark_paragraphs(doc: Doc) -> Doc:
    """Tell the parser where sentences must begin, and that none begins behind a title."""
    starts = breaks(doc.text)
    pending = 0
    for token in doc:
        if token.is_space:
            continue
        while pending < len(starts) and starts[pending] <= token.idx:
            pending += 1
            if token.i:
                token.is_sent_start = True
        if token.i and token.is_sent_start is not True and _titled(doc[token.i - 1], token):
            token.is_sent_start = False
    return doc


def _titled(title: Token, name: Token) -> bool:
    """ "President" or "Sgt." before "Ann Miller": no sentence ends there."""
    if title.text == "." and title.i and title.whitespace_ and not title.nbor(-1).whitespace_:
        # The tokenizer cuts the stop off these.
        return title.nbor(-1).lower_ in _cut_titles() and name.text[0].isupper()
    return (
        title.text[0].isupper()
        and title.lower_.rstrip(".") in _titles()
        and name.text[0].isupper()
        and title.whitespace_ != ""
    )


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in lists.load("names")["titles"])


@functools.cache
def _cut_titles() -> frozenset[str]:
    return frozenset(lists.load("names")["cut_titles"])
