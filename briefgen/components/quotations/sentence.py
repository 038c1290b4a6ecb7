"""A token's place in its sentence: `token.sent` goes through the whole Doc at every call."""

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


def child(token: Token | None, deps: frozenset[str] | set[str]) -> Token | None:
    """The first token that depends on this one in one of the relations."""
    if token is None:
        return None
    return next((child for child in token.children if child.dep_ in deps), None)


def governor(token: Token) -> Token:
    """The token itself if it is a verb, or the verb it depends on."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token
