"""Quotes with context -> places in articles; one that no longer matches says what is nearest.

An anchor finds its words or nothing. Only what changes no word is passed over: line breaks and
other white space, straight and curly quotation marks, composed and decomposed accents. Quote and
context together stand for whole words, so that "5 ships" is never found in "105 ships" or in
"twenty-5 ships".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz, process

from briefgen.errors import Problem
from briefgen.model import Article, Span
from briefgen.registers import Anchor

CONTEXT = 20
"""Code points of context that an example shows, more where a word is not over by then."""
MARKS = ("'‘’‛ʼ", '"“”„‟')
"""Marks of which each stands for the others of its row."""
JOINTS = "-‐‑"
"""What makes one word of two."""
SIGNS = JOINTS + "−"
"""What makes another number of the one behind it."""
POINTS = ".,"
"""What makes one number of two."""


def locate(anchor: Anchor, articles: Mapping[str, Article], path: str) -> Span | Problem:
    """The one place that the anchor quotes, or why there is none."""
    article = articles.get(anchor.article_id)
    if article is None:
        near = process.extractOne(anchor.article_id, list(articles), scorer=fuzz.ratio)
        message = "no article has this id" + (f"; the nearest is {near[0]!r}" if near else "")
        example = f"article: {near[0]}" if near else ""
        return Problem(path, anchor.line, message, anchor.article_id, example)
    places = list(_places(anchor, article))
    if len(places) == 1:
        return places[0]
    if places:
        message = f"this quote stands {len(places)} times in {article.id}"
        example = " or ".join(
            _context(article.text, place.start, place.end) for place in places[:2]
        )
        return Problem(path, anchor.line, message, anchor.exact, example)
    return _nearest(anchor, article, path)


def anchor(article: Article, span: Span) -> Anchor:
    """A quote that finds this span again: with as many whole words around it as that takes."""
    text = article.text
    exact = text[span.start : span.end]
    for reach in range(CONTEXT, len(text) + 2 * CONTEXT, CONTEXT):
        first, _ = _whole_words(text, max(0, span.start - reach), span.start)
        _, last = _whole_words(text, span.end, min(len(text), span.end + reach))
        quote = Anchor(article.id, exact, text[first : span.start], text[span.end : last])
        if isinstance(locate(quote, {article.id: article}, ""), Span):
            return quote
    return Anchor(article.id, exact)


def lasting(anchor: Anchor, articles: Mapping[str, Article], path: str) -> Problem | None:
    """What would make the anchor last where nothing but its quote says which place is meant."""
    place = locate(anchor, articles, path)
    if anchor.prefix.strip() or anchor.suffix.strip() or isinstance(place, Problem):
        return None
    message = "this quote has no context, so that an edit could bring its words to another place"
    example = _context(articles[anchor.article_id].text, place.start, place.end)
    return Problem(path, anchor.line, message, anchor.exact, example)


def _places(anchor: Anchor, article: Article) -> Iterator[Span]:
    """Where the article has the quote between its prefix and suffix."""
    parts = [_pattern(part.strip()) for part in (anchor.prefix, anchor.exact, anchor.suffix)]
    if not parts[1]:
        return
    before = parts[0] + _seam(anchor.prefix, anchor.exact) if parts[0] else ""
    after = _seam(anchor.exact, anchor.suffix) + parts[2] if parts[2] else ""
    for found in re.finditer(f"(?={before}({parts[1]}){after}())", article.text):
        start = found.start()
        if _edge(article.text, start) and _edge(article.text, found.start(2)):
            yield Span(article.id, *found.span(1))


def _pattern(words: str) -> str:
    """A regular expression for the words in each way that they may be typed."""
    parts = []
    for piece in re.split(r"(\s+)", unicodedata.normalize("NFC", words)):
        parts.append(r"\s+" if piece.isspace() else "".join(map(_letter, piece)))
    return "".join(parts)


def _letter(one: str) -> str:
    for alike in MARKS:
        if one in alike:
            return f"[{alike}]"
    split = unicodedata.normalize("NFD", one)
    return re.escape(one) if split == one else f"(?:{re.escape(one)}|{re.escape(split)})"


def _seam(left: str, right: str) -> str:
    """What may stand where two parts of an anchor meet: the space that YAML drops at ends, too."""
    return r"\s+" if left[-1:].isspace() or right[:1].isspace() else r"\s*"


def _edge(text: str, at: int) -> bool:
    """Whether a word or number begins or ends here, or none is near; accents belong to words."""
    left, right = text[max(0, at - 2) : at], text[at : at + 2]
    if not left or not right:
        return True
    if unicodedata.combining(right[0]) or (left[-1].isalnum() and right[0].isalnum()):
        return False
    if left[-1] in SIGNS and right[0].isdecimal():
        return False
    for joint, of in ((JOINTS, str.isalnum), (POINTS, str.isdecimal)):
        if right[0] in joint and of(left[-1]) and of(right[1:]):
            return False
        if left[-1] in joint and of(left[:-1]) and of(right[0]):
            return False
    return True


def _nearest(anchor: Anchor, article: Article, path: str) -> Problem:
    whole = anchor.prefix + anchor.exact + anchor.suffix
    near = fuzz.partial_ratio_alignment(whole, article.text)
    message = f"this quote no longer stands in {article.id}"
    if near is None or not near.score:
        return Problem(path, anchor.line, message, anchor.exact)
    start, end = _whole_words(article.text, near.dest_start, near.dest_end)
    words = article.text[start:end]
    message += f"; the nearest is {_quoted(words)} ({near.score:.0f} percent alike)"
    return Problem(path, anchor.line, message, whole, f"exact: {_quoted(words)}")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, grown to where words begin and end, without white space at its ends."""
    while not _edge(text, start):
        start -= 1
    while not _edge(text, end):
        end += 1
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _context(text: str, start: int, end: int) -> str:
    """The prefix and suffix of a place, as an entry gives them: whole words of its paragraph."""
    first = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
    line_end = text.find("\n", end)
    last = min(line_end if line_end >= 0 else len(text), end + CONTEXT)
    first, _ = _whole_words(text, first, start)
    _, last = _whole_words(text, end, last)
    given = {"prefix": text[first:start], "suffix": text[end:last]}
    return ", ".join(f"{key}: {_quoted(words)}" for key, words in given.items() if words.strip())


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
