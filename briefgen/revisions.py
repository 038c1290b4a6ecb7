"""Which articles are newer versions of others: each takes the old one's place and address.

A version says so itself (`revises: ID`), or has the same `url` and another `updated` day. What is
replaced is no second article anywhere; its text is kept for what changed since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from briefgen.errors import Problem
from briefgen.model import Article
from briefgen.readers import key_line
from briefgen.readers.schemas import nearest

BEFORE = "--before"
"""Follows the id of the version that was replaced; no id of a user's holds two hyphens in a row."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The articles of a site, each in its newest version."""

    current: tuple[Article, ...]
    """By id; a newer version has the id of the first one, so that its address stays."""
    before: dict[str, Article]
    """Id of a current article -> the version that it replaced, whose own id is nobody else's."""


def settle(
    articles: Iterable[Article], root: Path | None = None
) -> tuple[Versions, tuple[Problem, ...]]:
    """The newest versions, and each `revises` that cannot be followed; that article stays its own.

    `root` is the site's folder, for the lines of problems.
    """
    by_id = {article.id: article for article in articles}
    revised, problems = _stated(by_id, root)
    revised = {**_same_url(by_id, revised), **revised}
    replaced = set(revised.values())
    current, before = [], {}
    for article in by_id.values():
        if article.id in replaced:
            continue
        first = article.id
        while first in revised:
            first = revised[first]
        current.append(replace(article, id=first))
        if article.id in revised:
            before[first] = replace(by_id[revised[article.id]], id=f"{first}{BEFORE}")
    return Versions(tuple(sorted(current, key=lambda a: a.id)), before), tuple(problems)


def _stated(
    by_id: Mapping[str, Article], root: Path | None
) -> tuple[dict[str, str], list[Problem]]:
    """Id of an article -> id of the one that it says it revises, where that can be followed."""
    stated: dict[str, str] = {}
    taken: dict[str, str] = {}
    problems: list[Problem] = []
    for article in sorted(by_id.values(), key=lambda a: a.id):
        if article.revises is None:
            continue
        wrong = ""
        if article.revises not in by_id:
            wrong = "revises an article that is not here"
        elif article.revises in taken:
            wrong = f"revises an article that {taken[article.revises]} revises already"
        elif article.id in _chain(article.revises, {i: a.revises for i, a in by_id.items()}):
            wrong = "revises an article that is, in the end, a newer version of this one"
        if wrong:
            problems.append(_problem(article, wrong, by_id, root))
        else:
            stated[article.id] = taken_from = article.revises
            taken[taken_from] = article.id
    return stated, problems


def _chain(start: str, revises: Mapping[str, str | None]) -> Iterator[str]:
    """The article, the one that it revises, and so on; each once."""
    seen: set[str] = set()
    step: str | None = start
    while step is not None and step not in seen:
        seen.add(step)
        yield step
        step = revises.get(step)


def _problem(
    article: Article, wrong: str, by_id: Mapping[str, Article], root: Path | None
) -> Problem:
    assert article.revises is not None
    near = nearest(article.revises, sorted(set(by_id) - {article.id, article.revises}))
    line = key_line((root or Path()) / article.metadata_path, "revises")
    example = f"revises: {near}" if near else "the id of an older version, or no `revises`"
    return Problem(article.metadata_path, line, wrong, article.revises, example)


def _same_url(by_id: Mapping[str, Article], stated: Mapping[str, str]) -> dict[str, str]:
    """The same for articles with one address and several `updated` days, in order of these."""
    at: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(by_id.values(), key=lambda a: a.id):
        if article.url and article.id not in stated and article.id not in stated.values():
            at[article.url].append(article)
    found: dict[str, str] = {}
    for versions in at.values():
        days = [day for day in map(_day, versions) if day]
        if len(days) == len(versions) == len(set(days)) and any(a.updated for a in versions):
            ordered = sorted(versions, key=lambda a: (_day(a) or date.min, a.id))
            found |= {new.id: old.id for old, new in pairwise(ordered)}
    return found


def _day(article: Article) -> date | None:
    return article.updated or article.published
