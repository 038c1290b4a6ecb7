"""Answers to who, what, when, where, why and how: stretches of headline and lead, best first.

The first clauses of a news text answer most of it: headline, then lead. Each clause brings its subject
(who), its verb with what belongs to it (what), and the phrases that hang on it (where, why, how).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from briefgen.components.lists import load
from briefgen.components.sentences import Sentence
from briefgen.components.spans import span_of
from briefgen.model import FiveW, Mention, Span, Timex

Stretch = tuple[int, int]
MOST = 3
# How many sentences, headline included, are read for each question.
LEAD = 4
TIMES_IN = 12
REASONS_IN = 6
MAX_WHAT_WORDS = 9
MAX_PHRASE_WORDS = 14
NEAR_DAYS = 8

_LISTS = load("summary")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_WHO = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PLACE_WORDS = frozenset(_LISTS["place_prepositions"])
_REASON = re.compile(
    rf"\b(?:{'|'.join(re.escape(p) for p in _LISTS['strong_reasons'])})\s", re.IGNORECASE
)
_REPORTING = frozenset(_LISTS["reporting"])
_BREAK = re.compile(r"[,;:.!?–—()\"“”]|\s(?:said|says|according)\b|\s-\s")
_BETWEEN_TIMES = re.compile(r",?\s(?:on\s|in\s|of\s|the\s)*|,?\s?\(?local time\)?\s(?:on\s)?")
_BETWEEN_PLACES = re.compile(r",\s|\sin\s(?:the\s)?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subject."""

    verb: Token
    """The verb."""
    subject: Token | None
    """Head of the subject."""


def answers(doc: Doc, sentences: list[Sentence]) -> FiveW:
    """The answers, best first; empty where the text gives none."""
    text = doc.text
    lead = _lead(doc, sentences)
    clauses = [clause for start, end in lead for clause in _clauses(doc, start, end)]
    events = [c for c in clauses if c.verb.lemma_.lower() not in _REPORTING] or clauses
    return FiveW(
        who=_spans(doc, _who(doc, clauses, lead)),
        what=_spans(doc, (_what(c, text) for c in events)),
        when=_spans(doc, _when(doc, text, sentences)),
        where=_spans(doc, _where(doc, text, lead)),
        why=_spans(doc, _why(doc, text, sentences)),
        how=_spans(doc, _how(events, text)),
    )


def _spans(doc: Doc, found: Iterable[Stretch]) -> tuple[Span, ...]:
    return tuple(span_of(doc, *one) for one in list(dict.fromkeys(found))[:MOST])


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
    """Names in the lead: the subject's first, then the others in order."""
    names = [m for m in doc._.mentions if m.label in _WHO and _inside(m.span, lead)]
    for clause in clauses[:1]:
        if clause.subject is not None:
            left, right = clause.subject.left_edge.idx, clause.subject.right_edge.idx
            yield from (_ends(m) for m in names if left <= m.span.start <= right)
    yield from (_ends(m) for m in names if m.label != "GPE")
    yield from (_ends(m) for m in names)


def _inside(span: Span, stretches: list[Stretch]) -> bool:
    return any(start <= span.start < end for start, end in stretches)


def _ends(item: Mention | Timex) -> Stretch:
    return item.span.start, item.span.end


def _what(clause: Clause, text: str) -> Stretch:
    """The verb with its object and the first phrases after it."""
    verb = clause.verb
    start = verb.idx
    end = verb.idx + len(verb)
    words = 1
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if (
            token.dep_ in ("advcl", "relcl", "ccomp")
            or token.text in ",;:–—-"
            or words >= MAX_WHAT_WORDS
        ):
            break
        end = token.idx + len(token)
        words += 1
    return start, end


def _when(doc: Doc, text: str, sentences: list[Sentence]) -> Iterator[Stretch]:
    """Days near the publish date first, then other dates, each with the time of day beside it."""
    published = doc._.article.published if doc._.article is not None else None
    times = [t for s in sentences[:TIMES_IN] for t in s.timexes if t.type in ("DATE", "TIME")]
    near = [t for t in times if _is_near(t.value, published)]
    dated = [t for t in times if t.value and t.value[:4].isdigit()]
    for time in near + dated:
        yield _joined(time, times, text, _BETWEEN_TIMES)


def _is_near(value: str | None, published: date | None) -> bool:
    if published is None or value is None or len(value) < 10:
        return False
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return False
    return abs((published - day).days) <= NEAR_DAYS


def _joined(
    item: Mention | Timex, others: Iterable[Mention | Timex], text: str, between: re.Pattern[str]
) -> Stretch:
    """The item with a neighbour right before or after it: "6.10am on Wednesday"."""
    start, end = _ends(item)
    for other in others:
        if between.fullmatch(text, end, other.span.start) if other.span.start > end else False:
            end = other.span.end
        elif other.span.end < start and between.fullmatch(text, other.span.end, start):
            start = other.span.start
    return start, end


def _where(doc: Doc, text: str, lead: list[Stretch]) -> Iterator[Stretch]:
    """Places after a preposition of place first, then the others."""
    places = [m for m in doc._.mentions if m.label in _PLACES and _inside(m.span, lead)]
    located = [m for m in places if _preposition(text, m.span.start) in _PLACE_WORDS]
    for place in located + places:
        yield _joined(place, places, text, _BETWEEN_PLACES)


def _preposition(text: str, start: int) -> str:
    """The word before a name, articles left out."""
    before = text[max(0, start - 30) : start].lower().split()
    while before and before[-1] in ("the", "a", "an"):
        before.pop()
    return before[-1] if before else ""


def _why(doc: Doc, text: str, sentences: list[Sentence]) -> Iterator[Stretch]:
    """What follows a phrase that gives a reason."""
    headline = doc._.layout.headline
    stretches = [(headline.start, headline.end)] if headline else []
    stretches += [(s.start, s.end) for s in sentences[:REASONS_IN]]
    for start, end in stretches:
        for match in _REASON.finditer(text, start, end):
            yield match.end(), _clause_end(text, match.end(), end)


def _clause_end(text: str, start: int, end: int) -> int:
    stop = _BREAK.search(text, start, end)
    end = stop.start() if stop else end
    words = list(re.finditer(r"\S+", text[start:end]))[:MAX_PHRASE_WORDS]
    return start + words[-1].end() if words else end


def _how(clauses: list[Clause], text: str) -> Iterator[Stretch]:
    """Phrases of means on the event's verb."""
    for clause in clauses:
        for child in clause.verb.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in (
                "by",
                "with",
                "using",
                "through",
                "via",
            ):
                end = child.right_edge
                yield child.idx, end.idx + len(end)
