"""The review page: names that could be several actors, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page
from briefgen.pages.lists import paged
from briefgen.pages.references import references


def pages(corpus: Corpus) -> Iterator[Page]:
    """All open questions, those of most articles first."""
    for pager, rows in paged(corpus.questions, corpus.page_size, addresses.REVIEW):
        yield Page(
            pager.uris[pager.number - 1],
            N_("Review"),
            "review.md.j2",
            {
                "questions": rows,
                "total": len(corpus.questions),
                "pager": pager,
                **references(
                    corpus, rows, actors=[one.actor for q in rows for one in q.candidates]
                ),
            },
            in_nav=pager.number == 1,
        )
