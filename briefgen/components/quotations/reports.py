"""Reports: a reporting word, who speaks, and the tokens said to be theirs, from the parse."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefgen.components.lists import load
from briefgen.components.quotations import sentence

Range = tuple[int, int]
"""Token indices, half-open."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# A verb in one of these relations shares the subject of its head.
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})
RELATIVES = frozenset({"who", "which", "that"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
PARENTHETIC = frozenset({"parataxis", "ccomp", "advcl", "dep", "conj"})
CIRCUMSTANCE = frozenset({"as", "while", "though", "although"})
CLOSING_MARKS = frozenset({'"', "”", "''", "’"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
EMPTY = frozenset({"CCONJ", "SCONJ", "PUNCT", "SPACE"})
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
        report = None
        if token.lower_ == "according":
            report = _according(token)
        elif is_verb(token):
            report = _verbal(token)
        elif token.pos_ == "NOUN" and token.lemma_ in verbs("nouns"):
            report = _nominal(token)
        elif token.lower_ in verbs("adverbs") and token.dep_ == "advmod":
            words = _without(token.head, token)
            report = Report(token, None, words, f"adverb {token.lower_!r}")
        if report is not None:
            yield report


def _verbal(verb: Token) -> Report | None:
    speaker = speaker_of(verb)
    if speaker is None and verb.tag_ in FINITE and _child(verb, {"auxpass", "nsubjpass"}) is None:
        return None
    if speaker is not None and speaker.lower_ == "it" and verb.tag_ == "VB":
        # "it is safe to say"
        return None
    if _child(verb, {"neg"}) is not None:
        # "did not say when": nothing was said.
        return None
    content, frame = _content(verb)
    return Report(verb, speaker, content, f"{frame} {verb.lemma_!r}")


def _nominal(noun: Token) -> Report | None:
    """`his claim that ...`, `her promise to ...`."""
    owner = _child(noun, {"poss"})
    clause = _child(noun, {"acl", "ccomp", "relcl"})
    if owner is None or clause is None or clause.left_edge.i != noun.i + 1:
        return None
    if clause.left_edge.lower_ not in ("that", "to") or _child(clause, {"nsubj"}) == noun.nbor():
        return None
    content = (clause.left_edge.i, clause.right_edge.i + 1)
    return Report(noun, owner, (content,), f"clause of noun {noun.lemma_!r}")


def _content(verb: Token) -> tuple[tuple[Range, ...], str]:
    """What the verb reports, and by which frame."""
    lemma = verb.lemma_.lower()
    clause = _child(verb, {"ccomp"})
    if clause is not None and lemma in verbs("clause"):
        return (_beside(verb, clause, clause),), "clause of"
    if lemma in verbs("clause") and _is_parenthetic(verb):
        return _without(sentence.root(verb), verb), "parenthesis"
    if lemma in verbs("infinitive"):
        infinitive = _child(verb, {"xcomp", "ccomp"})
        if infinitive is not None and infinitive.lower_ in verbs("anonymity"):
            return (), "wish of"
        if infinitive is not None and _has_to(infinitive):
            return (_beside(verb, _asked(verb) or infinitive, infinitive),), "infinitive of"
    if lemma in verbs("object") and verb.dep_ != "acl":
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
    if not parts:
        return None
    start = parts[0].left_edge.i
    # "referred to them as": the preposition belongs to the verb.
    return start + (parts[0].dep_ == "prep"), _end(verb, parts[-1])


def _according(token: Token) -> Report | None:
    to = _child(token, {"prep", "pcomp"})
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    source = _child(to, {"pobj"})
    if source is None:
        return None
    head = _governor(token.head)
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    return Report(token, source, _credited(head, token), "according to")


def _credited(head: Token, according: Token) -> tuple[Range, ...]:
    """What the source is credited with: a coordinated clause behind it stands on its own."""
    doc = according.doc
    ranges = _without(head, according)
    if doc[according.i - 1].text in (":", ";") and according.i > sentence.start(according):
        return ranges[1:]
    if len(ranges) == 2 and any(doc[i].dep_ == "cc" for i in range(*ranges[1])[:2]):
        return ranges[:1]
    return ranges


def speaker_of(verb: Token) -> Token | None:
    """Head of the subject, looked for along the verbs that share it."""
    cue = verb
    for _ in range(5):
        by = _child(_child(verb, {"agent"}), {"pobj"})
        if by is not None:
            return by
        subject = _child(verb, SUBJECTS)
        if subject is not None:
            if subject.lower_ in RELATIVES:
                return _noun(verb.head) if verb.dep_ == "relcl" else None
            # "was asked" names no speaker; in "was quoted as saying" the subject speaks.
            return None if subject.dep_ == "nsubjpass" and verb == cue else _noun(subject)
        head = verb.head
        if verb.dep_ == "acl" and head.lemma_ not in verbs("documents"):
            return _noun(head)
        if head == verb or verb.dep_ not in SHARES_SUBJECT:
            return None
        verb = _governor(head)
    return None


def _noun(token: Token) -> Token | None:
    return token if token.pos_ in NOMINAL else None


def _governor(token: Token) -> Token:
    """The token itself if it is a verb, or the verb it depends on."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _child(token: Token | None, deps: frozenset[str] | set[str]) -> Token | None:
    if token is None:
        return None
    return next((child for child in token.children if child.dep_ in deps), None)


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def _is_parenthetic(verb: Token) -> bool:
    """Whether the verb and its subject stand between commas inside the words reported."""
    if verb.dep_ not in PARENTHETIC or _child(verb, SUBJECTS) is None:
        return False
    if any(_takes_object(verb, child) for child in verb.children):
        return False
    doc, first = verb.doc, sentence.start(verb)
    left, right = verb.left_edge.i, verb.right_edge.i
    opening = left == first and doc[left].lower_ == "as"
    before = left > first and "," in (doc[left - 1].text, doc[left].text)
    after = right + 1 >= sentence.end(verb) or doc[right].is_punct or doc[right + 1].is_punct
    return (before or opening) and after


def _takes_object(verb: Token, child: Token) -> bool:
    """Whether a child shows that the verb reports something else, or nothing."""
    if child.dep_ == "dobj":
        return verb.lemma_ != "tell"
    return child.dep_ == "neg" or (child.dep_ == "prep" and child.lower_ in ("at", "about", "of"))


def _asked(verb: Token) -> Token | None:
    """Who is to do it: "urged the council to act"; whom one tells only listens."""
    return None if verb.lemma_ in ("tell", "ask") else _child(verb, {"dobj"})


def _beside(verb: Token, first: Token, clause: Token) -> Range:
    """The clause's tokens on its own side of the verb, from another child on."""
    if clause.i > verb.i:
        return max(min(first.left_edge.i, clause.left_edge.i), verb.i + 1), _end(verb, clause)
    subject = _child(verb, SUBJECTS)
    end = min(verb.i, clause.right_edge.i + 1)
    if subject is not None and subject.left_edge.i > clause.i:
        end = min(end, subject.left_edge.i)
    return clause.left_edge.i, end


def _end(verb: Token, last: Token) -> int:
    """Where the words reported end: before what only hangs on behind them."""
    doc = verb.doc
    stop = last.right_edge.i + 1
    for token in doc[max(last.left_edge.i, verb.i + 1) : stop]:
        if _hangs_on(verb, last, token):
            edge = token.left_edge.i
            return edge - 1 if doc[edge - 1].text == "," or doc[edge - 1].dep_ == "cc" else edge
    return stop


def _hangs_on(verb: Token, last: Token, token: Token) -> bool:
    """Whether a token begins something that reports, or circumstances, rather than the report."""
    before = token.doc[token.left_edge.i - 1].text
    comma, marked = before == ",", before in CLOSING_MARKS
    if token.lower_ == "according" or token.lower_ == "despite":
        return comma
    if token == last or token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ == "advcl" and token.i > last.i:
        reporting = is_verb(token) and token.tag_ == "VBG"
        circumstance = token.left_edge.lower_ in CIRCUMSTANCE
        return (comma and (reporting or circumstance)) or (marked and circumstance)
    return (
        token.dep_ == "conj"
        and token.head == last
        and is_verb(token)
        and token.tag_ == verb.tag_
        and last.tag_ in ("VBD", "VBZ")
        and _child(token, SUBJECTS) is None
    )


def _without(head: Token, part: Token) -> tuple[Range, ...]:
    """The head's tokens before and after those of a part of it; a lone "and" is nothing."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    ranges = [(start, part.left_edge.i), (part.right_edge.i + 1, end)]
    return tuple(
        (a, b) for a, b in ranges if a < b and any(t.pos_ not in EMPTY for t in head.doc[a:b])
    )
