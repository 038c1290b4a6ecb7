"""What other programs can read: tables, feeds, calendars, files of each page, schemas."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page
from briefgen.corpus.parts import TABLES, parts


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one downloads page."""
    briefs = corpus.briefs.values()
    topics = sorted({topic for brief in briefs for topic in brief.article.topics})
    yield Page(
        addresses.DOWNLOADS,
        N_("Downloads"),
        "downloads.md.j2",
        {
            "tables": {
                name: [
                    {
                        "rows": part.rows,
                        "files": {
                            f"{part.stem}.{form}": addresses.download(f"{part.stem}.{form}")
                            for form in corpus.table_forms
                        },
                    }
                    for part in parts(corpus, name)
                ]
                for name in TABLES
            },
            "forms": corpus.table_forms,
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
