"""What changed since an earlier day or build: by kind, then by day."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Change, Cited, Corpus, Page
from briefgen.corpus.changes import MATERIAL
from briefgen.pages.lists import paged
from briefgen.pages.references import references

ON_HOME = 6
"""Changes on the home page."""

Days = list[tuple[date | None, list[Change]]]
"""Changes under their days."""


def pages(corpus: Corpus) -> Iterator[Page]:
    """All changes, paged."""
    rows = corpus.changes.rows if corpus.changes else ()
    counts = Counter(one.kind for one in rows)
    for pager, shown in paged(rows, corpus.page_size, addresses.CHANGES):
        yield Page(
            pager.uris[pager.number - 1],
            N_("Changes"),
            "changes.md.j2",
            {
                "since": corpus.changes.since if corpus.changes else None,
                "until": corpus.changes.until if corpus.changes else None,
                "compared": corpus.changes is not None,
                "groups": [(kind, _days(own)) for kind, own in _by_kind(shown)],
                "counts": dict(counts),
                "total": len(rows),
                "feed": addresses.CHANGES_FEED,
                "snapshot": addresses.SNAPSHOT,
                "pager": pager,
                **references(
                    corpus,
                    articles=[side.article_id for side in cited(shown) if side.stands],
                    actors=[one.actor for one in shown if one.actor],
                ),
            },
            in_nav=pager.number == 1,
        )


def _by_kind(rows: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for kind, own in itertools.groupby(rows, key=lambda one: one.kind):
        yield kind, list(own)


def _days(rows: Iterable[Change]) -> Days:
    return [(day, list(own)) for day, own in itertools.groupby(rows, key=lambda one: one.day)]


def newest_changes(corpus: Corpus) -> list[Change]:
    """The newest of what changes what is known, one of each kind before a second of any."""
    rows = corpus.changes.rows if corpus.changes else ()
    kinds = [own for kind, own in _by_kind(rows) if kind in MATERIAL]
    turns = itertools.zip_longest(*kinds)
    return [one for turn in turns for one in turn if one][:ON_HOME]


def cited(rows: Iterable[Change]) -> list[Cited]:
    """Both sides of all these changes."""
    return [side for one in rows for side in (*one.before, *one.after)]
