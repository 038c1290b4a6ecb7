"""What a page names beside its own content: the articles and actors that its links lead to.

A page gets just these, never the corpus, so that its bytes depend on its own inputs alone.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from briefgen import addresses
from briefgen.corpus import Claim, Companion, Corpus, Evidence, Participant, Quote


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article as other pages name it."""

    title: str
    """Its headline, or its id where it has none."""
    publisher: str | None
    """Who published it."""
    published: date | None
    """When."""
    uri: str
    """Its briefing."""
    url: str | None
    """The publisher's page."""
    reliability: str
    """Admiralty grade."""
    notice: str | None
    """Shown wherever the article is shown."""
    language: str
    """BCP 47 code of its text and title."""
    sentences: int
    """How many sentences it has."""


@dataclass(frozen=True, slots=True)
class ActorLink:
    """An actor as other pages name it."""

    name: str
    """Canonical name."""
    type: str
    """Kind of actor."""
    uri: str | None
    """Its dossier, None where it has none."""


def article_link(corpus: Corpus, article_id: str) -> ArticleLink:
    """The link to one article's briefing."""
    brief = corpus.briefs[article_id]
    article = brief.article
    return ArticleLink(
        title=article.title or article.id,
        publisher=article.publisher,
        published=article.published,
        uri=addresses.briefing(article_id),
        url=article.url,
        reliability=article.reliability,
        notice=article.notice,
        language=article.language,
        sentences=len(brief.sentences),
    )


def actor_link(corpus: Corpus, actor_id: str) -> ActorLink:
    """The link to one actor's dossier."""
    actor = corpus.actors[actor_id]
    uri = addresses.dossier(actor_id) if actor_id in corpus.dossiers else None
    return ActorLink(actor.name, actor.type, uri)


def references(
    corpus: Corpus, *shown: Any, articles: Iterable[str] = (), actors: Iterable[str] = ()
) -> dict[str, Any]:
    """The context entries `articles` and `actors`: links for all that the shown views name."""
    article_ids, actor_ids = set(articles), set(actors)
    for view in views(shown):
        if isinstance(view, Evidence):
            article_ids.add(view.article_id)
        elif isinstance(view, Claim):
            actor_ids.update(view.actors + view.recipients)
        elif isinstance(view, Quote | Participant | Companion) and view.actor:
            actor_ids.add(view.actor)
    return {
        "articles": {i: article_link(corpus, i) for i in sorted(article_ids)},
        "actors": {i: actor_link(corpus, i) for i in sorted(actor_ids) if i in corpus.actors},
    }


def views(value: Any) -> list[Any]:
    """Every view inside nested tuples, lists, dicts and dataclasses of the corpus."""
    found: list[Any] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[Any]) -> None:
    if isinstance(value, tuple | list):
        for one in value:
            _gather(one, found)
    elif isinstance(value, dict):
        for one in value.values():
            _gather(one, found)
    elif names := field_names(value.__class__):
        found.append(value)
        for name in names:
            _gather(getattr(value, name), found)


@functools.cache
def field_names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for any other type."""
    is_view = dataclasses.is_dataclass(kind)
    return tuple(one.name for one in dataclasses.fields(kind)) if is_view else ()
