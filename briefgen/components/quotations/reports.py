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
# A clause that says something has one of these.
SAYS = FINITE | {"MD"}
JOINTS = CLOSING_MARKS | {","}
GOES_ON = frozenset({"because", "so", "if", "unless"})
EMPTY = frozenset({"CCONJ", "SCONJ", "PUNCT", "SPACE"})
OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp", "prep", "xcomp"})
# Prepositions that go on with an object: "accused her of", "praised her for", "cited it as".
OBJECT_TAILS = frozenset({"of", "as", "for"})
# How far "that" may stand behind a verb whose clause the parse does not give.
NEAR = 9
BREAKS = frozenset({";", ":", "—", "--", "–"})


@functools.cache
def verbs(kind: str) -> frozenset[str]:
    """The reporting words of one list of `data/reporting.yml`."""
    return frozenset(load("reporting")[kind])


@functools.cache
def every_verb() -> frozenset[str]:
    """Verbs of all lists."""
    kinds = ("clause", "infinitive", "object", "naming", "about", "marked")
    return frozenset().union(*map(verbs, kinds))


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
    speaker = speaker_of(verb) or _name_before(verb)
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


def _name_before(verb: Token) -> Token | None:
    """The name beside a verb of saying, where the parse ties it to another word."""
    if verb.tag_ not in FINITE or verb.lemma_ not in verbs("clause") or verb.i == 0:
        return None
    name = verb.nbor(-1)
    return name if name.pos_ == "PROPN" and name.ent_type_ in ("PERSON", "ORG") else None


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
    clause = _clause(verb)
    if lemma in verbs("clause"):
        around = _around(verb)
        if around:
            return around, "parenthesis"
        if clause is not None:
            return (_beside(verb, clause, clause),), "clause of"
        if _is_parenthetic(verb):
            return _without(sentence.root(verb), verb), "parenthesis"
    if lemma in verbs("infinitive"):
        infinitive = _child(verb, {"xcomp", "ccomp"})
        if infinitive is not None and infinitive.lower_ in verbs("anonymity"):
            return (), "wish of"
        if infinitive is not None and _has_to(infinitive):
            return (_beside(verb, _asked(verb) or infinitive, infinitive),), "infinitive of"
    found = _object(verb, lemma)
    if found is not None:
        return (found,), "object of"
    if lemma in verbs("clause"):
        found = _after_that(verb)
        if found is not None:
            return (found,), "words after"
    return (), "marked words with"


def _clause(verb: Token) -> Token | None:
    """The clause reported; one before the verb is another sentence if a semicolon ends it."""
    behind = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    before = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if behind is None and before is not None:
        return None if verb.doc[before.right_edge.i + 1].text in BREAKS else before
    return behind


def _object(verb: Token, lemma: str) -> Range | None:
    """`denied the report`, `called the plan a mistake`, `called for reforms`."""
    if verb.dep_ == "acl":
        return None
    parts = [
        child
        for child in verb.rights
        if child.dep_ in OBJECTS and (child.dep_ != "prep" or child.lower_ in OBJECT_TAILS)
    ]
    if lemma in verbs("object") and parts:
        return parts[0].left_edge.i, _end(verb, parts[-1])
    if lemma in verbs("naming") and len(parts) > 1 and parts[0].dep_ == "dobj":
        return parts[0].left_edge.i, _end(verb, parts[-1])
    clause = _child(verb, {"ccomp"})
    if lemma in verbs("naming") and clause is not None and clause.pos_ != "VERB":
        return _beside(verb, clause, clause)
    if lemma in verbs("about"):
        prepositions = load("reporting")["about"][lemma]
        for child in verb.rights:
            topic = _child(child, {"pobj", "pcomp"})
            if child.dep_ == "prep" and child.lower_ in prepositions and topic is not None:
                return topic.left_edge.i, _end(verb, topic)
    return None


def _after_that(verb: Token) -> Range | None:
    """The rest of the sentence after "that", where the parse has the clause elsewhere."""
    doc, stop = verb.doc, sentence.end(verb)
    for token in doc[verb.i + 1 : min(verb.i + NEAR, stop)]:
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT"):
            return token.i, stop
        if token.is_punct or token.tag_ in FINITE:
            break
    return None


def _around(verb: Token) -> tuple[Range, ...]:
    """What stands around a report set off by commas: `The ship, officials say, left port.`"""
    subject = _child(verb, {"nsubj"})
    doc = verb.doc
    if subject is None or verb.dep_ in ("relcl", "acl") or _child(verb, {"mark"}) is not None:
        return ()
    if any(_takes_object(verb, child) for child in verb.children):
        return ()
    start, end = min(subject.left_edge.i, verb.i), max(subject.right_edge.i, verb.i) + 1
    first, stop = sentence.start(verb), sentence.end(verb)
    if start - 1 <= first or doc[start - 1].text != "," or end - start > 12:
        return ()
    while end < stop and doc[end].text not in (",", ".", "!", "?"):
        if doc[end].pos_ in ("VERB", "AUX", "SCONJ") or doc[end].lower_ == "that":
            return ()
        if doc[end].text in (":", '"', "“", "-", "--", "–", "—"):
            return ()
        end += 1
    ranges = [(first, start)]
    if end + 1 < stop and doc[end].text == "," and not _is_aside(doc[end + 1]):
        ranges.append((end + 1, stop))
    if not any(token.tag_ in SAYS for part in ranges for token in doc[slice(*part)]):
        return ()
    return tuple((a, b) for a, b in ranges if any(t.pos_ not in EMPTY for t in doc[a:b]))


def _is_aside(token: Token) -> bool:
    """Whether what begins here is about the report: `..., he said, praising her`."""
    return token.tag_ == "VBG" or token.pos_ == "CCONJ" or token.lower_ in CIRCUMSTANCE


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
    if verb.lemma_ in ("tell", "ask"):
        return None
    # "called on the council to act"
    on = next((child for child in verb.rights if child.lower_ in ("on", "upon", "for")), None)
    return _child(verb, {"dobj"}) or _child(on, {"pobj"})


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
    return _further(verb, stop) if last.dep_ == "ccomp" else stop


def _further(verb: Token, stop: int) -> int:
    """Past what goes on with the words reported although the parse joins it to the verb."""
    for child in verb.rights:
        if child.i < stop:
            continue
        mark = child.left_edge.lower_
        joined = child.dep_ == "conj" and not is_verb(child) and _child(child, SUBJECTS) is not None
        if joined or (child.dep_ == "advcl" and mark in GOES_ON):
            stop = child.right_edge.i + 1
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
