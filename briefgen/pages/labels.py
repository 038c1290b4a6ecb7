"""Topics and countries as other pages name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen import addresses
from briefgen.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Label:
    """A link to a topic's or a country's page."""

    name: str
    """What it is called."""
    uri: str
    """Its page."""


def topic_labels(corpus: Corpus, topics: Iterable[str]) -> dict[str, Label]:
    """Topic id -> its label, in the order given."""
    return {one: Label(corpus.topics[one].name, addresses.topic(one)) for one in topics}


def country_labels(corpus: Corpus, codes: Iterable[str]) -> dict[str, Label]:
    """Country code -> its label, in the order given."""
    return {one: Label(corpus.places[one].name, addresses.country(one)) for one in codes}


def countries_by_article(corpus: Corpus) -> dict[str, list[str]]:
    """Article id -> codes of the countries that it names, by name."""
    found: dict[str, list[str]] = defaultdict(list)
    for country in sorted(corpus.places.values(), key=lambda one: one.name):
        for evidence in country.named:
            found[evidence.article_id].append(country.code)
    return found
