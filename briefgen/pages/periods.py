"""Daily and weekly briefings, and the lists that lead to them: the latest, and by year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Claim, Commitment, Corpus, Difference, Figure, Page, Period
from briefgen.pages.contested import NOTHING, Contested, contested_by_article
from briefgen.pages.labels import Label
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.pages.topics import commitments_by_article

LATEST = 12
MOST = 10
"""Key facts, commitments and sources on one page."""
MOST_CONTESTED = 5


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page, one list a year, one briefing a day and a week with articles."""
    kinds = {"weeks": corpus.weeks, "days": corpus.days}
    years = {kind: _by_year(periods) for kind, periods in kinds.items()}
    latest = {kind: periods[::-1][:LATEST] for kind, periods in kinds.items()}
    yield Page(
        addresses.PERIODS,
        N_("Daily and weekly"),
        "periods.md.j2",
        {
            "latest": latest,
            "years": {
                kind: {year: len(members) for year, members in found.items()}
                for kind, found in years.items()
            },
            "year_uris": {
                kind: {year: addresses.period_index(kind, year) for year in found}
                for kind, found in years.items()
            },
            **_listed(corpus, [one for periods in latest.values() for one in periods]),
        },
        in_nav=True,
    )
    for kind, found in years.items():
        for year, members in found.items():
            yield from _year(corpus, kind, year, members)
    contested = contested_by_article(corpus)
    promised = commitments_by_article(corpus)
    for periods in kinds.values():
        for number, period in enumerate(periods):
            beside = {
                "previous": _link(periods[number - 1]) if number else None,
                "next": _link(periods[number + 1]) if number + 1 < len(periods) else None,
            }
            yield from _period(corpus, period, beside, contested, promised)


def _by_year(periods: Sequence[Period]) -> dict[str, list[Period]]:
    """The periods of each year, the newest first; a week belongs to its ISO year."""
    found: dict[str, list[Period]] = defaultdict(list)
    for period in reversed(periods):
        found[period.key[:4]].append(period)
    return found


def _link(period: Period) -> Label:
    return Label(period.key, addresses.period(period.key))


def _listed(corpus: Corpus, periods: Sequence[Period]) -> dict[str, Any]:
    """What a list of periods needs: their addresses, and the articles that stand for each."""
    leads = [period.stories[0].lead for period in periods]
    uris = {period.key: addresses.period(period.key) for period in periods}
    return {"uris": uris, **references(corpus, articles=leads)}


def _year(corpus: Corpus, kind: str, year: str, members: list[Period]) -> Iterator[Page]:
    for pager, rows in paged(members, corpus.page_size, addresses.period_index(kind, year)):
        yield Page(
            pager.uris[pager.number - 1],
            year,
            "periods_year.md.j2",
            {
                "kind": kind,
                "year": year,
                "pager": pager,
                "periods": rows,
                "total": len(members),
                **_listed(corpus, rows),
            },
        )


def _period(
    corpus: Corpus,
    period: Period,
    beside: dict[str, Label | None],
    contested: dict[str, Contested],
    promised: dict[str, list[Commitment]],
) -> Iterator[Page]:
    facts = corroborated(corpus, period)
    due = [one for article in period.articles for one in promised.get(article, ())]
    due.sort(key=lambda one: (one.first, one.last, one.id))
    differences, figures = _contested(period, contested)
    about = {
        "facts": facts,
        "origins": {fact.id: corpus.corroboration[fact.id] for fact in facts},
        "due": due[:MOST],
        "all_due": len(due),
        "differences": differences,
        "figures": figures,
        **_sources(corpus, period),
    }
    for pager, rows in paged(period.stories, corpus.page_size, addresses.period(period.key)):
        first = pager.number == 1
        lines = {line.lead: corpus.briefs[line.lead].bottom_line for line in rows}
        yield Page(
            pager.uris[pager.number - 1],
            period.key,
            "period.md.j2" if first else "period_more.md.j2",
            {
                "period": period,
                "uri": pager.uris[0],
                **beside,
                "stories": rows,
                "lines": lines,
                "pager": pager,
                **(about if first else {}),
                **references(
                    corpus,
                    lines,
                    *((facts, about["due"], differences, figures) if first else ()),
                    articles=lines,
                    actors=[one.actor for one in period.actors],
                ),
            },
            modified=corpus.briefs[period.articles[0]].article.published,
        )


def corroborated(corpus: Corpus, period: Period) -> tuple[Claim, ...]:
    """The key facts of the period's articles that most origins tell: one a story and event."""
    facts = [
        (corpus.corroboration[fact.id], brief.story, fact)
        for brief in (corpus.briefs[article] for article in reversed(period.articles))
        for fact in brief.key_facts
        if fact.id in corpus.corroboration
    ]
    facts.sort(key=lambda row: -row[0])
    best: dict[tuple[str, str | None], Claim] = {}
    for _, story, fact in facts:
        best.setdefault((story, fact.event), fact)
    return tuple(best.values())[:MOST]


def _contested(
    period: Period, contested: dict[str, Contested]
) -> tuple[tuple[Difference, ...], tuple[Figure, ...]]:
    """What a source of the period contests, or is contested by; each once."""
    differences: dict[str, Difference] = {}
    figures: dict[str, Figure] = {}
    for article in period.articles:
        found = contested.get(article, NOTHING)
        differences.update({one.id: one for one in found.differences})
        figures.update({one.id: one for one in found.figures})
    return (
        tuple(differences.values())[:MOST_CONTESTED],
        tuple(figures.values())[:MOST_CONTESTED],
    )


def _sources(corpus: Corpus, period: Period) -> dict[str, Any]:
    """Who published most of the period's articles."""
    counts = Counter(corpus.briefs[article].publisher_id for article in period.articles)
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    rows = [
        (Label(corpus.publishers[one].name or "", addresses.publisher(one)), count)
        for one, count in ranked[:MOST]
    ]
    return {"sources": rows, "all_sources": len(ranked)}
