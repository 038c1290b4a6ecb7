"""What a single name refers to, seen by itself: a country, a seat, a person, a place, a body."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from briefgen import lists
from briefgen.components import places
from briefgen.components.actors.metonyms import stands_for_government
from briefgen.components.names import credits
from briefgen.model import ActorType, Mention

INITIALISM = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
GENERATION_COMMA = re.compile(r",(?= (?:Jr|Sr|III)\b)")
OF_COUNTRY = re.compile(r"(?i:government|state|republic|kingdom) of (?:the )?(.+)")
COUNTRY_GOVERNMENT = re.compile(r"(.+?)(?:['’]s)? [Gg]overnment")
# Where a text names one, its "North" or "South" may be the other.
OTHER_HALF = {"PRK": "KOR", "KOR": "PRK"}
TYPE_OF_LABEL: dict[str, ActorType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A mention with its tokens and words."""

    mention: Mention
    tokens: TokenSpan
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Who a name refers to."""

    key: str
    """Names with one key are one actor."""
    name: str
    """What the actor is called."""
    type: ActorType
    """What kind of actor."""
    rule: str
    """Why, in words."""
    country: str | None = None
    """Alpha-3 code, for a country."""
    is_name: bool = True
    """Whether the words are a name of the actor, not only a way to speak of it."""


def names_of(doc: Doc, mentions: Sequence[Mention]) -> list[Name]:
    """The mentions with their tokens, in order."""
    found = []
    words = doc.text  # once: spaCy puts it together anew each time it is asked
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        tokens = doc.char_span(start, end, alignment_mode="expand")
        if tokens is not None:
            found.append(Name(mention, tokens, " ".join(words[start:end].split())))
    return found


def key_of(text: str) -> str:
    """The form under which a name is found again: "U.N." is "UN", "Ruiz, Jr." is "Ruiz Jr."."""
    if INITIALISM.fullmatch(text):
        text = text.replace(".", "")
    return places.fold(GENERATION_COMMA.sub("", text))


def surnames_of(names: Sequence[Name]) -> frozenset[str]:
    """The last words of people named in full: beside "Jim Jordan", "Jordan" may be he."""
    people = (name.text.split() for name in names if name.mention.label == "PERSON")
    return frozenset(key_of(words[-1]) for words in people if len(words) > 1)


def _is_surname(name: Name, surnames: Collection[str]) -> bool:
    return name.mention.label == "PERSON" and key_of(name.text) in surnames


def read(
    name: Name, evidence: Collection[str], located: Mapping[str, str], surnames: Collection[str]
) -> Reading | None:
    """Who the name refers to, None for a thing or an adjective.

    `evidence` holds the countries that the text names elsewhere, see `evidence_of`; `located` the
    places that it puts into a country, which are no capitals of others; `surnames` is what
    `surnames_of` finds.
    """
    if name.mention.label not in TYPE_OF_LABEL and name.mention.label != "NORP":
        return None
    if in_credit(name) or (name.mention.label == "ORG" and in_dateline(name)):
        return None  # who tells the story is nobody in it
    key = key_of(name.text)
    words = key.split()
    if len(words) > 1 and words[-1] in lists.load("actors")["members"]:
        return None  # "Harry Reid, Nevada Democrat"
    seat = _seats().get(key)
    if seat:
        return Reading(key, name.text, "organization", f"a seat that stands for {seat}")
    demonym = places.country_of_demonym(name.text)
    if name.mention.label == "NORP" and not demonym and places.country_of(name.text):
        return _country(name, evidence)
    if name.mention.label == "NORP" or (demonym and name.mention.label != "PERSON"):
        return _people(name, demonym)
    if key in located or _is_surname(name, surnames):
        return _other(name)
    return _country(name, evidence) or _other(name)


def in_dateline(name: Name) -> bool:
    """Whether a name stands in the dateline: it is part of no sentence."""
    dateline = name.tokens.doc._.layout.dateline
    span = name.mention.span
    return dateline is not None and dateline.start <= span.start and span.end <= dateline.end


def in_credit(name: Name) -> bool:
    """Whether a name stands in a picture's credit: "REUTERS/Ann Miller"."""
    if name.mention.rule.endswith(credits.RULE):
        return True
    known = lists.load("names")["credits"]
    doc, start, end = name.tokens.doc, name.tokens.start, name.tokens.end
    around = (doc[start - 1].text if start else "", doc[end].text if end < len(doc) else "")
    return "/" in around and name.text.lower() in known


def evidence_of(
    names: Sequence[Name], located: Mapping[str, str], surnames: Collection[str]
) -> frozenset[str]:
    """Countries that the text names, by name, people, region or capital: they decide the rest.

    `located` holds places that the text itself puts into a country, `surnames` is what
    `surnames_of` finds.
    """
    found = set(located.values())
    for name in names:
        if key_of(name.text) in located or _is_surname(name, surnames):
            continue
        code = places.country_of_demonym(name.text) or places.country_of(name.text)
        if code and places.region_countries(name.text):
            continue
        code = (
            code or places.unmistakable_capital(name.text) or places.unmistakable_region(name.text)
        )
        if code:
            found.add(code)
    return frozenset(found)


