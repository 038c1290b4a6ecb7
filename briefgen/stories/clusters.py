"""Which articles tell the same story: one pass in date order over TF-IDF vectors.

An article joins the story whose articles it is most like on average, or begins a new one; a copy
joins its origin's. Only stories that share some of its telling words are compared, so the cost does
not grow with all pairs.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefgen.lists import load
from briefgen.model import Article
from briefgen.stories.origins import by_date

ALIKE = 0.14
"""Average cosine from which on an article belongs to a story."""
TITLE_WEIGHT = 3
LEAD_CHARACTERS = 3000
"""Later paragraphs hold background that many stories share."""
COMMON = 0.3
"""Words in a larger part of the articles tell no story from another."""
TELLING_WORDS = 20
MOST_TELLING = 5
"""Words that a reason names."""
SHARED_WORDS = 2
"""So many of an article's telling words a story must have to be compared at all."""
SAME_STORY, OTHER_STORY = 60, 180
"""Days from a story's middle up to which an article is held against it as it is, and from which on
it must be more alike: by then the same places and people have mostly made another story."""
FAR_ALIKE = 1.8
"""How much more alike."""

WORD = re.compile(r"(?!\d+\b)[^\W_]{3,}")
Vector = dict[str, float]


@dataclass(slots=True)
class _Story:
    """Articles that tell one story."""

    id: str
    size: int = 0
    days: list[int] = field(default_factory=list)
    words: Vector = field(default_factory=lambda: defaultdict(float))

    def add(self, article: Article, vector: Vector) -> None:
        self.size += 1
        if article.published:
            self.days.append(article.published.toordinal())
        for word, weight in vector.items():
            self.words[word] += weight

    def alike(self, article: Article, vector: Vector) -> float:
        """Average cosine with the story's articles, less where it is far from them in time."""
        total = sum(
            weight * self.words[word] for word, weight in vector.items() if word in self.words
        )
        return total / self.size / self._farness(article.published)

    def _farness(self, day: date | None) -> float:
        """1 near the story's days, rising to FAR_ALIKE; the middle, so that no story drifts on."""
        if not day or not self.days:
            return 1.0
        away = abs(day.toordinal() - sum(self.days) / len(self.days))
        part = (away - SAME_STORY) / (OTHER_STORY - SAME_STORY)
        return 1 + (FAR_ALIKE - 1) * min(1.0, max(0.0, part))


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article belongs."""

    story: str
    """Id of the story, which is that of its first article."""
    why: str
    """What decided it, in words."""


def cluster(
    articles: Iterable[Article], origin_of: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Article id -> story id; see `place`."""
    return {article: placed.story for article, placed in place(articles, origin_of or {}).items()}


def place(articles: Iterable[Article], origin_of: Mapping[str, str]) -> dict[str, Placed]:
    """Article id -> its story, and why.

    `origin_of` maps article ids to those of their origins: an origin's articles share its story.
    """
    ordered = sorted(articles, key=by_date)
    vectors = _vectors([_counts(article) for article in ordered])
    stories: list[_Story] = []
    telling_of: dict[str, set[int]] = defaultdict(set)
    number_of: dict[str, int] = {}
    placed: dict[str, Placed] = {}
    for article, vector in zip(ordered, vectors, strict=True):
        telling = sorted(vector, key=lambda word: (-vector[word], word))[:TELLING_WORDS]
        number, why = number_of.get(origin_of.get(article.id, article.id)), "a copy of its origin"
        if number is None:
            shared = Counter(known for word in telling for known in telling_of[word])
            candidates = sorted(known for known, count in shared.items() if count >= SHARED_WORDS)
            number, why = _nearest(article, vector, candidates, stories)
        if number is None:
            number = len(stories)
            stories.append(_Story(article.id))
        stories[number].add(article, vector)
        number_of[article.id] = number
        placed[article.id] = Placed(stories[number].id, why)
        for word in telling:
            telling_of[word].add(number)
    return placed


def _nearest(
    article: Article, vector: Vector, candidates: Iterable[int], stories: Sequence[_Story]
) -> tuple[int | None, str]:
    """Number of the story that is most alike, the older of two, or none; and why."""
    scores = [(stories[number].alike(article, vector), -number) for number in candidates]
    if not scores:
        return None, "begins a story: no earlier one shares its telling words"
    best, negative = max(scores)
    story = stories[-negative]
    told = f"likeness {best:.2f} with the story {story.id} (from {ALIKE} on it is the same)"
    if best < ALIKE:
        return None, f"begins a story: {told}"
    weights = {word: weight * story.words.get(word, 0.0) for word, weight in vector.items()}
    common = sorted(weights, key=lambda word: (-weights[word], word))[:MOST_TELLING]
    return -negative, f"{told}, most of it by {', '.join(common)}"


def _counts(article: Article) -> Vector:
    """How often each word stands in title and lead; a word of the title counts several times."""
    counts: Vector = defaultdict(float)
    for words, weight in ((article.title or "", TITLE_WEIGHT), (article.text[:LEAD_CHARACTERS], 1)):
        for word in map(str.casefold, WORD.findall(words)):
            if word not in _common_words():
                counts[word] += weight
    return counts


@functools.cache
def _common_words() -> frozenset[str]:
    """Words that stand in any article; where articles are few, their rarity does not show it."""
    listed: dict[str, str] = load("corpus/common_words")
    return frozenset(word for words in listed.values() for word in words.split())


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
