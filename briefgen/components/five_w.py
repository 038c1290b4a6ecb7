"""Answers to who, what, when, where, why and how: stretches of headline and lead."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.components.sentences import Sentence
from briefgen.model import FiveW


def answers(doc: Doc, sentences: list[Sentence]) -> FiveW:
    """The answers, best first."""
    return FiveW()
