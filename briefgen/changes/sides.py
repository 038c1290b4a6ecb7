"""Two snapshots side by side: what became of each article in between."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefgen.assemble.identity import short_hash
from briefgen.changes.snapshot import Place, Ruling, Snapshot, Text
from briefgen.corpus.changes import Change, ChangeKind, Cited


@dataclass(frozen=True)
class Sides:
    """Both snapshots, and what became of the articles in between."""

    old: Snapshot
    new: Snapshot

    @functools.cached_property
    def versions(self) -> dict[str, str]:
        """Id of each article that is still there -> its id in the old snapshot."""
        kept = {one: one for one in self.new.articles if one in self.old.articles}
        for one, text in self.new.articles.items():
            earlier = text.revises
            if one not in kept and earlier in self.old.articles and earlier not in kept:
                kept[one] = earlier
        return kept

    @functools.cached_property
    def fresh(self) -> frozenset[str]:
        """Ids of articles that are new, or have another text."""
        return frozenset(
            one
            for one in self.new.articles
            if one not in self.versions or self.reworded(self.versions[one], one)
        )

    @functools.cached_property
    def new_rulings(self) -> tuple[Ruling, ...]:
        """Judgements that were not applied before."""
        known = {(one.kind, one.summary, one.place) for one in self.old.rulings}
        return tuple(
            one for one in self.new.rulings if (one.kind, one.summary, one.place) not in known
        )

    @functools.cached_property
    def touched(self) -> frozenset[str]:
        """Ids of articles that are fresh, or that a new judgement is about."""
        return self.fresh | {one.place.article for one in self.new_rulings if one.place}

    @functools.cached_property
    def known_stories(self) -> frozenset[str]:
        """Ids of stories with an article that was there."""
        return frozenset(self.new.articles[one].story for one in self.versions)

    def reworded(self, old_id: str, new_id: str) -> bool:
        """Whether the text is another one."""
        return self.old.articles[old_id].sha256 != self.new.articles[new_id].sha256

    def comparable(self) -> Iterator[tuple[str, str, str]]:
        """Old id, new id and the reason for a difference in what the article's statements say."""
        for new_id, old_id in self.versions.items():
            if self.reworded(old_id, new_id):
                yield old_id, new_id, "article revised"
            elif self.old.pipeline == self.new.pipeline:
                yield old_id, new_id, "judgement"

    def before(self, place: Place, value: str = "") -> Cited:
        """A place of the old snapshot."""
        text = self.old.articles[place.article]
        here = self.new.articles.get(place.article)
        return _cited(place, value, text, here is not None and here.sha256 == text.sha256)

    def after(self, place: Place, value: str = "") -> Cited:
        """A place of the new snapshot."""
        return _cited(place, value, self.new.articles[place.article], True)

    def day(self, *places: Place) -> date | None:
        """The day of the newest wording among the articles of the new snapshot."""
        texts = (self.new.articles[place.article] for place in places)
        return max(filter(None, (one.updated or one.published for one in texts)), default=None)

    def ruled(self, place: Place) -> date | None:
        """The day of the newest judgement on the sentence."""
        days = (
            one.decided
            for one in self.new.rulings
            if one.place
            and one.decided
            and (one.place.article, one.place.sentence) == (place.article, place.sentence)
        )
        return max(days, default=self.new.as_of)


def _cited(place: Place, value: str, text: Text, stands: bool) -> Cited:
    return Cited(
        article_id=place.article,
        title=text.title,
        publisher=text.publisher,
        published=text.published,
        url=text.url,
        sentence=place.sentence,
        exact=place.exact,
        value=value or place.value,
        stands=stands,
    )


def change(
    kind: ChangeKind,
    rule: str,
    day: date | None,
    before: Iterable[Cited] = (),
    after: Iterable[Cited] = (),
    *,
    actor: str | None = None,
    name: str = "",
    reason: str | None = None,
) -> Change:
    """A change with its id."""
    before, after = tuple(before), tuple(after)
    said = [(one.article_id, one.sentence, one.exact, one.value) for one in (*before, *after)]
    number = short_hash(kind, rule, len(before), *said, actor, name)
    return Change(number, kind, rule, day, before, after, actor, name, reason)
