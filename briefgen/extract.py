"""Articles -> Extractions: runs the pipeline and lifts the layers off each Doc.

The last module that sees spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from briefgen import pipeline
from briefgen.fingerprint import DEFAULT_MODEL, fingerprint
from briefgen.model import Article, Extraction, FiveW, Span

# Longer texts are cut: spaCy's parser needs about 1 GB of memory per 100,000 characters.
MAX_CHARACTERS = 200_000
BATCH = 16


def extract(articles: Iterable[Article], model: str = DEFAULT_MODEL) -> Iterator[Extraction]:
    """One Extraction an article, in order. Raises ConfigError where the model cannot be used."""
    nlp = pipeline.build(model)
    mark = fingerprint(model)

    def docs() -> Iterator[Doc]:
        for article in articles:
            doc = nlp.make_doc(article.text[:MAX_CHARACTERS])
            doc._.article = article
            yield doc

    for doc in nlp.pipe(docs(), batch_size=BATCH):
        yield lift(doc, mark)


def lift(doc: Doc, mark: str) -> Extraction:
    """The Extraction that a processed Doc holds; its article must be set."""
    article: Article = doc._.article
    return Extraction(
        article_id=article.id,
        sha256=article.sha256,
        pipeline=mark,
        layout=doc._.layout,
        sentences=sentences(doc),
        mentions=doc._.mentions,
        timexes=doc._.timexes,
        quotations=doc._.quotations,
        quantities=doc._.quantities,
        statements=doc._.statements,
        actors=doc._.actors,
        five_w=doc._.five_w or FiveW(),
        countries=doc._.countries,
        key_facts=doc._.key_facts,
        bottom_line=doc._.bottom_line,
    )


def sentences(doc: Doc) -> tuple[Span, ...]:
    """Every sentence without the white space around it; lone marks belong to the one before."""
    found: list[Span] = []
    for sent in doc.sents:
        text = sent.text
        start = sent.start_char + len(text) - len(text.lstrip())
        end = sent.start_char + len(text.rstrip())
        if start >= end:
            continue
        marks = not any(character.isalnum() for character in text)
        if found and marks and "\n" not in doc._.article.text[found[-1].end : start]:
            found[-1] = Span(found[-1].article_id, found[-1].start, end)
        else:
            found.append(Span(doc._.article.id, start, end))
    return tuple(found)
