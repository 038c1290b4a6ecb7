"""Where the passages in quotation marks lie among the tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from briefgen.components.quotations.bounds import DASHES
from briefgen.components.quotations.passages import Passage, passages
from briefgen.components.spans import readable

ENDS_SENTENCE = frozenset({".", "!", "?", "..."})


class Marked:
    """A Doc with its passages."""

    doc: Doc
    text: str
    """The Doc's text, which spaCy puts together anew each time it is asked."""
    passages: list[Passage]
    at: list[int]
    """For each token the number of its passage, or -1."""
    first: list[int]
    """First token of each passage, its mark included."""
    last: list[int]
    """Last token of each passage, its mark included."""

    def __init__(self, doc: Doc) -> None:
        """Find the passages and their tokens."""
        self.doc = doc
        self.text = readable(doc)
        self.passages = passages(self.text)
        self.at = [-1] * len(doc)
        self.first, self.last = [], []
        starts = [token.idx for token in doc]
        for number, passage in enumerate(self.passages):
            first = bisect_right(starts, passage.start) - 1
            last = max(bisect_left(starts, passage.end) - 1, first)
            self.first.append(first)
            self.last.append(last)
            self.at[first : last + 1] = [number] * (last + 1 - first)

    def words(self, number: int) -> str:
        """The passage's words without the marks of a nested quotation at its end."""
        pieces = self.passages[number].pieces
        return self.text[pieces[0][0] : pieces[-1][1]].strip().rstrip("'’\"”")

    def previous(self, number: int) -> int:
        """The token before the passage, blanks skipped but not a line's end, or -1."""
        i = self.first[number] - 1
        while i >= 0 and self.doc[i].is_space and "\n" not in self.doc[i].text:
            i -= 1
        return i

    def begins_upper(self, number: int) -> bool:
        """Whether the passage begins as a sentence does."""
        text = self.words(number)
        return bool(text) and not (text[0].isalpha() and text[0].islower())

    def starts_anew(self, number: int) -> bool:
        """Whether the passage begins a sentence of its own rather than running on in one."""
        if not self.begins_upper(number):
            return False
        previous = self.previous(number)
        if previous < 0 or self.at[previous] >= 0:
            return True
        token = self.doc[previous]
        return token.is_punct or token.is_space or token.text in DASHES

    def is_closed(self, number: int) -> bool:
        """Whether the passage is a sentence or more, to its end."""
        return self.words(number)[-1:] in {".", "!", "?", "…"}

    def is_paragraph(self, number: int) -> bool:
        """Whether nothing else stands in the passage's paragraph."""
        before, after = self.first[number] - 1, self.last[number] + 1
        return (before < 0 or "\n" in self.doc[before].text) and (
            after >= len(self.doc) or "\n" in self.doc[after].text
        )

    def breaks_off(self, i: int) -> bool:
        """Whether a search along a sentence ends at this token."""
        token = self.doc[i]
        return self.at[i] >= 0 or token.text in ENDS_SENTENCE or "\n" in token.text
