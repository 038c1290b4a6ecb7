"""When and where: the times and places of a news text, those of its main event first."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from spacy.tokens import Doc

from briefgen.components.summary.sentences import Sentence
from briefgen.lists import load
from briefgen.model import Mention, Timex

Stretch = tuple[int, int]
PLACES_IN = 10
EVENT_IN = 10
"""Sentences in which a time of the headline's event is looked for."""
NEAR_DAYS = 8
STEM = 4
"""Letters that two words for one event share at least."""

_LISTS = load("summary")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PLACE_WORDS = frozenset(_LISTS["place_prepositions"])
_COLOURLESS = frozenset(_LISTS["reporting"] + _LISTS["colourless"])
_LIMITS = frozenset(_LISTS["time_limits"])
_NAMED_DAY = re.compile(r"day\b|\b\d{1,2}\b", re.IGNORECASE)
_CLOCK = re.compile(r"T\d")
# A year alone dates no news; no value, no article date to reckon from.
_YEAR_AND_MORE = re.compile(r"$|\d{4}-")
_VAGUE = re.compile(r"(?:the\s)?(?:morning|afternoon|evening|night)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")
_JUST_BEFORE = re.compile(r"\b(?:shortly|just|soon)\s(?:before|after)\s$", re.IGNORECASE)
_BETWEEN_TIMES = re.compile(r",?\s(?:on\s|in\s|of\s|the\s)*|,?\s?\(?local time\)?\s(?:on\s)?")
_KINDS = "|".join(_LISTS["kinds_of_place"])
_KIND = re.compile(rf"(?:\s\w+)?\s(?:{_KINDS})\b", re.IGNORECASE)
_PART_OF = re.compile(rf"\b(?:{'|'.join(_LISTS['parts_of_place'])})\s$", re.IGNORECASE)
_WITHIN = re.compile(r",\s$|\s(?:in|near)\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(
    rf"(?:\s(?:{_KINDS}))?(?:,\s|,?\s(?:in|near)\s(?:the\s)?)", re.IGNORECASE
)
# "who", "which": an infinitive misread as a relative clause has none.
_RELATIVE = frozenset({"WP", "WDT"})


def times(doc: Doc, text: str, sentences: list[Sentence]) -> Iterator[Stretch]:
    """Days early in the text, near the publish date, each with the time of day beside it."""
    published = doc._.article.published if doc._.article is not None else None
    events = _headline_events(doc)
    found = [(s, t) for s in sentences for t in s.timexes if _dates_news(t, s)]
    rated = []
    for sentence, time in found:
        value = time.value or ""
        score = 0.8 / (1 + 0.3 * sentence.index)
        score += 0.5 * _is_near(value, published)
        score += 0.15 * bool(_CLOCK.search(value) or _NAMED_DAY.search(text, *_ends(time)))
        score -= 0.2 * bool(_VAGUE.fullmatch(text, *_ends(time)))
        score -= 0.3 * (published is not None and value[:10] > published.isoformat())
        score -= 0.6 * (_day(value) is None)
        named = sentence.index < EVENT_IN and _named_event(doc, time, events)
        score += 0.3 * named
        score -= 0.3 * (not named and _is_background(doc, text, time))
        rated.append((score, time))
    for _, time in sorted(rated, key=lambda r: -r[0]):
        start, end = _joined(time, (t for _, t in found), text, _BETWEEN_TIMES)
        before = _JUST_BEFORE.search(text, max(0, start - 20), start)
        yield (before.start() if before else start), end


def _dates_news(time: Timex, sentence: Sentence) -> bool:
    """Whether it is a date or time, no year alone and no part of a name such as a newspaper's."""
    return (
        time.type in ("DATE", "TIME")
        and bool(_YEAR_AND_MORE.match(time.value or ""))
        and not any(m.span.overlaps(time.span) and m.span != time.span for m in sentence.mentions)
    )


def _headline_events(doc: Doc) -> frozenset[str]:
    """Lemmas of the headline's verbs and nouns, but for short ones and those that tell little."""
    headline = doc._.layout.headline
    tokens = (
        doc.char_span(headline.start, headline.end, alignment_mode="contract") if headline else ()
    )
    lemmas = {t.lemma_.lower() for t in tokens or () if t.pos_ in ("NOUN", "VERB")}
    return frozenset(lemma for lemma in lemmas - _COLOURLESS if len(lemma) >= STEM)


