"""Headline, dateline and byline inside the text."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.model import Layout


def find(doc: Doc) -> Layout:
    """Headline, dateline and byline inside the text."""
    return Layout()
