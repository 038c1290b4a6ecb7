"""Figures with what they count."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.model import Quantity


def find(doc: Doc) -> tuple[Quantity, ...]:
    """Figures with what they count."""
    return ()
