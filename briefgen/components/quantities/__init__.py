"""Figures with what they count or measure.

A number is one where money, a unit of measure or a counted noun stands beside it, or where its
place in the sentence says so. Names with numbers in them, dates, years, scores and lists are not.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefgen.components.quantities import codes, units
from briefgen.components.quantities.counting import (
    after_of,
    counts_one,
    extent,
    is_label,
    is_year,
    noun_of,
    stands_alone,
    token_at,
    unit_name,
)
from briefgen.components.quantities.figures import Figure, join, modifier
from briefgen.components.quantities.numbers import Number, numbers
from briefgen.components.spans import readable, span_of
from briefgen.lists import load
from briefgen.model import Quantity

_LISTS = load("quantities")
_NOT_COUNTED = frozenset(_LISTS["not_counted"])
_HYPHENATED: dict[str, str] = _LISTS["hyphenated"]
_HYPHEN_NOUN = re.compile(r"\s?-\s?([A-Za-z]+)")
_DIGIT_HYPHEN = re.compile(r"\d[-–]")
_NUMBER_NEXT = re.compile(r"\s?[-–]\s?\d|\s(?:to|or|and)\s\d")
_COMPOUND = re.compile(r"-[A-Za-z]|\s-\s[a-z]")
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age of|turned|turns|turning)\s$", re.IGNORECASE)
_COMMA_AFTER = re.compile(r"\s?[,;.)]")
_PRONOUNS = frozenset({"he", "she", "who", "i"})
_NOUNS = ("NOUN", "PROPN")


def find(doc: Doc) -> tuple[Quantity, ...]:
    """Figures with what they count or measure, in order."""
    text = readable(doc)  # spaCy joins it anew each time
    names, dates = _names(doc), _dates(doc)
    figures: list[Figure] = []
    for number in numbers(text):
        figure = _figure(doc, text, number)
        if figure is None or _is_date(figure, dates, text):
            continue
        end = figure.end if figure.rule == "unit of measure" else number.end
        if figure.rule != "money" and names.hold(number.start, end):
            continue
        ends_other = bool(_DIGIT_HYPHEN.search(text, max(0, number.start - 2), number.start))
        if not ends_other or (figures and figures[-1].number.end == number.start - 1):
            figures.append(figure)
    return tuple(_quantity(doc, text, f) for f in join(text, figures) if f.rule)


class _Stretches:
    """Disjoint stretches of text, to look up what covers a number."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them covers all from start to end."""
        at = bisect.bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._stretches[at][1]


def _names(doc: Doc) -> _Stretches:
    """Names that hold numbers; a number right at a name's beginning may count it."""
    spans = [m.span for m in doc._.mentions if m.label not in ("NORP", "NOMINAL")]
    return _Stretches((s.start + 1, s.end) for s in spans)


def _dates(doc: Doc) -> _Stretches:
    return _Stretches((t.span.start, t.span.end) for t in doc._.timexes if t.type != "DURATION")


def _is_date(figure: Figure, dates: _Stretches, text: str) -> bool:
    """Whether the figure is a date; "nine days" inside "nine days later" is also a quantity."""
    if not dates.hold(figure.number.start, figure.number.end):
        return False
    return figure.rule != "unit of measure" or text[figure.end :].lstrip().startswith("ago")


def _figure(doc: Doc, text: str, number: Number) -> Figure | None:
    """The number with its unit, None where it is no figure."""
    money = units.money_before(text, number.start)
    if money:
        return _with_per(text, _plain(number, "money", money.name, start=money.start))
    if codes.is_code(text, number):
        return None
    return _measured(doc, text, number) or _aged(doc, text, number) or _counted(doc, text, number)


def _plain(
    number: Number, rule: str, unit: str | None, *, start: int | None = None, end: int | None = None
) -> Figure:
    start = number.start if start is None else start
    return Figure(number, start, end or number.end, number.value, unit, rule)


def _with_per(text: str, figure: Figure) -> Figure:
    """The figure with "per barrel" or "a day" after it, where the text says so."""
    per = units.per_after(text, figure.end)
    if per is None:
        return figure
    return replace(figure, unit=f"{figure.unit} per {per[0]}", end=per[1])


