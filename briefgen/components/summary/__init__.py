"""Five Ws, key facts and bottom line."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.components.summary import five_w
from briefgen.components.summary.key_facts import bottom_line, key_facts, rate
from briefgen.components.summary.sentences import running_text
from briefgen.model import FiveW, KeyFact, Span


def find(doc: Doc) -> tuple[FiveW, tuple[KeyFact, ...], tuple[Span, ...]]:
    """Five Ws, key facts and bottom line."""
    sentences = running_text(doc)
    rated = rate(doc, sentences)
    return (
        five_w.answers(doc, sentences),
        key_facts(doc, rated, len(sentences)),
        bottom_line(doc, rated),
    )
