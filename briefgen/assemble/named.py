"""Who is named in some articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from briefgen.corpus import Brief, Named
from briefgen.model import Actor


class ActorsByArticle:
    """The actors of each article, places aside: where something is, is told elsewhere."""

    def __init__(self, briefs: Mapping[str, Brief], actors: Mapping[str, Actor]) -> None:
        """Of all articles at once."""
        self.briefs = briefs
        self.actors = actors

    @cached_property
    def named(self) -> dict[str, set[str]]:
        """Article id -> ids of the actors that it names."""
        found: dict[str, set[str]] = defaultdict(set)
        for actor in self.actors.values():
            if actor.type != "place":
                for article, _ in actor.members:
                    found[article].add(actor.id)
        return found

    def count(self, articles: Iterable[str]) -> Counter[str]:
        """Actor id -> how many of the articles name it."""
        return Counter(actor for article in articles for actor in self.named.get(article, ()))

    def most(self, articles: tuple[str, ...], limit: int) -> tuple[Named, ...]:
        """The actors that most of the articles name."""
        ranked = sorted(self.count(articles).items(), key=lambda one: (-one[1], one[0]))[:limit]
        quoted = Counter(
            actor
            for article in articles
            for actor in {quote.actor for quote in self.briefs[article].quotes if quote.actor}
        )
        return tuple(Named(actor, count, quoted[actor]) for actor, count in ranked)
