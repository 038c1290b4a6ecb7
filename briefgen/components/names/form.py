"""The signs that lie in the words of a name themselves."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from briefgen.components import places
from briefgen.components.names.view import POSSESSIVE, View
from briefgen.lists import load

Signs = dict[str, float]
"""Sign -> strength, 1 for what simply holds."""

INNER_WORDS = ("of", "and", "for", "&", "the", "-")
MANY_WORDS = 6
LONG_ACRONYM = 6
LETTERS = 3
BIG_CITY = 500_000
CITY = 60_000


@functools.cache
def listed(name: str) -> frozenset[str]:
    """A list of `data/names_signs.yml`."""
    return frozenset(load("names_signs")[name])


def signs(view: View, start: int, end: int) -> Signs:
    """What the words say, wherever they stand."""
    text = view.text[view.starts[start] : view.ends[end - 1]]
    found = list(_word(view, start) if end - start == 1 else _words(view, start, end))
    found.extend(gazetteer(" ".join(text.split())))
    size = end - start
    found.append(f"{size} words" if size < MANY_WORDS else f"{MANY_WORDS}+ words")
    last = view.lower[end - 1]
    if len(last) > LETTERS * 2 - 1:
        found.append("last letters -" + last[-LETTERS:])
    if any(char.isdigit() for char in text):
        found.append("digit inside")
    if not any(view.tags[i] in ("NNP", "NNPS") for i in range(start, end)):
        found.append("no proper noun")
    return dict.fromkeys(found, 1.0)


def _word(view: View, i: int) -> Iterator[str]:
    """Of a single word."""
    word = view.words[i]
    acronym = word.isupper() and len(word) > 1
    for sort in sorted(listed("heads") & view.classes[i]):
        yield f"is one of {sort}"
    if acronym:
        yield "capitals only" if len(word) < LONG_ACRONYM else "long capitals"
    elif any(char.isupper() for char in word[1:]):
        yield "capital inside"
    if view.lowercase[view.lower[i]] and not acronym:
        yield "written small elsewhere"
    if len(word) < 3:
        yield "very short"
    for ending in load("names_signs")["endings"]:
        if word[-4:].lower().endswith(ending):
            yield "ending -" + ending


def _words(view: View, start: int, end: int) -> Iterator[str]:
    """Of several words."""
    heads = listed("heads")
    for sort in sorted(heads & view.classes[end - 1]):
        yield f"ends in {sort}"
    for sort in sorted(heads & view.classes[start]):
        yield f"begins with {sort}"
    for i in range(start + 1, end - 1):
        for sort in sorted(heads & view.classes[i]):
            yield f"holds {sort}"
    inner = view.lower[start + 1 : end - 1]
    for word in INNER_WORDS:
        if word in inner:
            yield f"holds {word}"
    body = [i for i in range(start, end) if "organization_heads" in view.classes[i]]
    if "of" in inner and start + inner.index("of") in body:
        yield "body of"
    if "and" in inner and not body:
        yield "and without a body"
    words = view.words[start:end]
    if any(word in POSSESSIVE for word in words):
        yield "holds possessive"
    if any(len(word.rstrip(".")) == 1 and word[0].isupper() for word in words):
        yield "holds an initial"
    if all(word.isupper() for word in words if word[0].isalpha()):
        yield "several in capitals"
    if land(words[0]):
        yield "begins with " + land(words[0])
    if land(words[-1]):
        yield "ends in " + land(words[-1])


def land(word: str) -> str:
    """ "demonym" or "country", where the word is one."""
    if places.country_of_demonym(word):
        return "demonym"
    return "country" if places.country_of(word) else ""


def gazetteer(name: str) -> Iterator[str]:
    """What the kept libraries know by this name."""
    if places.country_of(name):
        yield "is a country"
    if places.country_of_demonym(name):
        yield "is a people of a country"
    if places.country_of_capital(name):
        yield "is a capital"
    if places.region_countries(name):
        yield "is a region"
    cities = places.city_countries(name)
    if cities:
        people = cities[0][1]
        yield (
            "is a big city" if people > BIG_CITY else "is a city" if people > CITY else "is a town"
        )
