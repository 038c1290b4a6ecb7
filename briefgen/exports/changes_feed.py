"""The feed of material change: what changes what is known, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_, own
from briefgen.corpus import Change, Cited, Corpus, Export
from briefgen.corpus.changes import MATERIAL
from briefgen.exports.feed import NO_DAY, Entry, Feed, atom

TITLE = N_("Changes")
MOST = 200
"""Entries; the page has them all."""


def changes_feed(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """The one feed, the newest first; empty where nothing was compared."""
    rows = corpus.changes.rows if corpus.changes else ()
    told = [one for one in rows if one.kind in MATERIAL]
    told.sort(key=lambda one: str(one.day), reverse=True)
    uri = addresses.CHANGES_FEED
    feed = Feed(uri, own(TITLE, corpus.language), addresses.CHANGES, corpus.site_name, site_url)
    yield Export(uri, atom(feed, map(_entry, told[:MOST])))


def _entry(one: Change) -> Entry:
    sides = [*one.after, *one.before]
    lines = [one.name, one.reason, *(f"− {_line(x)}" for x in one.before)]
    lines += [f"+ {_line(x)}" for x in one.after]
    return Entry(
        target=next((_sentence(x) for x in sides if x.stands), addresses.CHANGES),
        title=one.name or next((x.exact or x.title for x in sides), one.kind),
        updated=one.day or NO_DAY,
        summary="\n".join(filter(None, lines)),
        terms=(one.kind,),
        key=one.id,
    )


def _line(side: Cited) -> str:
    """What one side says, with its value where it is about one, and its source."""
    said = " · ".join(filter(None, [side.value, " ".join(side.exact.split())]))
    day = side.published.isoformat() if side.published else ""
    source = ", ".join(filter(None, [side.publisher, side.title, day]))
    return f"{said} ({source}, §{side.sentence})" if said else f"({source}, §{side.sentence})"


def _sentence(side: Cited) -> str:
    return f"{addresses.briefing(side.article_id)}#s{side.sentence}"
