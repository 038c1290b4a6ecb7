"""How central an actor is to its article."""

from __future__ import annotations

import functools
import math
import re

from spacy.tokens import Doc

from briefgen import lists
from briefgen.components.actors.groups import Group
from briefgen.components.actors.readings import Name

# What share of the score each sign brings; they add up to 1. Whether an actor is a subject and
# what type it has were tried and brought nothing.
MENTIONS, POSITION, TITLE, LEAD = 0.32, 0.32, 0.27, 0.09
# Behind the headline, a name that comes so many code points later has half the share for position.
HALF_LIFE = 600
# Who is only a source loses this share, and who only took a picture this one.
SOURCE, CREDIT = 0.2, 0.8
# A first sentence shorter than this is a caption or a line of its own.
LEAD_WORDS = 8

WORD = re.compile(r"\w+")


class Frame:
    """What an actor's names are measured against in one article."""

    def __init__(self, doc: Doc, most: int) -> None:
        """`most` is in how many sentences the actor named most often is named."""
        article, layout = doc._.article, doc._.layout
        self.most = most
        self.title = frozenset(WORD.findall((article.title or "") if article else ""))
        self.body: int = layout.headline.end if layout.headline else 0
        self.lead = next(
            (
                sentence.end_char
                for sentence in doc.sents
                if sentence.start_char >= self.body and len(sentence) >= LEAD_WORDS
            ),
            0,
        )


def sentences_of(group: Group) -> int:
    """In how many sentences an actor is named."""
    return len({name.tokens.sent.start for name in group.names})


def salience_of(group: Group, frame: Frame) -> float:
    """0 to 1, by how often and how early an actor is named, and whether the title names it."""
    first = group.names[0].mention.span.start
    frequency = math.log1p(sentences_of(group)) / math.log1p(frame.most)
    position = HALF_LIFE / (HALF_LIFE + max(first - frame.body, 0))
    score = MENTIONS * frequency + POSITION * position
    score += TITLE * _in_title(group, frame) + LEAD * (first < frame.lead)
    source = sum(map(_is_source, group.names)) / len(group.names)
    credit = all(map(_is_credit, group.names))
    return round(score * (1 - SOURCE * source) * (1 - CREDIT * credit), 4)


def _in_title(group: Group, frame: Frame) -> bool:
    names = [WORD.findall(name) for name in (group.name, *group.aliases)]
    if group.type == "person":
        names += [words[-1:] for words in names]
    early = group.names[0].mention.span.start < frame.body
    return early or any(words and frame.title.issuperset(words) for words in names)


def _is_source(name: Name) -> bool:
    """Whether a name only says who said something."""
    root = name.tokens.root
    return root.dep_ == "nsubj" and root.head.lower_ in _verbs_of_saying()


def _is_credit(name: Name) -> bool:
    """Whether a name stands behind a picture: "Photo: Ann Miller", "PRESS/Ann Miller"."""
    doc, start = name.tokens.doc, name.tokens.start
    if start < 2 or doc[start - 1].text not in (":", "/"):
        return False
    before = doc[start - 2]
    return before.lower_ in lists.load("names")["announcers"] or (
        before.text.isupper() and doc[start - 1].text == "/"
    )


@functools.cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(lists.load("names")["say"])
