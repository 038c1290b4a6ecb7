"""How central an actor is to its article."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator

from spacy.tokens import Doc

from briefgen import lists
from briefgen.components.actors.groups import Group
from briefgen.components.actors.readings import Name
from briefgen.components.spans import readable

# What share of the score each sign brings; they add up to 1. Whether an actor is a subject and
# what type it has were tried and brought nothing.
MENTIONS, POSITION, TITLE, LEAD = 0.32, 0.32, 0.27, 0.09
# Behind the headline, a name that comes so many code points later has half the share for position.
HALF_LIFE = 600
# Who is only a source loses this share; an organisation, mostly a medium, this; who only took a
# picture this one.
SOURCE, MEDIUM, CREDIT = 0.2, 0.5, 0.8
TELLING = frozenset({"told", "tells", "tell", "telling", "quoting", "citing"})
# A part of the world is mostly where, not who.
REGION = 0.3
# A first sentence shorter than this is a caption or a line of its own.
LEAD_WORDS = 8

WORD = re.compile(r"\w+")
# A short line with one of these belongs to a picture.
LONGEST_CAPTION = 400
CAPTION = re.compile(
    r"\b(?:Image|Photo|Picture|Photograph|Credit|Caption)s?(?: credits?)?: ?[A-Z]"
    r"|\bFile (?:photo|picture|image)\b|\bGetty Images\b"
    r"|\b(?:AP|AFP|EPA|Reuters|REUTERS|Getty)(?: Photo| Images)?/"
)


class Frame:
    """What an actor's names are measured against in one article."""

    def __init__(self, doc: Doc, most: int) -> None:
        """`most` is in how many sentences the actor named most often is named."""
        article, layout = doc._.article, doc._.layout
        self.most = most
        self.title = frozenset(WORD.findall((article.title or "") if article else ""))
        self.body: int = layout.headline.end if layout.headline else 0
        self.captions = tuple(_captions(readable(doc)))
        self.lead = next(
            (
                sentence.end_char
                for sentence in doc.sents
                if sentence.start_char >= self.body
                and len(sentence) >= LEAD_WORDS
                and not self.in_caption(sentence.start_char)
            ),
            0,
        )

    def first(self, group: Group) -> int:
        """Where an actor is first named, outside of captions if it can be."""
        starts = [name.mention.span.start for name in group.names]
        told = (at for at in starts if not self.in_caption(at))
        return next(told, max(starts[0], self.body + HALF_LIFE))

    def in_caption(self, at: int) -> bool:
        """Whether an offset lies in the line under a picture."""
        return any(start <= at < end for start, end in self.captions)


def _captions(text: str) -> Iterator[tuple[int, int]]:
    """The lines under pictures, as offsets."""
    for sign in CAPTION.finditer(text):
        end = text.find("\n", sign.end())
        end = len(text) if end < 0 else end
        start = text.rfind("\n", 0, sign.start()) + 1
        if end - start <= LONGEST_CAPTION:
            yield start, end


def sentences_of(group: Group) -> int:
    """In how many sentences an actor is named."""
    return len({name.tokens.sent.start for name in group.names})


def salience_of(group: Group, frame: Frame) -> float:
    """0 to 1, by how often and how early an actor is named, and whether the title names it."""
    first = frame.first(group)
    frequency = math.log1p(sentences_of(group)) / math.log1p(frame.most)
    position = HALF_LIFE / (HALF_LIFE + max(first - frame.body, 0))
    score = MENTIONS * frequency + POSITION * position
    score += TITLE * _in_title(group, frame) + LEAD * (first < frame.lead)
    told = sum(map(_is_source, group.names)) / len(group.names)
    if told and _is_medium(group):
        told = 1.0
    source = told * (MEDIUM if group.type == "organization" else SOURCE)
    if group.type == "place" and group.key in _regions():
        score *= 1 - REGION
    credit = all(map(_is_credit, group.names))
    return round(score * (1 - source) * (1 - CREDIT * credit), 4)


def _in_title(group: Group, frame: Frame) -> bool:
    names = [WORD.findall(name) for name in (group.name, *group.aliases)]
    if group.type == "person":
        names += [words[-1:] for words in names]
    early = group.names[0].mention.span.start < frame.body
    return early or any(words and frame.title.issuperset(words) for words in names)


def _is_medium(group: Group) -> bool:
    """Whether a body's name says that it reports news: whoever quotes it once, names a source."""
    return group.type == "organization" and group.words[-1] in _media()


def _is_source(name: Name) -> bool:
    """Whether a name only says who said something, or to whom: "X said", "told X"."""
    root = name.tokens.root
    if root.dep_ == "nsubj":
        return root.head.lower_ in _verbs_of_saying()
    if root.dep_ == "pobj":
        return root.head.lower_ == "to" and root.head.head.lower_ == "according"
    return root.dep_ in ("dobj", "dative") and root.head.lower_ in TELLING


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
def _regions() -> frozenset[str]:
    return frozenset(lists.load("names")["regions"])


@functools.cache
def _media() -> frozenset[str]:
    return frozenset(lists.load("actors")["media"])


@functools.cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(lists.load("names")["say"])
