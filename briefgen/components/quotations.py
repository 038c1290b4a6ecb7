"""Direct, mixed and indirect quotations with their speakers."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.model import Quotation


def find(doc: Doc) -> tuple[Quotation, ...]:
    """Direct, mixed and indirect quotations with their speakers."""
    return ()
