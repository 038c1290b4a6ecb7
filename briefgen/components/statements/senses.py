"""Deeds that mean something else than their code in some clauses ("condemned the killing of B").

What holds of single verbs is in `verb_senses.py`, the words in `data/events_doubt.yml`.
"""

from __future__ import annotations

from briefgen.components.statements.events import (
    HOSTILE,
    lexicon,
    noun_code,
    said,
    verb_code,
    words,
)
from briefgen.components.statements.noun_slots import noun_arguments
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import is_somebody
from briefgen.components.statements.subjects import agent
from briefgen.components.statements.verb_senses import AGAINST, CHECKS
from briefgen.lists import load

_LISTS = load("events_doubt")
# Their recipient is somebody, no thing and no trait.
OF_SOMEBODY = words(_LISTS["of_somebody"])
_AMBIGUOUS_NOUNS = words(_LISTS["ambiguous_nouns"])
_GOING = words(_LISTS["going"])
# Who only listens and writes.
_LISTENERS = words(_LISTS["listeners"])
_MEDIA = frozenset(load("actors")["media"])
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# What one can say or do about another's deed.
OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "COERCE", "REQUEST"})
# Behind these a gerund with its own subject tells what went on ("with troops killing B").
GOING_ON = frozenset({"with", "after", "by", "following"})


def other_sense(
    p: Parse, verb: int, code: str, actor: int | None, recipient: int | None, framed: bool
) -> str:
    """Why a verb means something else than its code, in a few words; empty where it does not."""
    check = CHECKS.get(p.lemma[verb])
    if check is not None and (why := check(p, verb, actor, recipient)):
        return why
    told = said(p, verb) is not None
    if framed and told and not _wanted_of(p, verb, recipient):
        return "asked of nobody"
    if p.lemma[verb] in _GOING and recipient is not None and _site(p, recipient):
        return "a place, nobody met"
    if (code == "CONSULT" or told) and recipient is not None and _listens(p, recipient):
        return "words to the public"
    if code == "SUPPORT" and _for_harm(p, verb):
        return "harm, no support"
    named = recipient is not None and _somebody(p, recipient)
    if p.lemma[verb] in OF_SOMEBODY and not named:
        return "the recipient is no party"
    if code in OF_DEEDS and not framed and _victim(p, verb, recipient):
        return "the victim, not the accused"
    struck = p.child(verb, "dobj")
    blow = struck is not None and p.noun(struck) == "strike"
    if code == "PROTEST" and blow and actor is not None and p.label[actor] in ("GPE", "PERSON"):
        return "a strike from the air or of workers"
    if code == "PROTEST" and framed and _of_supporters(p, verb, actor):
        return "a rally of supporters"
    if code in ("REJECT", "AGREE") and _leads_to_harm(p, verb, recipient):
        return "the recipient is struck, not answered"
    if code in HOSTILE and p.has(verb, "agent") and agent(p, verb) is None:
        return "what was done by nobody"
    if p.dep[verb] == "pcomp" and _topic(p, verb):
        return "a topic, not told as done"
    return ""


def _somebody(p: Parse, noun: int) -> bool:
    """Whether it names somebody, or letters too new for the tagger do."""
    return is_somebody(p, noun) or p.pos[noun] == "PROPN"


def _listens(p: Parse, noun: int) -> bool:
    """ "reporters", "CNN", "The Harbour Times"."""
    medium = p.label[noun] == "ORG" and p.lower[noun] in _MEDIA
    return medium or p.noun(noun) in _LISTENERS


def _wanted_of(p: Parse, verb: int, recipient: int | None) -> bool:
    """Whether "A said B must ..." has B as its recipient, or whom A told so."""
    clause = p.child(verb, "ccomp")
    if recipient is None or clause is None:
        return True
    if p.head[recipient] == verb and p.dep[recipient] in ("dobj", "dative"):
        return True
    asked = p.child(clause, "nsubj")
    return asked is not None and recipient in range(p.left(asked), p.right(asked) + 1)


def _site(p: Parse, noun: int) -> bool:
    """ "visited the museum"; who visits a state visits its leaders."""
    named = p.label[noun] in ("FAC", "LOC", "WORK_OF_ART", "EVENT")
    return named or (p.noun(noun) in lexicon().places and not p.label[noun])


def _for_harm(p: Parse, verb: int) -> bool:
    """ "sponsored attacks", "supports acts of terrorism"."""
    deed = p.child(verb, "dobj", "nsubjpass")
    if deed is None:
        return False
    inside = [deed, *(noun for word, noun in p.preps(deed) if word == "of")]
    return any(
        p.noun(one) == "terrorism"
        or (noun_code(p, one) == "ASSAULT" and p.noun(one) not in _AMBIGUOUS_NOUNS)
        for one in inside
    )


def _of_supporters(p: Parse, verb: int, actor: int | None) -> bool:
    """ "Novak held a rally": a politician among supporters protests against nobody."""
    rally = p.child(verb, "dobj")
    if rally is None or actor is None or p.noun(rally) not in ("rally", "parade"):
        return False
    if p.lemma[verb] == "attend":
        return True
    return p.label[actor] == "PERSON" or p.lower[actor] in ("he", "she")


def _victim(p: Parse, verb: int, recipient: int | None) -> bool:
    """ "condemned the killing of B": B is not condemned."""
    deed = p.child(verb, "dobj")
    if recipient is None or deed is None or noun_code(p, deed) not in AGAINST:
        return False
    return recipient != deed and recipient == noun_arguments(p, deed)[1]


def _leads_to_harm(p: Parse, verb: int, recipient: int | None) -> bool:
    """ "agreed to attack B", "refused to strike B": B stands in the harm alone."""
    deed = p.child(verb, "xcomp", "ccomp")
    if recipient is None or deed is None or p.pos[deed] != "VERB" or recipient < deed:
        return False
    return verb_code(p, deed, p.child(deed, "dobj"))[0] in HARM


def _topic(p: Parse, verb: int) -> bool:
    """ "fears of the army besieging B"."""
    return p.has(verb, "nsubj") and p.lower[p.head[verb]] not in GOING_ON
