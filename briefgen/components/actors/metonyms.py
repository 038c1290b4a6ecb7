"""When a capital stands for its government: "Tokyo decided", but "talks in Tokyo"."""

from __future__ import annotations

import functools

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from briefgen import lists


def stands_for_government(capital: TokenSpan) -> str | None:
    """The word that makes a capital its government, None where it is a place."""
    root = first_conjunct(capital.root)
    head = root.head
    lemma = head.lemma_.lower()
    if root.dep_ == "nsubj" and lemma in _words("verbs"):
        return f'it does what "{head.text}" says'
    if root.dep_ in ("dobj", "nsubjpass") and lemma in _words("addressed"):
        return f'object of "{head.text}"'
    if root.dep_ == "poss" and lemma in _words("possessions"):
        return f'owner of "{head.text}"'
    if root.dep_ == "pobj":
        return _after_preposition(head)
    return None


def first_conjunct(token: Token) -> Token:
    """The first of joined words: the others share its part in the sentence."""
    while token.dep_ == "conj":
        token = token.head
    return token


def _after_preposition(preposition: Token) -> str | None:
    governor = preposition.head
    lemma = governor.lemma_.lower()
    if preposition.dep_ == "agent" and lemma in _words("verbs"):
        return f'agent of "{governor.text}"'
    related = lemma in _words("relations") and governor.pos_ in ("NOUN", "PROPN")
    if related and preposition.lower_ in _words("relation_prepositions"):
        return f'"{governor.text} {preposition.text}"'
    return None


@functools.cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lists.load("actors_metonyms")[section])