def _measured(doc: Doc, text: str, number: Number) -> Figure | None:
    """The number with the money or the unit of measure right after it."""
    money = units.money_after(text, number.end)
    if money:
        return _with_per(text, _plain(number, "money", money.name, end=money.end))
    unit = units.measure_after(text, number.end)
    if unit is None and _is_metres(doc, text, number) and isinstance(number.value, float):
        number = replace(number, value=number.value / number.scale)
        unit = units.Unit("metre", number.end - 1, number.end, "measure")
    if unit is None:
        return None
    if unit.kind == "age":
        return _plain(number, "age", unit.name, end=unit.end)
    figure = _plain(number, "unit of measure", unit.name, end=unit.end)
    of = after_of(doc, text, unit.end)
    return _with_per(text, replace(figure, thing=extent(*of) if of else None))


def _is_metres(doc: Doc, text: str, number: Number) -> bool:
    """Whether "37m" are metres: millions are followed by what they count."""
    if not number.letter or text[number.end - 1] != "m":
        return False
    token = token_at(doc, text, number.end)
    return token is None or not (token.pos_ in (*_NOUNS, "ADJ") or token.lower_ == "of")


def _aged(doc: Doc, text: str, number: Number) -> Figure | None:
    """Somebody's age: "Ann Lee, 42, said", "aged 42", "she was 42"."""
    value = number.value
    if not isinstance(value, float) or not (0 < value < 116 and value == int(value)):
        return None
    before = text[max(0, number.start - 12) : number.start]
    if _AGE_BEFORE.search(before):
        return _plain(number, "age", "year of age")
    token = token_at(doc, text, number.start)
    if token is None or token.i < 2 or not _COMMA_AFTER.match(text, number.end):
        return _age_of_subject(number, token)
    named = doc[token.i - 1].text == "," and doc[token.i - 2].pos_ == "PROPN"
    if named and number.kind == "digits" and doc[token.i - 2].ent_type_ in ("PERSON", "ORG", ""):
        return _plain(number, "age", "year of age")
    return _age_of_subject(number, token)


def _age_of_subject(number: Number, token: Token | None) -> Figure | None:
    if (
        token is None
        or number.value == 1
        or token.dep_ not in ("attr", "acomp")
        or token.head.lemma_ != "be"
    ):
        return None
    subjects = (child for child in token.head.children if child.dep_ == "nsubj")
    human = any(s.lower_ in _PRONOUNS or s.ent_type_ == "PERSON" for s in subjects)
    return _plain(number, "age", "year of age") if human else None


def _counted(doc: Doc, text: str, number: Number) -> Figure | None:
    """The number with the noun that it counts, or alone; rule "" where only a range may use it."""
    tokens = doc.char_span(number.start, number.end, alignment_mode="expand")
    if tokens is None or tokens.start_char < number.start - 1 or tokens.end_char > number.end + 1:
        return None
    hyphen = _HYPHEN_NOUN.match(text, number.end)
    if hyphen and hyphen[1].lower() in _HYPHENATED:
        unit = _HYPHENATED[hyphen[1].lower()]
        return _plain(number, "hyphenated noun", unit, end=hyphen.end())
    if _COMPOUND.match(text, number.end):
        return None
    of = after_of(doc, text, number.end)
    noun = None
    if of:
        noun = of[1]
    elif not _NUMBER_NEXT.match(text, number.end):
        noun = noun_of(doc, tokens)
    if is_label(doc, tokens, noun) or is_year(doc, tokens, noun, text):
        return None
    if number.value == 1 and number.kind == "words" and not counts_one(doc, tokens, noun, of):
        return _plain(number, "", None)
    if noun is not None and noun.lower_ not in _NOT_COUNTED and noun.lemma_ not in _NOT_COUNTED:
        thing = extent(*of) if of else extent(doc[tokens.end], noun)
        end = noun.idx + len(noun)
        if noun.lower_ == "others":  # whatever was counted before
            return replace(_plain(number, "counted noun", None, end=end), thing=thing)
        unit = unit_name(doc, tokens.end, noun)
        money = unit.split()[-1] in units.currency_nouns()
        figure = _plain(number, "money" if money else "counted noun", unit, end=end)
        return _with_per(text, replace(figure, thing=thing))
    return _plain(number, "number alone" if stands_alone(doc, tokens, number) else "", None)


def _quantity(doc: Doc, text: str, figure: Figure) -> Quantity:
    words = text[figure.start : figure.end]
    thing = span_of(doc, *figure.thing) if figure.thing else None
    return Quantity(
        span=span_of(doc, figure.start, figure.end),
        value=figure.value,
        unit=figure.unit,
        modifier=modifier(text, figure),
        thing=thing,
        rule=f"{figure.rule}: {' '.join(words.split())}",
    )
