"""Reports: a reporting word, who speaks, and the tokens said to be theirs, from the parse."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefgen.components.quotations import sentence
from briefgen.components.quotations.bounds import (
    FINITE,
    HELPERS,
    SUBJECTS,
    Range,
    hangs_on,
    unbroken,
    without,
)
from briefgen.components.quotations.frames import content
from briefgen.components.quotations.sentence import child, governor
from briefgen.components.quotations.words import is_verb, verbs
from briefgen.lists import load

# A verb in one of these relations shares the subject of its head.
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})
ACCORDING = "according to"
RECORD = "according to a record"
RELATIVES = frozenset({"who", "which", "that"})
SHORTEST_SENTENCE = 4
"""Tokens of what a source is credited with, its comma and stop among them."""
MOST_AHEAD = 4
"""Tokens of the shortest ", noun, Name, said"."""
SPOKEN = frozenset({"clause of", "parenthesis"})
POINTERS = frozenset({"this", "that", "these", "those", "which", "what"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting word with what depends on it."""

    cue: Token
    """The reporting verb, or "according"."""
    speaker: Token | None
    """Head of the noun phrase that speaks."""
    content: tuple[Range, ...]
    """Where the words said stand by the parse; empty where only quotation marks can tell."""
    frame: str
    """How it was found, in words."""


def reports(doc: Doc) -> Iterator[Report]:
    """Everything in the text that reports speech by its grammar, in order."""
    for token in doc:
        report = None
        if token.lower_ == "according":
            report = _according(token)
        elif is_verb(token):
            report = _verbal(token)
        elif token.pos_ == "NOUN" and token.lemma_ in verbs("nouns"):
            report = _nominal(token)
        elif token.lower_ in verbs("adverbs") and token.dep_ == "advmod":
            words = without(token.head, token)
            report = Report(token, None, words, f"adverb {token.lower_!r}")
        if report is not None:
            yield report


def _verbal(verb: Token) -> Report | None:
    behind = _named_behind(verb)
    speaker = _speaker(verb, behind)
    if speaker is None and verb.tag_ in FINITE and child(verb, {"auxpass", "nsubjpass"}) is None:
        return None
    if speaker is not None and speaker.lower_ == "it" and verb.tag_ == "VB":
        # "it is safe to say"
        return None
    withheld = verb.dep_ == "xcomp" and verb.head.lemma_ in verbs("withholding")
    if withheld or child(verb, {"neg"}) is not None:
        # "did not say when", "declined to say when": nothing was said.
        return None
    words, frame = content(verb)
    if frame == "parenthesis" and _is_denied(verb):
        return None
    if speaker is not None and any(kid.lower_ in ("neither", "no") for kid in speaker.lefts):
        return None
    if _is_unsaid(verb):
        return None
    if speaker is not None and frame not in SPOKEN and _says_nothing(speaker, verb):
        return None
    if behind is not None and speaker is behind:
        words = _before(words, behind.left_edge.i - 1)
    words = tuple(unbroken(verb.doc, part) for part in words)
    return Report(verb, speaker, words, f"{frame} {verb.lemma_!r}")


def _says_nothing(speaker: Token, verb: Token) -> bool:
    """ "this explains the series", "the dispute threatened to grow": no speech."""
    if speaker.lower_ in POINTERS:
        return True
    thing = speaker.pos_ == "NOUN" and not speaker.ent_type_
    return thing and verb.lemma_ == "threaten" and speaker.lemma_ not in _parties()


def _is_unsaid(verb: Token) -> bool:
    """ "can explain why", "need to ask whether": nobody has yet."""
    if verb.tag_ != "VB":
        return False
    able = any(kid.dep_ == "aux" and kid.lower_ == "can" for kid in verb.lefts)
    return able or (verb.dep_ == "xcomp" and verb.head.lemma_ == "need")


def _is_denied(verb: Token) -> bool:
    """ "A denied it, as B alleges": B does not say that A denied it."""
    root = sentence.root(verb)
    return root != verb and root.lemma_ in verbs("denying") and verb.lemma_ in verbs("alleging")


@functools.cache
def _parties() -> frozenset[str]:
    """Nouns that name somebody, as the statements have them."""
    return frozenset(load("events")["parties"].split())


def _speaker(verb: Token, behind: Token | None) -> Token | None:
    """Who speaks; not who is asked: "Asked whether it was late, she said no"."""
    asked = verb.tag_ == "VBN" and verb.dep_ == "advcl" and child(verb, HELPERS) is None
    return None if asked else speaker_of(verb) or behind or _name_before(verb)


