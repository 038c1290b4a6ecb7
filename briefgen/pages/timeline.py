"""The timeline: what is coming, what is planned, and every year's dated statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefgen import addresses
from briefgen.corpus import Corpus, Entry, Page
from briefgen.pages.home import coming_plans
from briefgen.pages.lists import paged
from briefgen.pages.references import references


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page and one list a year."""
    years: dict[str, list[Entry]] = defaultdict(list)
    for entry in corpus.timeline:
        years[str(entry.first.year)].append(entry)
    past = [e for e in corpus.timeline if corpus.as_of and e.first <= corpus.as_of]
    recent = past[::-1][: corpus.page_size]
    coming = coming_plans(corpus)[: corpus.page_size]
    passed = [
        plan
        for brief in corpus.briefs.values()
        for plan in brief.plans
        if plan.progress == "passed"
    ]
    passed.sort(key=lambda p: (p.due, p.evidence.article_id, p.evidence.start), reverse=True)
    passed = passed[: corpus.page_size]
    yield Page(
        addresses.TIMELINE,
        "Timeline",
        "timeline.md.j2",
        {
            "as_of": corpus.as_of,
            "recent": recent,
            "coming": coming,
            "passed": passed,
            "years": {key: len(entries) for key, entries in sorted(years.items(), reverse=True)},
            "year_uris": {key: addresses.year(key) for key in years},
            **references(corpus, recent, coming, passed),
        },
        in_nav=True,
    )
    for key, entries in sorted(years.items()):
        for pager, rows in paged(entries, corpus.page_size, addresses.year(key)):
            yield Page(
                pager.uris[pager.number - 1],
                key,
                "year.md.j2",
                {
                    "year": key,
                    "pager": pager,
                    "entries": rows,
                    "total": len(entries),
                    **references(corpus, rows),
                },
            )
