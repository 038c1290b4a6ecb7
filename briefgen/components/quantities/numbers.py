"""Numbers in a text, in digits and in words, with their values.

An own module and no library: those for number words read a string that is known to be a number,
while here the question is which strings are; and they know neither "half a million", "two-thirds",
"1-in-4" nor "tens of thousands".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.lists import load

Value = float | tuple[float, float] | None
_LISTS = load("quantities")
_NUMERALS: dict[str, int] = _LISTS["numerals"]
_SCALES: dict[str, int] = _LISTS["scales"]
_ABBREVIATIONS: dict[str, int] = _LISTS["scale_abbreviations"]
_LETTERS: dict[str, int] = _LISTS["scale_letters"]
_FRACTIONS: dict[str, int] = _LISTS["fractions"]
_SIGNS: dict[str, float] = _LISTS["fraction_signs"]
_VAGUE_RANGES: dict[str, list[float]] = _LISTS["vague_ranges"]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_JOINT = r"(?:\s?-\s?|\s)"
_ONES = _any([word for word, value in _NUMERALS.items() if value < 10])
_TENS = _any([word for word, value in _NUMERALS.items() if value >= 20 and value % 10 == 0])
_SMALL = rf"(?:(?:{_TENS})(?:{_JOINT}(?:{_ONES})\b)?|{_any(_NUMERALS)})\b"
_SCALE = rf"(?:(?:{_any(_SCALES)}|dozen)\b)"
_WORDS = (
    rf"(?:(?:an?\s(?={_SCALE}|half{_JOINT}{_SCALE}))?(?:{_SMALL}|{_SCALE}))"
    rf"(?:(?:{_JOINT}{_SCALE})+(?:(?:\sand)?\s{_SMALL}(?:{_JOINT}{_SCALE})*)*)?"
)
# "10, 000" is how some tokenized texts write it.
_DIGITS = r"\d{1,3}(?:,\s000)+\b|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\d)\.\d+"
_DIGIT_SCALE = (
    rf"{_JOINT}?(?i:(?:{_any(_SCALES)}|dozen)s?\b|(?:{_any(_ABBREVIATIONS)})\b\.?)"
    rf"|(?:{_any(_LETTERS)})(?![\w²³/])"
)
_NUMBER = re.compile(
    rf"""
    (?i:\b(?P<vague_range>{_any(_VAGUE_RANGES)})\b)
  | (?i:\b(?P<vague>(?:several|many|a\sfew|few)\s{_SCALE}s?|(?:{_any(_LISTS["vague"])})\b))
  | (?i:\b(?P<part>\d+|{_ONES})(?P<odds>\s?-\s?in\s?-\s?|\s(?:in|out\sof)\s(?:every\s)?)
        (?P<whole>\d+|{_SMALL})\b)
  | (?i:\b(?P<half_scale>(?:one\s|a\s)?half(?:\sa\s|{_JOINT}a\s?-\s?|{_JOINT})(?P<halved>{_SCALE})))
  | (?i:\b(?P<fraction>(?P<numerator>{_ONES}|an?){_JOINT}(?P<denominator>{_any(_FRACTIONS)})
        (?:s\b|(?<=half)\b(?=\sof\b)|(?=\s(?:of\b(?!\s(?:its|his|her)\skind)))))|
        (?P<one_part>(?:one|three)-(?:{_any(_FRACTIONS)})s?)\b)
  | (?i:\b(?P<half>half)\b(?=\s(?:of|the|its|their|our|all)\b))
  | (?P<over>(?<![\d/])(?:(?P<integer>\d+)[\s-])?\d{{1,3}}[/⁄]\d{{1,3}})(?![\d/])
  | (?P<digits>{_DIGITS})(?P<sign>[{"".join(_SIGNS)}])?
        (?P<and_half>(?i:[\s-]and[\s-]a[\s-](?:half|quarter)\b))?(?P<scale>(?:{_DIGIT_SCALE})*)
  | (?P<bare_sign>[{"".join(_SIGNS)}])
  | (?i:\b(?P<words>{_WORDS})(?P<words_half>[\s-]and[\s-]a[\s-]half\b)?
        (?P<words_scale>[\s-]{_SCALE})?)
    """,
    re.VERBOSE,
)
_MINUS = re.compile(r"(?:(?i:\bminus)[ -]|(?<![\w)\]%-])[-−])$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands."""

    start: int
    """First code point, a minus sign included."""
    end: int
    """One past the last code point."""
    value: Value
    """What it says; a pair for "tens of thousands", None for "dozens"."""
    kind: str
    """digits, words, fraction, odds or vague."""
    scale: float = 1
    """What a scale word multiplied the digits by."""
    letter: bool = False
    """Whether the scale is one letter, which may be a unit instead ("37m")."""


