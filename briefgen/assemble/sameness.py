"""Words brought to the form in which accounts of different articles are compared.

The extraction keeps no lemmas, so that a word is told by its ending and a list of irregular forms
(`data/corpus/sameness.yml`). What these rules leave apart stays apart: nothing is shown where it is
doubtful that two accounts speak of the same.
"""

from __future__ import annotations

import functools
import re
from datetime import date, timedelta

from briefgen.intervals import Interval
from briefgen.lists import load

PREPOSITION = re.compile(r"\s(?:of|in|from|at|on|for|to|with|by|who|which|that)\s|,")
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@functools.cache
def words_of(name: str) -> frozenset[str]:
    """A word list of `data/corpus/sameness.yml`, as stems."""
    return frozenset(map(stem, map(str, load("corpus/sameness")[name])))


@functools.cache
def plain_words(name: str) -> frozenset[str]:
    """A word list of `data/corpus/sameness.yml` as it is written."""
    return frozenset(map(str, load("corpus/sameness")[name]))


@functools.cache
def _irregular() -> dict[str, str]:
    return {
        form: base for base, forms in load("corpus/sameness")["irregular"].items() for form in forms
    }


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the ending of number, tense or form; "killings" and "killed" are "kil"."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    if word in _irregular():
        word = _irregular()[word]
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending) + ("y" if ending in ("ied", "ies") else "")
            break
    return DOUBLED.sub(r"\1", word.removesuffix("e"))


def past(words: str) -> bool:
    """Whether a predicate is a past form: a noun of the same stem may be of an event to come."""
    found = [word.casefold() for word in WORD.findall(words)[:1]]
    return any(word.endswith("ed") or word in _irregular() for word in found)


@functools.cache
def _alike() -> dict[str, str]:
    groups = load("corpus/sameness")["alike"].items()
    return {stem(other): stem(one) for one, others in groups for other in others}


def predicate_key(words: str) -> str:
    """What happened, by the predicate's stem and particle; "" where it is too light to tell."""
    found = WORD.findall(words)
    if not found:
        return ""
    own = stem(found[0])
    own = _alike().get(own, own)
    if found[1:] and found[1] in plain_words("particles"):
        return f"{own} {found[1]}"
    return "" if own in words_of("light") else own


def content(words: str) -> tuple[str, ...]:
    """The stems of a phrase's telling words in order: no articles, numerals and the like."""
    skipped = plain_words("function_words")
    return tuple(
        stem(word)
        for word in WORD.findall(words)
        if word.casefold() not in skipped and not word[0].isdigit()
    )


def noun_phrase(words: str) -> str:
    """A phrase up to its first preposition, relative clause or comma."""
    return PREPOSITION.split(words, maxsplit=1)[0]


def head(words: str) -> str:
    """The stem of a noun phrase's head: its last telling word."""
    found = content(noun_phrase(words.strip()))
    return found[-1] if found else ""


def near(one: Interval, other: Interval, days: int = 0) -> bool:
    """Whether two stretches of days overlap, or have at most so many days between them."""
    gap = timedelta(days=days)
    return one[0] <= other[1] + gap and other[0] <= one[1] + gap


def apart(one: date | None, other: date | None) -> int:
    """Days between two publish dates; very many where one is not stated."""
    return abs((one - other).days) if one and other else 10_000
