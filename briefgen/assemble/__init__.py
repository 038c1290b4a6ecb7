"""Extractions and resolved actors -> Corpus: briefs, dossiers, timeline, publishers.

Nothing is worded here: a view says a span of an article, a value read from one, or metadata.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from briefgen.assemble.commitments import commitments
from briefgen.assemble.dossiers import dossiers
from briefgen.assemble.figures import figures
from briefgen.assemble.happenings import happenings
from briefgen.assemble.lists import publishers, timeline
from briefgen.assemble.views import Views
from briefgen.corpus import Corpus
from briefgen.model import Article, Resolution


def assemble(
    articles: Iterable[Article],
    resolution: Resolution,
    stories: Mapping[str, str],
    *,
    origins: Mapping[str, str] | None = None,
    as_of: date | None,
    fingerprint: str,
    model: str,
    quality: Mapping[str, Any] | None = None,
    page_size: int = 50,
    dossier_min_articles: int = 2,
    register_path: str | None = None,
    site_name: str = "briefgen",
) -> Corpus:
    """The corpus of all articles. `stories` maps article ids to story ids.

    `origins` maps them to the ids of their origins; without it each article is one of its own.

    Without `as_of` the site speaks from its newest article's day: no clock is read.
    """
    by_id = {article.id: article for article in articles}
    found = {extraction.article_id: extraction for extraction in resolution.extractions}
    dates = [article.published for article in by_id.values() if article.published]
    day = as_of or max(dates, default=None)
    order = sorted(by_id.values(), key=lambda a: (-_ordinal(a.published), a.id))
    story_of = {a.id: stories.get(a.id, a.id) for a in order}
    origin_of = {a.id: (origins or {}).get(a.id, a.id) for a in order}
    siblings: dict[str, list[str]] = defaultdict(list)
    for article in reversed(order):
        siblings[story_of[article.id]].append(article.id)
    views = {a.id: Views(a, found[a.id], resolution, day) for a in order}
    briefs = {
        i: view.brief(tuple(o for o in siblings[story_of[i]] if o != i), story_of[i], origin_of[i])
        for i, view in views.items()
    }
    told = happenings(views, story_of, origin_of)
    actors = {actor.id: actor for actor in resolution.actors}
    return Corpus(
        briefs=briefs,
        dossiers=dossiers(briefs, views, actors, resolution, dossier_min_articles),
        actors=actors,
        timeline=timeline(briefs),
        publishers=publishers(briefs),
        as_of=day,
        fingerprint=fingerprint,
        model=model,
        corrections=resolution.corrections,
        open_questions=resolution.open_questions,
        quality=quality or {},
        figures=figures(views, story_of, origin_of),
        commitments=commitments(briefs, views, story_of, origin_of, day),
        differences=told.differences,
        corroboration=told.origins,
        page_size=page_size,
        register_path=register_path,
        site_name=site_name,
    )


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
