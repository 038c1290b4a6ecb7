"""Who fills the slots of a verb."""

from __future__ import annotations

from briefgen.components.statements.events import lexicon
from briefgen.components.statements.noun_slots import AIMED, noun_arguments
from briefgen.components.statements.parse import NOMINAL, Parse
from briefgen.components.statements.parties import (
    BEFORE,
    is_party,
    is_place,
    is_thing,
    party_inside,
)
from briefgen.components.statements.scenes import is_idiom
from briefgen.components.statements.subjects import RELATIVE, agent, is_finite, own_subject, subject

# Behind these stands who is meant ("dozens of nurses").
CROWDS = frozenset({"dozen", "score", "hundred", "thousand"})
# Before these measures these stand as those who impose them.
MEASURES = frozenset({"sanction", "tariff", "embargo"})
IMPOSING = frozenset({"u.s.", "us", "american", "u.n.", "un", "eu", "european", "western"})


def direct_object(p: Parse, verb: int) -> int | None:
    """The verb's object; of a relative clause without one, what it describes."""
    own = p.child(verb, "dobj")
    if own is None:
        if p.dep[verb] == "conj" and not p.passive(verb):
            return None
        if p.dep[verb] == "relcl" and p.has(verb, "nsubj") and not p.has(verb, "prep"):
            inner = p.child(verb, "nsubj")
            return p.head[verb] if inner is not None and p.lower[inner] not in RELATIVE else None
        return None
    if p.lower[own] in RELATIVE and p.dep[verb] == "relcl":
        return p.head[verb]
    if _of_the_clause(p, verb, own):
        return None
    return own if p.pos[own] in NOMINAL else None


def _of_the_clause(p: Parse, verb: int, obj: int) -> bool:
    """ "warned B would leave": what the parse has as the object is who would leave."""
    clause = p.child(verb, "ccomp")
    if clause is None or not is_finite(p, clause) or own_subject(p, clause) is not None:
        return False
    return min((clause, *p.kids[clause])) == p.right(obj) + 1


def arguments(p: Parse, verb: int) -> tuple[int | None, int | None]:
    """(who does it, what it is done to) of a verb in either voice."""
    above = subject(p, verb)
    if p.passive(verb):
        by = agent(p, verb)
        patient = above if above is not None else p.child(verb, "dobj")
        return by if by is not None else _assailant(p, verb), patient
    obj = direct_object(p, verb)
    if obj is None and p.verb(verb) in lexicon().happening:
        return _assailant(p, verb), above
    return above, obj


def _assailant(p: Parse, verb: int) -> int | None:
    """ "killed in an attack by A": A."""
    for prep, noun in p.preps(verb):
        if prep in ("in", "during", "after") and lexicon().nouns.get(p.noun(noun)) == "ASSAULT":
            return noun_arguments(p, noun)[0]
    return None


def recipient(p: Parse, verb: int, obj: int | None, coded: bool) -> int | None:
    """To or with whom the verb is done: the best party within reach, else its object."""
    known = lexicon()
    preps = p.preps(verb)
    if p.passive(verb):
        preps = [(prep, noun) for prep, noun in preps if prep != "by"]
    dative = p.child(verb, "dative")
    if dative is not None and p.pos[dative] in NOMINAL:
        return dative
    held = obj is not None and p.lemma[verb] == "hold" and is_party(p, obj)
    if obj is not None and p.verb(verb) in known.transfer and not held:
        found = _behind(p, preps + p.preps(obj), known.transfer_prepositions)
        if found is not None:
            return found
    if obj is not None and _crowd(p, obj):
        return obj
    if obj is not None and p.lower[obj] == "part":
        shared = (party_inside(p, noun) for prep, noun in preps if prep == "in")
        return next((party for party in shared if party is not None), None)
    fixed = obj is not None and known.fixed_objects.get(p.verb(verb)) == p.lower[obj]
    if obj is not None and is_thing(p, obj) and not _void(p, obj) and not fixed:
        return obj
    found = party_inside(p, obj) if obj is not None else None
    if obj is not None and found is not None and _imposes(p, found, obj):
        found = None
    if found is None:
        found = _behind(p, preps, known.recipient_prepositions)
    if found is None and coded:
        found = _complement(p, verb, obj)
        together = obj is not None and any(prep == "with" for prep, _ in preps + p.preps(obj))
        if found is None and not together:
            found = _spot(p, verb, obj)
    return found if found is not None else obj


def _imposes(p: Parse, party: int, measure: int) -> bool:
    """ "U.S. sanctions": who imposes them; "Iran sanctions" may be of either."""
    before = p.head[party] == measure and p.dep[party] in BEFORE
    return before and p.noun(measure) in MEASURES and p.lower[party] in IMPOSING


def _crowd(p: Parse, noun: int) -> bool:
    """ "dozens were killed": people, though no noun says so."""
    return p.noun(noun) in CROWDS and p.passive(p.head[noun]) and not p.has(noun, "prep")


def _void(p: Parse, noun: int) -> bool:
    """A bare pronoun that names nobody ("this")."""
    return p.pos[noun] == "PRON" and p.tag[noun] not in ("PRP", "WP")


def _behind(p: Parse, preps: list[tuple[str, int]], order: tuple[str, ...]) -> int | None:
    """The party behind the best of a verb's prepositions; for "against" and "on" a thing, too."""
    for preposition in order:
        for prep, noun in preps:
            if prep != preposition:
                continue
            if is_party(p, noun) or (is_place(p, noun) and prep != "by"):
                return noun
            found = party_inside(p, noun)
            if found is not None:
                return found
            if prep in AIMED and is_thing(p, noun) and not p.label[noun]:
                return noun
    return None


def _complement(p: Parse, verb: int, obj: int | None) -> int | None:
    """ "demanded that B leave": B; "agreed to help B", "sent food to feed B": B."""
    inner = p.child(verb, "ccomp", "xcomp", "advcl")
    if inner is None and obj is not None:
        inner = p.child(obj, "acl")
    if inner is None or p.pos[inner] not in ("VERB", "AUX"):
        return None
    own = own_subject(p, inner)
    if own is not None:
        named = is_party(p, own) and p.pos[own] != "PRON"
        return own if named and p.dep[inner] == "ccomp" else None
    if p.dep[inner] == "xcomp" or p.tag[inner] == "VB":
        _, inner_obj = arguments(p, inner)
        return recipient(p, inner, inner_obj, coded=True)
    return None


def _spot(p: Parse, verb: int, obj: int | None) -> int | None:
    """The place that a deed concerns ("imposed a curfew in B")."""
    known = lexicon()
    for head in (obj, verb):
        if head is None:
            continue
        for prep, noun in p.preps(head):
            if (
                prep in known.place_prepositions
                and not is_idiom(p, noun)
                and (is_place(p, noun) or is_party(p, noun) or p.noun(noun) in known.places)
            ):
                return noun
    return None
