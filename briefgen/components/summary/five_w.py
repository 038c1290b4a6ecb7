"""Answers to who, what, when, where, why and how: stretches of headline and lead, best first.

The first clauses of a news text answer most of it: headline, then lead. Each brings its subject
(who), its verb with what belongs to it (what), and the phrases that hang on it (where, why, how).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefgen.components.spans import readable, span_of
from briefgen.components.summary.sentences import Sentence
from briefgen.components.summary.stretches import Stretch
from briefgen.components.summary.when import times
from briefgen.components.summary.where import places
from briefgen.lists import load
from briefgen.model import FiveW, Mention, Span

MOST = 3
# How many sentences, headline included, are read for each question.
LEAD = 4
HOW_WORDS = 3
MEANS_WORDS = 6
MAX_SUBJECT_WORDS = 4
REASONS_IN = 6
WHAT_WORDS = 7
MAX_PHRASE_WORDS = 14

_LISTS = load("summary")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_WHO = frozenset({"PERSON", "ORG", "NORP", "GPE", "PRODUCT"})
_PEOPLE = frozenset(_LISTS["people"])
_STOPS = frozenset(',;:()–—"“”')
_NEVER_LAST = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT"})
_MEANS = frozenset(_LISTS["means"])
_CIRCUMSTANCE = frozenset(_LISTS["circumstance"])
_REASON = re.compile(rf"\b(?:{'|'.join(re.escape(p) for p in _LISTS['reasons'])})\s", re.IGNORECASE)
_NO_REASON = re.compile(rf"(?:{'|'.join(_LISTS['no_reasons'])})\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")
_REPORTING = frozenset(_LISTS["reporting"])
_BREAK = re.compile(r"[,:.](?=\s|$)|[;!?–—()\"“”]|\s(?:said|says|according)\b|\s-\s")


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subject."""

    verb: Token
    """The verb."""
    subject: Token | None
    """Head of the subject."""


def answers(doc: Doc, sentences: list[Sentence]) -> FiveW:
    """The answers, best first; empty where the text gives none."""
    text = readable(doc)
    lead = _lead(doc, sentences)
    clauses = [clause for start, end in lead for clause in _clauses(doc, start, end)]
    events = [c for c in clauses if c.verb.lemma_.lower() not in _REPORTING] or clauses
    return FiveW(
        who=_spans(doc, text, _who(doc, clauses, lead)),
        what=_spans(doc, text, (_stretch(c.verb, WHAT_WORDS) for c in events)),
        when=_spans(doc, text, times(doc, text, sentences)),
        where=_spans(doc, text, places(doc, text, lead, sentences)),
        why=_spans(doc, text, _why(doc, text, sentences)),
        how=_spans(doc, text, _means(events)) or _spans(doc, text, _else(events)),
    )


def _spans(doc: Doc, text: str, found: Iterable[Stretch]) -> tuple[Span, ...]:
    """The first answers; of two with the same words the first."""
    best: dict[str, Stretch] = {}
    for start, end in found:
        if start < end:
            best.setdefault(text[start:end].lower(), (start, end))
        if len(best) == MOST:
            break
    return tuple(span_of(doc, *one) for one in best.values())


def _lead(doc: Doc, sentences: list[Sentence]) -> list[Stretch]:
    """Headline and first sentences."""
    headline = doc._.layout.headline
    lead = [(headline.start, headline.end)] if headline else []
    return lead + [(s.start, s.end) for s in sentences[: LEAD - len(lead)]]


def _clauses(doc: Doc, start: int, end: int) -> Iterator[Clause]:
    """The clauses of a stretch, main clause first."""
    tokens = doc.char_span(start, end, alignment_mode="contract")
    if tokens is None:
        return
    found = []
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
            if subject is not None or token.dep_ == "ROOT":
                found.append(Clause(token, subject))
    yield from sorted(found, key=lambda c: (c.verb.dep_ != "ROOT", c.verb.i))


