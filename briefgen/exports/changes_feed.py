"""The feed of material change: what changes what is known, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.corpus import Change, Cited, Corpus, Export
from briefgen.corpus.changes import MATERIAL
from briefgen.exports.feeds import Entry, atom

MOST = 200
"""Entries; the page has them all."""


def changes_feed(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """The one feed, the newest first; empty where nothing was compared."""
    rows = corpus.changes.rows if corpus.changes else ()
    told = [one for one in rows if one.kind in MATERIAL]
    told.sort(key=lambda one: str(one.day), reverse=True)
    entries = [_entry(one, site_url) for one in told[:MOST]]
    uri = addresses.CHANGES_FEED
    yield Export(uri, atom("changes", "Changes", entries, site_url, uri))


def _entry(one: Change, site_url: str) -> Entry:
    sides = [*one.after, *one.before]
    lines = [one.name, one.reason, *(f"− {_line(x)}" for x in one.before)]
    lines += [f"+ {_line(x)}" for x in one.after]
    target = next((_sentence(x) for x in sides if x.stands), addresses.CHANGES)
    return Entry(
        id=one.id,
        title=one.name or next((x.exact or x.title for x in sides), one.kind),
        text="\n".join(filter(None, lines)),
        day=one.day,
        url=addresses.on_the_web(site_url, target) if site_url else "",
        category=one.kind,
    )


def _line(side: Cited) -> str:
    """What one side says, with its value where it is about one, and its source."""
    said = " · ".join(filter(None, [side.value, " ".join(side.exact.split())]))
    day = side.published.isoformat() if side.published else ""
    source = ", ".join(filter(None, [side.publisher, side.title, day]))
    return f"{said} ({source}, §{side.sentence})" if said else f"({source}, §{side.sentence})"


def _sentence(side: Cited) -> str:
    return f"{addresses.briefing(side.article_id)}#s{side.sentence}"
