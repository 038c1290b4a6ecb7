"""What stood on an earlier day: articles, register and judgements without what came later.

The day of an article is that on which its present wording stood: `updated`, else `published`, else
`retrieved`. One without any day stands on every day, since nothing says that it came later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from briefgen.model import Article
from briefgen.registers import Anchor, Judgement, Judgements, Register, RegisteredActor

NEEDS_TWO = frozenset(("merge", "keep_apart"))
"""Judgements about several actors: without the later ones, two must be left."""


def stood(article: Article, day: date) -> bool:
    """Whether the article, in the wording that we have, was there on the day."""
    worded = article.updated or article.published or article.retrieved
    return worded is None or worded <= day


def articles_on(articles: Iterable[Article], day: date) -> tuple[Article, ...]:
    """The articles that stood on the day, in their order."""
    return tuple(article for article in articles if stood(article, day))


def register_on(register: Register, day: date) -> Register:
    """The register without what its roles' dates say of later days; all else has no date."""
    return replace(register, actors=tuple(_actor_on(actor, day) for actor in register.actors))


def _actor_on(actor: RegisteredActor, day: date) -> RegisteredActor:
    roles = (
        replace(role, until=role.until if role.until and role.until <= day else None)
        for role in actor.roles
        if role.start is None or role.start <= day
    )
    return replace(actor, roles=tuple(roles))


def judgements_on(judgements: Judgements, day: date, later: Collection[str]) -> Judgements:
    """The judgements decided by the day, or on no stated one; `later`: ids of articles left out.

    What quotes such an article alone is left out with it.
    """
    kept = (
        _judgement_on(one, later)
        for one in judgements.entries
        if one.decided is None or one.decided <= day
    )
    return replace(judgements, entries=tuple(filter(None, kept)))


def _judgement_on(judgement: Judgement, later: Collection[str]) -> Judgement | None:
    about = tuple(
        one for one in judgement.about if not (isinstance(one, Anchor) and one.article_id in later)
    )
    wanted = 2 if judgement.kind in NEEDS_TWO else 1
    return replace(judgement, about=about) if len(about) >= wanted else None
