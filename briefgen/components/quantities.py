"""Figures with what they count or measure.

A number is one where money, a unit of measure or a counted noun stands beside it, or where its
place in the sentence says so. Names with numbers in them, dates, years, scores and lists are not.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from briefgen.components import codes, units
from briefgen.components.lists import load
from briefgen.components.numbers import Number, Value, numbers
from briefgen.components.spans import span_of
from briefgen.model import Quantity

_LISTS = load("quantities")
_DESIGNATORS = frozenset(_LISTS["designators"])
_SCORE_WORDS = frozenset(_LISTS["score_words"])
_NOT_COUNTED = frozenset(_LISTS["not_counted"])
_BEFORE_FIGURES = frozenset(_LISTS["before_figures"])
_BEFORE_YEARS = frozenset(_LISTS["before_years"])
_POINTERS = frozenset(_LISTS["pointers"])
_SCALES = frozenset({*_LISTS["scales"], "dozen"})
_UNIT_NOUNS: dict[str, str] = _LISTS["unit_nouns"]
_HYPHENATED: dict[str, str] = _LISTS["hyphenated"]
_MODIFIERS = {words: name for name, many in _LISTS["modifiers"].items() for words in many}
_MODIFIER = re.compile(
    rf"(?:^|(?<=[\s(]))({units.alternatives(list(_MODIFIERS))})(?:\s?the|\s?an?)?(?:\s|(?<=\W)|-)$"
    r"|([~<>≥≤])\s?$",
    re.IGNORECASE,
)
_AT_LEAST_AFTER = re.compile(r"\s?\+|\s?-?\s?plus\b|\sor\smore\b")
_HYPHEN_NOUN = re.compile(r"\s?-\s?([A-Za-z]+)")
_DIGIT_HYPHEN = re.compile(r"\d[-–]")
_NUMBER_NEXT = re.compile(r"\s?[-–]\s?\d|\s(?:to|or|and)\s\d")
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rise|fall|increase|drop)\sfrom|compared\s(?:with|to)|versus|vs\.?)\s$", re.I
)
_COMPOUND = re.compile(r"-[A-Za-z]|\s-\s[a-z]")
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age of|turned|turns|turning)\s$", re.IGNORECASE)
_COMMA_AFTER = re.compile(r"\s?[,;.)]")
_JOINT = re.compile(r"\s*(?:-|–|—|to|to-)\s*")
_AND = re.compile(r"\s+and\s+")
_OR = re.compile(r"\s*-?\s*(?:,\s*)?(?:or|and)\s+(?:even\s)?")
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?<!ranging )(?<!range )(?<!ranged )(?<!ranges )(?<!anywhere )\bfrom\s$", re.IGNORECASE
)
_NEVER_BEFORE_YEARS = frozenset(
    {"average", "exactly", "more than", "less than", "at least", "at most"}
)
_PRONOUNS = frozenset({"he", "she", "who", "i"})
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number on its way to a quantity."""

    number: Number
    start: int
    end: int
    value: Value
    unit: str | None
    rule: str
    thing: tuple[int, int] | None = None


def find(doc: Doc) -> tuple[Quantity, ...]:
    """Figures with what they count or measure, in order."""
    text = doc.text  # spaCy joins it anew each time
    names, dates = _names(doc), _dates(doc)
    figures: list[_Figure] = []
    for number in numbers(text):
        figure = _figure(doc, text, number)
        if figure is None or _is_date(figure, dates, text):
            continue
        by_unit = figure.rule in ("money", "unit of measure")
        if names.hold(number.start, figure.end if by_unit else number.end):
            continue
        ends_other = bool(_DIGIT_HYPHEN.search(text, max(0, number.start - 2), number.start))
        if not ends_other or (figures and figures[-1].number.end == number.start - 1):
            figures.append(figure)
    return tuple(_quantity(doc, text, f) for f in _join(text, figures) if f.rule)


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


def _is_date(figure: _Figure, dates: _Stretches, text: str) -> bool:
    """Whether the figure is a date; "nine days" inside "nine days later" is also a quantity."""
    if not dates.hold(figure.number.start, figure.number.end):
        return False
    return figure.rule != "unit of measure" or text[figure.end :].lstrip().startswith("ago")


