"""Whom a deed is really about, where the slot holds what stands too deep in its object."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.components.statements.clauses import direct_object
from briefgen.components.statements.events import (
    COOPERATIVE,
    HOSTILE,
    lexicon,
    noun_code,
    said,
    verb_code,
)
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import BEFORE, involves, is_place, is_somebody
from briefgen.components.statements.scenes import ABROAD

# What somebody thinks of another's deed: it is about the deed, or about whose it is.
ATTITUDES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
# What is B's: "the plan of B", "the attack by B", "a letter from B".
OWNING = frozenset({"of", "by", "from"})
# What goes to somebody: who backs it backs whom it goes to.
PASSED_ON = frozenset(
    {"aid", "assistance", "delivery", "donation", "export", "funding", "grant", "loan", "return"}
    | {"sale", "shipment", "supply", "support", "transfer"}
)
# Of these only "from" leads to whom one leaves ("resigned over differences with B").
LEAVING = frozenset({"resign", "step", "quit"})
# Who gives up what is B's gives B nothing.
CEDING = frozenset({"surrender", "cede", "relinquish", "renounce", "forfeit"})
# Of these the object goes away from somewhere.
PULLING = frozenset({"withdraw", "pull", "move"})
# Behind "with" stands what this is done with.
WITH_A_WEAPON = frozenset(
    {"open", "shoot", "fire", "kill", "stab", "hit", "bomb", "shell", "attack"}
)
# Of these "of" tells who is handed over, not who is asked.
HANDED_OVER = frozenset({"extradition"})
# Of these the owner travels, whoever arranges them.
JOURNEYS = frozenset({"trip", "visit", "tour", "journey"})
# Before these stands who inquires.
INQUIRIES = frozenset({"investigation", "probe", "inquiry", "audit", "review"})
# What is from B in these is away from B.
AWAY = frozenset({"independence", "withdrawal", "freedom", "secession", "separation", "protection"})
SENDING = frozenset({"send", "contribute", "donate"})
# Their object is for, or at, whoever stands behind "to"; what these pledge is one's own.
TO_WHOM = frozenset({"deny", "recall"})
PLEDGING = frozenset({"pledge", "promise", "vow", "extend"})
MAX_CLIMB = 6


def settled(p: Parse, event: int, code: str, recipient: int, framed: bool) -> int | None:
    """The recipient, a nearer one, or None where the text names nobody.

    `event` is the token of the verb or noun, `framed` tells that more than the verb alone decided.
    """
    if p.pos[event] != "VERB":
        return recipient
    if code == "MOBILIZE" and (_moved(p, event, recipient) or not involves(p, recipient)):
        return None
    if p.lemma[event] in TO_WHOM and p.lower[p.head[recipient]] == "to":
        return recipient
    if p.lemma[event] in TO_WHOM and p.dep[recipient] == "dobj":
        return _to_whom(p, event, recipient)
    if p.lemma[event] in PLEDGING and p.dep[recipient] in BEFORE:
        return None
    if code == "THREATEN" and p.dep[recipient] == "dobj":
        moved = p.head[recipient]
        if moved != event and verb_code(p, moved, recipient)[0] == "MOBILIZE":
            return None
    if framed and _mere_object(p, event, recipient):
        return None
    if code == "YIELD" and p.lemma[event] in LEAVING and p.lower[p.head[recipient]] != "from":
        return None
    if code == "AID" and p.lemma[event] in SENDING and _moved(p, event, recipient):
        return None
    if code == "CONSULT" and _only_beside(p, event, recipient):
        return None
    if code == "YIELD" and p.lemma[event] in PULLING and _moved(p, event, recipient):
        return _left_behind(p, event)
    if code == "YIELD" and p.lemma[event] == "pay" and _behind_for(p, recipient, event):
        return None
    if _beside_the_deed(p, event, code, recipient):
        return None
    if code in HOSTILE and _of_another(p, event, recipient):
        return None
    if code in ATTITUDES:
        return _of_attitude(p, event, code, recipient, framed)
    if code == "REQUEST" and framed and said(p, event) is not None:
        return _meant(p, event, recipient)
    if code == "REQUEST":
        return recipient if _asked(p, event, recipient) else None
    if code == "AGREE" and not involves(p, recipient):
        return None
    return recipient


def _only_beside(p: Parse, verb: int, noun: int) -> bool:
    """ "visited the border with B", "held talks over B": B is company, or the topic."""
    before = p.lower[p.head[noun]]
    company = p.lemma[verb] in ("visit", "tour") and before == "with" and p.has(verb, "dobj")
    topic = before in ("over", "about") and p.head[p.head[noun]] != verb
    return company or topic


def _to_whom(p: Parse, verb: int, thing: int) -> int:
    """ "denied entry to B", "recalled its ambassador to B": B."""
    parties = (
        noun
        for holder in (thing, verb)
        for word, noun in p.preps(holder)
        if word == "to" and is_somebody(p, noun)
    )
    return next(parties, thing)


def _moved(p: Parse, verb: int, noun: int) -> bool:
    """ "deployed troops": what is moved, nobody against whom."""
    return p.dep[noun] in ("dobj", "nsubjpass") and p.head[noun] == verb


def _left_behind(p: Parse, verb: int) -> int | None:
    """ "pulled its troops out of B"."""
    for i in p.kids[verb]:
        for word, noun in p.preps(i):
            if (word == "from" or (word == "of" and p.lower[i] == "out")) and is_somebody(p, noun):
                return noun
    return None


def _beside_the_deed(p: Parse, event: int, code: str, recipient: int) -> bool:
    """ "gave up B's claim", "used gas in B", "fired with a gun", "a trip from B", "B's inquiry"."""
    before, holder = p.lower[p.head[recipient]], p.noun(p.head[recipient])
    if code == "YIELD":
        return p.lemma[event] in CEDING and p.dep[recipient] == "poss"
    if p.lemma[event] == "use" and code in ("ASSAULT", "COERCE"):
        return is_place(p, recipient) and before in lexicon().place_prepositions
    if p.lemma[event] == "fire" and before == "in":
        return True
    if code == "ASSAULT":
        held = any(p.lower[i] == "with" and p.head[i] == event for i in _upwards(p, recipient))
        return held and p.lemma[event] in WITH_A_WEAPON
    if code == "SANCTION" and p.lemma[event] == "withdraw":
        return holder in ABROAD and p.dep[recipient] in BEFORE
    if code == "CONSULT":
        return before == "from" or (p.dep[recipient] == "poss" and holder in JOURNEYS)
    if code == "ACCUSE":
        body = p.label[recipient] == "ORG" and p.dep[recipient] == "compound"
        return body and holder in INQUIRIES
    return False


def _of_another(p: Parse, verb: int, noun: int) -> bool:
    """ "ordered strikes to protect B": B stands in the purpose alone."""
    for i in _upwards(p, p.head[noun]):
        if i == verb:
            return False
        if p.dep[i] in ("advcl", "acl", "xcomp") and p.tag[i] == "VB":
            return verb_code(p, i, p.child(i, "dobj"))[0] in COOPERATIVE
    return False


def _upwards(p: Parse, i: int) -> Iterator[int]:
    """The token and what it hangs on, one above the other, at most MAX_CLIMB of them."""
    for _ in range(MAX_CLIMB):
        yield i
        if p.head[i] == i:
            return
        i = p.head[i]


def _mere_object(p: Parse, verb: int, recipient: int) -> bool:
    """ "declared a state of emergency", "used force": the object is no recipient."""
    if p.head[recipient] != verb or p.dep[recipient] != "dobj":
        return False
    return p.lemma[verb] == "use" or not is_somebody(p, recipient)


def _of_attitude(p: Parse, verb: int, code: str, recipient: int, framed: bool) -> int | None:
    """ "welcomed steps towards talks with B" is of the steps, "welcomed B's steps" of B."""
    held = p.child(verb, "nsubjpass") if p.passive(verb) else direct_object(p, verb)
    steps = _steps(p, recipient, held) if held is not None else None
    before = p.head[recipient]
    scene = p.lower[before] in lexicon().place_prepositions and p.head[before] == verb
    if steps is None and scene and held is not None:
        return held  # "In B, A condemned the seizure"
    if steps is None:
        inside = p.child(verb, "xcomp")
        refused = code == "REJECT" and inside is not None and recipient > inside
        return None if refused and not is_somebody(p, recipient) else recipient
    if framed:
        return recipient if len(steps) < 2 else None
    to = p.lower[p.head[recipient]] == "to"
    if code == "SUPPORT" and to and held is not None and p.noun(held) in PASSED_ON:
        return recipient
    against = any(p.lower[p.head[step]] == "against" for step in steps)
    return recipient if against or all(_owns(p, step) for step in steps) else held


def _steps(p: Parse, noun: int, top: int) -> list[int] | None:
    """The nouns from one up to, and without, the one it stands in; None where it stands outside."""
    steps: list[int] = []
    for i in _upwards(p, noun):
        if i == top:
            return steps
        if p.pos[i] != "ADP":
            steps.append(i)
    return None


def _owns(p: Parse, noun: int) -> bool:
    """Whether what it stands beside is its own: "B's plan", "the Danish plan", "a plan by B"."""
    if p.dep[noun] == "compound":
        return p.label[noun] == "PERSON" and noun_code(p, p.head[noun]) is None
    if p.dep[noun] == "pobj":
        away = p.lower[p.head[noun]] == "from" and p.noun(p.head[p.head[noun]]) in AWAY
        return p.lower[p.head[noun]] in OWNING and not away
    return p.dep[noun] in ("poss", "amod", "nmod", "conj")


def _behind_for(p: Parse, noun: int, verb: int) -> bool:
    """Whether it stands in what is asked for: "called for guards at B"; "talks with B" asks B."""
    with_it = p.lower[p.head[noun]] == "with"
    for i in _upwards(p, noun):
        if i == verb or (with_it and p.noun(i) in lexicon().reciprocal_nouns):
            return False
        if p.pos[i] == "ADP" and p.lower[i] == "for" and not p.has(i, "pcomp"):
            return True
    return False


def _meant(p: Parse, verb: int, recipient: int) -> int | None:
    """ "told a paper that B should leave": B; "told B that he should leave": B, too.

    "told a paper that the talks must go on": nobody.
    """
    clause = p.child(verb, "ccomp")
    own = p.child(clause, "nsubj", "nsubjpass") if clause is not None else None
    if own is None or p.pos[own] == "PRON" or own == recipient:
        return recipient
    return own if involves(p, own) else None


def _asked(p: Parse, verb: int, recipient: int) -> bool:
    """Whether a request goes to it: not "called for B", "demanded action over B", "to meet B"."""
    if p.lower[p.head[recipient]] == "from":
        return True
    if _behind_for(p, recipient, verb):
        return False
    wish = p.child(verb, "xcomp")
    if wish is not None and recipient > wish and not p.has(verb, "dobj"):
        return False
    wanted = p.child(verb, "dobj")
    if wanted is not None and p.noun(wanted) in HANDED_OVER:
        return False
    steps = _steps(p, recipient, wanted) if wanted is not None and wanted != recipient else None
    if not steps:
        return True
    return p.noun(wanted or 0) in lexicon().nouns or all(
        p.dep[step] != "pobj" or p.lower[p.head[step]] in ("by", "from", "in") for step in steps
    )
