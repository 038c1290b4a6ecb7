"""Actors that bear no proper name: "US military", "the Biden administration", a planned body."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from briefgen import lists
from briefgen.components.actors.groups import Group
from briefgen.components.spans import span_of
from briefgen.model import ActorType, Mention

LABEL = "NOMINAL"
MODIFIERS = frozenset({"amod", "compound", "nmod"})
ARMED_FORCES, MILITARY = "armed forces", "military"
"""Of one country they are the same."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A common noun, with its modifiers, that is an actor's name in this text."""

    first: int
    """Its first token, the owner's name excluded."""
    last: int
    """Its last token."""
    key: str
    """Nominals with one key are one actor."""
    name: str
    """Owner's name and noun, as the text has them."""
    type: ActorType
    """What kind of actor."""
    rule: str
    """Why, in words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A body that the text sees founded."""

    words: str
    """Its words in lower case."""
    verb: str
    """The verb that founds it."""
    type: ActorType
    """A force where the sentence speaks of forces."""


def find(doc: Doc, owners: Mapping[int, tuple[int, Group]], taken: set[int]) -> list[Nominal]:
    """Nominal actors in order.

    `owners` maps the last token of each name to its first one and its group; `taken` holds the
    tokens inside names.
    """
    found = []
    planned = _planned(doc, taken)
    for token in doc:
        if token.i in taken or _modifies(token):
            continue
        word = token.lower_
        if word in _words("owned_forces"):
            nominal = _force(doc, token, owners)
        elif word in _words("followings"):
            nominal = _following(doc, token, owners)
        else:
            nominal = None
        if nominal is None and word in planned:
            nominal = _of_planned(token, planned[word])
        if nominal:
            found.append(nominal)
    return found


def _modifies(token: Token) -> bool:
    """Whether a noun only describes the next one ("military activities")."""
    return token.dep_ in MODIFIERS and token.head.i > token.i


def _force(doc: Doc, head: Token, owners: Mapping[int, tuple[int, Group]]) -> Nominal | None:
    """A country's own forces: owner, words such as "air" or "armed", noun."""
    first = _before(doc, head.i, _words("force_words"))
    owner = _owner(doc, first, owners)
    if owner is None or (first == head.i and head.lower_ in _words("force_words_needed")):
        return None
    start, group = owner
    if group.country is None:
        return None
    words = doc[first : head.i + 1].text.lower()
    if words == ARMED_FORCES:
        words = MILITARY
    name = doc[start : head.i + 1].text
    rule = f'"{name}": {group.name}\'s own forces by a common noun'
    return Nominal(first, head.i, f"nominal {group.country} {words}", name, "force", rule)


def _following(doc: Doc, head: Token, owners: Mapping[int, tuple[int, Group]]) -> Nominal | None:
    """Somebody's people: a person's name and "administration" or the like."""
    owner = _owner(doc, head.i, owners)
    if owner is None or owner[1].type != "person":
        return None
    start, group = owner
    name = doc[start : head.i + 1].text
    key = f"nominal {group.key} {head.lower_}"
    return Nominal(
        head.i, head.i, key, name, "organization", f'"{name}" are the people of {group.name}'
    )


def _before(doc: Doc, end: int, allowed: frozenset[str]) -> int:
    """The first token of the run of allowed words that ends before a token."""
    first = end
    while first > 0 and doc[first - 1].lower_ in allowed and not doc[first].is_sent_start:
        first -= 1
    while first < end and not doc[first].is_alpha:
        first += 1
    return first


def _owner(
    doc: Doc, first: int, owners: Mapping[int, tuple[int, Group]]
) -> tuple[int, Group] | None:
    """The name right before a token, possessive or not."""
    before = first - 1
    if before >= 0 and doc[before].text in POSSESSIVE:
        before -= 1
    return owners.get(before)


def _planned(doc: Doc, taken: set[int]) -> dict[str, Plan]:
    """Bodies that the text sees founded, by their last word."""
    found: dict[str, Plan] = {}
    for token in doc:
        if token.lower_ not in _words("founded") or token.i in taken:
            continue
        if token.dep_ not in ("dobj", "nsubjpass") or token.head.lemma_ not in _words("founding"):
            continue
        words = with_modifiers(token)
        if len(words) > 1:
            military = any(other.lower_ in _words("forces") for other in token.sent)
            found.setdefault(
                token.lower_,
                Plan(words.text.lower(), token.head.text, "force" if military else "organization"),
            )
    return found


def _of_planned(head: Token, plan: Plan) -> Nominal | None:
    """A mention of a planned body, by the same words."""
    words = with_modifiers(head)
    if words.text.lower() != plan.words:
        return None
    rule = f'a body that the text sees founded ("{plan.verb}")'
    key = f"nominal {plan.words}"
    return Nominal(words.start, head.i, key, words.text, plan.type, rule)


def with_modifiers(head: Token) -> TokenSpan:
    """A noun with the adjectives and nouns right before it."""
    first = head
    while first.i > 0 and first.nbor(-1).head == head and first.nbor(-1).dep_ in MODIFIERS:
        first = first.nbor(-1)
    return head.doc[first.i : head.i + 1]


def mention_of(doc: Doc, nominal: Nominal) -> Mention:
    """The mention that a nominal actor adds."""
    start, last = doc[nominal.first].idx, doc[nominal.last]
    return Mention(span_of(doc, start, last.idx + len(last)), LABEL, None, nominal.rule)


@functools.cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lists.load("actors")[section])
