"""What a number counts: its noun in the parse, and whether its place makes it a count at all."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from briefgen.components.quantities import units
from briefgen.components.quantities.figures import modifier_before
from briefgen.components.quantities.numbers import Number
from briefgen.lists import load

_LISTS = load("quantities")
_DESIGNATORS = frozenset(_LISTS["designators"])
_BEFORE_FIGURES = frozenset(_LISTS["before_figures"])
_BEFORE_YEARS = frozenset(_LISTS["before_years"])
_POINTERS = frozenset(_LISTS["pointers"])
_SCALES = frozenset({*_LISTS["scales"], "dozen"})
_UNIT_NOUNS: dict[str, str] = _LISTS["unit_nouns"]
_NEVER_BEFORE_YEARS = frozenset(
    {"average", "exactly", "more than", "less than", "at least", "at most"}
)
_NOUNS = ("NOUN", "PROPN")


def noun_of(doc: Doc, tokens: TokenSpan) -> Token | None:
    """The noun after the number that the number belongs to."""
    last = tokens[-1]
    head = last.head
    if last.dep_ in ("nummod", "compound", "amod", "quantmod") and head.i > last.i:
        while head.dep_ == "compound" and head.head.i > head.i and head.head.pos_ in _NOUNS:
            head = head.head
        if _is_noun(head) and head.i - last.i <= 8:
            between = doc[last.i + 1 : head.i]
            return (
                None if any(token.like_num and token.pos_ == "NUM" for token in between) else head
            )
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


def after_of(doc: Doc, text: str, end: int) -> tuple[Token, Token] | None:
    """First word and head of the noun phrase in "of ..." that begins at `end`."""
    token = token_at(doc, text, end)
    if token is None or token.lower_ != "of":
        return None
    heads = [c for c in token.children if c.dep_ == "pobj" and c.pos_ in _NOUNS and c.i > token.i]
    if not heads:
        return None
    return doc[max(heads[0].left_edge.i, token.i + 1)], heads[0]


def extent(first: Token, last: Token) -> tuple[int, int]:
    """From the first word's beginning to the last word's end."""
    return first.idx, last.idx + len(last)


def unit_name(doc: Doc, start: int, noun: Token) -> str:
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


def is_label(doc: Doc, tokens: TokenSpan, noun: Token | None) -> bool:
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


def is_year(doc: Doc, tokens: TokenSpan, noun: Token | None, text: str) -> bool:
    """Whether four digits are a year; before a plural noun they may count."""
    written = tokens.text
    if not (written.isdigit() and len(written) == 4 and 1500 <= int(written) < 2200):
        return False
    if modifier_before(text, tokens.start_char) in _NEVER_BEFORE_YEARS:
        return False
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    if noun is None:
        return 1900 <= int(written) <= 2050 or before in _BEFORE_YEARS
    return before in _BEFORE_YEARS or noun.tag_ != "NNS" or noun.i > tokens.end


def counts_one(
    doc: Doc, tokens: TokenSpan, noun: Token | None, of: tuple[Token, Token] | None
) -> bool:
    """Whether "one" is a number here, and no pronoun ("the one who", "one of them", "one day")."""
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    if noun is None or of or before in _POINTERS or noun.tag_ not in ("NN", "NNS"):
        return False
    return noun.ent_type_ not in ("DATE", "TIME")


def stands_alone(doc: Doc, tokens: TokenSpan, number: Number) -> bool:
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


def token_at(doc: Doc, text: str, start: int) -> Token | None:
    """The first token that begins at `start` or after white space from there."""
    while start < len(text) and text[start].isspace():
        start += 1
    found = doc.char_span(start, start + 1, alignment_mode="expand") if start < len(text) else None
    return found[0] if found is not None and found.start_char == start else None
