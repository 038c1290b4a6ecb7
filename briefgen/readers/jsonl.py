"""JSON Lines: one article a line, its text taken as it is.

Keys beyond the article's own are allowed and left alone; metadata that cannot be used is a Problem
only where the extraction needs it: id, title, published and text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from briefgen.errors import InputError, Problem, relative
from briefgen.model import Article
from briefgen.readers.schemas import parse_day
from briefgen.readers.source import digest

EXAMPLE = '{"id": "a1", "title": null, "published": "2024-03-25", "text": "Tokyo agreed."}'
SHOWN_CHARACTERS = 80


def read_lines(path: Path, root: Path) -> Iterator[Article | Problem]:
    """Each line's article, or what is wrong with the line. Raises InputError for the whole file."""
    shown = relative(path, root)
    seen: dict[str, int] = {}
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _read_line(line, number, shown, seen)
    except OSError as error:
        raise InputError(Problem(shown, None, f"cannot be read: {error.strerror}")) from None


def _read_line(line: bytes, number: int, path: str, seen: dict[str, int]) -> Article | Problem:
    try:
        article = article_of(json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8")), path)
        if article.id in seen:
            raise ValueError(f"the id {article.id!r} stands on line {seen[article.id]} already")
    except (ValueError, RecursionError) as error:
        start = line[:SHOWN_CHARACTERS].decode("utf-8", "replace").strip()
        return Problem(path, number, f"is no article: {_told(error)}", start, EXAMPLE)
    seen[article.id] = number
    return article


def _told(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no valid JSON, {error.msg} at column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return f"not encoded in UTF-8, byte {error.start + 1}"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return str(error)


def article_of(values: Any, path: str) -> Article:
    """The article in one line's JSON. Raises ValueError on anything else."""
    if not isinstance(values, dict):
        raise ValueError("not a JSON object")
    text = _string(values, "text")
    title = values.get("title")
    return Article(
        id=_string(values, "id"),
        title=None if title is None else _string(values, "title"),
        text=text,
        sha256=digest(text),
        published=_day(values),
        publisher=_string(values, "publisher")
        if isinstance(values.get("publisher"), str)
        else None,
        path=path,
        metadata_path=path,
        source_map=(),
    )


def _string(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    if not isinstance(value, str) or (key == "id" and not value):
        found = json.dumps(value)[:SHOWN_CHARACTERS]
        missing = f"{key} is missing"
        raise ValueError(f"{key} must be a string, found {found}" if key in values else missing)
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError(f"{key} holds half a surrogate pair, which is no character")
    return value


def _day(values: dict[str, Any]) -> date | None:
    value = values.get("published")
    if value is None:
        return None
    try:
        return parse_day(value)
    except (ValueError, AttributeError):
        raise ValueError(
            f"published must be an ISO date or null, found {json.dumps(value)[:SHOWN_CHARACTERS]}"
        ) from None