def _who(doc: Doc, clauses: list[Clause], lead: list[Stretch]) -> Iterator[Stretch]:
    """Who acts in the first clauses, then people and organizations in order, then others."""
    names = [m for m in doc._.mentions if _inside(m.span, lead)]
    for clause in clauses:
        if clause.subject is not None:
            yield from _actors_in(clause.subject, names)
    yield from (_ends(m) for m in names if m.label in ("PERSON", "ORG"))
    yield from (_ends(m) for m in names if m.label in _WHO)


def _actors_in(subject: Token, names: list[Mention]) -> Iterator[Stretch]:
    """The names at the head of a subject and what is joined to it, or the people it speaks of."""
    for head in (subject, *subject.conjuncts):
        named = [m for m in names if m.span.start <= head.idx < m.span.end]
        if named and named[0].label in _WHO:
            yield _ends(named[0])
        elif named or head.lemma_.lower() in _PEOPLE:
            yield head.left_edge.idx, head.idx + len(head)


def _inside(span: Span, stretches: list[Stretch]) -> bool:
    return any(start <= span.start < end for start, end in stretches)


def _ends(item: Mention) -> Stretch:
    return item.span.start, item.span.end


def _why(doc: Doc, text: str, sentences: list[Sentence]) -> Iterator[Stretch]:
    """What follows a phrase that gives a reason, unless it is a time ("for two hours")."""
    headline = doc._.layout.headline
    stretches = [(headline.start, headline.end)] if headline else []
    stretches += [(s.start, s.end) for s in sentences[:REASONS_IN]]
    for start, end in stretches:
        for match in _REASON.finditer(text, start, end):
            if not _NO_REASON.match(text, match.start()) and not _is_time(doc, text, match.end()):
                yield match.end(), _clause_end(text, match.end(), end)


def _is_time(doc: Doc, text: str, at: int) -> bool:
    """Whether a time stands there: "after Sunday", but not "after Sunday's vote"."""
    return any(
        time.span.start <= at < time.span.end and not _POSSESSIVE.match(text, time.span.end)
        for time in doc._.timexes
    )


def _clause_end(text: str, start: int, end: int) -> int:
    stop = _BREAK.search(text, start, end)
    end = stop.start() if stop else end
    words = list(re.finditer(r"\S+", text[start:end]))[:MAX_PHRASE_WORDS]
    return start + words[-1].end() if words else end


def _means(clauses: list[Clause]) -> Iterator[Stretch]:
    """Means, then what the text puts beside an event ("when a train derailed")."""
    for clause in clauses:
        for child in clause.verb.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in _MEANS and _is_means(child):
                yield _stretch(child, MEANS_WORDS)
    for clause in clauses:
        for child in clause.verb.children:
            if child.dep_ == "advcl" and any(c.lower_ in _CIRCUMSTANCE for c in child.children):
                yield _with_subject(child)


def _else(clauses: list[Clause]) -> Iterator[Stretch]:
    """What came with the main event."""
    for clause in clauses:
        for child in clause.verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB":
                yield _stretch(child, HOW_WORDS)
    for clause in clauses[1:]:
        yield _stretch(clause.verb, HOW_WORDS)


def _is_means(preposition: Token) -> bool:
    """Whether a thing or an act follows: "by the army" and "with her" name who, not how."""
    for child in preposition.children:
        if child.dep_ == "pcomp":
            return True
        if child.dep_ == "pobj":
            return (
                child.pos_ == "NOUN" and not child.ent_type_ and child.lemma_.lower() not in _PEOPLE
            )
    return False


def _with_subject(verb: Token) -> Stretch:
    """A short clause, its subject included where that is short too."""
    start, end = _stretch(verb, HOW_WORDS)
    for child in verb.children:
        if child.dep_ in _SUBJECTS and 0 < verb.i - child.left_edge.i <= MAX_SUBJECT_WORDS:
            start = child.left_edge.idx
    return start, end


def _stretch(head: Token, most: int) -> Stretch:
    """The word and at most so many after it that belong to it, up to the next clause or comma."""
    end = head.idx + len(head)
    for token in head.doc[head.i + 1 : min(head.right_edge.i + 1, head.i + most)]:
        if token.dep_ in ("advcl", "relcl", "ccomp") or token.text in _STOPS or token.is_space:
            break
        if token.pos_ not in _NEVER_LAST:
            end = token.idx + len(token)
    return head.idx, end
