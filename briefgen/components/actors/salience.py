"""How central an actor is to its article."""

from __future__ import annotations

import math
import re

from spacy.tokens import Doc

from briefgen.components.actors.groups import Group

# What share of the score each sign brings; they add up to 1. Whether an actor is a subject and
# what type it has were tried and brought nothing.
MENTIONS, POSITION, TITLE = 0.35, 0.35, 0.3
# Behind the headline, a name that comes so many code points later has half the share for position.
HALF_LIFE = 400


WORD = re.compile(r"\w+")


def headline_of(doc: Doc) -> tuple[frozenset[str], int]:
    """The title's words and where a headline inside the text ends."""
    article, layout = doc._.article, doc._.layout
    inside = layout.headline if layout else None
    title = (article.title or "") if article else ""
    return frozenset(WORD.findall(title)), inside.end if inside else 0


def salience_of(group: Group, most: int, headline: tuple[frozenset[str], int]) -> float:
    """0 to 1, by how often and how early an actor is named, and whether the title names it.

    `most` is how often the actor with most names is named; `headline` comes from `headline_of`.
    """
    title, body = headline
    first = group.names[0].mention.span.start
    frequency = math.log1p(len(group.names)) / math.log1p(most)
    position = HALF_LIFE / (HALF_LIFE + max(first - body, 0))
    names = [WORD.findall(name) for name in (group.name, *group.aliases)]
    if group.type == "person":
        names += [words[-1:] for words in names]
    in_title = first < body or any(words and title.issuperset(words) for words in names)
    return round(MENTIONS * frequency + POSITION * position + TITLE * in_title, 4)
