"""The reporting words of `data/reporting.yml`."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from briefgen.lists import load


@functools.cache
def verbs(kind: str) -> frozenset[str]:
    """The reporting words of one list of `data/reporting.yml`."""
    return frozenset(load("reporting")[kind])


@functools.cache
def every_verb() -> frozenset[str]:
    """Verbs of all lists."""
    kinds = ("clause", "infinitive", "object", "naming", "judging", "about", "marked")
    return frozenset().union(*map(verbs, kinds))


@functools.cache
def uttering_verbs() -> frozenset[str]:
    """Verbs that may stand beside words in quotation marks."""
    return verbs("clause") | verbs("utter")


def is_verb(token: Token) -> bool:
    """Whether it is a reporting verb of any list, used as a verb."""
    return token.tag_.startswith("VB") and token.lemma_.lower() in every_verb()


def utters(token: Token) -> bool:
    """Whether it is a verb that may stand beside words in quotation marks."""
    return token.tag_.startswith("VB") and token.lemma_.lower() in uttering_verbs()
