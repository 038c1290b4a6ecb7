"""Statements: who did what to whom, when, where, how certain, on whose word."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.model import Statement


def find(doc: Doc) -> tuple[Statement, ...]:
    """Statements: who did what to whom, when, where, how certain, on whose word."""
    return ()