def _named_event(doc: Doc, time: Timex, events: frozenset[str]) -> bool:
    """Whether it dates the headline's event: "Thursday's meeting" below "Two leaders meet"."""
    tokens = doc.char_span(*_ends(time), alignment_mode="expand")
    if tokens is None or not events:
        return False
    head = tokens.root.head
    if head.pos_ == "ADP":
        head = head.head
    return any(_same_stem(head.lemma_.lower(), event) for event in events)


def _same_stem(one: str, other: str) -> bool:
    """Whether two lemmas name the same: "meet" and "meeting", "explode" and "explosion"."""
    if min(len(one), len(other)) == STEM:
        return one[:STEM] == other[:STEM]
    return one[: STEM + 1] == other[: STEM + 1]


def _is_background(doc: Doc, text: str, time: Timex) -> bool:
    """Whether it dates another noun ("Monday's vote"), a limit, a clause of "who" or "since"."""
    if _POSSESSIVE.match(text, time.span.end):
        return True
    if _word_before(text, time.span.start) in _LIMITS:
        return True
    tokens = doc.char_span(*_ends(time), alignment_mode="expand")
    if tokens is None:
        return False
    verb = next((t for t in tokens.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return verb is not None and any(
        child.tag_ in _RELATIVE or (child.dep_ == "mark" and child.lower_ in _LIMITS)
        for child in verb.children
    )


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None


def _is_near(value: str, published: date | None) -> bool:
    day = _day(value)
    return published is not None and day is not None and abs((published - day).days) <= NEAR_DAYS


def places(
    doc: Doc, text: str, lead: list[Stretch], sentences: list[Sentence]
) -> Iterator[Stretch]:
    """Places early in the text, after a preposition of place, more exact than a country."""
    ranked = list(_ranked_places(doc, text, lead, sentences))
    for start, end in ranked:
        named = text[start:end]
        yield next((p for p in ranked if _is_more_exact(text[slice(*p)], named)), (start, end))
    dateline = doc._.layout.dateline
    if dateline:
        yield from (
            _ends(m) for m in doc._.mentions if m.label in _PLACES and m.span.within(dateline)
        )


def _is_more_exact(place: str, named: str) -> bool:
    """Whether a place says where the named one is: "Mill Road in Leeds" for "Leeds"."""
    at = place.find(named)
    return at > 0 and bool(_WITHIN.search(place, 0, at))


def _ranked_places(
    doc: Doc, text: str, lead: list[Stretch], sentences: list[Sentence]
) -> Iterator[Stretch]:
    countries = {actor.id for actor in doc._.actors if actor.type == "country"}
    starts = [start for start, _ in lead[:1]] + [s.start for s in sentences[:PLACES_IN]]
    end = sentences[min(PLACES_IN, len(sentences)) - 1].end if sentences else 0
    names = [
        m for m in doc._.mentions if starts and starts[0] <= m.span.start < max(end, lead[0][1])
    ]
    found = [m for m in names if m.label in _PLACES]
    often = Counter(name.actor for name in names)
    rated = []
    for name in names:
        located = _word_before(text, name.span.start) in _PLACE_WORDS
        if name.label not in _PLACES and not (located and name.label in ("ORG", "EVENT")):
            continue
        index = bisect.bisect_right(starts, name.span.start) - 1
        score = 0.6 / (1 + 0.35 * index) + 0.35 * located + 0.3 * (name.actor not in countries)
        score += 0.03 * min(often[name.actor], 6)
        rated.append((score, name))
    for _, place in sorted(rated, key=lambda r: -r[0]):
        yield _whole_place(text, *_joined(place, found, text, _BETWEEN_PLACES))


def _whole_place(text: str, start: int, end: int) -> Stretch:
    """With the words that belong to it: "central Chile", "Bath Spa station", "Ash County"."""
    part = _PART_OF.search(text, max(0, start - 20), start)
    kind = _KIND.match(text, end)
    return (part.start() if part else start), (kind.end() if kind else end)


def _word_before(text: str, start: int) -> str:
    """The word before a name or time, articles left out."""
    before = text[max(0, start - 30) : start].lower().split()
    while before and before[-1] in ("the", "a", "an"):
        before.pop()
    return before[-1] if before else ""


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


def _ends(item: Mention | Timex) -> Stretch:
    return item.span.start, item.span.end
