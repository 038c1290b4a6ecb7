"""Key facts and bottom line: the sentences worth knowing, each with what speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from math import ceil

from spacy.tokens import Doc, Token

from briefgen.components.spans import readable, span_of
from briefgen.components.statements.events import say_verbs
from briefgen.components.statements.modality import signals
from briefgen.components.summary.news import (
    ends_a_quote,
    is_caption,
    is_news,
    is_view,
    names_nobody_first,
    own_words,
    points_back,
    quoted_stretches,
    stems,
    writers_voice,
)
from briefgen.components.summary.sentences import Sentence, published_of
from briefgen.components.summary.when import day_of
from briefgen.lists import load
from briefgen.model import KeyFact, Quantity, Span, Statement, Timex

LEAST, MOST = 3, 7
# Between them, one key fact for so many sentences.
SENTENCES_A_FACT = 2
# Below this score a sentence is no key fact, if there are enough others.
ENOUGH = 0.35
# Below this it is none in any case.
FLOOR = 0.2
ALIKE = 0.6
# So many clauses deep may stand what a sentence says.
MAX_DEPTH = 4
SHORT_LEAD = 9
# A first sentence below this score is no lead; one of the first few may be.
TEASER = 0.62
LEAD = 4
# Below this score a lead is as likely a scene, a view or a remark as the news. It is the news where
# it says so much, and such a part, of what the headline says, or where it scores a little less and
# tells the day: one of so many before the publish date, or after it. Set on 160 labelled articles.
SURE = 0.78
HEADLINE, PART_OF_HEADLINE = 4, 0.6
SURE_IF_DATED = 0.65
DAYS_BEFORE, DAYS_AFTER = 7, 2
# So many words, and such a part of them, must a sentence share with the headline, and stand among
# the first so many, to take the place of a lead that is of something else.
SHARED, PART_SHARED, OPENING = 3, 0.4, 8

_LISTS = load("summary")
_MISREAD = load("events")["misread"]
_LEANING = frozenset(_LISTS["leaning"])
_POINTING = frozenset(_LISTS["pointing"])
_SHOWING = frozenset(load("events_modality")["showing"].split())
_ANALYSIS = frozenset(_LISTS["analysis"])
# A quotation opens the sentence, or began before it.
_OPENS_QUOTE = re.compile(r"[\"“‘]|[^“\"]*”")
_WORD = re.compile(r"[^\W\d_]+")
_TIME_UNITS = frozenset(_LISTS["time_units"])


@dataclass(frozen=True, slots=True)
class Rated:
    """A sentence with its score."""

    sentence: Sentence
    """The sentence."""
    score: float
    """0 to 1."""
    why: tuple[str, ...]
    """What raised or lowered it."""
    statement: Statement | None
    """Its main statement."""


def rate(doc: Doc, sentences: list[Sentence]) -> list[Rated]:
    """Every sentence that could be quoted on its own, with its score, in text order."""
    salience = {actor.id: actor.salience for actor in doc._.actors}
    published = published_of(doc)
    quoted = quoted_stretches(doc)
    title, text = headline(doc), readable(doc)
    lead = frozenset[str]()
    rated: list[Rated] = []
    for sentence, following in zip_longest(sentences, sentences[1:]):
        if not is_news(sentence) or is_caption(sentence, following, text, published):
            continue
        own = own_words(sentence, quoted)
        if writers_voice(own):
            continue
        lead = lead or sentence.words
        shared = _shared(doc, sentence, title) / max(len(title), 1)
        rated.append(_rate(sentence, own, len(rated), salience, lead, shared, published))
    return rated


def _rate(
    sentence: Sentence,
    own: list[Token],
    position: int,
    salience: dict[str, float],
    lead: frozenset[str],
    shared: float,
    published: date | None,
) -> Rated:
    """Add up what speaks for a sentence; the weights were set by reading, see the docs."""
    main = _main_statement(sentence)
    actors = {m.actor for m in sentence.mentions if m.actor in salience}
    weight = min(1.0, sum(salience[actor] for actor in sorted(a for a in actors if a)))
    first = _WORD.search(sentence.text)
    figures = [q for q in sentence.quantities if q.value is not None and q.unit]
    planned = any(s.modality == "planned" for s in sentence.statements)
    coded = any(s.event for s in sentence.statements)
    reasons = [
        (0.45 / (1 + 0.4 * position), "first" if position == 0 else "near the beginning"),
        (0.2 * weight, "salient actors"),
        (0.12 if coded else 0.07 if main else 0.0, "event"),
        (0.1 * planned, "plan"),
        (0.15 * any(map(_is_telling, figures)), "figure"),
        (0.08 * any(_is_recent(t, published) for t in sentence.timexes), "date"),
        (0.04 * bool(main and main.attributed_to), "attributed"),
        (0.08 * (position > 0 and len(sentence.words & lead) >= 4), "on the lead's subject"),
        (0.15 * shared, "on the headline's subject"),
        (-0.15 * bool(first and first.group().lower() in _LEANING), "leans on what precedes"),
        (-0.15 * bool(first and first.group().lower() in _POINTING), "points at what precedes"),
        (-0.2 * points_back(own), "points at what precedes"),
        (-0.2 * names_nobody_first(sentence, own), "whom it means stands before"),
        (-0.15 * bool(_ANALYSIS & sentence.words), "analysis"),
        (-0.12 * bool(_OPENS_QUOTE.match(sentence.text)), "begins with a quote"),
        (-0.25 * ends_a_quote(sentence.text), "the end of a quote"),
        (-0.35 * (not own), "only quoted words"),
        (-0.5 * (is_view(own) and not (main and main.attributed_to)), "a view"),
        (-0.1 * (len(sentence.text) > 350), "long"),
        (-0.1 * (main is None and not figures), "no event or figure"),
    ]
    score = sum(points for points, _ in reasons)
    why = tuple(f"{name} {points:+.2f}" for points, name in reasons if abs(points) >= 0.02)
    return Rated(sentence, round(min(1.0, max(0.0, score)), 3), why, main)


def _is_telling(figure: Quantity) -> bool:
    """Whether the figure says more than "two sides" or "three days"."""
    small = isinstance(figure.value, float) and 0 <= figure.value <= 2
    return figure.unit not in _TIME_UNITS and not (small and figure.unit != "percent")


def _is_recent(time: Timex, published: date | None) -> bool:
    """Whether it is a date from the year before publishing on; older ones are background."""
    year = (time.value or "")[:4]
    if time.type != "DATE" or not year.isdigit():
        return False
    return published is None or int(year) >= published.year - 1


def _main_statement(sentence: Sentence) -> Statement | None:
    """The statement on what the main clause says, else the first with an event, else the first.

    "A said B will come" says that B will come, "A hopes to win" that A may win.
    """
    root = sentence.tokens.root
    told = {s.predicate.start + k: s for s in sentence.statements for k in _positions(s)}
    for token in reversed(_content(root, told)):
        if token.idx in told:
            return told[token.idx]
    candidates = [s for s in sentence.statements if s.event] or sentence.statements
    return candidates[0] if candidates else None


def _positions(statement: Statement) -> range:
    """Offsets inside the predicate."""
    return range(statement.predicate.end - statement.predicate.start)


def _content(root: Token, told: dict[int, Statement]) -> list[Token]:
    """The main verb, and what it leads to as long as it only reports, hopes or seems."""
    path = [root]
    while len(path) <= MAX_DEPTH:
        verb = path[-1]
        over = told.get(verb.idx)
        inner = None
        if _lemma(verb) in say_verbs() | _SHOWING:
            inner = _child(verb, "ccomp")
        if inner is None and (over is None or over.event is None):
            inner = _leads_to(verb)
        if inner is None:
            break
        path.append(inner)
    return path


def _leads_to(verb: Token) -> Token | None:
    """ "plans to V", "is likely to V", "appears set to V": V."""
    known = signals()
    lemma = _lemma(verb)
    if verb.lower_ == "going":
        return _child(verb, "xcomp")
    if lemma == "be" or lemma in known.verbs:
        state = _child(verb, "acomp", "oprd")
        if state is not None and {state.lemma_.lower(), state.lower_} & known.hedges:
            return _child(state, "xcomp", "ccomp") or _child(verb, "ccomp")
    return _child(verb, "xcomp") if lemma == "be" or lemma in known.verbs else None


def _lemma(token: Token) -> str:
    """The lemma, right also where a rule-based lemmatizer misreads the form."""
    return str(_MISREAD.get(token.lower_, token.lemma_.lower()))


def _child(token: Token, *relations: str) -> Token | None:
    return next((kid for kid in token.children if kid.dep_ in relations), None)


def key_facts(doc: Doc, rated: list[Rated], sentences: int) -> tuple[KeyFact, ...]:
    """Up to seven sentences, best first; of two alike only the better."""
    wanted = min(MOST, max(LEAST, -(-sentences // SENTENCES_A_FACT)))
    chosen: list[Rated] = []
    for one in sorted(rated, key=lambda r: (-r.score, r.sentence.index)):
        if len(chosen) == wanted or one.score < (ENOUGH if len(chosen) >= LEAST else FLOOR):
            break
        if not any(_alike(one.sentence, other.sentence) for other in chosen):
            chosen.append(one)
    return tuple(
        KeyFact(
            evidence=(_span(doc, one.sentence),),
            score=one.score,
            statement=one.statement.id if one.statement else None,
            why=one.why,
        )
        for one in chosen
    )


def bottom_line(doc: Doc, rated: list[Rated]) -> tuple[Span, ...]:
    """The lead, with the next sentence where it is very short; none where it may not be the news.

    A lead that only teases (a quote, a remark without event or actor) gives way to a sentence right
    after it that says what happened; one that is of something else than the headline, to the first
    sentence that is of the same.
    """
    if not rated:
        return ()
    best = rated[0]
    for other in rated[1:LEAD]:
        if best.score < TEASER and other.score > best.score:
            best = other
    best = _on_the_subject(doc, best, rated) or best
    dated = (one for one in (best, *rated[:LEAD]) if _is_dated(doc, one))
    news = best if _is_sure(doc, best) else next(dated, None)
    if news is None:
        return ()
    line = [news.sentence]
    if len(news.sentence.words) < SHORT_LEAD:
        line += [r.sentence for r in rated if r.sentence.index == news.sentence.index + 1]
    return tuple(_span(doc, sentence) for sentence in line)


def _is_sure(doc: Doc, lead: Rated) -> bool:
    """Whether it scores well, or repeats most of the headline."""
    title = headline(doc)
    shared = _shared(doc, lead.sentence, title)
    said = shared >= HEADLINE and shared >= PART_OF_HEADLINE * len(title)
    return lead.score >= SURE or said


def _is_dated(doc: Doc, lead: Rated) -> bool:
    """Whether it tells what happened in the days around the publish date."""
    published = published_of(doc)
    if published is None or lead.score < SURE_IF_DATED:
        return False
    days = (day_of(time.value or "") for time in lead.sentence.timexes)
    return any(day and -DAYS_AFTER <= (published - day).days <= DAYS_BEFORE for day in days)


def _on_the_subject(doc: Doc, lead: Rated, rated: list[Rated]) -> Rated | None:
    """The first sentence on the headline's subject, where the lead shares one word or none."""
    title = headline(doc)
    if _shared(doc, lead.sentence, title) > 1:
        return None
    wanted = max(SHARED, ceil(len(title) * PART_SHARED))
    near = (one for one in rated if one.sentence.index < OPENING)
    return next((one for one in near if _shared(doc, one.sentence, title) >= wanted), None)


def _shared(doc: Doc, sentence: Sentence, title: frozenset[str]) -> int:
    """How many of the headline's stems the sentence has."""
    return len(title & stems(doc, sentence.words))


def headline(doc: Doc) -> frozenset[str]:
    """The stems of the headline's words; none where the article has no title."""
    title = doc._.article.title if doc._.article is not None else None
    return stems(doc, _WORD.findall(title or ""))


def _alike(one: Sentence, other: Sentence) -> bool:
    return len(one.words & other.words) >= ALIKE * min(len(one.words), len(other.words))


def _span(doc: Doc, sentence: Sentence) -> Span:
    return span_of(doc, sentence.start, sentence.end)
