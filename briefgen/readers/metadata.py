"""What is known about an article: checked against the published schema, then typed.

An article whose metadata has a problem is left out whole: the mistyped key could be `handling`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from briefgen.errors import Problem
from briefgen.model import Article, Assessment
from briefgen.readers.schemas import parse_day, problems
from briefgen.readers.source import clean, digest
from briefgen.readers.yaml_lines import Node

Shown = Literal["full-text", "quotes-only", "facts-only"]
"""How much of the source text a site shows: all, the quoted sentences, or none."""

# What each licence lets us show. No-derivatives licences allow the whole text as it is.
SHOWN: dict[str, Shown] = {
    "full-text": "full-text",
    "quotes-only": "quotes-only",
    "facts-only": "facts-only",
    "all-rights-reserved": "quotes-only",
    "public-domain": "full-text",
    "CC0-1.0": "full-text",
    "CC-BY-3.0": "full-text",
    "CC-BY-4.0": "full-text",
    "CC-BY-SA-3.0": "full-text",
    "CC-BY-SA-4.0": "full-text",
    "CC-BY-NC-4.0": "full-text",
    "CC-BY-NC-SA-4.0": "full-text",
    "CC-BY-ND-4.0": "full-text",
    "CC-BY-NC-ND-4.0": "full-text",
}

EXAMPLE = "title: Japan and the US to review command structure"


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article and where it came from."""

    text: str
    """Final text; offsets count in it."""
    path: str
    """The file that holds it."""
    source_map: tuple[tuple[int, int], ...] = ()
    """See `Article.source_map`."""


def check(node: Node | None, path: str) -> tuple[Problem, ...]:
    """Everything wrong with an article's metadata."""
    if node is None:
        return (Problem(path, 1, "title is missing", "", EXAMPLE),)
    if not isinstance(node.value, dict):
        shown = str(node.plain())[:80]
        return (Problem(path, node.line, "must be a list of `key: value` lines", shown, EXAMPLE),)
    title = node.value.get("title")
    if title is not None and isinstance(title.value, str) and not clean(title.value):
        return (Problem(path, title.line, "title is missing", "", EXAMPLE),)
    return problems(node, "article", path)


def article(node: Node, metadata_path: str, body: Body, default_id: str) -> Article:
    """The article; the metadata must have passed `check`."""
    values: dict[str, Any] = node.plain()
    given = {key: value for key, value in values.items() if value is not None}
    return Article(
        id=given.get("id", default_id),
        title=clean(given["title"]),
        text=body.text,
        sha256=digest(body.text),
        published=_day(given, "published"),
        updated=_day(given, "updated"),
        retrieved=_day(given, "retrieved"),
        publisher=_words(given, "publisher"),
        byline=_words(given, "byline"),
        url=given.get("url"),
        language=given.get("language", "en"),
        rights=given.get("rights", "all-rights-reserved"),
        topics=tuple(given.get("topics", ())),
        reliability=given.get("reliability", "F6"),
        handling=given.get("handling"),
        notice=_words(given, "notice"),
        assessment=_assessment(given.get("assessment")),
        credit=_words(given, "credit"),
        revises=given.get("revises"),
        path=body.path,
        metadata_path=metadata_path,
        source_map=body.source_map,
    )


def _day(given: dict[str, Any], key: str) -> date | None:
    return parse_day(given[key]) if key in given else None


def _words(given: dict[str, Any], key: str) -> str | None:
    return clean(given[key]) if key in given else None


def _assessment(given: dict[str, Any] | None) -> Assessment | None:
    if given is None:
        return None
    return Assessment(
        judgement=clean(given["judgement"]),
        likelihood=_words(given, "likelihood"),
        confidence=given.get("confidence"),
        alternatives=tuple(map(clean, given.get("alternatives", ()))),
        indicators=tuple(map(clean, given.get("indicators", ()))),
    )
