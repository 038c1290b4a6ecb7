"""The figures ledger: what several origins count or measure, contested figures first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page
from briefgen.pages.lists import paged
from briefgen.pages.references import references


def pages(corpus: Corpus) -> Iterator[Page]:
    """The ledger, itself paged."""
    counts = Counter(figure.relation for figure in corpus.figures)
    for pager, rows in paged(corpus.figures, corpus.page_size, addresses.FIGURES):
        yield Page(
            pager.uris[pager.number - 1],
            N_("Figures"),
            "figures.md.j2",
            {
                "figures": rows,
                "counts": dict(sorted(counts.items())),
                "total": len(corpus.figures),
                "pager": pager,
                **references(corpus, rows),
            },
            in_nav=pager.number == 1,
        )
