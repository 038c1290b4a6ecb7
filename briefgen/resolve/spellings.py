"""How two full names of persons can be one: transliterations, short first names, middle names."""

from __future__ import annotations

import functools
import re

from rapidfuzz import fuzz

from briefgen.resolve import names
from briefgen.resolve.score import Feature
from briefgen.resolve.tables import table

ALIKE = 85
"""Percent of letters that two names share at least to be alike."""
LONG_SURNAME = 5
"""Letters from which on a surname can be told by its consonants."""

Name = tuple[str, ...]

# Letters that transliterations write for one sound; the longer first.
SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("shch", "s"), ("tch", "c"), ("dj", "j"), ("dzh", "j"),
    ("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "v"), ("f", "v"),
    ("zh", "z"), ("sh", "s"),
    ("ch", "c"), ("ts", "z"), ("tz", "z"), ("q", "k"), ("g", "k"), ("w", "v"), ("x", "ks"),
)  # fmt: skip
VOWEL = re.compile("[aeiouyjh]+")
DOUBLE = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=100_000)
def consonants(word: str) -> str:
    """What all transliterations of a word share: "kdf" for Gaddafi and Qadhafi."""
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    first = "a" if VOWEL.match(word) else ""
    return first + DOUBLE.sub(r"\1", VOWEL.sub("", word))


@functools.cache
def _long_first_names() -> dict[str, str]:
    return {
        short: long
        for long, shorts in table("resolve", "short_first_names").items()
        for short in shorts
    }


def first_name(word: str) -> str:
    """A first name in full: "joseph" for "joe"."""
    return _long_first_names().get(word, word)


def without_particles(name: Name) -> Name:
    """The name without "al" and "el"."""
    kept = tuple(word for word in name if word not in names.listed("dropped_particles"))
    return kept if len(kept) > 1 else name


def block(name: Name) -> tuple[str, str]:
    """Names that could be spellings of one have the same: surname's sound and first letter."""
    bare = without_particles(name)
    return consonants(bare[-1]) or bare[-1], first_name(bare[0])[:1]


def relation(one: Name, other: Name) -> tuple[Feature, ...]:
    """The features that make the two spellings of one name; none where they are two names."""
    first, second = without_particles(one), without_particles(other)
    if first == second:
        return (Feature("without_particle"),)
    if first[-1] != second[-1]:
        return _transliterated(first, second)
    if _middle_only(first, second):
        return (Feature("middle_name"),)
    if len(first) != len(second) or first[1:] != second[1:]:
        return ()
    left, right = first[0], second[0]
    if 1 in (len(left), len(right)):
        return (Feature("first_initial"),) if left[0] == right[0] else ()
    if first_name(left) == first_name(right):
        return (Feature("short_first_name"),)
    return _transliterated(first, second)


def are_one(one: str, other: str) -> bool:
    """Whether one article that ties two full names of persons can mean one person."""
    first, second = names.person(one), names.person(other)
    return bool(first and second) and (first == second or bool(relation(first, second)))


def _middle_only(first: Name, second: Name) -> bool:
    short, long = sorted((first, second), key=len)
    return len(short) == 2 < len(long) and short[0] == long[0] and not _particled(long)


def _particled(name: Name) -> bool:
    return bool(set(name[:-1]) & names.listed("particles"))


def _transliterated(first: Name, second: Name) -> tuple[Feature, ...]:
    sounds = [tuple(map(consonants, name)) for name in (first, second)]
    same_first = first[:-1] == second[:-1]
    long = min(len(first[-1]), len(second[-1])) >= LONG_SURNAME
    alike = fuzz.ratio(" ".join(first), " ".join(second)) >= ALIKE
    if not long or not (sounds[0] == sounds[1] or (same_first and alike)):
        return ()
    return (Feature("transliteration"), *((Feature("alike"),) if alike else ()))
