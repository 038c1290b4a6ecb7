"""The source summary statement (ICD 206) of any set of articles, and the lists its counts lead to.

A page that draws on some articles calls `source_summary` with their ids and its own address, adds
the summary to `references`, and shows it with the macros of `_sourcing.md.j2`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Brief, Corpus, Credit, Page
from briefgen.pages.labels import Label
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.unread import is_read

LISTS = ("articles", "origins", "named", "described", "anonymous", "undated", "undescribed")
MOST = 25
"""Rows of each list beside a statement; the site's own lists, which are paged, have them all."""


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """An article as a source of a page."""

    number: int
    """From 1, oldest first."""
    article: str
    """Its id."""
    copy_of: int | None
    """The number of the first article of its origin, None where it is that itself."""
    publisher: Label
    """Who published it, with the page of it."""
    kind: str | None
    """What kind of publisher that is, as sources.yml says."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, and the list that it leads to."""

    total: int
    """How many there are."""
    rows: tuple[Any, ...]
    """The first of them: NumberedSource, Credit or Label."""
    uri: str
    """Where the list stands."""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What a page stands on, counted."""

    articles: Counted
    """Every NumberedSource, oldest first, those without a date at the end."""
    origins: Counted
    """The first NumberedSource of each independent origin."""
    named: Counted
    """Credits by name: those that most articles give first."""
    described: Counted
    """Credits by other words, likewise."""
    anonymous: Counted
    """Credits that name nobody, likewise."""
    undated: Counted
    """Each NumberedSource without a publish date."""
    undescribed: Counted
    """Labels of publishers that sources.yml does not describe."""
    first: date | None
    """Earliest publish date."""
    last: date | None
    """Latest publish date."""
    grades: tuple[tuple[str, int], ...]
    """(Admiralty grade, articles), sorted."""
    unread: int
    """Articles in languages that the pipeline does not know: whom they credit is not counted."""


def source_summary(
    corpus: Corpus, articles: Iterable[str], page_uri: str, most: int | None = MOST
) -> SourceSummary:
    """The summary of these articles for the page at `page_uri`, which shows its lists as well.

    `most`: how many rows of each list it keeps, None for all.
    """
    briefs = sorted((corpus.briefs[i] for i in dict.fromkeys(articles)), key=_by_date)
    days = [brief.article.published for brief in briefs if brief.article.published]
    counted = {
        name: Counted(len(rows), tuple(rows[:most]), f"{page_uri}#sources-{name}")
        for name, rows in _lists(corpus, briefs).items()
    }
    return SourceSummary(
        **counted,
        first=min(days, default=None),
        last=max(days, default=None),
        grades=tuple(sorted(Counter(brief.article.reliability for brief in briefs).items())),
        unread=sum(not is_read(brief.article) for brief in briefs),
    )


def _lists(corpus: Corpus, briefs: Sequence[Brief]) -> dict[str, Sequence[Any]]:
    """The rows of each of LISTS."""
    sources = _numbered(corpus, briefs)
    credits = _merged(corpus, briefs)
    undescribed = {b.publisher_id for b in briefs if not _description(corpus, b.publisher_id)}
    return {
        "articles": sources,
        "origins": [one for one in sources if one.copy_of is None],
        "named": [one for one in credits if one.kind == "named"],
        "described": [one for one in credits if one.kind == "described"],
        "anonymous": [one for one in credits if one.kind == "anonymous"],
        "undated": [one for one in sources if not corpus.briefs[one.article].article.published],
        "undescribed": [_publisher(corpus, i) for i in sorted(undescribed)],
    }


def summary_links(summary: SourceSummary) -> dict[str, list[str]]:
    """Ids of the articles and actors that the summary's lists name, for `references`."""
    sources = [*summary.articles.rows, *summary.origins.rows, *summary.undated.rows]
    credits = [*summary.named.rows, *summary.described.rows, *summary.anonymous.rows]
    return {
        "articles": [
            *(one.article for one in sources),
            *(one.evidence.article_id for one in credits),
        ],
        "actors": [one.actor for one in credits if one.actor],
    }


def site_summary(corpus: Corpus) -> SourceSummary:
    """The summary of the whole site; its counts lead to pages of their own."""
    summary = source_summary(corpus, corpus.briefs, addresses.SOURCES, most=0)
    uris = {name: addresses.source_list(name) for name in LISTS}
    uris["articles"] = addresses.BRIEFINGS
    moved = {name: replace(getattr(summary, name), uri=uris[name]) for name in LISTS}
    return replace(summary, **moved)


def pages(corpus: Corpus) -> Iterator[Page]:
    """One paged list for each count of the site's own statement."""
    lists = _lists(corpus, sorted(corpus.briefs.values(), key=_by_date))
    for name in LISTS[1:]:
        yield from _list(corpus, name, lists[name])


def _list(corpus: Corpus, name: str, rows: Sequence[Any]) -> Iterator[Page]:
    for pager, shown in paged(rows, corpus.page_size, addresses.source_list(name)):
        credits = [one for one in shown if isinstance(one, Credit)]
        sources = [one for one in shown if isinstance(one, NumberedSource)]
        yield Page(
            pager.uris[pager.number - 1],
            N_("Sources"),
            "source_list.md.j2",
            {
                "list": name,
                "rows": shown,
                "total": len(rows),
                "pager": pager,
                **references(
                    corpus,
                    credits,
                    articles=[one.article for one in sources],
                    actors=[one.actor for one in credits if one.actor],
                ),
            },
        )


def _by_date(brief: Brief) -> tuple[date, str]:
    return brief.article.published or date.max, brief.article.id


def _description(corpus: Corpus, publisher_id: str) -> str | None:
    about = corpus.publishers[publisher_id].about
    return about.description if about else None


def _publisher(corpus: Corpus, publisher_id: str) -> Label:
    publisher = corpus.publishers[publisher_id]
    return Label(publisher.name or "", addresses.publisher(publisher_id))


def _numbered(corpus: Corpus, briefs: Sequence[Brief]) -> tuple[NumberedSource, ...]:
    first: dict[str, int] = {}
    rows = []
    for number, brief in enumerate(briefs, 1):
        original = first.setdefault(brief.origin, number)
        about = corpus.publishers[brief.publisher_id].about
        rows.append(
            NumberedSource(
                number=number,
                article=brief.article.id,
                copy_of=None if original == number else original,
                publisher=_publisher(corpus, brief.publisher_id),
                kind=about.kind if about else None,
            )
        )
    return tuple(rows)


def _merged(corpus: Corpus, briefs: Sequence[Brief]) -> list[Credit]:
    """Each source once: by its actor, or inside one origin by its words."""
    found: dict[tuple[str, ...], Credit] = {}
    for brief in briefs:
        for credit in corpus.credits.get(brief.article.id, ()):
            words = credit.evidence.exact.casefold()
            key = (credit.actor,) if credit.actor else (credit.kind, brief.origin, words)
            known = found.get(key)
            articles = (*known.articles, *credit.articles) if known else credit.articles
            found[key] = replace(known or credit, articles=articles)
    return sorted(found.values(), key=lambda credit: -len(credit.articles))
