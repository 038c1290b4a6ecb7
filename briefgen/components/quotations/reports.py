"""Reports: a reporting word, who speaks, and the tokens said to be theirs, from the parse."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefgen.components.lists import load

Range = tuple[int, int]
"""Token indices, half-open."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# A verb in one of these relations shares the subject of its head.
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp"})
PARENTHETIC = frozenset({"parataxis", "ccomp", "advcl", "dep", "conj"})
OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp", "prep", "xcomp"})


@functools.cache
def verbs(kind: str) -> frozenset[str]:
    """The reporting words of one list of `data/reporting.yml`."""
    return frozenset(load("reporting")[kind])


@functools.cache
def every_verb() -> frozenset[str]:
    """Verbs of all lists."""
    return verbs("clause") | verbs("infinitive") | verbs("object") | verbs("marked")


@functools.cache
def uttering_verbs() -> frozenset[str]:
    """Verbs that may stand beside words in quotation marks."""
    return verbs("clause") | verbs("utter")


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


def is_verb(token: Token) -> bool:
    """Whether it is a reporting verb of any list, used as a verb."""
    return token.tag_.startswith("VB") and token.lemma_.lower() in every_verb()


def utters(token: Token) -> bool:
    """Whether it is a verb that may stand beside words in quotation marks."""
    return token.tag_.startswith("VB") and token.lemma_.lower() in uttering_verbs()


def reports(doc: Doc) -> Iterator[Report]:
    """Everything in the text that reports speech by its grammar, in order."""
    for token in doc:
        if token.lower_ == "according":
            report = _according(token)
            if report is not None:
                yield report
        elif is_verb(token):
            yield _verbal(token)
        elif token.lower_ in verbs("adverbs") and token.dep_ == "advmod":
            yield Report(token, None, _without(token.head, token), f"adverb {token.lower_!r}")


def _verbal(verb: Token) -> Report:
    content, frame = _content(verb)
    return Report(verb, speaker_of(verb), content, f"{frame} {verb.lemma_!r}")


def _content(verb: Token) -> tuple[tuple[Range, ...], str]:
    """What the verb reports, and by which frame."""
    lemma = verb.lemma_.lower()
    clause = _child(verb, {"ccomp"})
    if clause is not None and lemma in verbs("clause"):
        return (_beside(verb, clause),), "clause of"
    if lemma in verbs("clause") and _is_parenthetic(verb):
        return _without(verb.sent.root, verb), "parenthesis"
    if lemma in verbs("infinitive"):
        infinitive = _child(verb, {"xcomp", "ccomp"})
        if infinitive is not None and _has_to(infinitive):
            return (_beside(verb, infinitive),), "infinitive of"
    if lemma in verbs("object"):
        parts = [
            child
            for child in verb.rights
            if child.dep_ in OBJECTS and (child.dep_ != "prep" or child.lower_ in ("of", "as"))
        ]
        if parts:
            return ((parts[0].left_edge.i, _end(verb, parts[-1])),), "object of"
    return (), "marked words with"


def complement(verb: Token) -> Range | None:
    """Everything a verb takes to its right: where marked words show that it reports."""
    parts = [child for child in verb.rights if child.dep_ in OBJECTS or child.dep_ == "ccomp"]
    return (parts[0].left_edge.i, _end(verb, parts[-1])) if parts else None


def _according(token: Token) -> Report | None:
    to = _child(token, {"prep", "pcomp"})
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    source = _child(to, {"pobj"}) if to is not None else None
    if to is None or source is None:
        return None
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return Report(token, source, _without(head, token), "according to")


def speaker_of(verb: Token) -> Token | None:
    """Head of the subject, looked for along the verbs that share it."""
    for _ in range(5):
        subject = _child(verb, SUBJECTS)
        if subject is not None:
            if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                return verb.head
            return subject
        agent = _child(verb, {"agent"})
        by = _child(agent, {"pobj"}) if agent is not None else None
        if by is not None:
            return by
        head = verb.head
        if head == verb:
            return None
        if verb.dep_ == "acl" and head.lemma_ not in verbs("documents"):
            return head
        if verb.dep_ in SHARES_SUBJECT or verb.dep_ == "acl":
            while head.pos_ not in ("VERB", "AUX") and head.head != head:
                head = head.head
            verb = head
            continue
        return None
    return None


def _child(token: Token, deps: frozenset[str] | set[str]) -> Token | None:
    return next((child for child in token.children if child.dep_ in deps), None)


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def _is_parenthetic(verb: Token) -> bool:
    """Whether the verb and its subject stand between commas inside the words reported."""
    if verb.dep_ not in PARENTHETIC or _child(verb, SUBJECTS) is None:
        return False
    doc, sent = verb.doc, verb.sent
    left, right = verb.left_edge.i, verb.right_edge.i
    before = left > sent.start and "," in (doc[left - 1].text, doc[left].text)
    after = right + 1 >= sent.end or doc[right].is_punct or doc[right + 1].is_punct
    return before and after


def _beside(verb: Token, clause: Token) -> Range:
    """The clause's tokens on its own side of the verb."""
    if clause.i > verb.i:
        return max(clause.left_edge.i, verb.i + 1), _end(verb, clause)
    subject = _child(verb, SUBJECTS)
    end = min(verb.i, clause.right_edge.i + 1)
    if subject is not None and subject.i > clause.i:
        end = min(end, subject.left_edge.i) if subject.left_edge.i > clause.i else end
    return clause.left_edge.i, end


def _end(verb: Token, last: Token) -> int:
    """Where the words reported end: before the next report that only hangs on behind."""
    doc = verb.doc
    stop = last.right_edge.i + 1
    for token in doc[last.left_edge.i : stop]:
        if token.i <= verb.i or token == last or not is_verb(token):
            continue
        if token.dep_ == "advcl" and token.tag_ == "VBG" and doc[token.left_edge.i - 1].text == ",":
            return token.left_edge.i - 1
        shares = token.dep_ == "conj" and token.head == last and token.tag_ == verb.tag_
        if shares and _child(token, SUBJECTS) is None and last.tag_ in ("VBD", "VBZ"):
            edge = token.left_edge.i
            return edge - 1 if doc[edge - 1].dep_ == "cc" else edge
    for token in doc[verb.i + 1 : stop]:
        if token.lower_ == "according" and doc[token.i - 1].text == ",":
            return token.i - 1
    return stop


def _without(head: Token, part: Token) -> tuple[Range, ...]:
    """The head's tokens before and after those of a part of it."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    ranges = [(start, part.left_edge.i), (part.right_edge.i + 1, end)]
    return tuple((a, b) for a, b in ranges if a < b)
