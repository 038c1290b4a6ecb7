"""The home page: as-of day, newest bottom lines, coming dates, most-named actors, corpus health."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Claim, Corpus, Page
from briefgen.pages.changes import cited, newest_changes
from briefgen.pages.labels import Label
from briefgen.pages.references import references
from briefgen.pages.sourcing import site_summary

NEWEST = 5
COMING = 8
MOST_NAMED = 12


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one home page."""
    changed = newest_changes(corpus)
    briefs = list(corpus.briefs.values())
    newest = ([brief for brief in briefs if brief.bottom_line] or briefs)[:NEWEST]
    coming = coming_plans(corpus)[:COMING]
    acting = [dossier for dossier in corpus.dossiers.values() if dossier.actor.type != "place"]
    ranked = sorted(acting, key=lambda d: (-len(d.articles), d.actor.name))
    topics = sorted(corpus.topics.values(), key=lambda t: (-len(t.articles), t.name))[:MOST_NAMED]
    places = sorted(corpus.places.values(), key=lambda c: (-len(c.named), c.name))[:MOST_NAMED]
    days = [brief.article.published for brief in corpus.briefs.values() if brief.article.published]
    yield Page(
        addresses.HOME,
        N_("Home"),
        "home.md.j2",
        {
            "as_of": corpus.as_of,
            "first": min(days, default=None),
            "last": max(days, default=None),
            "newest": newest,
            "coming": coming,
            "changed": changed,
            "since": corpus.changes.since if corpus.changes else None,
            "changes": len(corpus.changes.rows) if corpus.changes else 0,
            "most_named": ranked[:MOST_NAMED],
            "topics": [(topic, addresses.topic(topic.id)) for topic in topics],
            "places": [(country, addresses.country(country.code)) for country in places],
            "latest": _latest(corpus),
            "counts": {
                "articles": len(corpus.briefs),
                "publishers": len(corpus.publishers),
                "actors": len(corpus.actors),
                "claims": sum(len(brief.claims) for brief in corpus.briefs.values()),
                "undated": len(corpus.briefs) - len(days),
                "open": len(corpus.questions),
                "corrections": len(corpus.corrections),
            },
            "summary": site_summary(corpus),
            **references(
                corpus,
                [brief.bottom_line for brief in newest],
                coming,
                articles=[
                    *(brief.article.id for brief in newest),
                    *(side.article_id for side in cited(changed) if side.stands),
                ],
                actors=[dossier.actor.id for dossier in ranked[:MOST_NAMED]],
            ),
        },
        in_nav=True,
    )


def _latest(corpus: Corpus) -> list[Label]:
    """The newest week's and day's briefing."""
    newest = [*corpus.weeks[-1:], *corpus.days[-1:]]
    return [Label(period.key, addresses.period(period.key)) for period in newest]


def coming_plans(corpus: Corpus) -> list[Claim]:
    """Plans not yet passed on the as-of day, the next first; each sentence once."""
    plans = [
        plan
        for brief in corpus.briefs.values()
        for plan in brief.plans
        if plan.progress in ("upcoming", "due")
    ]
    return sorted(plans, key=lambda p: (p.due, p.evidence.article_id, p.evidence.start))
