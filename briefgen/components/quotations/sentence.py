"""The bounds of a token's sentence; `token.sent` goes through the whole Doc at every call."""

from __future__ import annotations

from spacy.tokens import Token


def start(token: Token) -> int:
    """Index of the sentence's first token."""
    doc, i = token.doc, token.i
    while i > 0 and not doc[i].is_sent_start:
        i -= 1
    return i


def end(token: Token) -> int:
    """One past the index of the sentence's last token."""
    doc, i = token.doc, token.i + 1
    while i < len(doc) and not doc[i].is_sent_start:
        i += 1
    return i


def root(token: Token) -> Token:
    """The token that heads the sentence."""
    while token.head != token:
        token = token.head
    return token
