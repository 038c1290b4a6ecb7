"""Names: spaCy's entities, mended."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from briefgen.components.spans import span_of
from briefgen.model import Mention

LABELS = frozenset(["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "LAW"])
LEADING = re.compile(
    r"(?:[\s\"'“‘(\[*–—-]+|"
    r"(?:the|a|an|mr|mrs|ms|dr|president|prime minister|sen|gen|rep)\b\.?\s+)+",
    re.IGNORECASE,
)
TRAILING = re.compile(r"(?:[\s\"”)\]*–—,:;-]+|['’]s?)+$")


def find(doc: Doc) -> tuple[Mention, ...]:
    """Names: spaCy's entities without article, title and possessive."""
    found = []
    words = doc.text
    for entity in doc.ents:
        if entity.label_ not in LABELS:
            continue
        text = entity.text.partition("\n")[0]
        before = LEADING.match(text)
        after = TRAILING.search(text)
        start = entity.start_char + (before.end() if before else 0)
        end = entity.start_char + (after.start() if after else len(text))
        if start < end and any(char.isupper() for char in words[start:end]):
            found.append(Mention(span_of(doc, start, end), entity.label_, rule="spaCy"))
    return tuple(found)
