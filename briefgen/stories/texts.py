"""An article's text as it is compared with others: own words, shingles, sentences, quotations."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from briefgen.model import Article

SHINGLE = 5
"""Words in a row; shorter ones are shared by chance."""
LEAD_WORDS = 400
"""Copies begin alike; further down, galleries and boxes stand under many texts of a publisher."""
LONG_SENTENCE = 8
"""Words from which on a sentence is seldom written twice."""
LONG_QUOTATION = 8
"""Words from which on the same quotation tells something."""

WORD = re.compile(r"\w+")
# Never across a line: one mark that is missing must not turn the rest of the text around.
QUOTATION = re.compile(r"[“\"]([^“”\"\n]{1,1000})[”\"]")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def plain_words(text: str) -> list[str]:
    """The words in lower case, without punctuation."""
    return [word.casefold() for word in WORD.findall(text)]


def own_words(article: Article) -> list[str]:
    """The words outside quotations: those that the writer chose."""
    return plain_words(QUOTATION.sub(" ", article.text))


def shingles_of(words: list[str]) -> set[str]:
    """Each run of five words."""
    runs = zip(*(islice(words, start, None) for start in range(SHINGLE)), strict=False)
    return {" ".join(run) for run in runs}


@lru_cache(maxsize=512)
def shingles(article: Article) -> frozenset[str]:
    """The shingles of all own words. Kept for a while: an article is compared several times."""
    return frozenset(shingles_of(own_words(article)))


@lru_cache(maxsize=512)
def lead(article: Article) -> frozenset[str]:
    """The shingles of the first own words."""
    return frozenset(shingles_of(own_words(article)[:LEAD_WORDS]))


@lru_cache(maxsize=512)
def sentences(article: Article) -> frozenset[str]:
    """The long sentences that hold no quotation, in plain words."""
    lines = SENTENCE_END.split(QUOTATION.sub("\n", article.text))
    plain = (plain_words(line) for line in lines)
    return frozenset(" ".join(words) for words in plain if len(words) >= LONG_SENTENCE)


@lru_cache(maxsize=512)
def quotations(article: Article) -> frozenset[str]:
    """The long direct quotations, in plain words."""
    plain = (plain_words(match) for match in QUOTATION.findall(article.text))
    return frozenset(" ".join(words) for words in plain if len(words) >= LONG_QUOTATION)
