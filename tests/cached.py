"""What the tests of the cache put into it; a module of its own, for their processes import it."""

from __future__ import annotations

from pathlib import Path

from conftest import article

from briefgen.model import Article, Extraction, Span
from briefgen.store import Store

MARK = "0123456789abcdef"


def extraction(source: Article, mark: str = MARK) -> Extraction:
    return Extraction(source.id, source.sha256, mark, sentences=(Span(source.id, 0, 5),))


def fill(path: Path, first: int) -> None:
    store = Store(path)
    for number in range(first, first + 20):
        source = article("Hello there.", id=f"a{number}")
        store.put([(source, extraction(source))])
    store.close()
