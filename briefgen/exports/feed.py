"""One Atom feed (RFC 4287) from entries: what all feeds of the site share.

No clock is read: a feed is as new as its newest entry. An entry's id is its page's address; where
`site_url` is not known, a UUID of the address inside the site, and links are relative to the feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from briefgen import addresses
from briefgen.exports.words import line, lines, midnight

NO_TITLE = "…"
"""Of what has no letter that can be written: the format demands a title."""
NO_DAY = date(1970, 1, 1)
"""Of an empty feed: the format demands a day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    target: str
    """The page it leads to below the docs folder, with its #anchor."""
    title: str
    """Its title, in words of an article or its metadata."""
    updated: date
    """When what it tells was last changed."""
    published: date | None = None
    """When it was first told."""
    summary: str | None = None
    """Words that may be shown."""
    author: str | None = None
    """Whose words they are."""
    terms: tuple[str, ...] = ()
    """What to filter by: topics, say."""
    rights: str | None = None
    """What the article's metadata says of its rights."""
    url: str | None = None
    """The publisher's page."""
    key: str | None = None
    """What tells it from others that lead to the same place; None where nothing else does. It
    takes the address's place in the id."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself."""

    uri: str
    """Where the feed lives below the docs folder."""
    title: str
    """Its title."""
    page: str
    """The page that shows the same, below the docs folder."""
    site_name: str
    """Who publishes it."""
    site_url: str
    """Where the site is published, with a slash at the end, or empty."""


class _Linked(FeedEntry):  # type: ignore[misc]
    """feedgen 1.0 writes an entry's links without what they are; so it would have two of a kind."""

    def atom_entry(self, extensions: bool = True) -> Any:
        """The entry's element, its links with all their attributes."""
        entry = super().atom_entry(extensions)
        for element, link in zip(entry.findall("link"), self.link(), strict=True):
            element.attrib.update(link)
        return entry


def atom(feed: Feed, entries: Iterable[Entry]) -> bytes:
    """The feed's bytes, entries in the given order."""
    rows = list(entries)
    made = FeedGenerator()
    made.id(_id(feed, feed.uri))
    made.title(line(feed.title) or NO_TITLE)
    made.updated(midnight(max((one.updated for one in rows), default=NO_DAY)))
    made.author(name=line(feed.site_name) or NO_TITLE)
    made.generator("briefgen")
    made.link(href=_address(feed, feed.page), rel="alternate", type="text/html")
    if feed.site_url:
        made.link(href=feed.site_url + feed.uri, rel="self", type="application/atom+xml")
    for one in rows:
        _add(made, feed, one)
    content: bytes = made.atom_str(pretty=True)
    return content


def _add(made: FeedGenerator, feed: Feed, one: Entry) -> None:
    entry = made.add_entry(_Linked(), order="append")
    entry.id(_urn(f"{feed.site_url}{feed.uri}#{one.key}") if one.key else _id(feed, one.target))
    entry.title(line(one.title) or NO_TITLE)
    entry.updated(midnight(one.updated))
    entry.link(href=_address(feed, one.target), rel="alternate", type="text/html")
    if one.url:
        entry.link(href=one.url, rel="via")
    if one.published:
        entry.published(midnight(one.published))
    if one.summary:
        entry.summary(lines(one.summary))
    if one.author and line(one.author):
        entry.author(name=line(one.author))
    if one.rights:
        entry.rights(line(one.rights))
    for term in one.terms:
        entry.category(term=term)


def _address(feed: Feed, target: str) -> str:
    root = feed.site_url or "../" * feed.uri.count("/")
    return addresses.on_the_web(root, target) or "./"


def _id(feed: Feed, target: str) -> str:
    if not feed.site_url:
        return _urn(f"briefgen:{target}")
    if target == feed.uri:
        return feed.site_url + target
    return addresses.on_the_web(feed.site_url, target)


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn
