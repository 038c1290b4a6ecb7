"""Who fills the slots of an event noun ("the attack by A on B")."""

from __future__ import annotations

from briefgen.components.statements.events import lexicon
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import (
    is_party,
    is_place,
    is_thing,
    modifier_party,
    party_inside,
)
from briefgen.components.statements.subjects import agent

# Behind these a thing can be hit as well ("an attack on the base").
AIMED = frozenset({"against", "on", "at", "into"})
BY_OR_FROM = frozenset({"by", "from"})
# What stands behind these belongs to no attack.
LOOSE = frozenset({"from", "to", "for", "about"})
# Of these "of" tells who goes, and "from" what is left.
WITHDRAWALS = frozenset({"withdrawal", "pullout", "pull-out", "retreat"})
# Whose these are leaves, whoever announces it.
RESIGNATIONS = frozenset({"resignation", "retirement"})


def _participant(p: Parse, prep: str, noun: int, objective: bool) -> int | None:
    """Who or what stands behind an event noun's preposition."""
    if is_party(p, noun) or is_place(p, noun):
        return noun
    found = party_inside(p, noun)
    if (prep in AIMED or (prep == "of" and objective)) and is_thing(p, noun) and not p.label[noun]:
        return noun
    return found


def _not_struck(p: Parse, prep: str, noun: int) -> bool:
    """ "a shooting at the B school": where it was; "an attack on B's policy": words."""
    if prep == "at":
        return is_place(p, noun) or p.label[noun] == "ORG" or p.noun(noun) in lexicon().places
    return prep in AIMED and p.noun(noun) in lexicon().views


def _perpetrator(p: Parse, noun: int) -> int | None:
    """ "an attack carried out by A": A."""
    for kid in p.kids[noun]:
        if p.dep[kid] == "acl" and p.tag[kid] == "VBN" and p.verb(kid) in lexicon().light:
            return agent(p, kid)
    return None


def noun_arguments(p: Parse, noun: int) -> tuple[int | None, int | None]:
    """(who does it, to whom) of an event noun: "A's attack on B", "talks between A and B"."""
    known = lexicon()
    actor = patient = None
    preps = p.preps(noun)
    objective = p.noun(noun) in known.of_is_recipient
    owner = p.child(noun, "poss")
    if owner is not None and p.pos[owner] != "PRON" and is_party(p, owner) and not objective:
        actor, objective = owner, True  # "Norway's denial of Danish claims"
    struck = known.nouns.get(p.noun(noun)) == "ASSAULT"
    leaving = p.noun(noun) in WITHDRAWALS
    asks = known.nouns.get(p.noun(noun)) == "REQUEST"
    for preposition in known.noun_prepositions:
        for prep, inner in preps:
            if prep != preposition:
                continue
            party = _participant(p, prep, inner, objective)
            if party is None or (struck and _not_struck(p, prep, inner)):
                continue
            if prep in LOOSE and struck:
                continue  # "fire from the hill", "linked the attack to B"
            if leaving and prep == "from":
                patient = party if patient is None else patient
            elif prep in BY_OR_FROM or (prep == "of" and (leaving or not objective)):
                actor = party if actor is None else actor
            elif patient is None and prep != "in" and not (asks and prep in ("for", "over")):
                patient = party
    if actor is None:
        actor = _perpetrator(p, noun)
    before = modifier_party(p, noun)
    if before is not None:
        if before in p.places and p.dep[before] != "poss":
            # "the London bombings" and "the Geneva talks": only what strikes a place is done to it.
            # Of "a London bus bombing" London is but the place.
            alone = all(p.dep[kid] != "compound" or kid <= before for kid in p.kids[noun])
            patient = before if struck and alone and patient is None else patient
        elif actor is None:
            actor = before
        elif patient is None and before != actor:
            patient = before
    return actor, patient
