"""One briefing an article, and the lists that lead to them: all, and by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from briefgen import addresses, rights
from briefgen.catalogue import N_
from briefgen.corpus import Brief, Corpus, Decision, Page
from briefgen.pages.contested import NOTHING, Contested, contested_by_article
from briefgen.pages.corrections import decisions_by_article, marks
from briefgen.pages.labels import countries_by_article, country_labels, topic_labels
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.pages.sourcing import source_summary, summary_links
from briefgen.unread import is_read

View = TypeVar("View")

UNDATED = N_("undated")


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page, one list a month, one briefing an article."""
    months: dict[str, list[Brief]] = defaultdict(list)
    for brief in corpus.briefs.values():
        months[month_key(brief)].append(brief)
    newest = list(corpus.briefs.values())[: corpus.page_size]
    yield Page(
        addresses.BRIEFINGS,
        N_("Briefings"),
        "briefings.md.j2",
        {
            "briefs": newest,
            "total": len(corpus.briefs),
            "months": {key: len(members) for key, members in months.items()},
            "month_uris": {key: addresses.month(key) for key in months},
            **references(
                corpus,
                [b.bottom_line for b in newest],
                articles=[b.article.id for b in newest],
            ),
        },
        in_nav=True,
    )
    for key, members in months.items():
        yield from _month(corpus, key, members)
    contested = contested_by_article(corpus)
    countries = countries_by_article(corpus)
    decided = decisions_by_article(corpus)
    for i, brief in corpus.briefs.items():
        yield _briefing(
            corpus, brief, contested.get(i, NOTHING), countries.get(i, []), decided.get(i, [])
        )


def month_key(brief: Brief) -> str:
    """ "2024-03", or "undated"."""
    day = brief.article.published
    return day.strftime("%Y-%m") if day else UNDATED


def _month(corpus: Corpus, key: str, members: list[Brief]) -> Iterator[Page]:
    for pager, rows in paged(members, corpus.page_size, addresses.month(key)):
        yield Page(
            pager.uris[pager.number - 1],
            key,
            "month.md.j2",
            {
                "month": key,
                "pager": pager,
                "briefs": rows,
                "total": len(members),
                **references(
                    corpus,
                    [b.bottom_line for b in rows],
                    articles=[b.article.id for b in rows],
                ),
            },
        )


def _alike(views: Iterable[View], key: Callable[[View], Hashable]) -> list[list[View]]:
    """Rows that say the same, together, in the order of the first of each."""
    groups: dict[Hashable, list[View]] = defaultdict(list)
    for view in views:
        groups[key(view)].append(view)
    return list(groups.values())


def _briefing(
    corpus: Corpus,
    brief: Brief,
    contested: Contested,
    countries: list[str],
    decisions: list[Decision],
) -> Page:
    article = brief.article
    story = corpus.stories.get(brief.story)
    own_uri = addresses.briefing(article.id)
    summary = source_summary(corpus, (article.id, *brief.related), own_uri)
    links = summary_links(summary)
    shown = {
        "brief": brief,
        "article": article,
        "read": is_read(article),
        "rights_extent": rights.extent(article),
        "as_of": corpus.as_of,
        "publisher_uri": addresses.publisher(brief.publisher_id),
        "dates": _alike(brief.dates, lambda one: (one.words.exact, one.value)),
        "figures_named": _alike(
            brief.measures, lambda one: (one.words.exact, one.value, one.unit, one.thing)
        ),
        "origins": {fact.id: corpus.corroboration.get(fact.id, 1) for fact in brief.key_facts},
        "topics": topic_labels(corpus, article.topics),
        "countries": country_labels(corpus, countries),
        "differences": contested.differences,
        "figures": contested.figures,
        "revision": corpus.revisions.get(article.id),
        "summary": summary,
        "decisions": decisions,
        "corrected": marks(decisions),
        "story": story,
        "story_uri": addresses.story(brief.story) if story else None,
        "brief_json": addresses.beside(article.id, addresses.BRIEF),
        "citations": {
            style: addresses.beside(article.id, name) for style, name in addresses.CITATIONS.items()
        },
        "story_feed": addresses.feed_of("stories", brief.story),
    }
    return Page(
        own_uri,
        article.title or article.id,
        "briefing.md.j2",
        shown
        | references(
            corpus,
            brief,
            contested,
            decisions,
            articles=[article.id, *brief.related, *links["articles"]],
            actors=[*links["actors"], *(one.actor for one in decisions if one.actor)],
        ),
        edit_path=article.path or None,
        modified=article.updated or article.published,
    )