def _name_before(verb: Token) -> Token | None:
    """The name beside a verb of saying, where the parse ties it to another word."""
    if verb.tag_ not in FINITE or verb.lemma_ not in verbs("clause") or verb.i == 0:
        return None
    name = verb.nbor(-1)
    return name if name.pos_ == "PROPN" and name.ent_type_ in ("PERSON", "ORG") else None


def _named_behind(verb: Token) -> Token | None:
    """ "..., the ship's owner, Ada Ito, said": a noun and its name between commas, which the parse
    takes for an object of what was said."""
    if verb.tag_ not in FINITE or verb.lemma_ not in verbs("clause") or verb.i < MOST_AHEAD:
        return None
    comma, name = verb.nbor(-1), verb.nbor(-2)
    noun = name.head
    if comma.text != "," or name.dep_ != "appos" or noun.pos_ != "NOUN" or noun.i > name.i:
        return None
    first = noun.left_edge
    return noun if first.i > sentence.start(verb) and first.nbor(-1).text == "," else None


def _before(words: tuple[Range, ...], end: int) -> tuple[Range, ...]:
    """The ranges up to a token."""
    return tuple((start, min(last, end)) for start, last in words if start < end)


def _nominal(noun: Token) -> Report | None:
    """`his claim that ...`, `her promise to ...`."""
    owner = child(noun, {"poss"})
    clause = child(noun, {"acl", "ccomp", "relcl"})
    if owner is None or clause is None or clause.left_edge.i != noun.i + 1:
        return None
    if clause.left_edge.lower_ not in ("that", "to") or child(clause, {"nsubj"}) == noun.nbor():
        return None
    words = (clause.left_edge.i, clause.right_edge.i + 1)
    return Report(noun, owner, (words,), f"clause of noun {noun.lemma_!r}")


def _according(token: Token) -> Report | None:
    to = child(token, {"prep", "pcomp"})
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    source = child(to, {"pobj"})
    if source is None:
        return None
    record = source.lemma_ in verbs("records")
    head = governor(token.head)
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    return Report(token, source, _credited(head, token), RECORD if record else ACCORDING)


def _credited(head: Token, according: Token) -> tuple[Range, ...]:
    """What the source is credited with: a coordinated clause behind it stands on its own."""
    doc = according.doc
    if head == according:
        # The parse hangs the sentence on the source: "According to Ann Lee, the plan reeks of it."
        stop = sentence.end(according)
        comma = next((i for i in range(according.i, stop) if doc[i].text == ","), stop)
        return ((comma + 1, stop),) if stop - comma > SHORTEST_SENTENCE else ()
    ranges = without(head, according)
    if doc[according.i - 1].text in (":", ";") and according.i > sentence.start(according):
        return ranges[1:]
    if len(ranges) == 2 and any(doc[i].dep_ == "cc" for i in range(*ranges[1])[:2]):
        return ranges[:1]
    return ranges


def speaker_of(verb: Token) -> Token | None:
    """Head of the subject, looked for along the verbs that share it."""
    cue = verb
    for _ in range(5):
        by = child(child(verb, {"agent"}), {"pobj"})
        if by is not None:
            return by
        subject = child(verb, SUBJECTS)
        if subject is not None:
            if subject.lower_ in RELATIVES and subject.dep_ == "nsubjpass" and verb == cue:
                return None  # "the police, who were accused of it"
            if subject.lower_ in RELATIVES:
                return _relative(verb) if verb.dep_ == "relcl" else None
            # "was asked" names no speaker; in "was quoted as saying" the subject speaks.
            passive = subject.dep_ == "nsubjpass" and verb == cue
            return None if passive else _noun(subject)
        head = verb.head
        quoting = head.head
        if verb.dep_ == "pcomp" and head.lower_ == "as" and quoting.lemma_ in verbs("quoting"):
            # "the paper quotes her as saying"
            quoted = child(quoting, {"dobj"})
            if quoted is not None:
                return quoted
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and head.dep_ != "ROOT":
            return None  # "anyone accused of it"
        if verb.dep_ == "acl" and head.lemma_ not in verbs("documents"):
            return _noun(head)
        if head == verb or verb.dep_ not in SHARES_SUBJECT:
            return None
        outer = governor(head.head)
        if head.dep_ == "ccomp" and is_verb(outer) and hangs_on(outer, head, verb):
            # "said no ship was lost and accused them": whoever said it accused them.
            head = outer
        verb = governor(head)
    return None


def _relative(verb: Token) -> Token | None:
    """Who "that" stands for; in `the firm admitted it in a letter that said ...`, the firm."""
    noun = verb.head
    outer = governor(noun)
    inside = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lemma_ in verbs("documents")
    issuer = child(outer, {"nsubj"}) if inside else None
    return _noun(noun if issuer is None or issuer.lower_ in RELATIVES else issuer)


def _noun(token: Token) -> Token | None:
    return token if token.pos_ in NOMINAL else None
