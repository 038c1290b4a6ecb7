"""Atom feeds (RFC 4287) by the feedgen library; no clock is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

PRODUCER = "briefgen"
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""
UNDATED = date(1970, 1, 1)
"""An Atom date for what has none."""


class Entry(NamedTuple):
    """One entry of a feed."""

    id: str
    """Unique in the feed, and the same in every build."""
    title: str
    """Plain text."""
    text: str
    """Plain text."""
    day: date | None
    """When it came."""
    url: str
    """Where it leads, empty where the site's address is not known."""
    category: str
    """A term to filter by."""


def atom(name: str, title: str, entries: Sequence[Entry], site_url: str, uri: str) -> bytes:
    """A feed of these entries, in their order.

    `name` tells the site's feeds apart, `uri` is the feed's address below `site_url`, which ends
    in a slash or is empty.
    """
    feed = FeedGenerator()
    feed.id(_urn(site_url, name))
    feed.title(_text(title))
    feed.author({"name": PRODUCER})
    feed.generator(PRODUCER)
    feed.updated(_moment(max((one.day or UNDATED for one in entries), default=UNDATED)))
    if site_url:
        feed.link(href=site_url + uri, rel="self", type="application/atom+xml")
    for one in entries:
        _add(feed, one, _urn(site_url, f"{name}/{one.id}"))
    written: bytes = feed.atom_str(pretty=True)
    return written


def _add(feed: FeedGenerator, one: Entry, urn: str) -> None:
    entry = feed.add_entry(order="append")
    entry.id(urn)
    entry.title(_text(one.title))
    entry.updated(_moment(one.day or UNDATED))
    entry.content(_text(one.text), type="text")
    entry.category({"term": one.category})
    if one.url:
        entry.link(href=one.url, rel="alternate")


def _urn(site_url: str, name: str) -> str:
    return uuid5(NAMESPACE_URL, f"{site_url}{name}").urn


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _text(words: str) -> str:
    return FORBIDDEN.sub(" ", words)
