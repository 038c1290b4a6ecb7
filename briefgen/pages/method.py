"""How the site was made: pipeline, rules, measured quality, corrections, open questions."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page
from briefgen.pages.references import references
from briefgen.pages.sourcing import site_summary


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one method page."""
    summary = site_summary(corpus)
    yield Page(
        addresses.METHOD,
        N_("Method"),
        "method.md.j2",
        {
            "as_of": corpus.as_of,
            "fingerprint": corpus.fingerprint,
            "model": corpus.model,
            "quality": corpus.quality,
            "corrections": len(corpus.corrections),
            "lapsed": sum(not one.applies for one in corpus.decisions),
            "summary": summary,
            "open": len(corpus.questions),
            **references(corpus),
        },
        in_nav=True,
    )
