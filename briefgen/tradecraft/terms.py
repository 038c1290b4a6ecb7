"""Words of probability in a text, and the scales that they belong to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.lists import load

PERCENT = r"(?<![\d.,])(\d{1,3}(?:\.\d+)?)\s*(?:%|percent\b|per cent\b)"
SENTENCE = re.compile(r"[^.!?;]+(?:[.!?;](?=\S)[^.!?;]*)*[.!?;]?")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of probability as a text uses it."""

    words: str
    """As the lists have it."""
    start: int
    """First code point in the text."""
    scales: dict[str, tuple[int, int]]
    """Each scale that has it -> lowest and highest percentage there."""

    def contradicts(self, other: Term) -> bool:
        """Whether the two cannot mean the same: on the first scale that has both, else on any."""
        both = [name for name in self.scales if name in other.scales]
        own = [self.scales[both[0]]] if both else list(self.scales.values())
        others = [other.scales[both[0]]] if both else list(other.scales.values())
        return not any(a < d and c < b for a, b in own for c, d in others)


def common_scales(used: Iterable[Term]) -> list[str]:
    """The scales that have all of these terms."""
    sets = [set(term.scales) for term in used]
    return [
        name
        for name in load("corpus/tradecraft")["scales"]
        if sets and all(name in one for one in sets)
    ]


def terms(text: str) -> list[Term]:
    """The words of probability of a text, in order; turned ones ("not likely") are none."""
    alone = load("corpus/tradecraft")["only_alone"]
    pattern, meanings, turned_by = _lists()
    found = []
    for match in pattern.finditer(text):
        before = re.findall(r"[\w']+", text[: match.start()])[-1:]
        words = " ".join(match[0].casefold().split())
        turned = bool(before) and before[0].casefold() in turned_by
        if not turned and (words not in alone or text.strip().casefold() == words):
            found.append(Term(words, match.start(), meanings[words]))
    return found


def percentages(text: str) -> list[float]:
    """The percentages that a text gives as probabilities: "likely (70 percent)", "a 70% chance"."""
    chances = "|".join(load("corpus/tradecraft")["chances"])
    behind = re.compile(rf"{PERCENT}(?=\s+(?:{chances})\b)", re.I)
    beside = re.compile(rf"\s*\(\s*(?:about\s+)?{PERCENT}", re.I)
    found = {match.start(1): float(match[1]) for match in behind.finditer(text)}
    for term in terms(text):
        if match := beside.match(text, term.start + len(term.words)):
            found[match.start(1)] = float(match[1])
    return [found[at] for at in sorted(found)]


def speaks_of_confidence(text: str) -> bool:
    """Whether a text says how well founded something is."""
    words = "|".join(map(re.escape, load("corpus/tradecraft")["confidence"]))
    return bool(re.search(rf"\b(?:{words})\b", text, re.I))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, which semicolons end, too."""
    for match in SENTENCE.finditer(text):
        if match[0].strip():
            yield match[0].strip()


@functools.cache
def _lists() -> tuple[re.Pattern[str], dict[str, dict[str, tuple[int, int]]], frozenset[str]]:
    """A pattern of all terms, the longest first; what each means on its scales; turning words."""
    meanings: dict[str, dict[str, tuple[int, int]]] = {}
    for scale, rows in load("corpus/tradecraft")["scales"].items():
        for row in rows:
            for words in row["words"]:
                meanings.setdefault(words, {})[scale] = tuple(row["percent"])
    longest = sorted(meanings, key=lambda words: (-len(words), words))
    spaced = (re.escape(words).replace(r"\ ", r"\s+") for words in longest)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", re.I)
    return pattern, meanings, frozenset(load("corpus/tradecraft")["turned_by"])
