"""Extractions and resolved actors -> Corpus: briefs, dossiers, timeline, publishers.

Nothing is worded here: a view says a span of an article, a value read from one, or metadata.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from briefgen.addresses import TABLE_FORMS
from briefgen.assemble.commitments import commitments
from briefgen.assemble.corrections import Decided, decisions
from briefgen.assemble.dossiers import dossiers
from briefgen.assemble.figures import figures
from briefgen.assemble.happenings import happenings
from briefgen.assemble.lists import publishers, timeline
from briefgen.assemble.named import ActorsByArticle
from briefgen.assemble.network import network
from briefgen.assemble.periods import days, weeks
from briefgen.assemble.places import countries
from briefgen.assemble.questions import questions
from briefgen.assemble.revisions import revision
from briefgen.assemble.sourcing import credits
from briefgen.assemble.stories import stories as story_views
from briefgen.assemble.story_lines import months_of
from briefgen.assemble.topics import topics
from briefgen.assemble.views import Views
from briefgen.catalogue import ENGLISH
from briefgen.corpus import Corpus
from briefgen.model import Article, Extraction, Resolution
from briefgen.publishers import PublisherList, publisher_ids
from briefgen.stories import Origin, origin_ids
from briefgen.topics import TopicList


def assemble(
    articles: Iterable[Article],
    resolution: Resolution,
    stories: Mapping[str, str],
    *,
    origins: Iterable[Origin] = (),
    before: Mapping[str, tuple[Article, Extraction]] | None = None,
    as_of: date | None,
    fingerprint: str,
    model: str,
    quality: Mapping[str, Any] | None = None,
    table_forms: Iterable[str] = TABLE_FORMS,
    page_size: int = 50,
    dossier_min_articles: int = 2,
    register_path: str | None = None,
    described: TopicList | None = None,
    site_name: str = "briefgen",
    language: str = ENGLISH,
    sources: PublisherList | None = None,
    decided: Decided | None = None,
    judgements_path: str | None = None,
    publishers_path: str | None = None,
) -> Corpus:
    """The corpus of all articles. `stories` maps article ids to story ids.

    An article that is in none of the `origins` is one of its own. `before` maps article ids to the
    versions that they replaced. `described` holds what the user says of topics, `sources` of
    publishers, and `decided` what the user decided.

    Without `as_of` the site speaks from its newest article's day: no clock is read.
    """
    origins = tuple(origins)
    by_id = {article.id: article for article in articles}
    found = {extraction.article_id: extraction for extraction in resolution.extractions}
    dates = [article.published for article in by_id.values() if article.published]
    day = as_of or max(dates, default=None)
    order = sorted(by_id.values(), key=lambda a: (-_ordinal(a.published), a.id))
    story_of = {a.id: stories.get(a.id, a.id) for a in order}
    origin_of = {a.id: a.id for a in order} | origin_ids(origins)
    siblings: dict[str, list[str]] = defaultdict(list)
    for article in reversed(order):
        siblings[story_of[article.id]].append(article.id)
    published_by = publisher_ids(order, sources or PublisherList())
    views = {a.id: Views(a, found[a.id], resolution, day) for a in order}
    briefs = {
        i: view.brief(
            tuple(o for o in siblings[story_of[i]] if o != i),
            story_of[i],
            origin_of[i],
            published_by[i],
        )
        for i, view in views.items()
    }
    told = happenings(views, story_of, origin_of)
    actors = {actor.id: actor for actor in resolution.actors}
    known = dossiers(briefs, views, actors, resolution, dossier_min_articles)
    by_article = ActorsByArticle(briefs, actors)
    return Corpus(
        briefs=briefs,
        dossiers=known,
        network=network(known),
        actors=actors,
        timeline=timeline(briefs),
        publishers=publishers(briefs, sources or PublisherList()),
        as_of=day,
        fingerprint=fingerprint,
        model=model,
        corrections=resolution.corrections,
        questions=questions(resolution, views, actors),
        quality=quality or {},
        figures=figures(views, story_of, origin_of),
        commitments=commitments(briefs, views, story_of, origin_of, day),
        differences=told.differences,
        corroboration=told.origins,
        topics=topics(briefs, by_article, described or TopicList()),
        places=countries(briefs, views, actors, language),
        days=days(briefs, by_article),
        weeks=weeks(briefs, by_article),
        months=months_of(briefs, briefs),
        stories=story_views(briefs, views, actors, origins),
        revisions={
            i: revision(Views(article, extraction, resolution, day), views[i])
            for i, (article, extraction) in (before or {}).items()
            if i in views
        },
        decisions=decisions(decided, views, resolution) if decided else (),
        credits={i: credits(brief, views[i]) for i, brief in briefs.items()},
        table_forms=tuple(table_forms),
        page_size=page_size,
        register_path=register_path,
        site_name=site_name,
        language=language,
        judgements_path=judgements_path,
        publishers_path=publishers_path,
    )


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
