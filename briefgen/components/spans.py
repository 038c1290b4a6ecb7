"""From spaCy's tokens to the model's spans."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefgen.model import Span


def span_of(doc: Doc, start: int, end: int) -> Span:
    """The model span of code points start to end in the Doc's article."""
    article = doc._.article
    return Span(article.id if article is not None else "", start, end)


def readable(doc: Doc) -> str:
    """The text as it is read: page furniture is blank, all offsets stay."""
    text: str = doc.text
    for start, end in doc._.furniture:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def of_token(token: Token) -> Span:
    """The model span of one token."""
    return span_of(token.doc, token.idx, token.idx + len(token))


def text_of(doc: Doc, span: Span) -> str:
    """The words of a model span; from the article, since spaCy puts `doc.text` together anew."""
    article = doc._.article
    text: str = article.text if article is not None else doc.text
    return text[span.start : span.end]
