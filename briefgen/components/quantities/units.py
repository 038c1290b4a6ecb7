"""Units of measure and of money beside a number, found by their letters alone."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from babel.numbers import get_currency_name, list_currencies

from briefgen.lists import load

_LISTS = load("quantities")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit where it stands."""

    name: str
    """Plain and singular."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    kind: str
    """money, measure or age."""


def alternatives(words: list[str]) -> str:
    """A pattern of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _names(table: dict[str, list[str]]) -> dict[str, str]:
    return {alias: name for name, aliases in table.items() for alias in aliases}


@functools.cache
def currency_codes() -> dict[str, str]:
    """ISO 4217 code -> name of one unit: "USD" is the "US dollar"."""
    codes = sorted(set(list_currencies()) - set(_LISTS["not_currency_codes"]))
    return {code: get_currency_name(code, 1, locale="en") for code in codes} | {"RMB": "yuan"}


@functools.cache
def currency_nouns() -> frozenset[str]:
    """Last words of the currencies' names: dollar, franc, krona."""
    return frozenset(
        name.split()[-1].lower()
        for name in currency_codes().values()
        if name.islower() or " " in name
    )


_SIGNS = _names(_LISTS["currency_signs"])
_MONEY = _SIGNS | currency_codes()
_MONEY_BEFORE = re.compile(rf"(?:(?<![\w$])(?:{alternatives(list(_MONEY))})|[$€£¥₹])\s?$")
_MONEY_AFTER = re.compile(rf"\s?(?:[€£¥₹$]|(?:{alternatives(sorted(currency_codes()))})\b)")
_SYMBOLS = _names(_LISTS["unit_symbols"])
_WORDS = _names(_LISTS["unit_words"])
_SYMBOL = re.compile(rf"(?:\s?-\s?|\s)?(?:({alternatives(list(_SYMBOLS))}|m)(?![\w²³/]|-[A-Z0-9]))")
_WORD = re.compile(rf"(?:\s?-\s?|\s)?({alternatives(list(_WORDS))})s?(?!\w|-[a-z])", re.IGNORECASE)
_WORD_HYPHEN = re.compile(rf"\s?-\s?({alternatives(list(_WORDS))})s?\b", re.IGNORECASE)
_AGE = re.compile(r"(?:\s?-\s?|\s)(?:years?|yrs?)(?:\s?-\s?|\s)olds?\b|-?\s?y/o\b", re.IGNORECASE)
_PER_NOUN = alternatives(_LISTS["per_nouns"])
_PER = re.compile(
    rf"\s?(?:(?:per\s|/\s?)(?P<any>(?:sq\.? )?[A-Za-z]+)|(?:an?|each)\s(?P<listed>{_PER_NOUN}))\b"
)
_NO_PER = re.compile(r"\s?(?:per|/)\s?(?:cent|se)\b")


def money_before(text: str, end: int) -> Unit | None:
    """The sign or code of money that ends at `end`."""
    match = _MONEY_BEFORE.search(text, max(0, end - 8), end)
    if match is None:
        return None
    written = match.group().strip()
    return Unit(_MONEY[written], match.start(), end, "money")


def money_after(text: str, start: int) -> Unit | None:
    """The sign or code of money that begins at `start`."""
    match = _MONEY_AFTER.match(text, start)
    if match is None:
        return None
    return Unit(_MONEY[match.group().strip()], start, match.end(), "money")


def measure_after(text: str, start: int) -> Unit | None:
    """The unit of measure, or the age, that begins at `start`."""
    age = _AGE.match(text, start)
    if age:
        return Unit("year of age", start, age.end(), "age")
    word = _WORD.match(text, start) or _WORD_HYPHEN.match(text, start)
    if word:
        return Unit(_WORDS[word[1].lower()], start, word.end(), "measure")
    symbol = _SYMBOL.match(text, start)
    if symbol:
        return Unit(_SYMBOLS.get(symbol[1], "metre"), start, symbol.end(), "measure")
    return None


def per_after(text: str, start: int) -> tuple[str, int] | None:
    """("barrel", end) where "per barrel", "a barrel" or "/barrel" begins at `start`."""
    match = _PER.match(text, start)
    if match is None or _NO_PER.match(text, start):
        return None
    noun = match["any"] or match["listed"]
    measure = measure_after(" " + noun, 0)
    return (measure.name if measure else noun.lower()), match.end()
