"""Which articles are copies of one origin: the same text, a part of it, or an edited reprint of it.

Articles are taken in order of date. Each is held against earlier ones that share a MinHash band or
whole sentences with it, so that the cost does not grow with all pairs. Two texts are one only by
what their writers chose: quotations are left out of the share, since everybody quotes the same
press conference in the same words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from zlib import crc32

from datasketch import MinHash, MinHashLSH

from briefgen.model import Article
from briefgen.readers.source import digest
from briefgen.stories import texts
from briefgen.stories.credits import credits, plain_name

Rule = Literal["identical", "near-duplicate", "excerpt", "credit", "quotations"]
"""What makes an article a copy."""

BANDS, ROWS = 42, 3
"""Of MinHash: of pairs with a Jaccard similarity of 0.3 two in three share a band, of 0.5 all."""
SEED = 1
SAME_WORDS = 4
"""Shorter texts are alike by chance."""
ENOUGH_SHINGLES = 20
"""A lead of fewer counts as one of so many."""
MOSTLY_SHARED = 0.5
"""Share of the shorter text's lead from which on one is a copy of the other."""
OWN_SHARED = 0.7
"""The same for two texts of one publisher, whose follow-ups repeat their background."""
PARTLY_SHARED = 0.25
"""Share that is enough together with a credit or with quotations."""
EXCERPT = 0.7
"""A text shorter than this part of the other is an excerpt of it."""
SAME_DAYS = 3
"""Days within which an agency's text is reprinted; later, its next repeats the background."""
SHARED_QUOTATIONS = 2
SHARED_SENTENCES = 2
FIRST_WITH_SENTENCE = 8
"""Earlier articles that a sentence leads to; furniture of a publisher stands in thousands."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is told by an earlier one already."""

    article: str
    """Its id."""
    of: str
    """Id of the earlier article that it was held against."""
    rule: Rule
    """What makes it a copy."""
    share: float
    """Part of the shorter text's lead, outside quotations, that stands in the other, 0 to 1."""
    why: str
    """The evidence in words."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One telling of the news, however often it was printed."""

    id: str
    """Id of the article that was published first, of those on one day the first by id."""
    articles: tuple[str, ...]
    """All of its articles in order of date."""
    copies: tuple[Copy, ...] = ()
    """Why each article but the first belongs to it, in order of date."""


def find_origins(articles: Iterable[Article]) -> tuple[Origin, ...]:
    """Every origin by its first article's date; an article without copies is one of its own."""
    ordered = sorted(articles, key=by_date)
    earlier = _Earlier(plain_name(one.publisher) for one in ordered if one.publisher)
    members: dict[str, list[str]] = {}
    copies: dict[str, list[Copy]] = defaultdict(list)
    origin_of: dict[str, str] = {}
    for article in ordered:
        copy = earlier.take(article)
        origin = origin_of[article.id] = origin_of[copy.of] if copy else article.id
        members.setdefault(origin, []).append(article.id)
        if copy:
            copies[origin].append(copy)
    return tuple(Origin(id, tuple(own), tuple(copies[id])) for id, own in members.items())


def origin_ids(origins: Iterable[Origin]) -> dict[str, str]:
    """Article id -> id of its origin."""
    return {article: origin.id for origin in origins for article in origin.articles}


def by_date(article: Article) -> tuple[date, str]:
    """Sort key: the first published first, then by id; what has no date comes last."""
    return article.published or date.max, article.id


class _Earlier:
    """The articles so far, by what leads to them."""

    def __init__(self, publishers: Iterable[str]) -> None:
        self.publishers = frozenset(publishers)
        self.articles: dict[str, Article] = {}
        self.bands = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
        self.with_words: dict[str, str] = {}
        self.with_sentence: dict[int, list[str]] = defaultdict(list)

    def take(self, article: Article) -> Copy | None:
        """What the article is a copy of, None where of nothing so far; it is known from now on."""
        words = texts.plain_words(article.text)
        whole = digest(" ".join(words))
        same = self.with_words.get(whole)
        if same:
            return Copy(article.id, same, "identical", 1.0, f"its words are those of {same}")
        if len(words) >= SAME_WORDS:
            self.with_words[whole] = article.id
        minhash = _minhash(article)
        near = {*self.bands.query(minhash), *self._sharing_sentences(article)}
        found = [one for other in near if (one := self._copy(article, self.articles[other]))]
        best = min(found, key=lambda c: (-c.share, by_date(self.articles[c.of])), default=None)
        if best is None or best.rule != "near-duplicate":
            self._add(article, minhash)
        return best

    def _add(self, article: Article, minhash: MinHash) -> None:
        self.articles[article.id] = article
        self.bands.insert(article.id, minhash)
        for sentence in texts.sentences(article):
            listed = self.with_sentence[crc32(sentence.encode())]
            if len(listed) < FIRST_WITH_SENTENCE:
                listed.append(article.id)

    def _sharing_sentences(self, article: Article) -> list[str]:
        shared = Counter(
            other
            for sentence in texts.sentences(article)
            for other in self.with_sentence.get(crc32(sentence.encode()), ())
        )
        return [other for other, count in shared.items() if count >= SHARED_SENTENCES]

    def _copy(self, article: Article, other: Article) -> Copy | None:
        """The article as a copy of the other one, None where the evidence does not suffice."""
        short, long = sorted((article, other), key=lambda one: (len(texts.shingles(one)), one.id))
        lead = texts.lead(short)
        share = len(lead & texts.shingles(long)) / max(len(lead), ENOUGH_SHINGLES)
        told = f"{100 * share:.0f} percent of the shingles of {short.id} stand in {long.id}"
        part = len(texts.shingles(short)) < EXCERPT * len(texts.shingles(long))
        whole: Rule = "excerpt" if part else "near-duplicate"
        if article.publisher and article.publisher == other.publisher:
            same = share >= OWN_SHARED and _close(article, other)
            return Copy(article.id, other.id, whole, share, told) if same else None
        if share >= MOSTLY_SHARED:
            return Copy(article.id, other.id, whole, share, told)
        return self._reprint(article, other, share, told) if share >= PARTLY_SHARED else None

    def _reprint(self, article: Article, other: Article, share: float, told: str) -> Copy | None:
        """An edited copy, told by its credit or its quotations; they share a part of their text."""
        name = self._same_credit(article, other)
        if name and _close(article, other):
            return Copy(article.id, other.id, "credit", share, f"{told}, and both credit {name}")
        quoted = len(texts.quotations(article) & texts.quotations(other))
        alike = len(texts.sentences(article) & texts.sentences(other))
        if quoted >= SHARED_QUOTATIONS and alike >= SHARED_SENTENCES:
            why = f"{told}, with {quoted} long quotations and {alike} whole sentences"
            return Copy(article.id, other.id, "quotations", share, why)
        return None

    def _same_credit(self, article: Article, other: Article) -> str | None:
        """The agency that one credits and the other credits or is."""
        one, two = (credits(x, self.publishers) for x in (article, other))
        own = {plain_name(x.publisher) for x in (article, other) if x.publisher}
        return min((one & two) | ((one | two) & own), default=None)


def _close(article: Article, other: Article) -> bool:
    """Whether they appeared within a few days; what has no date may have."""
    if not article.published or not other.published:
        return True
    return abs((article.published - other.published).days) <= SAME_DAYS


def _minhash(article: Article) -> MinHash:
    minhash = MinHash(num_perm=BANDS * ROWS, seed=SEED, hashfunc=crc32)
    minhash.update_batch([shingle.encode() for shingle in texts.shingles(article)])
    return minhash
