"""Which nouns name somebody who acts or is acted upon, somewhere, or a mere thing."""

from __future__ import annotations

from briefgen.components.statements.events import lexicon
from briefgen.components.statements.parse import Parse

PARTY_LABELS = frozenset({"PERSON", "NORP", "ORG", "GPE"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# How deep a party may stand inside an object ("the demand for the withdrawal of B").
MAX_NESTING = 4
# Before a blow these are who strikes ("the police shooting of B").
STRIKERS = frozenset({"police", "army", "military", "rebel", "militant"})
BEFORE = frozenset({"poss", "amod", "compound", "nmod"})


def is_party(p: Parse, noun: int) -> bool:
    """Whether a noun names somebody who can act or be acted upon."""
    if p.label[noun] in PARTY_LABELS or p.pos[noun] == "PRON":
        return p.noun(noun) not in lexicon().carriers or p.label[noun] in PARTY_LABELS
    return p.noun(noun) in lexicon().parties or (
        p.pos[noun] == "NUM" and p.tag[noun] == "CD" and not p.label[noun]
    )


def is_place(p: Parse, noun: int) -> bool:
    """Whether a noun names a place."""
    return p.label[noun] in PLACE_LABELS


def is_somebody(p: Parse, noun: int) -> bool:
    """Whether a noun is a party or a place itself, not what holds one."""
    return is_party(p, noun) or is_place(p, noun)


def involves(p: Parse, noun: int | None) -> bool:
    """Whether a slot names a party or a place, or holds one ("B's army base")."""
    if noun is None:
        return False
    return is_somebody(p, noun) or party_inside(p, noun) is not None


def party_inside(p: Parse, noun: int, depth: int = 0, actor: int | None = None) -> int | None:
    """The party that an object such as "the request from B" or "B's plan" is about."""
    if depth >= MAX_NESTING:
        return None
    known = lexicon()
    for preposition in known.noun_prepositions:
        for prep, inner in p.preps(noun):
            if prep != preposition or inner == actor:
                continue
            if is_party(p, inner):
                return inner
            found = party_inside(p, inner, depth + 1, actor)
            if found is not None:
                return found
    return modifier_party(p, noun)


def modifier_party(p: Parse, noun: int) -> int | None:
    """The party that stands before a noun: "B's plan", "the B proposal"."""
    for kid in p.kids[noun]:
        if kid < noun and p.dep[kid] in BEFORE:
            if p.pos[kid] == "PRON" or "-" in p.lower[kid]:
                continue  # "the Danish-Swedish border" is of two
            if p.label[kid] in PARTY_LABELS or (p.dep[kid] == "poss" and is_party(p, kid)):
                return kid
            if p.dep[kid] == "poss" and p.pos[kid] == "NOUN":
                return modifier_party(p, kid)
            if p.lower[kid] in STRIKERS and lexicon().nouns.get(p.noun(noun)) == "ASSAULT":
                return kid
    return None


def is_thing(p: Parse, noun: int) -> bool:
    """Whether a noun can be acted upon itself: a party, or no mere carrier of an event."""
    known = lexicon()
    lemma = p.noun(noun)
    return is_party(p, noun) or (lemma not in known.carriers and lemma not in known.nouns)
