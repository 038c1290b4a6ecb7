"""What tests run in processes of their own, which import it."""

from __future__ import annotations

import os
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


def die(chunk: object) -> None:
    """End the process at once, as the system does when memory runs out."""
    os._exit(9)
