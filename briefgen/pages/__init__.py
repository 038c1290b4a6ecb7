"""Corpus -> Pages: one module a page kind chooses what a page shows; templates say how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefgen.corpus import Corpus, Page
from briefgen.pages import (
    briefings,
    changes,
    commitments,
    corrections,
    dossiers,
    downloads,
    figures,
    home,
    method,
    network,
    periods,
    places,
    review,
    search,
    sources,
    sourcing,
    stories,
    timeline,
    topics,
)

# In navigation order. A new kind of page is a module, a template and a row.
PAGE_KINDS: tuple[Callable[[Corpus], Iterable[Page]], ...] = (
    home.pages,
    briefings.pages,
    topics.pages,
    places.pages,
    periods.pages,
    stories.pages,
    dossiers.pages,
    network.pages,
    timeline.pages,
    changes.pages,
    commitments.pages,
    figures.pages,
    sources.pages,
    review.pages,
    method.pages,
    downloads.pages,
    search.pages,
    sourcing.pages,
    method.pages,
    corrections.pages,
)


def all_pages(corpus: Corpus) -> Iterator[Page]:
    """Every page of the site, landing pages before what they lead to."""
    for kind in PAGE_KINDS:
        yield from kind(corpus)
