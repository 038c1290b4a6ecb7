"""The search page: a form that narrows by facets; what it finds stands in the index."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page
from briefgen.pages.references import references

FACETS = ("kind", "actor", "country", "topic", "story", "source")
"""In the order of the form."""


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one search page."""
    yield Page(
        addresses.SEARCH,
        N_("Search"),
        "search.md.j2",
        {"facets": FACETS, **references(corpus)},
        in_nav=True,
    )
