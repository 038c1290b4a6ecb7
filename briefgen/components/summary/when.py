"""When: the times of a news text, that of its main event first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from briefgen.components.summary.sentences import Sentence, published_of
from briefgen.components.summary.stretches import Stretch, ends, joined, word_before
from briefgen.lists import load
from briefgen.model import Timex

EVENT_IN = 10
"""Sentences in which a time of the headline's event is looked for."""
NEAR_DAYS = 8
YEAR_DAYS = 366
STEM = 4
"""Letters that two words for one event share at least."""

_LISTS = load("summary")
_COLOURLESS = frozenset(_LISTS["reporting"] + _LISTS["colourless"])
_LIMITS = frozenset(_LISTS["time_limits"])
_NAMED_DAY = re.compile(r"day\b|\b\d{1,2}\b", re.IGNORECASE)
_CLOCK = re.compile(r"T\d")
# A year alone dates no news; no value, no article date to reckon from.
_YEAR_AND_MORE = re.compile(r"$|\d{4}-")
_VAGUE = re.compile(r"(?:the\s)?(?:morning|afternoon|evening|night)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")
_JUST_BEFORE = re.compile(r"\b(?:shortly|just|soon)\s(?:before|after)\s$", re.IGNORECASE)
# "Updated at 10 a.m." tells of the article, not of the news.
_STAMP = re.compile(r"\b(?:updated?|posted|published|modified)(?:\s(?:at|on))?:?\s$", re.IGNORECASE)
_BETWEEN_TIMES = re.compile(r",?\s(?:on\s|in\s|of\s|the\s)*|,?\s?\(?local time\)?\s(?:on\s)?")
# "who", "which": an infinitive misread as a relative clause has none.
_RELATIVE = frozenset({"WP", "WDT"})


def times(doc: Doc, text: str, sentences: list[Sentence]) -> Iterator[Stretch]:
    """Days early in the text, near the publish date, each with the time of day beside it."""
    found = [(s, t) for s in sentences for t in s.timexes if _dates_news(t, s, text)]
    events = _headline_events(doc)
    rated = [(_score(doc, text, time, sentence.index, events), time) for sentence, time in found]
    for _, time in sorted(rated, key=lambda r: -r[0]):
        start, end = joined(time, (t for _, t in found), text, _BETWEEN_TIMES)
        before = _JUST_BEFORE.search(text, max(0, start - 20), start)
        yield (before.start() if before else start), end


def _score(doc: Doc, text: str, time: Timex, index: int, events: frozenset[str]) -> float:
    """How well a time of the sentence with this index answers when."""
    published = published_of(doc)
    value = time.value or ""
    named = index < EVENT_IN and _named_event(doc, time, events)
    score = 0.8 / (1 + 0.3 * index)
    score += 0.5 * _is_near(value, published)
    score += 0.15 * bool(_CLOCK.search(value) or _NAMED_DAY.search(text, *ends(time)))
    score += 0.3 * named
    score -= 0.2 * bool(_VAGUE.fullmatch(text, *ends(time)))
    score -= 0.3 * (published is not None and value[:10] > published.isoformat())
    score -= 0.6 * (day_of(value) is None)
    score -= 0.5 * _is_long_past(value, published)
    score -= 0.3 * (not named and _is_background(doc, text, time))
    return score


def _dates_news(time: Timex, sentence: Sentence, text: str) -> bool:
    """Whether it is a date or time; no year alone, no part of a name, no stamp of the article."""
    return (
        time.type in ("DATE", "TIME")
        and bool(_YEAR_AND_MORE.match(time.value or ""))
        and not any(m.span.overlaps(time.span) and m.span != time.span for m in sentence.mentions)
        and not _STAMP.search(text, max(0, time.span.start - 20), time.span.start)
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
    tokens = doc.char_span(*ends(time), alignment_mode="expand")
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
    if word_before(text, time.span.start) in _LIMITS:
        return True
    tokens = doc.char_span(*ends(time), alignment_mode="expand")
    if tokens is None:
        return False
    verb = next((t for t in tokens.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return verb is not None and any(
        child.tag_ in _RELATIVE or (child.dep_ == "mark" and child.lower_ in _LIMITS)
        for child in verb.children
    )


def day_of(value: str) -> date | None:
    """The calendar day of a TIMEX3 value, None where it is longer or vaguer than a day."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None


def _is_near(value: str, published: date | None) -> bool:
    day = day_of(value)
    return published is not None and day is not None and abs((published - day).days) <= NEAR_DAYS


def _is_long_past(value: str, published: date | None) -> bool:
    day = day_of(value)
    return published is not None and day is not None and (published - day).days > YEAR_DAYS
