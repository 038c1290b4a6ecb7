"""Who published what: all publishers, and one page each."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page, Publisher
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.pages.sourcing import site_summary


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page, itself paged, and each publisher's list of articles."""
    publishers = sorted(corpus.publishers.values(), key=lambda p: (-len(p.articles), p.id))
    for pager, rows in paged(publishers, corpus.page_size, addresses.SOURCES):
        yield Page(
            pager.uris[pager.number - 1],
            N_("Sources"),
            "sources.md.j2",
            {
                "publishers": rows,
                "publisher_uris": {p.id: addresses.publisher(p.id) for p in rows},
                "total": len(publishers),
                "pager": pager,
                "summary": site_summary(corpus) if pager.number == 1 else None,
                **references(corpus),
            },
            in_nav=pager.number == 1,
        )
    for publisher in publishers:
        yield from _publisher(corpus, publisher)


def _publisher(corpus: Corpus, publisher: Publisher) -> Iterator[Page]:
    first = addresses.publisher(publisher.id)
    for pager, rows in paged(publisher.articles, corpus.page_size, first):
        yield Page(
            pager.uris[pager.number - 1],
            publisher.name or N_("Publisher not stated"),
            "publisher.md.j2",
            {
                "publisher": publisher,
                "pager": pager,
                "rows": rows,
                **references(corpus, articles=rows),
            },
            edit_path=corpus.publishers_path if publisher.about else None,
        )