def numbers(text: str) -> Iterator[Number]:
    """Every number of the text, in order, whatever it is used for."""
    for match in _NUMBER.finditer(text):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if match["vague_range"]:
        low, high = _VAGUE_RANGES[match["vague_range"].lower()]
        return Number(start, end, (float(low), float(high)), "vague")
    if match["vague"]:
        return Number(start, end, None, "vague")
    if match["odds"]:
        whole = _plain(match["whole"])
        return Number(start, end, _plain(match["part"]) / whole, "odds") if whole else None
    if match["half_scale"]:
        halved = match["halved"].lower()
        return Number(start, end, float(_SCALES.get(halved, 12)) / 2, "words")
    if match["fraction"] or match["one_part"]:
        return Number(start, end, _fraction(match["fraction"] or match["one_part"]), "fraction")
    if match["half"]:
        return Number(start, end, 0.5, "fraction")
    if match["over"]:
        return _over(match)
    if match["bare_sign"]:
        return Number(start, end, _SIGNS[match["bare_sign"]], "fraction")
    return _digits(match) if match["digits"] else _words(match)


def _digits(match: re.Match[str]) -> Number:
    value = float(re.sub(r"[,\s]", "", match["digits"])) + _SIGNS.get(match["sign"] or "", 0.0)
    if match["and_half"]:
        value += 0.5 if match["and_half"].lower().endswith("half") else 0.25
    scale = 1.0
    written = match["scale"].strip(" -")
    for word in re.findall(r"[^\W\d]+", written):
        scale *= _scale(word)
    start = match.start()
    minus = _MINUS.search(match.string, max(0, start - 7), start)
    if minus:
        value = -value
        start = minus.start()
    return Number(start, match.end(), _exact(value * scale), "digits", scale, len(written) == 1)


def _words(match: re.Match[str]) -> Number:
    value = float(value_of_words(match["words"]))
    if match["words_half"]:
        value += 0.5
    end = match.end()
    scale = 1.0
    if match["words_scale"]:
        scale = _scale(match["words_scale"][1:])
    return Number(match.start(), end, value * scale, "words", scale)


def value_of_words(words: str) -> int:
    """What number words say: "two hundred and five" is 205."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "dozen":
            current = max(current, 1) * 12
        elif word in _NUMERALS:
            current += _NUMERALS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
    return total + current


def _over(match: re.Match[str]) -> Number | None:
    """A fraction with a bar; "9/11" and "24/7" are none."""
    numerator, denominator = (int(n) for n in re.split("[/⁄]", re.split(r"[\s-]", match[0])[-1]))
    if not 0 < numerator < denominator:
        return None
    whole = float(match["integer"] or 0)
    return Number(match.start(), match.end(), whole + numerator / denominator, "fraction")


def _fraction(words: str) -> float:
    first, last = re.findall(r"[a-z]+", words.lower())[:2]
    denominator = _FRACTIONS.get(last) or _FRACTIONS[last.removesuffix("s")]
    return _NUMERALS.get(first, 1) / denominator


def _plain(written: str) -> float:
    return float(written) if written.isdigit() else float(value_of_words(written))


def _scale(word: str) -> float:
    if word in _LETTERS:
        return float(_LETTERS[word])
    low = word.lower()
    return float(_SCALES.get(low) or _SCALES.get(low.rstrip("s")) or _ABBREVIATIONS.get(low) or 12)


def _exact(value: float) -> float:
    """Without the last digits that binary fractions add: 1.1 million is 1100000."""
    return float(f"{value:.12g}")
