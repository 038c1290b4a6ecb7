"""Why an event's code is withheld: a figure of speech, a domestic sense, a doubtful parse.

A statement without a code still tells who did what to whom. The words are in
`data/events_doubt.yml`.
"""

from __future__ import annotations

from briefgen.components.statements.doubt_of_nouns import doubt_of_noun
from briefgen.components.statements.doubt_of_verbs import doubt_of_verb
from briefgen.components.statements.doubts import OF_PARTIES, TO_SOMEBODY, doubts
from briefgen.components.statements.events import TIME_LABELS, lexicon
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.sides import (
    a_thing_acts,
    all_or_most,
    are_the_same,
    is_named,
    is_one_sided,
    named_in,
    no_party,
    not_aimed_at,
    part_of_a_thing,
    pronouns_alone,
    strikes,
)

ANYBODY = frozenset(
    {"you", "one", "everyone", "anyone", "nobody", "who", "whom", "someone", "somebody", "anybody"}
)
# So many clauses below the main verb two readers found less than half of the codes right.
TOO_DEEP = 3
MAX_CLIMB = 12
CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "xcomp", "conj", "pcomp", "appos"})
# What points at something said before.
POINTERS = frozenset({"this", "that", "these", "those", "what", "there"})


def doubt(
    p: Parse, event: int, code: str, actor: int | None, recipient: int | None, framed: bool
) -> str:
    """Why the code of an event is not sure, in a few words; empty where it is.

    `framed` tells that more than the verb alone decided ("launched an attack").
    """
    if actor is not None and recipient is not None and are_the_same(p, actor, recipient):
        return "the same on both sides"
    it_strikes = code == "ASSAULT" and actor is not None and strikes(p, actor)
    if not (is_named(p, actor) or is_named(p, recipient) or it_strikes):
        return "nobody is named"
    if pronouns_alone(p, actor, recipient):
        return "nobody is named"
    if actor is not None and p.lower[actor].endswith(("self", "selves")):
        return "whose deed it is stays open"
    if actor is not None and p.lower[actor] == "others" and not p.kids[actor]:
        return "nobody in particular"
    if _too_deep(p, event):
        return "too deep in its sentence to be sure"
    if actor is not None and any(p.tag[kid] == "WP$" for kid in p.kids[actor]):
        return "whose deed it is stays open"
    if any(noun is not None and p.lower[noun] in ANYBODY for noun in (actor, recipient)):
        return "nobody in particular"
    if any(noun is not None and no_party(p, noun) for noun in (actor, recipient)):
        return "no party"
    if recipient is not None and p.lower[recipient] in lexicon().void:
        return "nobody in particular"
    if recipient is not None and code in OF_PARTIES and part_of_a_thing(p, recipient):
        return "the recipient is no party"
    if actor is not None and len(p.lower[actor]) == 1 and p.lower[actor] != "i":
        return "whose deed it is stays open"
    if (actor is not None and p.tag[event] == "VBP" and all_or_most(p, actor)) or _habit(p, event):
        return "a habit"
    if actor is not None and (p.label[actor] in TIME_LABELS or p.lower[actor] in POINTERS):
        return "nobody in particular"
    before = recipient is not None and p.pos[recipient] == "ADJ"
    if before and not framed and code not in ("AGREE", "REJECT"):
        return "a word before something else"
    if actor is not None and actor != recipient and a_thing_acts(p, actor, code):
        return "a thing acts"
    if actor is not None and code in TO_SOMEBODY and p.noun(actor) in doubts().weapons:
        return "a thing acts"
    if recipient is not None and p.noun(recipient) in doubts().causes:
        return "a cause, no party"
    if recipient is not None and code == "ASSAULT" and not_aimed_at(p, recipient):
        return "nobody is hit"
    if code == "ASSAULT" and actor is None and named_in(p, event, doubts().disasters):
        return "a disaster, no deed"
    if is_one_sided(p, event, code, actor, recipient):
        return "one side alone"
    carrier = event if p.pos[event] == "NOUN" else p.child(event, "dobj")
    if carrier is not None and _of_words(p, carrier):
        return "a contest of votes, words or sports"
    if p.pos[event] == "VERB":
        return doubt_of_verb(p, event, code, actor, recipient, framed)
    return doubt_of_noun(p, event, code, actor, recipient)


def _too_deep(p: Parse, event: int) -> bool:
    """Whether it stands three clauses below the main verb, behind a noun or a preposition."""
    links = clauses = 0
    while p.head[event] != event and links < MAX_CLIMB:
        clauses += p.dep[event] in CLAUSES and p.pos[event] == "VERB"
        event, links = p.head[event], links + 1
    return clauses >= TOO_DEEP and links > clauses


def _habit(p: Parse, event: int) -> bool:
    """ "men usually bow when meeting B", "he would sometimes hit"."""
    verbs = [event, p.head[event]] if p.dep[event] in ("advcl", "xcomp", "conj") else [event]
    return any(
        p.lower[kid] in doubts().habitual and p.dep[kid] == "advmod"
        for verb in verbs
        for kid in p.kids[verb]
    )


def _of_words(p: Parse, noun: int) -> bool:
    """ "a war of words"."""
    return any(word == "of" and p.noun(of) in doubts().words for word, of in p.preps(noun))
