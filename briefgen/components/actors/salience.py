"""How central an actor is to its article."""

from __future__ import annotations

import math
from collections.abc import Mapping

from spacy.tokens import Doc

from briefgen.components.actors.groups import Group
from briefgen.model import ActorType

# What share of the score each sign brings; they add up to 1.
MENTIONS, POSITION, TITLE, SUBJECT = 0.45, 0.2, 0.2, 0.15
# Who acts matters more than where: by type.
WEIGHT: Mapping[ActorType, float] = {
    "person": 1.0,
    "organization": 1.0,
    "force": 1.0,
    "group": 0.9,
    "country": 0.9,
    "place": 0.7,
}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def salience_of(doc: Doc, group: Group, most: int, headline: tuple[str, int]) -> float:
    """0 to 1, by how often and how early it is named, in the title, and as a subject.

    `most` is how often the actor with most names is named; `headline` the title and the offset at
    which the headline inside the text ends.
    """
    title, body = headline
    count = len(group.names)
    frequency = math.log1p(count) / math.log1p(most)
    first = group.names[0].mention.span.start
    position = 1 - first / max(len(doc.text), 1)
    in_title = first < body or any(name.text in title for name in group.names if len(name.text) > 1)
    subjects = sum(name.tokens.root.dep_ in SUBJECTS for name in group.names)
    score = (
        MENTIONS * frequency
        + POSITION * position
        + TITLE * in_title
        + SUBJECT * math.sqrt(subjects / count)
    )
    return round(WEIGHT[group.type] * score, 4)
