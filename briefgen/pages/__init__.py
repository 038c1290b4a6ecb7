"""Corpus -> Pages: one module a page kind chooses what a page shows; templates say how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefgen.corpus import Corpus, Page
from briefgen.pages import (
    briefings,
    commitments,
    dossiers,
    figures,
    home,
    method,
    search,
    sources,
    timeline,
)

# In navigation order. A new kind of page is a module, a template and a row.
PAGE_KINDS: tuple[Callable[[Corpus], Iterable[Page]], ...] = (
    home.pages,
    briefings.pages,
    dossiers.pages,
    timeline.pages,
    commitments.pages,
    figures.pages,
    sources.pages,
    method.pages,
    search.pages,
)


def all_pages(corpus: Corpus) -> Iterator[Page]:
    """Every page of the site, landing pages before what they lead to."""
    for kind in PAGE_KINDS:
        yield from kind(corpus)
