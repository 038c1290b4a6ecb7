"""Where: the places of a news text, that of its main event first."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from briefgen.components.summary.sentences import Sentence
from briefgen.components.summary.stretches import Stretch, ends, joined, word_before
from briefgen.lists import load

PLACES_IN = 10
_LISTS = load("summary")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PLACE_WORDS = frozenset(_LISTS["place_prepositions"])
_KINDS = "|".join(_LISTS["kinds_of_place"])
_KIND = re.compile(rf"(?:\s\w+)?\s(?:{_KINDS})\b", re.IGNORECASE)
_PART_OF = re.compile(rf"\b(?:{'|'.join(_LISTS['parts_of_place'])})\s$", re.IGNORECASE)
_WITHIN = re.compile(r",\s$|\s(?:in|near)\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(
    rf"(?:\s(?:{_KINDS}))?(?:,\s|,?\s(?:in|near)\s(?:the\s)?)", re.IGNORECASE
)


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
            ends(m) for m in doc._.mentions if m.label in _PLACES and m.span.within(dateline)
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
        located = word_before(text, name.span.start) in _PLACE_WORDS
        if name.label not in _PLACES and not (located and name.label in ("ORG", "EVENT")):
            continue
        index = bisect.bisect_right(starts, name.span.start) - 1
        score = 0.6 / (1 + 0.35 * index) + 0.35 * located + 0.3 * (name.actor not in countries)
        score += 0.03 * min(often[name.actor], 6)
        rated.append((score, name))
    for _, place in sorted(rated, key=lambda r: -r[0]):
        yield _whole_place(text, *joined(place, found, text, _BETWEEN_PLACES))


def _whole_place(text: str, start: int, end: int) -> Stretch:
    """With the words that belong to it: "central Chile", "Bath Spa station", "Ash County"."""
    part = _PART_OF.search(text, max(0, start - 20), start)
    kind = _KIND.match(text, end)
    return (part.start() if part else start), (kind.end() if kind else end)
