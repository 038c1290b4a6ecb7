"""The newest briefings as Atom: of the site, of each actor with a dossier, topic and story.

An article without a publish date stands in no feed: a feed is in the order of dates. A story has a
feed from two articles on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from briefgen import addresses
from briefgen.corpus import Brief, Corpus, Export
from briefgen.exports.feed import Entry, Feed, atom
from briefgen.exports.words import line

NEWEST = 30
"""Entries a feed."""


def feeds(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """The site's feed, then those of actors, topics and stories."""
    named = partial(Feed, site_name=corpus.site_name, site_url=site_url)
    site = named(addresses.FEED, corpus.site_name, addresses.HOME)
    yield _feed(site, corpus.briefs.values())
    for actor, dossier in corpus.dossiers.items():
        own = named(
            addresses.feed_of("actors", actor), dossier.actor.name, addresses.dossier(actor)
        )
        yield _feed(own, (corpus.briefs[i] for i in dossier.articles))
    topics: dict[str, list[Brief]] = defaultdict(list)
    stories: dict[str, list[Brief]] = defaultdict(list)
    for brief in corpus.briefs.values():
        stories[brief.story].append(brief)
        for topic in brief.article.topics:
            topics[topic].append(brief)
    for topic, briefs in sorted(topics.items()):
        yield _feed(
            named(addresses.feed_of("topics", topic), topic, addresses.topic(topic)), briefs
        )
    for story, briefs in sorted(stories.items()):
        if len(briefs) > 1:
            first = briefs[-1].article
            page = addresses.briefing(first.id)
            title = first.title or first.id
            yield _feed(named(addresses.feed_of("stories", story), title, page), briefs)


def _feed(feed: Feed, briefs: Iterable[Brief]) -> Export:
    return Export(feed.uri, partial(_content, feed, list(briefs)))


def _content(feed: Feed, briefs: list[Brief]) -> tuple[bytes]:
    dated = [entry for brief in briefs if (entry := _entry(brief))]
    return (atom(feed, dated[:NEWEST]),)


def _entry(brief: Brief) -> Entry | None:
    article = brief.article
    if article.published is None:
        return None
    bottom_line = [line(one.exact) for one in brief.bottom_line if one.shown]
    return Entry(
        target=addresses.briefing(article.id),
        title=article.title or article.id,
        updated=article.updated or article.published,
        published=article.published,
        summary=" ".join(filter(None, [*bottom_line, article.notice])) or None,
        author=article.byline or article.publisher,
        terms=article.topics,
        rights=article.rights,
        url=article.url,
    )
