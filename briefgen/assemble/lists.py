"""The views across articles: timeline and publishers."""

from __future__ import annotations

from collections import Counter, defaultdict

from briefgen.corpus import (
    Brief,
    Entry,
    Publisher,
)
from briefgen.intervals import interval
from briefgen.publishers import PublisherList


def timeline(briefs: dict[str, Brief]) -> tuple[Entry, ...]:
    """Each sentence once a date, under the date that its statement happens on."""
    entries: dict[tuple[str, int, str], Entry] = {}
    for brief in briefs.values():
        for claim in brief.claims:
            if not claim.when or not (claim.actors or claim.recipients):
                continue
            value = claim.when[0].value
            days = interval(value)
            if value and days:
                key = (claim.evidence.article_id, claim.evidence.sentence, value)
                entries.setdefault(key, Entry(value, *days, claim))
    return tuple(
        sorted(
            entries.values(),
            key=lambda e: (e.first, e.last, e.claim.evidence.article_id, e.claim.evidence.start),
        )
    )


def publishers(briefs: dict[str, Brief], described: PublisherList) -> dict[str, Publisher]:
    """Who published what, by id."""
    known = {one.id: one for one in described.publishers}
    grouped: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs.values():
        grouped[brief.publisher_id].append(brief)
    rows = {}
    for name, members in sorted(grouped.items()):
        days = [brief.article.published for brief in members if brief.article.published]
        about = known.get(name)
        title = about.name if about else members[0].article.publisher
        stated = {brief.article.publisher for brief in members} - {title, None}
        rows[name] = Publisher(
            id=name,
            name=title,
            articles=tuple(brief.article.id for brief in members),
            grades=tuple(sorted(Counter(brief.article.reliability for brief in members).items())),
            first=min(days, default=None),
            last=max(days, default=None),
            about=about,
            stated=tuple(sorted(filter(None, stated))),
        )
    return rows
