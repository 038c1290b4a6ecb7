"""Actors inside one article: merged names, roles, countries, salience."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.model import LocalActor, Mention


def find(doc: Doc) -> tuple[tuple[Mention, ...], tuple[LocalActor, ...], tuple[str, ...]]:
    """Actors inside one article: merged names, roles, countries, salience."""
    return doc._.mentions, (), ()
