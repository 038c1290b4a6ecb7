"""Extraction in this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.errors import Problem
from briefgen.model import Article, Extraction


def run(articles: Sequence[Article], model: str, jobs: int) -> Iterator[Extraction | Problem]:
    """One article after the other; `jobs` plays no part."""
    if articles:
        from briefgen.extract import extract  # loads spaCy, which a cached build does without

        yield from extract(articles, model)
