"""Days and ISO weeks with articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from briefgen.assemble.named import ActorsByArticle
from briefgen.assemble.story_lines import story_lines
from briefgen.corpus import Attention, Brief, Period

MOST_NAMED = 12


def days(briefs: Mapping[str, Brief], actors: ActorsByArticle) -> tuple[Period, ...]:
    """Each day with articles, in order."""
    return _periods(briefs, actors, lambda day: day, 1, date.isoformat)


def weeks(briefs: Mapping[str, Brief], actors: ActorsByArticle) -> tuple[Period, ...]:
    """Each ISO week with articles, in order."""
    return _periods(briefs, actors, lambda day: day - timedelta(day.weekday()), 7, week_key)


def week_key(monday: date) -> str:
    """ "2024-W13"; the week's own year, which is not always its Monday's."""
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


def _periods(
    briefs: Mapping[str, Brief],
    actors: ActorsByArticle,
    first_day: Callable[[date], date],
    length: int,
    key: Callable[[date], str],
) -> tuple[Period, ...]:
    """`length` in days."""
    members: dict[date, list[str]] = defaultdict(list)
    for article, brief in briefs.items():
        if brief.article.published:
            members[first_day(brief.article.published)].append(article)
    found = []
    for first, articles in sorted(members.items()):
        before = members.get(first - timedelta(length), [])
        lines = story_lines(briefs, articles)
        found.append(
            Period(
                key=key(first),
                first=first,
                last=first + timedelta(length - 1),
                articles=tuple(articles),
                articles_before=len(before),
                stories=tuple(sorted(lines, key=lambda line: -line.others)),
                actors=_attention(actors, articles, before),
            )
        )
    return tuple(found)


def _attention(
    actors: ActorsByArticle, articles: list[str], before: list[str]
) -> tuple[Attention, ...]:
    now, then = actors.count(articles), actors.count(before)
    ranked = sorted(now.items(), key=lambda one: (-one[1], one[0]))[:MOST_NAMED]
    return tuple(Attention(actor, count, then[actor]) for actor, count in ranked)