def _figure(doc: Doc, text: str, number: Number) -> _Figure | None:
    """The number with its unit, None where it is no figure."""
    money = units.money_before(text, number.start)
    if money:
        return _with_per(text, _plain(number, "money", money.name, start=money.start))
    if codes.is_code(text, number):
        return None
    return _measured(doc, text, number) or _aged(doc, text, number) or _counted(doc, text, number)


def _plain(
    number: Number, rule: str, unit: str | None, *, start: int | None = None, end: int | None = None
) -> _Figure:
    start = number.start if start is None else start
    return _Figure(number, start, end or number.end, number.value, unit, rule)


def _with_per(text: str, figure: _Figure) -> _Figure:
    """The figure with "per barrel" or "a day" after it, where the text says so."""
    per = units.per_after(text, figure.end)
    if per is None:
        return figure
    return replace(figure, unit=f"{figure.unit} per {per[0]}", end=per[1])


def _measured(doc: Doc, text: str, number: Number) -> _Figure | None:
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
    of = _after_of(doc, text, unit.end)
    return _with_per(text, replace(figure, thing=_phrase(*of) if of else None))


def _is_metres(doc: Doc, text: str, number: Number) -> bool:
    """Whether "37m" are metres: millions are followed by what they count."""
    if not number.letter or text[number.end - 1] != "m":
        return False
    token = _token_at(doc, text, number.end)
    return token is None or not (token.pos_ in (*_NOUNS, "ADJ") or token.lower_ == "of")


def _aged(doc: Doc, text: str, number: Number) -> _Figure | None:
    """Somebody's age: "Ann Lee, 42, said", "aged 42", "she was 42"."""
    value = number.value
    if not isinstance(value, float) or not (0 < value < 116 and value == int(value)):
        return None
    before = text[max(0, number.start - 12) : number.start]
    if _AGE_BEFORE.search(before):
        return _plain(number, "age", "year of age")
    token = _token_at(doc, text, number.start)
    if token is None or token.i < 2 or not _COMMA_AFTER.match(text, number.end):
        return _age_of_subject(number, token)
    named = doc[token.i - 1].text == "," and doc[token.i - 2].pos_ == "PROPN"
    if named and number.kind == "digits" and doc[token.i - 2].ent_type_ in ("PERSON", "ORG", ""):
        return _plain(number, "age", "year of age")
    return _age_of_subject(number, token)


def _age_of_subject(number: Number, token: Token | None) -> _Figure | None:
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


def _counted(doc: Doc, text: str, number: Number) -> _Figure | None:
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
    of = _after_of(doc, text, number.end)
    noun = of[1] if of else None if _NUMBER_NEXT.match(text, number.end) else _noun(doc, tokens)
    if _is_label(doc, tokens, noun) or _is_year(doc, tokens, noun, text):
        return None
    if number.value == 1 and number.kind == "words" and not _counts_one(doc, tokens, noun, of):
        return _plain(number, "", None)
    if noun is not None and noun.lower_ not in _NOT_COUNTED and noun.lemma_ not in _NOT_COUNTED:
        phrase = _phrase(*of) if of else _phrase(doc[tokens.end], noun)
        end = noun.idx + len(noun)
        unit = _unit_name(doc, tokens.end, noun)
        money = unit.split()[-1] in units.currency_nouns()
        figure = _plain(number, "money" if money else "counted noun", unit, end=end)
        return _with_per(text, replace(figure, thing=phrase))
    return _plain(number, "number alone" if _stands_alone(doc, tokens, number) else "", None)


def _noun(doc: Doc, tokens: TokenSpan) -> Token | None:
    """The noun after the number that the number belongs to."""
    last = tokens[-1]
    head = last.head
    if last.dep_ in ("nummod", "compound", "amod", "quantmod") and head.i > last.i:
        while head.dep_ == "compound" and head.head.i > head.i and head.head.pos_ in _NOUNS:
            head = head.head
        if _is_noun(head) and head.i - last.i <= 8:
            between = doc[last.i + 1 : head.i]
            return None if any(token.like_num for token in between) else head
    found = None
    for token in doc[last.i + 1 : last.i + 8]:
        if _is_noun(token) and token.ent_type_ not in ("DATE", "TIME"):
            found = token
        elif found is not None or not _describes(token):
            break
    return found


def _is_noun(token: Token) -> bool:
    return token.pos_ in _NOUNS and token.text[0].isalnum()


