"""Quotes with context -> places in articles; one that no longer matches says what is nearest."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from briefgen.errors import Problem
from briefgen.model import Article, Span
from briefgen.registers import Anchor

CONTEXT = 20


def locate(anchor: Anchor, articles: Mapping[str, Article], path: str) -> Span | Problem:
    """The one place that the anchor quotes, or why there is none."""
    article = articles.get(anchor.article_id)
    if article is None:
        near = process.extractOne(anchor.article_id, list(articles), scorer=fuzz.ratio)
        message = "no article has this id" + (f"; the nearest is {near[0]!r}" if near else "")
        example = f"article: {near[0]}" if near else ""
        return Problem(path, anchor.line, message, anchor.article_id, example)
    places = [
        match.start()
        for match in re.finditer(f"(?={re.escape(anchor.exact)})", article.text)
        if article.text.endswith(anchor.prefix, 0, match.start())
        and article.text.startswith(anchor.suffix, match.start() + len(anchor.exact))
    ]
    if len(places) == 1:
        return Span(article.id, places[0], places[0] + len(anchor.exact))
    if places:
        message = f"this quote stands {len(places)} times in {article.id}"
        before = article.text[max(0, places[0] - CONTEXT) : places[0]]
        example = f"prefix: {_quoted(before)}"
        return Problem(path, anchor.line, message, anchor.exact, example)
    return _nearest(anchor, article, path)


def anchor(article: Article, span: Span) -> Anchor:
    """A quote that finds this span again: with as many words around it as that takes."""
    exact = article.text[span.start : span.end]
    for reach in range(0, len(article.text) + CONTEXT, CONTEXT):
        before, after = max(0, span.start - reach), span.end + reach
        quote = Anchor(
            article.id, exact, article.text[before : span.start], article.text[span.end : after]
        )
        if isinstance(locate(quote, {article.id: article}, ""), Span):
            return quote
    return Anchor(article.id, exact)


def _nearest(anchor: Anchor, article: Article, path: str) -> Problem:
    whole = anchor.prefix + anchor.exact + anchor.suffix
    near = fuzz.partial_ratio_alignment(whole, article.text)
    message = f"this quote no longer stands in {article.id}"
    if near is None or not near.score:
        return Problem(path, anchor.line, message, anchor.exact)
    words = _whole_words(article.text, near.dest_start, near.dest_end)
    message += f"; the nearest is {_quoted(words)} ({near.score:.0f} percent alike)"
    return Problem(path, anchor.line, message, whole, f"exact: {_quoted(words)}")


def _whole_words(text: str, start: int, end: int) -> str:
    """The stretch, grown to where words begin and end."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return text[start:end].strip()


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
