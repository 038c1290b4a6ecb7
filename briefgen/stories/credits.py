"""Whom a publisher took a text from: the agency in metadata, byline, dateline and closing line."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from briefgen.lists import load
from briefgen.model import Article
from briefgen.stories.texts import plain_words

DATELINE_CREDIT = re.compile(r"\s*[^()\n]{0,60}\(([^()\n]{2,60})\)\s*(?:--|[-—–])")
BARE_CREDIT = re.compile(r"\(([^()\n]{2,60})\)")
CLOSING_LINES = 2
CLOSING_WORDS = 20
"""A longer last line is prose."""
ADDED = re.compile(r"\([^()]*\)")
"""What a list of publishers adds to a name: "Daily Post (web)"."""


def plain_name(name: str) -> str:
    """A name without case, punctuation and "the"; an agency's short name in full."""
    plain = _plain(name)
    return _agencies().get(plain, plain)


def credits(article: Article, known: Iterable[str] = ()) -> frozenset[str]:
    """Plain names of those whose text it says it is, not the publisher's own name.

    `known` are the plain names that a byline or a closing line may name beside other words: those
    of the publishers at hand. The agencies of `data/corpus/agencies.yml` are known always.
    """
    names = {plain_name(article.credit)} if article.credit else set()
    if dateline := DATELINE_CREDIT.match(article.text):
        names.add(plain_name(dateline[1]))
    lines = article.text.rstrip().splitlines()[1:][-CLOSING_LINES:]
    closing = [line for line in lines if len(line.split()) <= CLOSING_WORDS]
    for line in closing:
        if bare := BARE_CREDIT.fullmatch(line.strip()):
            names.add(plain_name(bare[1]))
    for line in [article.byline or "", *closing]:
        padded = f" {' '.join(plain_words(line))} "
        names |= {plain_name(name) for name in (*known, *_agencies()) if f" {name} " in padded}
    return frozenset(names - {"", plain_name(article.publisher or "")})


def _plain(name: str) -> str:
    return " ".join(word for word in plain_words(ADDED.sub(" ", name)) if word != "the")


@functools.cache
def _agencies() -> dict[str, str]:
    """Each plain name of an agency -> the plain form of its full name."""
    listed: dict[str, list[str]] = load("corpus/agencies")
    return {_plain(one): _plain(name) for name, short in listed.items() for one in (name, *short)}
