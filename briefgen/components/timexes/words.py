"""Reads a text as words of time: each word gets its classes, and one character for them.

The rules are regular expressions over the string of these characters, so they see `MONTH INT`
where the text says "March 25", and cost next to nothing on text that speaks of no time.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

from briefgen.components.paragraphs import breaks
from briefgen.lists import load

OTHER = "."
"""Stands for a word that no rule knows."""

PARAGRAPH = "¶"
"""Stands between paragraphs; no rule crosses it."""

FIRST_PRIVATE = 0xE000


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of the text."""

    start: int
    """First code point in the text."""
    end: int
    """One past the last code point."""
    lower: str
    """In lower case; a number as written."""
    classes: frozenset[str]
    """What it can be: MONTH, INT, UNIT ...; a known word is also a class of its own."""
    values: dict[str, Any]
    """What it means as a member of a class."""


def number_words() -> str:
    """A regular expression for numbers in words: "twenty-five", "two and a half", "a hundred"."""
    lists = load("timexes")
    ones = "|".join(sorted(lists["cardinals"], key=len, reverse=True))
    tens = "|".join(lists["tens"])
    simple = rf"(?:(?:{tens})(?:[ -](?:{ones}))?|{ones})"
    large = "|".join(lists["multipliers"])
    return (
        rf"\b(?:(?:{simple}|an?|half a)[ -](?:{large})(?:[ -](?:{large}))?(?: (?:and )?{simple})?"
        rf"|{simple}(?:[ -](?:{simple}))?)\b"
    )


@functools.cache
def lexer() -> re.Pattern[str]:
    """One expression that reads the next word, number or mark; the group says which kind it is."""
    lists = load("timexes")
    dotted = lists["dotted"]
    kinds = {
        "ISO": r"\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?\b",
        "SLASHED": r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b",
        "DECADE": r"\b(?:1\d|20)\d0['’]?s\b|['’]\d0s\b|\b[2-9]0s\b",
        "CLOCK": r"\b(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?= ?[ap]\.?m))",
        "QUARTER": r"\b(?:Q[1-4]|[1-4]Q)\b",
        "NTH": r"\b\d{1,3}(?:st|nd|rd|th)\b",
        "NUMBER": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+ 1/2|\d+(?:\.\d+)?(?!\.\d)",
        "SHORT": r"['’]\d\d\b",
        "AMPM": r"(?:(?<=[\s\d])[ap]\.\s?m\b\.?|(?<=[\s\d])[ap]m\b)",
        "ERA": r"(?-i:\bB\.C\.(?:E\.)?|\bBCE?\b|\bA\.D\.|\bAD\b|\bCE\b)",
        "WORDS": number_words(),
        "DOTTED": rf"\b(?:{'|'.join(sorted(dotted, key=len, reverse=True))})\.",
        "PLAIN": r"o['’]clock|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?",
        "MARK": r"['’]s\b|\S",
    }
    return re.compile("|".join(f"(?P<{k}>{p})" for k, p in kinds.items()), re.IGNORECASE)


@functools.cache
def number_value(words: str) -> float:
    """What a number in words comes to: "two hundred and five" is 205."""
    lists = load("timexes")
    small = lists["cardinals"] | lists["tens"]
    total = 0.0
    for part in re.findall(r"[a-z]+", words.lower()):
        if part in small:
            total += small[part]
        elif part in lists["multipliers"]:
            total = max(total, 1) * lists["multipliers"][part]
        elif part == "half":
            total = 0.5
    return total


@functools.cache
def spoken_year(words: str) -> int | None:
    """The year that a pair of numbers in words spells: "nineteen ninety-six" is 1996."""
    lists = load("timexes")
    parts = re.findall(r"[a-z]+", words.lower())
    if len(parts) < 2 or parts[0] not in {"eighteen", "nineteen", "twenty"}:
        return None
    rest = [int(lists["tens"].get(p) or lists["cardinals"].get(p) or 0) for p in parts[1:]]
    if 0 in rest or rest[0] < 10:
        return None
    return int(number_value(parts[0])) * 100 + sum(rest)


@functools.cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """Class -> value of every listed word."""
    lists = load("timexes")
    classes: dict[str, dict[str, Any]] = {}
    for name, key in (
        ("MONTH", "months"),
        ("WEEKDAY", "weekdays"),
        ("SEASON", "seasons"),
        ("DAYPART", "dayparts"),
        ("MOMENT", "moments"),
        ("UNIT", "units"),
        ("UNITS", "plural_units"),
        ("ORD", "ordinals"),
        ("DECADE", "decades"),
        ("FREQUENCY", "frequencies"),
        ("ZONE", "zones"),
    ):
        for word, value in lists[key].items():
            classes.setdefault(word, {})[name] = value
    for word, value in lists["weekdays"].items():
        if len(word) > 5:
            classes.setdefault(word + "s", {})["WEEKDAYS"] = value
    for word, value in lists["dayparts"].items():
        classes.setdefault(word + "s", {})["DAYPARTS"] = value
    for word, value in lists["seasons"].items():
        classes.setdefault(word + "s", {})["SEASONS"] = value
    return classes


CAPITALISED = frozenset({"MONTH", "WEEKDAY", "WEEKDAYS"})
"""Classes whose words English writes with a capital."""


def meanings(kind: str, text: str) -> dict[str, Any]:
    """Class -> value of one word of the text."""
    lower = text.lower()
    if kind in ("PLAIN", "DOTTED"):
        found = vocabulary().get(lower.rstrip("."), {})
        if found and not text[0].isupper():
            found = {name: v for name, v in found.items() if name not in CAPITALISED}
        if kind == "PLAIN" and text.isupper() and "ZONE" not in found and len(text) <= 3:
            return {}  # "SAT", "MAR", "MAY" in capitals are names
        return found
    return READERS.get(kind, lambda _: {})(lower)


