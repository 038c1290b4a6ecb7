"""Stories of two or more articles: their updates in order, and what each adds.

A key fact is new where no earlier article of the story has a sentence with many of its words. Where
some of its words stand in one, it is open whether it was told before, and it is not shown as new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from briefgen.assemble.sameness import content
from briefgen.assemble.views import Views
from briefgen.corpus.stories import Story, Update
from briefgen.corpus.views import Brief, Claim
from briefgen.model import Actor
from briefgen.stories import Copy, Origin
from briefgen.stories.origins import by_date

TOLD_BEFORE = 0.35
"""Part of a key fact's telling words in one earlier sentence; from here on it may be told."""
FEW_WORDS = 4
"""A key fact of fewer telling words tells too little to be called new."""
LEADING = 6


def stories(
    briefs: Mapping[str, Brief],
    views: Mapping[str, Views],
    actors: Mapping[str, Actor],
    origins: Iterable[Origin],
) -> dict[str, Story]:
    """Story id -> story, the one with the newest article first."""
    copies = {copy.article: copy for origin in origins for copy in origin.copies}
    members: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs.values():
        members[brief.story].append(brief)
    several = {
        story: sorted(together, key=lambda brief: by_date(brief.article))
        for story, together in sorted(members.items())
        if len(together) > 1
    }
    found = {story: _story(story, own, views, actors, copies) for story, own in several.items()}
    newest = sorted(found, key=lambda story: -_ordinal(found[story]))
    return {story: found[story] for story in newest}


def _ordinal(story: Story) -> int:
    return story.last.toordinal() if story.last else 0


def _story(
    story: str,
    together: list[Brief],
    views: Mapping[str, Views],
    actors: Mapping[str, Actor],
    copies: Mapping[str, Copy],
) -> Story:
    told = _Told()
    updates: list[Update] = []
    for brief in together:
        view, copy = views[brief.article.id], copies.get(brief.article.id)
        lines = {evidence.sentence for evidence in brief.bottom_line}
        facts = [fact for fact in brief.key_facts if fact.evidence.sentence not in lines]
        fresh = tuple(fact for fact in facts if updates and not copy and told.new(fact))
        told.add(view)
        updates.append(
            Update(
                article=brief.article.id,
                origin=brief.origin,
                rule=copy.rule if copy else None,
                percent=round(100 * copy.share) if copy else None,
                bottom_line=brief.bottom_line,
                fresh=fresh,
            )
        )
    days = [brief.article.published for brief in together if brief.article.published]
    return Story(
        id=story,
        updates=tuple(updates),
        origins=len({brief.origin for brief in together}),
        first=min(days, default=None),
        last=max(days, default=None),
        actors=_leading(together, actors),
    )


def _leading(together: Iterable[Brief], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Who matters most: each origin's weight of an actor counts once."""
    weight: dict[str, float] = defaultdict(float)
    seen: set[tuple[str, str]] = set()
    for brief in together:
        for person in brief.people:
            known = person.actor if person.actor in actors else None
            if known and actors[known].type != "place" and (brief.origin, known) not in seen:
                seen.add((brief.origin, known))
                weight[known] += person.salience
    return tuple(sorted(weight, key=lambda actor: (-weight[actor], actor))[:LEADING])


class _Told:
    """The sentences of a story so far, by their telling words."""

    def __init__(self) -> None:
        self.sentences = 0
        self.with_word: dict[str, set[int]] = defaultdict(set)

    def add(self, view: Views) -> None:
        for sentence in view.found.sentences:
            self.sentences += 1
            for word in content(view.words(sentence)):
                self.with_word[word].add(self.sentences)

    def new(self, fact: Claim) -> bool:
        """Whether no sentence so far holds more than a few of the fact's telling words."""
        words = set(content(fact.evidence.exact))
        if len(words) < FEW_WORDS:
            return False
        shared = Counter(number for word in words for number in self.with_word.get(word, ()))
        return max(shared.values(), default=0) < TOLD_BEFORE * len(words)