def country_reading(code: str, rule: str, is_name: bool = True) -> Reading:
    """The reading of words that refer to a country."""
    name = places.country_name(code)
    kind: ActorType = "place" if places.is_dependent(code) else "country"
    return Reading(f"country {code}", name, kind, rule, code, is_name)


def _people(name: Name, country: str | None) -> Reading | None:
    """A people, party or following; as an adjective only where it stands for the state."""
    root = name.tokens.root
    head = root.head
    following = lists.load("actors")["followers"].get(key_of(name.text))
    if following:
        return Reading(f"group {key_of(following)}", following, "group", "a movement's followers")
    if root.dep_ in ("amod", "compound", "poss", "nmod") and head.i > root.i:
        if country and head.lemma_.lower() in lists.load("actors")["state"]:
            rule = f'"{name.text} {head.text}" is the state of {places.country_name(country)}'
            return country_reading(country, rule, is_name=False)
        return None
    if root.lower_ in lists.load("actors")["members"]:
        return None  # "Harry Reid, Nevada Democrat"
    if not root.text.endswith("s") and not _are_people(root, known=country is not None):
        return None
    key = key_of(name.text)
    key = key[:-1] if key.endswith("s") and not key.endswith("ss") else key
    return Reading(f"group {key}", name.text, "group", "a people, party or following")


def _are_people(root: Token, known: bool) -> bool:
    """Whether "Rohingya", "the French" or "six Japanese" are people.

    Bare, a known country's adjective is its language.
    """
    if root.pos_ == "ADJ" or root.i == 0:
        return False
    return not known or root.nbor(-1).lower_ == "the" or root.nbor(-1).pos_ == "NUM"


def word_before(tokens: TokenSpan) -> str:
    """The word before some tokens in lower case, "" at the start of the text."""
    return str(tokens[0].nbor(-1).lower_) if tokens.start > 0 else ""


def _country(name: Name, evidence: Collection[str]) -> Reading | None:
    text = name.text
    government = OF_COUNTRY.fullmatch(text) or COUNTRY_GOVERNMENT.fullmatch(text)
    if government:
        owner = government.group(1)
        code = places.country_of(owner) or places.country_of_demonym(owner)
        return country_reading(code, f'"{text}" is the state', is_name=False) if code else None
    code = places.country_of(text) or _half(name, evidence)
    if code:
        if _is_region_rather(text, code, evidence):
            return None
        return country_reading(code, f'"{text}" names the country')
    capital = places.country_of_capital(text, evidence)
    if capital and name.mention.label != "PERSON" and not in_dateline(name):
        word = stands_for_government(name.tokens)
        if word:
            called = places.country_name(capital)
            rule = f'metonym: the capital "{text}" stands for {called} ({word})'
            return country_reading(capital, rule, is_name=False)
    return None


def _half(name: Name, evidence: Collection[str]) -> str | None:
    """ "the North" is North Korea where the text speaks of no other country so called."""
    if name.text == "Korea":
        koreas = [code for code in evidence if code in OTHER_HALF]
        return koreas[0] if len(koreas) == 1 else None
    named = name.mention.label == "GPE" or word_before(name.tokens) == "the"
    if name.text not in ("North", "South") or not named:
        return None
    halves = [code for code in evidence if places.country_name(code).startswith(name.text + " ")]
    if not halves:
        halves = [OTHER_HALF[code] for code in evidence if code in OTHER_HALF]
    return halves[0] if len(halves) == 1 else None


def _is_region_rather(text: str, country: str, evidence: Collection[str]) -> bool:
    """Whether "Georgia" is the state: the text names its country, and no neighbour of the other."""
    regions = [code for code in places.region_countries(text) if code != country]
    if not any(code in evidence for code in regions):
        return False
    return not any(code in evidence for code in (country, *places.neighbours(country)))


def _other(name: Name) -> Reading:
    kind = TYPE_OF_LABEL[name.mention.label]
    if kind == "organization" and places.is_capital(name.text):
        kind = "place"
    if kind == "organization" and is_force(name.text):
        return Reading(key_of(name.text), name.text, "force", f'"{name.text}" ends like a force')
    title = word_before(name.tokens)
    if kind == "person" and title in lists.load("actors")["royal"] and " " not in name.text:
        royal = f"{title.title()} {name.text}"
        return Reading(key_of(royal), royal, "person", f'"{royal}" goes by the first name')
    return Reading(key_of(name.text), name.text, kind, f"a name of type {name.mention.label}")


def is_force(text: str) -> bool:
    """Whether a name ends like that of an armed force or command: "Navy", "US Forces Japan"."""
    words = text.lower().split()
    if len(words) > 2 and places.country_of(text.split()[-1]):
        words.pop()
    known = lists.load("actors")
    return words[-1] in known["forces"] and " ".join(words[-2:]) not in known["no_forces"]


def is_seat(text: str) -> bool:
    """Whether a name is a building that stands for who works there: "White House"."""
    return key_of(text) in _seats()


@functools.cache
def _seats() -> dict[str, str]:
    seats = lists.load("actors_metonyms")["seats"]
    return {key_of(name): note for name, note in seats.items()}
