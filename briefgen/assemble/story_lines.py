"""Articles by story: one line a story, which its first independent report stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from briefgen.corpus import Brief, StoryLine


def story_lines(briefs: Mapping[str, Brief], articles: Iterable[str]) -> tuple[StoryLine, ...]:
    """The stories that these articles tell, newest first."""
    told: dict[str, list[Brief]] = defaultdict(list)
    for article in articles:
        told[briefs[article].story].append(briefs[article])
    lines = [_line(story, members) for story, members in told.items()]
    return tuple(sorted(lines, key=lambda line: (_backwards(line.last), line.lead)))


def _line(story: str, members: list[Brief]) -> StoryLine:
    first = min(members, key=_independence)
    origins = {brief.origin for brief in members}
    days = [brief.article.published for brief in members if brief.article.published]
    return StoryLine(
        story=story,
        lead=first.article.id,
        others=len(origins) - 1,
        reprints=len(members) - len(origins),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _independence(brief: Brief) -> tuple[date, bool, str]:
    """Sort key: the earliest first, an origin before its copies of that day."""
    return brief.article.published or date.max, brief.origin != brief.article.id, brief.article.id


def _backwards(day: date | None) -> int:
    return -day.toordinal() if day else 0


def months_of(briefs: Mapping[str, Brief], articles: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """(month, articles), ascending, without empty months; undated articles are in none."""
    days = (briefs[article].article.published for article in articles)
    return tuple(sorted(Counter(day.strftime("%Y-%m") for day in days if day).items()))