def _number(text: str) -> dict[str, Any]:
    if text.endswith("1/2"):
        return {"NUM": float(text.split()[0]) + 0.5}
    value = float(text.replace(",", ""))
    classes: dict[str, Any] = {"NUM": value}
    if text.isdigit():
        number = int(text)
        classes["INT"] = number
        if len(text) == 4 and 1000 <= number < 2200:
            classes["YEAR"] = number
        if len(text) <= 2 and 1 <= number <= 31:
            classes["DAY"] = number
        if len(text) <= 2 and number <= 24:
            classes["HOUR"] = number
        if len(text) == 2:
            classes["YY"] = number
        if len(text) == 4 and number < 2400 and number % 100 < 60:
            classes["MILITARY"] = f"{text[:2]}:{text[2:]}"
    return classes


def _nth(text: str) -> dict[str, Any]:
    number = int(text[:-2])
    return {"ORD": number} | ({"DAY": number, "NTHDAY": number} if 1 <= number <= 31 else {})


def _words(text: str) -> dict[str, Any]:
    year = spoken_year(text)
    if year is not None:
        return {"YEAR": year, "SPOKEN": year}
    value = number_value(text)
    if "thousand" in text and 1000 <= value < 2200 and not text.startswith("a"):
        return {"NUM": value, "THOUSAND": int(value)}
    return {"NUM": value} | ({"HOUR": int(value)} if 1 <= value <= 12 else {})


READERS = {
    "ISO": lambda text: {"ISO": text},
    "SLASHED": lambda text: {"SLASHED": text},
    "DECADE": lambda text: {"DECADE": text},
    "CLOCK": lambda text: {"CLOCK": text.replace(".", ":")},
    "QUARTER": lambda text: {"QUARTER": int(text.strip("q"))},
    "NTH": _nth,
    "NUMBER": _number,
    "SHORT": lambda text: {"SHORT": int(text[1:])},
    "AMPM": lambda text: {"AMPM": text[0]},
    "ERA": lambda text: {"ERA": text.replace(".", "").replace(" ", "")},
    "WORDS": _words,
}
"""How each kind of number is read."""


class Alphabet:
    """Gives each set of classes its character, and turns a pattern of class names into a regex."""

    def __init__(self, literals: frozenset[str]) -> None:
        """An alphabet that keeps apart the words that rules name, `literals`."""
        self.literals = literals
        self._characters: dict[frozenset[str], str] = {}
        for word in sorted(vocabulary()):
            for shape in (word, word.title()):
                self._add(self.classes("PLAIN", shape, meanings("PLAIN", shape)))
        for word in sorted(literals):
            kind = str(getattr(lexer().fullmatch(word), "lastgroup", "MARK"))
            self._add(self.classes(kind, word, meanings(kind, word)))
        for kind, examples in SHAPES.items():
            for text in examples:
                self._add(self.classes(kind, text, meanings(kind, text)))

    def classes(self, kind: str, text: str, values: dict[str, Any]) -> frozenset[str]:
        """All classes of a word, itself included where a rule names it."""
        lower = text.lower().replace("’", "'")
        return frozenset(values) | ({lower} if lower in self.literals else frozenset())

    def _add(self, classes: frozenset[str]) -> str:
        if not classes:
            return OTHER
        return self._characters.setdefault(classes, chr(FIRST_PRIVATE + len(self._characters)))

    def character(self, classes: frozenset[str]) -> str:
        """The character of a set of classes; `OTHER` for one that no rule can tell apart."""
        return self._characters.get(classes, OTHER)

    def members(self, name: str) -> str:
        """The regex class of all characters whose words can be `name`."""
        found = [char for classes, char in self._characters.items() if name in classes]
        return "[" + "".join(found) + "]" if found else r"[^\s\S]"


SHAPES: dict[str, tuple[str, ...]] = {
    "ISO": ("2024-03-25",),
    "SLASHED": ("3/25/2024",),
    "DECADE": ("1960s",),
    "CLOCK": ("10:30",),
    "QUARTER": ("Q3",),
    "NTH": ("1st", "40th"),
    "NUMBER": (
        *map(str, range(2400)),
        *(f"{n:02d}" for n in range(10)),
        "0900",
        "0960",
        "2.5",
        "5000",
    ),
    "SHORT": ("'98",),
    "AMPM": ("am",),
    "ERA": ("BC",),
    "WORDS": ("nineteen ninety-six", "five", "twenty", "two thousand"),
}
"""Examples of every shape of number, so that each set of classes it can have gets a character."""


def read(text: str, alphabet: Alphabet) -> tuple[list[Word], str]:
    """The words of a text and the string of their characters, one each."""
    words: list[Word] = []
    characters: list[str] = []
    pending = breaks(text)[::-1]
    cache: dict[tuple[str, str], tuple[frozenset[str], dict[str, Any], str]] = {}
    for match in lexer().finditer(text):
        start, end = match.span()
        if pending and start >= pending[-1]:
            while pending and start >= pending[-1]:
                pending.pop()
            words.append(Word(start, start, "", frozenset(), {}))
            characters.append(PARAGRAPH)
        kind, shape = str(match.lastgroup), match.group()
        known = cache.get((kind, shape))
        if known is None:
            values = meanings(kind, shape)
            classes = alphabet.classes(kind, shape, values)
            known = cache[kind, shape] = (classes, values, alphabet.character(classes))
        words.append(Word(start, end, shape.lower(), known[0], known[1]))
        characters.append(known[2])
    return words, "".join(characters)
