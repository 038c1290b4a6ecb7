"""What can be said of who fills a slot: named, several, a thing, nobody who can be hit."""

from __future__ import annotations

from briefgen.components.statements.clauses import CROWDS
from briefgen.components.statements.doubts import HARMFUL, doubts
from briefgen.components.statements.events import TIME_LABELS, Words, lexicon, noun_code
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import is_place, is_somebody

SINGLE = frozenset({"he", "him", "she", "her"})
PERSONS = frozenset({"he", "him", "she", "her", "they", "them", "we", "us"})
# What befalls somebody, whoever did it.
BEFALLING = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "MOBILIZE"})
# Deeds that are done to somebody.
TOWARDS = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "REQUEST", "THREATEN"})
# What several can do with each other.
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
# Labels of figures and times.
MEASURES = TIME_LABELS | {"QUANTITY", "ORDINAL", "MONEY", "PERCENT"}
WATERS = frozenset({"sea", "ocean", "water", "air", "sky", "waters"})
# Names of what is no party: a war or a festival, a law, a book.
NOBODY = frozenset({"EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})
PARTS = frozenset({"all", "some", "many", "most", "any", "each", "half", "part", "none"})


def part_of_a_thing(p: Parse, noun: int) -> bool:
    """ "met all of its commitments": all of them, but they are nobody."""
    if p.lower[noun] not in PARTS:
        return False
    return any(word == "of" and not can_be_hit(p, one, "ASSAULT") for word, one in p.preps(noun))


def all_or_most(p: Parse, actor: int) -> bool:
    """ "most countries pay", "all companies ask"."""
    return any(p.lower[kid] in ("most", "all", "many", "every") for kid in p.kids[actor])


def strikes(p: Parse, actor: int) -> bool:
    """ "warplanes hit the depot": a weapon, or a pronoun for whoever struck."""
    return p.lower[actor] == "it" or p.noun(actor) in doubts().weapons


def are_the_same(p: Parse, actor: int, recipient: int) -> bool:
    """Whether both slots hold one bare name: twice "Moreno" is one, two ministers are two."""
    bare = not p.kids[actor] and not p.kids[recipient] and p.pos[actor] == "PROPN"
    return actor == recipient or (bare and p.lower[actor] == p.lower[recipient])


def is_named(p: Parse, noun: int | None) -> bool:
    """Whether a slot names somebody or some place; "it" and "which" do not."""
    if noun is None:
        return False
    if p.pos[noun] == "PRON":
        return p.lower[noun] in PERSONS
    known = p.noun(noun) in doubts().bodies
    return is_somebody(p, noun) or known or p.pos[noun] == "PROPN"


def a_thing_acts(p: Parse, actor: int, code: str) -> bool:
    """Whether the doer is no party: "leaks question a plan", "cuts force the city"."""
    if (
        is_somebody(p, actor)
        or p.noun(actor) in doubts().bodies
        or p.pos[actor] == "PROPN"
        or p.label[actor]
        or _initials(p, actor)
    ):
        return False
    if code not in HARMFUL:
        return True
    return p.noun(actor) not in doubts().weapons and noun_code(p, actor) != "ASSAULT"


def is_one_sided(p: Parse, event: int, code: str, actor: int | None, recipient: int | None) -> bool:
    """Whether a side is missing that the deed needs: "they agreed", "the talks with B"."""
    if actor is None and recipient is not None:
        told = code in BEFALLING or p.verb(event) in doubts().befalling
        return not told or (p.pos[event] == "VERB" and not p.passive(event))
    if recipient is not None or code not in TOWARDS:
        return False
    obj = p.child(event, "dobj", "nsubjpass")
    shared = obj is not None and p.noun(obj) in lexicon().reciprocal_nouns
    if code == "COOPERATE" and not shared:
        # "thousands took part": with each other, but nobody says so
        return actor is None or len(p.conjuncts(actor)) < 2
    return not (are_several(p, actor) and (shared or code in MUTUAL))


def not_aimed_at(p: Parse, noun: int) -> bool:
    """ "fired missiles into the sea", "launched a rocket from B"."""
    return p.lower[noun] in WATERS or p.lower[p.head[noun]] in ("from", "over", "near", "off")


def no_party(p: Parse, noun: int) -> bool:
    """Whether it names a war, a festival, a law or a book, and no body inside the name."""
    if p.label[noun] not in NOBODY:
        return False
    return not any(p.noun(i) in lexicon().parties for i in range(p.left(noun), p.right(noun) + 1))


def pronouns_alone(p: Parse, actor: int | None, recipient: int | None) -> bool:
    """ "they asked us": who it is stands elsewhere; "he was arrested" leaves one alone open."""
    filled = [noun for noun in (actor, recipient) if noun is not None]
    if any(p.pos[noun] != "PRON" for noun in filled):
        return False
    return len(filled) > 1 or p.lower[filled[0]] not in SINGLE


def _initials(p: Parse, noun: int) -> bool:
    """ "ICE", "MPs": letters that stand for a body or an office."""
    return sum(letter.isupper() for letter in p.doc[noun].text) > 1


def in_politics(p: Parse, noun: int | None) -> bool:
    """ "the EU", "the governing coalition", a person: who clashes with these quarrels."""
    if noun is None:
        return False
    return p.label[noun] == "PERSON" or p.noun(noun) in doubts().quarrelling


def named_in(p: Parse, event: int, nouns: Words) -> bool:
    """Whether one of the nouns stands in the event's sentence."""
    sentence = p.doc[event].sent
    return any(p.noun(i) in nouns for i in range(sentence.start, sentence.end))


def can_be_held(p: Parse, noun: int) -> bool:
    """Whether a recipient is land or a building, which can be taken."""
    return is_place(p, noun) or p.noun(noun) in lexicon().places or p.label[noun] == "FAC"


def counted(p: Parse, noun: int) -> int:
    """The nurses of "dozens of nurses"; any other noun itself."""
    inside = (one for preposition, one in p.preps(noun) if preposition == "of")
    return next(inside, noun) if p.noun(noun) in CROWDS else noun


def can_be_hit(p: Parse, noun: int, code: str) -> bool:
    """Whether a recipient is a party or a place, or for a deed of harm what can be hit."""
    if is_somebody(p, noun) or (p.label[noun] and p.label[noun] not in MEASURES):
        return p.lower[noun] not in lexicon().void
    if p.noun(noun) in doubts().freed:
        return True
    if code not in HARMFUL:
        return False
    return p.noun(noun) in doubts().targets or p.noun(noun) in lexicon().places


def are_several(p: Parse, noun: int | None) -> bool:
    """Whether a slot holds more than one, who can do something with each other."""
    if noun is None:
        return False
    return p.tag[noun] in ("NNS", "NNPS") or len(p.conjuncts(noun)) > 1