def _describes(token: Token) -> bool:
    """Whether the word may stand between a number and its noun."""
    return (
        token.pos_ == "ADJ"
        or token.tag_ in ("VBN", "HYPH")
        or (token.pos_ == "ADV" and token.lower_.endswith("ly"))
        or (token.pos_ == "NUM" and token.text[0].isalpha() and not token.like_num)
    )


def _after_of(doc: Doc, text: str, end: int) -> tuple[Token, Token] | None:
    """First word and head of the noun phrase in "of ..." that begins at `end`."""
    token = _token_at(doc, text, end)
    if token is None or token.lower_ != "of":
        return None
    heads = [c for c in token.children if c.dep_ == "pobj" and c.pos_ in _NOUNS and c.i > token.i]
    if not heads:
        return None
    return doc[max(heads[0].left_edge.i, token.i + 1)], heads[0]


def _phrase(first: Token, last: Token) -> tuple[int, int]:
    return first.idx, last.idx + len(last)


def _unit_name(doc: Doc, start: int, noun: Token) -> str:
    """The noun in the singular; of currencies with the country before it."""
    name = _UNIT_NOUNS.get(noun.lower_) or (
        (noun.lemma_ or noun.text).lower() if noun.pos_ == "NOUN" else noun.text
    )
    if noun.tag_ == "NNPS":
        name = name.removesuffix("s")
    if name.lower() in units.currency_nouns():
        country = [t.text for t in doc[start : noun.i] if t.pos_ in ("ADJ", "PROPN")]
        name = " ".join([*country, name.lower()])
    return name


def _is_label(doc: Doc, tokens: TokenSpan, noun: Token | None) -> bool:
    """Whether the number is part of a name ("iPhone 11") or of a list ("section 4")."""
    if tokens.start == 0:
        return False
    before = doc[tokens.start - 1]
    title = tokens.text[0].isupper() and not tokens[0].is_sent_start
    if title and tokens.end < len(doc) and doc[tokens.end].text[0].isupper():
        return True
    if len(before) == 1 and before.text.isupper() and before.text not in ("A", "I"):
        return True
    if before.lower_ in _DESIGNATORS:
        return noun is None or before.text[0].isupper()
    named = before.pos_ == "PROPN" and before.text[0].isupper() and not before.is_sent_start
    if named and before.ent_type_ not in ("DATE", "TIME"):
        name_goes_on = tokens.end < len(doc) and doc[tokens.end].pos_ == "PROPN"
        return noun is None or name_goes_on or tokens[-1].head.i <= before.i
    return noun is not None and noun.tag_ == "NNP" and tokens.text.isdigit()


def _is_year(doc: Doc, tokens: TokenSpan, noun: Token | None, text: str) -> bool:
    """Whether four digits are a year; before a plural noun they may count."""
    written = tokens.text
    if not (written.isdigit() and len(written) == 4 and 1500 <= int(written) < 2200):
        return False
    if _modifier_before(text, tokens.start_char) in _NEVER_BEFORE_YEARS:
        return False
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    if noun is None:
        return 1900 <= int(written) <= 2050 or before in _BEFORE_YEARS
    return before in _BEFORE_YEARS or noun.tag_ != "NNS" or noun.i > tokens.end


def _counts_one(
    doc: Doc, tokens: TokenSpan, noun: Token | None, of: tuple[Token, Token] | None
) -> bool:
    """Whether "one" is a number here, and no pronoun ("the one who", "one of them", "one day")."""
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    if noun is None or of or before in _POINTERS or noun.tag_ not in ("NN", "NNS"):
        return False
    return noun.ent_type_ not in ("DATE", "TIME")


def _stands_alone(doc: Doc, tokens: TokenSpan, number: Number) -> bool:
    """Whether a number without noun is a figure by its place in the sentence."""
    before = doc[tokens.start - 1] if tokens.start else None
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if after is not None and after.pos_ == "PROPN":
        return False
    if number.kind in ("vague", "fraction", "odds"):
        return True
    if before is None or before.lower_ in _POINTERS:
        return False
    if number.kind == "words" and tokens.text.lower() not in _SCALES:
        return tokens[-1].dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and number.value != 1
    if number.kind == "words":
        return False
    if before.lower_ == "at" and tokens.text.isdigit() and int(tokens.text) <= 24:
        return False
    return before.lower_ in _BEFORE_FIGURES or before.pos_ in ("VERB", "AUX")


