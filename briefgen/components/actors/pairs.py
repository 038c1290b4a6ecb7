"""Two people joined by a hyphen: "the Biden-Kishida summit" names both."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from briefgen.components.spans import of_token, readable
from briefgen.model import Mention

HYPHENS = frozenset({"-", "–", "‑"})
RULE = "two people of the text, joined by a hyphen"


def split_pairs(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with one for each surname of a pair; in order.

    Both must be surnames of people whom the text names in full. Names that reach beyond the pair
    stay as they are.
    """
    hyphens = [token for token in doc[1:-1] if token.text in HYPHENS]
    if not hyphens:
        return list(mentions)
    surnames = _surnames(doc, mentions)
    kept = list(mentions)
    for hyphen in hyphens:
        pair = [hyphen.nbor(-1), hyphen.nbor(1)]
        if not all(token.text in surnames for token in pair):
            continue
        left, right = (of_token(token) for token in pair)
        over = [one for one in kept if one.span.start < right.end and left.start < one.span.end]
        if all(left.start <= one.span.start and one.span.end <= right.end for one in over):
            kept = [one for one in kept if one not in over]
            kept += [Mention(span, "PERSON", None, RULE) for span in (left, right)]
    return sorted(kept, key=lambda mention: mention.span)


def _surnames(doc: Doc, mentions: Sequence[Mention]) -> set[str]:
    """The last words of people's full names."""
    text = readable(doc)
    full = (
        text[one.span.start : one.span.end].split() for one in mentions if one.label == "PERSON"
    )
    return {words[-1] for words in full if len(words) > 1}
