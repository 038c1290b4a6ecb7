"""What other programs can read: tables, feeds, calendars, files of each page, schemas."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one downloads page."""
    briefs = corpus.briefs.values()
    rows = {
        "statements": sum(len(brief.claims) for brief in briefs),
        "actors": len(corpus.actors),
        "figures": sum(len(brief.measures) for brief in briefs),
    }
    topics = sorted({topic for brief in briefs for topic in brief.article.topics})
    yield Page(
        addresses.DOWNLOADS,
        N_("Downloads"),
        "downloads.md.j2",
        {
            "tables": {
                name: {
                    "rows": rows[name],
                    "csv": addresses.download(f"{name}.csv"),
                    "jsonl": addresses.download(f"{name}.jsonl"),
                }
                for name in addresses.TABLES
            },
            "feed": addresses.FEED,
            "changes_feed": addresses.CHANGES_FEED,
            "topic_feeds": {topic: addresses.feed_of("topics", topic) for topic in topics},
            "calendar": addresses.CALENDAR,
            "counts": {
                "briefings": len(corpus.briefs),
                "dossiers": len(corpus.dossiers),
                "commitments": len(corpus.commitments),
            },
            "articles": {},
            "actors": {},
        },
    )
