"""Articles -> Extractions: runs the pipeline and lifts the layers off each Doc.

The last module that sees spaCy.
"""

from __future__ import annotations

import itertools
import logging
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from briefgen import pipeline
from briefgen.components.spans import readable
from briefgen.errors import Problem
from briefgen.fingerprint import DEFAULT_MODEL, fingerprint
from briefgen.model import Article, Extraction, FiveW, Span

log = logging.getLogger(__name__)

# Longer texts are cut: spaCy's parser needs about 1 GB of memory per 100,000 characters.
MAX_CHARACTERS = 200_000
BATCH = 16


def extract(
    articles: Iterable[Article], model: str = DEFAULT_MODEL
) -> Iterator[Extraction | Problem]:
    """For each article, in order, its Extraction or what failed.

    Raises ConfigError where the model cannot be used.
    """
    nlp = pipeline.build(model)
    mark = fingerprint(model)
    source = iter(articles)
    while batch := list(itertools.islice(source, BATCH)):
        try:
            docs = list(nlp.pipe([_doc(nlp, article) for article in batch], batch_size=BATCH))
        except Exception:  # whatever a component or spaCy may raise: the others still count
            yield from (_alone(nlp, article, mark) for article in batch)
        else:
            yield from (lift(doc, mark) for doc in docs)


def _doc(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text[:MAX_CHARACTERS])
    doc._.article = article
    return doc


def _alone(nlp: Language, article: Article, mark: str) -> Extraction | Problem:
    """What one article of a batch that failed holds, or the stage that fails on it."""
    doc = _doc(nlp, article)
    for stage, component in nlp.pipeline:
        try:
            doc = component(doc)
        except Exception as error:
            return _failure(article, stage, error)
    return lift(doc, mark)


def _failure(article: Article, stage: str, error: Exception) -> Problem:
    log.debug("%s failed on %s", stage, article.id, exc_info=error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return Problem(
        article.path,
        None,
        f"the stage {stage!r} fails on the article {article.id!r}, which is left out; this is a "
        f"fault of briefgen, please report it: {type(error).__name__}: {error} ({place})",
    )


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
    whole = readable(doc)
    for sent in doc.sents:
        text = whole[sent.start_char : sent.end_char]
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
