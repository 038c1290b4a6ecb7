"""Corpus -> Exports: one module a format that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefgen.corpus import Corpus, Export
from briefgen.exports.briefing_feeds import feeds
from briefgen.exports.briefs import brief_files
from briefgen.exports.calendar import calendars
from briefgen.exports.cards import pictures
from briefgen.exports.changes_feed import changes_feed
from briefgen.exports.citations import citations
from briefgen.exports.snapshot import snapshots
from briefgen.exports.tables import tables

# A new format is a module and a row.
FORMATS: tuple[Callable[[Corpus, str], Iterable[Export]], ...] = (
    calendars,
    feeds,
    tables,
    brief_files,
    citations,
    changes_feed,
    snapshots,
)


def all_exports(corpus: Corpus, site_url: str, cards: bool = True) -> Iterator[Export]:
    """Every file of the site that is no page. `site_url` ends in a slash, or is empty."""
    for export in FORMATS:
        yield from export(corpus, site_url)
    if cards and site_url:
        yield from pictures(corpus)
