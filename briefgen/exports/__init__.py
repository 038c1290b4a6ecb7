"""Corpus -> Exports: one module a format that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefgen.corpus import Corpus, Export
from briefgen.exports.calendar import calendars
from briefgen.exports.changes_feed import changes_feed
from briefgen.exports.snapshot import snapshots

# A new format is a module and a row.
FORMATS: tuple[Callable[[Corpus, str], Iterable[Export]], ...] = (
    calendars,
    changes_feed,
    snapshots,
)


def all_exports(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """Every file of the site that is no page. `site_url` ends in a slash, or is empty."""
    for export in FORMATS:
        yield from export(corpus, site_url)
