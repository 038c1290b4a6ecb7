"""On whose word: whoever the text credits; the words are in `data/attribution.yml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from briefgen.components.statements.events import Words, say_verbs, words
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import modifier_party
from briefgen.components.statements.subjects import agent, is_finite, subject
from briefgen.lists import load
from briefgen.model import Attribution, Quotation, Span

MAX_CLIMB = 8


@dataclass(frozen=True, slots=True)
class Credits:
    """The word lists in the form that look-ups need."""

    phrases: Words
    anonymous: Words
    nobody: Words
    passing: Words
    silence: Words
    withholding: Words
    wishing: Words
    telling: Words


@functools.cache
def credits() -> Credits:
    """The word lists, read once."""
    data = load("attribution")
    return Credits(
        phrases=frozenset(data["credit_phrases"]),
        anonymous=words(data["anonymous"]),
        nobody=words(data["nobody"]),
        passing=words(data["passing"]),
        silence=words(data["silence"]),
        withholding=words(data["withholding"]),
        wishing=words(data["wishing"]),
        telling=words(data["telling"]),
    )


def quoted_tokens(p: Parse, quotations: tuple[Quotation, ...]) -> dict[int, Quotation]:
    """Token -> the quotation it stands in; a direct one counts before others."""
    found: dict[int, Quotation] = {}
    for quotation in sorted(quotations, key=lambda one: one.kind == "direct"):
        for part in quotation.content:
            first, end = p.tokens_of(part)
            found.update(dict.fromkeys(range(first, end), quotation))
    return found


def cues(p: Parse, quotations: tuple[Quotation, ...]) -> dict[int, Quotation]:
    """Token of a verb of saying -> what is said with it: the sentence stands on that word."""
    found: dict[int, Quotation] = {}
    for quotation in quotations:
        if quotation.cue is not None:
            first, end = p.tokens_of(quotation.cue)
            for i in range(first, end):
                if p.pos[i] == "VERB":
                    found.setdefault(i, quotation)
    return found


def credit(p: Parse, event: int, inside: Quotation | None) -> tuple[Attribution, Span | None]:
    """How an event is vouched for, and by whom, inside a quotation or outside any."""
    if inside is not None and inside.kind == "direct":
        return "quoted", inside.speaker
    if _unspoken(p, event) or _added(p, event):
        return "stated", None
    found = _reporter(p, event)
    if found is not None:
        kind: Attribution = "anonymous" if _nameless(p, found) else "attributed"
        return kind, p.phrase(found)
    if inside is not None and inside.speaker is not None:
        first, end = p.tokens_of(inside.speaker)
        head = _head(p, first, end)
        if p.lower[head] in credits().nobody:
            return "stated", None
        return "anonymous" if _nameless(p, head) else "attributed", inside.speaker
    return "stated", None


def _head(p: Parse, first: int, end: int) -> int:
    """The head token of a span."""
    for i in range(first, end):
        if not first <= p.head[i] < end or p.head[i] == i:
            return i
    return first


def _reporter(p: Parse, event: int) -> int | None:
    """Who reports it: the subject of the verb of saying above, or behind "according to"."""
    known = credits()
    current = event
    for _ in range(MAX_CLIMB):
        source = _according(p, current, known)
        if source is None:
            source = _in_passing(p, current)
        if source is not None:
            return source
        head = p.head[current]
        if head == current:
            return None
        if p.dep[current] == "acl" and p.lemma[head] in known.telling and is_finite(p, current):
            # "reports that A did B", "A's claim that B did C"
            owner = modifier_party(p, head)
            return head if owner is None else owner
        if p.dep[current] == "ccomp" and p.pos[head] == "VERB" and p.lemma[head] in say_verbs():
            return _sayer(p, head)
        if p.dep[current] == "ROOT":
            return None
        current = head
    return None


def withheld(p: Parse, verb: int) -> bool:
    """ "did not say", "declined to say": what follows is nobody's word."""
    known = credits()
    if p.lemma[verb] not in known.silence:
        return False
    declined = p.dep[verb] == "xcomp" and p.lemma[p.head[verb]] in known.withholding
    return declined or p.has(verb, "neg")


def _unspoken(p: Parse, event: int) -> bool:
    """Whether it stands in what somebody did not say."""
    for _ in range(MAX_CLIMB):
        head = p.head[event]
        if head == event:
            return False
        if p.dep[event] in ("ccomp", "advcl") and withheld(p, head):
            return True
        event = head
    return False


def _added(p: Parse, event: int) -> bool:
    """ "asked A to help B, which has joined C": what follows the wish is the writer's own."""
    for _ in range(MAX_CLIMB):
        head = p.head[event]
        if head == event:
            return False
        if p.dep[event] == "relcl" and p.lower[min((event, *p.kids[event])) - 1] == ",":
            return _wished(p, head)
        event = head
    return False


def _wished(p: Parse, noun: int) -> bool:
    """Whether a noun stands in an infinitive that somebody asks for."""
    for _ in range(MAX_CLIMB):
        if p.dep[noun] in ("xcomp", "ccomp"):
            to = any(p.lower[kid] == "to" and p.dep[kid] == "aux" for kid in p.kids[noun])
            return to and p.lemma[p.head[noun]] in credits().wishing
        noun = p.head[noun]
    return False


def _in_passing(p: Parse, verb: int) -> int | None:
    """ "The plan, reported by A, will ...": A, who vouches for what is said of the plan."""
    noun = p.child(verb, "nsubj", "nsubjpass")
    for kid in p.kids[noun] if noun is not None else ():
        if p.dep[kid] == "acl" and p.tag[kid] == "VBN" and p.lemma[kid] in credits().passing:
            return agent(p, kid)
    return None


def _sayer(p: Parse, verb: int) -> int | None:
    """Who says it; in the passive ("was told that ...") whom "by" names."""
    noun = agent(p, verb) if p.passive(verb) else subject(p, verb)
    return None if noun is None or p.lower[noun] in credits().nobody else noun


def _according(p: Parse, head: int, known: Credits) -> int | None:
    """The noun behind "according to" on this token."""
    for kid in p.kids[head]:
        if p.lower[kid] in known.phrases:
            for inner in p.kids[kid]:
                if p.dep[inner] == "prep":
                    return p.child(inner, "pobj")
    return None


def _nameless(p: Parse, noun: int) -> bool:
    """Whether the credited are "officials" or "sources" whom nothing names."""
    if p.lemma[noun] not in credits().anonymous or p.label[noun] == "PERSON":
        return False
    first, last = p.left(noun), p.right(noun)
    return not any(p.label[i] == "PERSON" for i in range(first, last + 1))
