"""How the site was made: pipeline, rules, measured quality, corrections, open questions."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.corpus import Corpus, Page
from briefgen.pages.references import references


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one method page."""
    evidence = [c.evidence for c in corpus.corrections if c.evidence]
    yield Page(
        addresses.METHOD,
        "Method",
        "method.md.j2",
        {
            "as_of": corpus.as_of,
            "fingerprint": corpus.fingerprint,
            "model": corpus.model,
            "quality": corpus.quality,
            "corrections": corpus.corrections,
            "open_questions": corpus.open_questions,
            **references(
                corpus,
                articles=[span.article_id for span in evidence],
                actors=[i for question in corpus.open_questions for i in question.candidates],
            ),
        },
        in_nav=True,
    )
