"""Atom feeds, read back by feedparser and held against what RFC 4287 demands."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from told import Told, corpus, told

from briefgen.corpus import Corpus
from briefgen.exports.briefing_feeds import feeds
from briefgen.exports.feed import Entry, Feed, atom

SITE = "https://example.org/site/"
ATOM = "{http://www.w3.org/2005/Atom}"


def one(id: str, day: date, **metadata: object) -> Told:
    return told(
        id, f"Aurora met {id}.", published=day, actors=("Aurora",), **{"title": id} | metadata
    )


EARLY, LATE = one("early", date(2024, 3, 1)), one("late", date(2024, 4, 2), topics=("red-sea",))


def written(found: Corpus, site_url: str = SITE) -> dict[str, bytes]:
    return {one.src_uri: b"".join(one.pieces()) for one in feeds(found, site_url)}


def check(content: bytes) -> None:
    """What RFC 4287, sections 4.1.1 and 4.1.2, says must and must not stand in a feed."""
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    feed = etree.fromstring(content)
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for required in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{required}")) == 1, required
        links = Counter(
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
        )
        assert max(links.values()) == 1
        assert any(rel == "alternate" for rel, _, _ in links)
    assert all(":" in id for id in ids)  # an absolute IRI has a scheme
    assert feed.find(f"{ATOM}author/{ATOM}name").text


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_every_feed_of_the_sample_is_atom(sample_corpus: Corpus, site_url: str) -> None:
    found = written(sample_corpus, site_url)
    kinds = Counter(uri.split("/")[1] for uri in found if "/" in uri)
    assert set(kinds) == {"actors", "topics", "stories"}
    assert kinds["actors"] == len(sample_corpus.dossiers)
    for content in found.values():
        check(content)


def test_newest_first_and_dated_by_the_articles() -> None:
    feed = feedparser.parse(written(corpus([EARLY, LATE]))["feed.xml"])
    assert [entry.id for entry in feed.entries] == [
        f"{SITE}briefings/late/",
        f"{SITE}briefings/early/",
    ]
    assert feed.feed.updated == "2024-04-02T00:00:00+00:00"
    assert feed.entries[1].updated == "2024-03-01T00:00:00+00:00"


def test_feeds_of_actor_topic_and_story() -> None:
    found = written(corpus([EARLY, LATE]))
    entries = {uri: len(feedparser.parse(content).entries) for uri, content in found.items()}
    assert entries == {
        "feed.xml": 2,
        "feeds/actors/aurora.xml": 2,
        "feeds/topics/red-sea.xml": 1,
        "feeds/stories/story.xml": 2,
    }


def test_one_article_is_no_story_to_follow() -> None:
    assert not any(uri.startswith("feeds/stories/") for uri in written(corpus([EARLY])))


def test_without_address_links_are_relative_and_ids_stay() -> None:
    found = written(corpus([EARLY, LATE]), "")
    (in_site, in_actor) = (
        {entry.title: entry for entry in feedparser.parse(found[uri]).entries}["early"]
        for uri in ("feed.xml", "feeds/actors/aurora.xml")
    )
    assert in_site.id == in_actor.id
    assert in_site.id.startswith("urn:uuid:")
    assert in_site.link == "briefings/early/"
    assert in_actor.link == "../../briefings/early/"


def test_kept_back_sentences_stand_in_no_feed() -> None:
    text = "Aurora met Varna in a secret place."
    kept = told("kept", text, published=date(2024, 3, 1), rights="facts-only", actors=("Aurora",))
    assert b"secret" not in b"".join(written(corpus([kept])).values())


def test_undated_articles_and_an_empty_site() -> None:
    made, found = EARLY
    undated = (dataclasses.replace(made, published=None), found)
    content = written(corpus([undated]))["feed.xml"]
    assert not feedparser.parse(content).entries
    check(content)


hostile = st.text(min_size=1, max_size=60)


@settings(max_examples=60)
@given(hostile, hostile, hostile)
def test_any_words_make_a_feed(title: str, summary: str, author: str) -> None:
    feed = Feed("feed.xml", title, "index.md", author, SITE)
    entry = Entry("briefings/a.md", title, date(2024, 3, 1), summary=summary, author=author)
    parsed = etree.fromstring(atom(feed, [entry]))
    assert len(parsed.findall(f"{ATOM}entry")) == 1
    assert len(list(parsed.iter())) <= 18
