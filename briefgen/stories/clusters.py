"""Which articles tell the same story: one pass in date order over TF-IDF vectors.

An article joins the story whose articles it is most like on average, or begins a new one. Only
stories that share some of its telling words are compared, so the cost does not grow with all pairs.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefgen.model import Article

ALIKE = 0.13
"""Average cosine from which on an article belongs to a story."""
TITLE_WEIGHT = 3
LEAD_CHARACTERS = 3000
"""Later paragraphs hold background that many stories share."""
COMMON = 0.3
"""Words in a larger part of the articles tell no story from another."""
TELLING_WORDS = 20
SHARED_WORDS = 2
"""So many of an article's telling words a story must have to be compared at all."""
HALF_AS_ALIKE = 1000
"""Days of silence after which a story counts as half as much alike."""

WORD = re.compile(r"[^\W_]{3,}")
Vector = dict[str, float]


@dataclass(slots=True)
class _Story:
    """Articles that tell one story."""

    id: str
    size: int = 0
    last: date | None = None
    words: Vector = field(default_factory=lambda: defaultdict(float))

    def add(self, article: Article, vector: Vector) -> None:
        self.size += 1
        days = [day for day in (self.last, article.published) if day]
        self.last = max(days, default=None)
        for word, weight in vector.items():
            self.words[word] += weight

    def alike(self, article: Article, vector: Vector) -> float:
        """Average cosine with the story's articles, less after a long silence."""
        total = sum(
            weight * self.words[word] for word, weight in vector.items() if word in self.words
        )
        gap = (article.published - self.last).days if article.published and self.last else 0
        return total / self.size / (1 + gap / HALF_AS_ALIKE)


def cluster(articles: Iterable[Article]) -> dict[str, str]:
    """Article id -> story id, which is the id of the story's first article."""
    ordered = sorted(articles, key=lambda article: (article.published or date.min, article.id))
    vectors = _vectors([_counts(article) for article in ordered])
    stories: list[_Story] = []
    telling_of: dict[str, set[int]] = defaultdict(set)
    chosen: dict[str, str] = {}
    for article, vector in zip(ordered, vectors, strict=True):
        telling = sorted(vector, key=lambda word: (-vector[word], word))[:TELLING_WORDS]
        shared = Counter(number for word in telling for number in telling_of[word])
        candidates = sorted(number for number, count in shared.items() if count >= SHARED_WORDS)
        scores = [(stories[number].alike(article, vector), -number) for number in candidates]
        best, number = max(scores, default=(0.0, 0))
        if best < ALIKE:
            number = -len(stories)
            stories.append(_Story(article.id))
        stories[-number].add(article, vector)
        chosen[article.id] = stories[-number].id
        for word in telling:
            telling_of[word].add(-number)
    return chosen


def _counts(article: Article) -> Vector:
    """How often each word stands in title and lead; a word of the title counts several times."""
    counts: Vector = defaultdict(float)
    for word in WORD.findall(article.title or ""):
        counts[word.casefold()] += TITLE_WEIGHT
    for word in WORD.findall(article.text[:LEAD_CHARACTERS]):
        counts[word.casefold()] += 1
    return counts


def _vectors(counts: Sequence[Vector]) -> list[Vector]:
    """TF-IDF vectors of length 1; words that stand in one article only play no part."""
    spread = Counter(word for one in counts for word in one)
    most = COMMON * len(counts) + 2
    rarity = {w: math.log((len(counts) + 1) / n) for w, n in spread.items() if 1 < n < most}
    vectors = []
    for one in counts:
        weighed = {w: (1 + math.log(n)) * rarity[w] for w, n in sorted(one.items()) if w in rarity}
        length = math.sqrt(math.fsum(x * x for x in weighed.values())) or 1.0
        vectors.append({word: x / length for word, x in weighed.items()})
    return vectors
