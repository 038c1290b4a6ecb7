"""Articles that the pipeline does not read, since it knows English only: their sentences, no more.

A model of one language finds names and events in a text of another that are none. So such an
article is shown, cited and searched, and nothing is stated from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model import Article, Extraction, Span

LANGUAGE = "en"
"""What the pipeline reads."""
LINE = re.compile(r"\S(?:.*\S)?")
END = re.compile(r"[.!?…؟۔]+(?:[\"'»”’)\]]|[ \u00a0\u202f]»)*(?=\s)|[。！？]+[」』”’）]*")


def is_read(article: Article) -> bool:
    """Whether the pipeline knows the article's language."""
    return article.language.lower().split("-")[0] == LANGUAGE


def unread(article: Article, mark: str) -> Extraction:
    """The article's sentences as its punctuation has them; `mark` is the pipeline's fingerprint."""
    return Extraction(article.id, article.sha256, mark, sentences=tuple(_sentences(article)))


def _sentences(article: Article) -> Iterator[Span]:
    """A sentence ends with its line, or at its mark unless a small letter follows."""
    for line in LINE.finditer(article.text):
        start = line.start()
        for end in END.finditer(article.text, line.start(), line.end()):
            rest = article.text[end.end() : line.end()].lstrip()
            if rest and not rest[0].islower():
                yield Span(article.id, start, end.end())
                start = line.end() - len(rest)
        yield Span(article.id, start, line.end())
