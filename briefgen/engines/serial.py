"""Extraction in this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.extract import extract
from briefgen.model import Article, Extraction


def run(articles: Sequence[Article], model: str, jobs: int) -> Iterator[Extraction]:
    """Extractions in order, one after the other; `jobs` plays no part."""
    if articles:
        yield from extract(articles, model)
