"""What the names stage reads of a Doc, as plain lists: asking spaCy token by token is slow."""

from __future__ import annotations

import functools
import re
from collections import Counter

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE, LENGTH, SENT_START, TAG
from spacy.tokens import Doc

from briefgen.components.spans import readable
from briefgen.lists import load
from briefgen.model import Layout

LABELS = frozenset(["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "LAW"])
# The mark of a footnote glued to a word: "Lima.[1]".
FOOTNOTE = re.compile(r"[.,;]?\[\d")
NO_CLASSES: frozenset[str] = frozenset()
POSSESSIVE = frozenset(["'s", "’s", "'", "’", "s'", "`s"])


@functools.cache
def word_classes() -> dict[str, frozenset[str]]:
    """The lists of `data/names.yml` that a word stands in."""
    found: dict[str, set[str]] = {}
    for name, words in load("names").items():
        for word in () if isinstance(words, dict) else words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


class View:
    """The words of a Doc with what spaCy says of each."""

    def __init__(self, doc: Doc) -> None:
        """Read everything once."""
        self.text: str = readable(doc)
        self.layout: Layout = doc._.layout
        rows = doc.to_array([IDX, LENGTH, TAG, DEP, ENT_IOB, ENT_TYPE, SENT_START, IS_SPACE, HEAD])
        columns = rows.T.tolist() if len(doc) else [[] for _ in range(9)]
        self.starts: list[int] = columns[0]
        self.ends: list[int] = [at + size for at, size in zip(columns[0], columns[1], strict=True)]
        names = doc.vocab.strings
        for i, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            note = FOOTNOTE.search(self.text, start, end)
            if note and note.start() > start:
                self.ends[i] = note.start()
        self.words: list[str] = [
            self.text[a:b] for a, b in zip(self.starts, self.ends, strict=True)
        ]
        self.lower: list[str] = [
            word.lower().rstrip(".").replace("’", "'") or word for word in self.words
        ]
        known = word_classes()
        self.classes: list[frozenset[str]] = [known.get(word, NO_CLASSES) for word in self.lower]
        self._unmask_given_names()
        self.tags: list[str] = [names[tag] for tag in columns[2]]
        self.deps: list[str] = [names[dep] for dep in columns[3]]
        self.first: list[bool] = [start == 1 for start in columns[6]]
        self.space: list[bool] = [bool(space) for space in columns[7]]
        heads = [head - (1 << 64) if head >= 1 << 63 else head for head in columns[8]]
        self.heads: list[int] = [i + head for i, head in enumerate(heads)]
        self.entities = [
            (entity.start, entity.end, entity.label_)
            for entity in doc.ents
            if entity.label_ in LABELS
        ]
        self.dated: list[bool] = [
            bool(iob) and iob != 2 and names[kind] not in LABELS and names[kind] != "WORK_OF_ART"
            for iob, kind in zip(columns[4], columns[5], strict=True)
        ]
        self.lowercase = Counter(
            word for word, lower in zip(self.words, self.lower, strict=True) if word == lower
        )

    def _unmask_given_names(self) -> None:
        """ "Minister Gen Ito" is called Gen: that is no title of his anywhere in the text."""
        given = {
            tuple(self.words[i : i + 2])
            for i in range(1, len(self.words) - 1)
            if "given_or_title" in self.classes[i] and "ministers" in self.classes[i - 1]
        }
        for i in range(len(self.words) - 1):
            pair = tuple(self.words[i : i + 2])
            if (
                "generations" in self.classes[i + 1]
                or pair in given
                or ("given_names" in self.classes[i] and self._is_name(i))
            ):
                self.classes[i] = NO_CLASSES

    def _is_name(self, i: int) -> bool:
        """Whether just one more word in capitals follows: "Dean Ito", but "Dean Ada Ito"."""
        return [word[0].isupper() for word in self.words[i : i + 3]] == [True, True, False]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.words)

    def spaced(self, i: int) -> bool:
        """Whether white space follows token i."""
        return i + 1 < len(self.words) and self.starts[i + 1] > self.ends[i]
