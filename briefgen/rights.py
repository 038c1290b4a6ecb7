"""Which sentences of an article a site may show: what its `rights` say decides."""

from __future__ import annotations

from briefgen.model import Article, Extraction
from briefgen.readers.metadata import SHOWN, Shown


def extent(article: Article) -> Shown:
    """How much of the article's text may be shown."""
    return SHOWN[article.rights]


def shown_sentences(article: Article, found: Extraction) -> frozenset[int]:
    """Numbers, from 1, of the sentences that may be shown.

    Where only quotations are allowed, these are the sentences of the bottom line, the key facts
    and speech in quotation marks: what a reviewer would quote.
    """
    how = extent(article)
    if how == "full-text":
        return frozenset(range(1, len(found.sentences) + 1))
    if how == "facts-only":
        return frozenset()
    quoted = [span for fact in found.key_facts for span in fact.evidence]
    quoted += found.bottom_line
    quoted += [span for q in found.quotations if q.kind != "indirect" for span in q.content]
    return frozenset(
        number
        for number, sentence in enumerate(found.sentences, 1)
        if any(sentence.overlaps(span) for span in quoted)
    )
