"""The words and codes by which a code is doubted; the lists are in `data/events_doubt.yml`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from briefgen.components.statements.events import Words, words
from briefgen.lists import load

# Deeds that need somebody on the other side.
TO_SOMEBODY = frozenset({"AID", "COOPERATE", "CONSULT"})
# Deeds that strike bodies and buildings, not plans and views.
BODILY = frozenset({"ASSAULT"})
HARMFUL = frozenset({"ASSAULT", "COERCE"})
# What these strike, ask, help or meet is somebody.
OF_PARTIES = BODILY | TO_SOMEBODY | {"YIELD", "REQUEST", "SANCTION"}
# Deeds that somebody suffers: without one the verb means something else.
SUFFERED = frozenset({"ASSAULT", "COERCE"})
# Behind these stands a place or a topic, nobody to whom something is done.
ASIDE = {
    "ASSAULT": frozenset({"over", "about"}),
    "AID": frozenset({"on", "in", "at", "about", "over", "inside", "from", "against"}),
    "AGREE": frozenset({"on", "about", "over", "against"}),
    "SUPPORT": frozenset({"against", "with", "from"}),
    "COOPERATE": frozenset({"against", "in", "at"}),
    "REJECT": frozenset({"in", "at", "about", "into"}),
    "THREATEN": frozenset({"about", "of", "over", "at", "against"}),
    "CONSULT": frozenset({"about", "of", "over", "in", "at", "on", "during", "from"}),
    "ACCUSE": frozenset({"into", "on", "in", "at", "to", "toward", "towards"}),
}
FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Doubts:
    """The word lists in the form that look-ups need."""

    befalling: Words
    disasters: Words
    asking: Words
    answers: Words
    wanting: Words
    weapons: Words
    targets: Words
    ambiguous: Words
    ambiguous_nouns: Words
    causes: Words
    handing: Words
    giving: Words
    worth: Words
    freed: Words
    going: Words
    never: Words
    bodies: Words
    contested: Words
    contests: Words
    texts: Words
    words: Words
    passive_only: Words
    active_only: Words
    objectless: Words
    taking: Words
    habitual: Words
    two_sided: Words
    lasting: Words
    quarrelling: Words
    spoken: Words


@functools.cache
def doubts() -> Doubts:
    """The word lists, read once."""
    data = load("events_doubt")
    return Doubts(**{name: words(data[name]) for name in Doubts.__slots__})


@functools.cache
def furniture() -> re.Pattern[str]:
    """What belongs to the page around the article, not to its text."""
    return re.compile("|".join(map(re.escape, load("events_doubt")["furniture"])))


def page_furniture(sentence: str) -> bool:
    """Whether a sentence carries words of the page around the article ("Hide caption")."""
    return furniture().search(sentence.lower()) is not None
