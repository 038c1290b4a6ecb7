"""The timeline: what is coming, what is planned, and every year's dated statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Claim, Corpus, Entry, Page
from briefgen.pages.home import coming_plans
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.pictures.timeline import Mark

DRAWN = timedelta(days=2 * 365)
"""How far back the landing page's picture reaches; its list reaches further."""


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
        N_("Timeline"),
        "timeline.md.j2",
        {
            "as_of": corpus.as_of,
            "recent": recent,
            "coming": coming,
            "passed": passed,
            "marks": _recent_marks(recent, corpus.as_of) + _plan_marks(coming),
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
                    "marks": _marks(rows),
                    "total": len(entries),
                    **references(corpus, rows),
                },
            )


def _marks(entries: Sequence[Entry]) -> list[Mark]:
    """A mark for each row of a list of entries."""
    return [
        Mark(e.first, e.last, e.claim.told, f"#t-{n}", e.claim.status == "planned")
        for n, e in enumerate(entries, 1)
    ]


def _recent_marks(entries: Sequence[Entry], as_of: date | None) -> list[Mark]:
    start = as_of - DRAWN if as_of else date.min
    return [mark for mark in _marks(entries) if mark.first >= start]


def _plan_marks(plans: Sequence[Claim]) -> list[Mark]:
    return [
        Mark(*plan.due, plan.told, f"#c-{n}", planned=True)
        for n, plan in enumerate(plans, 1)
        if plan.due
    ]