def _join(text: str, figures: list[_Figure]) -> list[_Figure]:
    """Ranges made one, units shared along "7- or 8-inch", scores left out."""
    joined: list[_Figure] = []
    at = 0
    while at < len(figures):
        figure = figures[at]
        following = figures[at + 1] if at + 1 < len(figures) else None
        at += 1
        if not figure.rule or figure.rule == "number alone":
            figure = _like_the_one_before(text, figure, joined)
        if following is None:
            joined.append(figure)
            continue
        gap = text[figure.end : following.start]
        if _is_score(gap, figure, following):
            at += 1
        elif _makes_range(text, gap, figure, following):
            figures[at] = _range(figure, following)
        elif (
            figure.unit is None and following.unit and (_OR.fullmatch(gap) or _JOINT.fullmatch(gap))
        ):
            joined.append(replace(figure, unit=following.unit, rule="unit of the next number"))
        else:
            joined.append(figure)
    return joined


def _like_the_one_before(text: str, figure: _Figure, earlier: list[_Figure]) -> _Figure:
    """The unit left out: "60 ships, up from 45", "from 200 pounds to 190"."""
    if not earlier or earlier[-1].unit is None:
        return figure
    last = earlier[-1]
    gap = text[last.end : figure.start]
    changed = gap == " to " and _CHANGE.search(text, max(0, last.start - 16), last.start)
    if changed or (_COMPARED.search(gap) and len(gap) < 120 and ". " not in gap):
        return replace(figure, unit=last.unit, rule="unit of the number before")
    return figure


def _is_score(gap: str, first: _Figure, second: _Figure) -> bool:
    return (
        gap.strip() in ("-", "–")
        and (first.unit is None or first.unit.split()[-1] in _SCORE_WORDS)
        and (second.unit is None or second.unit.split()[-1] in _SCORE_WORDS)
        and all(isinstance(f.value, float) and f.value < 200 for f in (first, second))
    )


def _makes_range(text: str, gap: str, first: _Figure, second: _Figure) -> bool:
    if not (isinstance(first.value, float) and isinstance(second.value, float)):
        return False
    money_shared = first.rule == "money" and second.unit is None and gap in ("-", "–")
    if first.unit not in (None, second.unit) and not money_shared:
        return False
    before = text[max(0, first.start - 16) : first.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before))
    return bool(_JOINT.fullmatch(gap)) and not _CHANGE.search(before)


def _range(first: _Figure, second: _Figure) -> _Figure:
    """One figure of two; "1 to 2 thousand" starts at 1000."""
    low, high = first.value, second.value
    assert isinstance(low, float) and isinstance(high, float)
    scale = second.number.scale
    if first.number.scale == 1 and scale > 1 and low < high / scale:
        low *= scale
    return replace(
        second,
        start=first.start,
        value=(low, high),
        unit=second.unit or first.unit,
        rule=f"range, {second.rule or first.rule or 'number alone'}",
    )


def _quantity(doc: Doc, text: str, figure: _Figure) -> Quantity:
    words = text[figure.start : figure.end]
    thing = span_of(doc, *figure.thing) if figure.thing else None
    return Quantity(
        span=span_of(doc, figure.start, figure.end),
        value=figure.value,
        unit=figure.unit,
        modifier=_modifier(text, figure),
        thing=thing,
        rule=f"{figure.rule}: {' '.join(words.split())}",
    )


def _modifier(text: str, figure: _Figure) -> str | None:
    if _AT_LEAST_AFTER.match(text, figure.number.end):
        return "at least"
    return _modifier_before(text, figure.start)


def _modifier_before(text: str, end: int) -> str | None:
    match = _MODIFIER.search(text, max(0, end - 24), end)
    return str(_MODIFIERS[(match[1] or match[2]).lower()]) if match else None


def _token_at(doc: Doc, text: str, start: int) -> Token | None:
    """The first token that begins at `start` or after white space from there."""
    while start < len(text) and text[start].isspace():
        start += 1
    found = doc.char_span(start, start + 1, alignment_mode="expand") if start < len(text) else None
    return found[0] if found is not None and found.start_char == start else None
