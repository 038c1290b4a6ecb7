"""Where sources differ, and how many tell the same: accounts of one event by different origins.

Two accounts are laid side by side only where all but one aspect is the same: polarity, the one who
acted, the day or the place. Day, place and actor count only for what happens once (`once` in
`data/corpus/sameness.yml`): a minister can be criticised by two people on two days.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from briefgen.assemble.accounts import (
    Account,
    accounts,
    other_place,
    real,
    same_event,
    same_object,
    same_time,
)
from briefgen.assemble.identity import short_hash
from briefgen.assemble.sameness import apart, content, near, words_of
from briefgen.assemble.views import Views
from briefgen.corpus.happenings import Aspect, Difference, Side

SAME_STORY = 10
"""Days between two articles beyond which they tell of two events."""
MOST_ACCOUNTS = 400
"""More accounts of one predicate and story are no longer about one event."""

Blocks = dict[str, list[Account]]
"""Predicate stem or event code -> a story's accounts, in corpus order."""


class Happenings(NamedTuple):
    """What comparing the accounts of each story gives."""

    differences: tuple[Difference, ...]
    """By story."""
    origins: dict[str, int]
    """Statement id of a key fact -> independent origins that tell the event, where several do."""


def happenings(
    views: Mapping[str, Views], story_of: Mapping[str, str], origin_of: Mapping[str, str]
) -> Happenings:
    """Compare what the origins of each story tell. One story is held at a time."""
    members: dict[str, list[Views]] = defaultdict(list)
    for article_id, view in sorted(views.items()):
        members[story_of.get(article_id, article_id)].append(view)
    found: list[Difference] = []
    origins: dict[str, int] = {}
    for story, together in sorted(members.items()):
        own = {
            view.article.id: origin_of.get(view.article.id, view.article.id) for view in together
        }
        if len(set(own.values())) > 1:
            told = [one for view in together for one in accounts(view, own[view.article.id])]
            blocks = _blocks(sorted(told, key=lambda one: one.order))
            origins.update(_counted(together, blocks))
            found.extend(_differing(story, blocks))
    found.sort(key=lambda d: (d.story, d.aspect, d.id))
    return Happenings(tuple(found), origins)


def _blocks(told: list[Account]) -> Blocks:
    """Accounts that could be of one event: with one predicate or event code."""
    blocks: Blocks = defaultdict(list)
    for one in told:
        blocks[one.predicate].append(one)
        if one.statement.event:
            blocks[one.statement.event].append(one)
    return blocks


def _counted(together: list[Views], blocks: Blocks) -> Iterator[tuple[str, int]]:
    """How many origins tell each key fact of the story, where that is more than one."""
    told = {one.statement.id: one for block in blocks.values() for one in block}
    for view in together:
        for fact in view.found.key_facts:
            one = told.get(fact.statement or "")
            if one is None:
                continue
            origins = {one.origin}
            for key in filter(None, (one.predicate, one.statement.event)):
                for other in blocks[key]:
                    if other.origin not in origins and same_event(one, other):
                        origins.add(other.origin)
            if len(origins) > 1:
                yield one.statement.id, len(origins)


def _differing(story: str, blocks: Blocks) -> Iterator[Difference]:
    """Each aspect in which accounts with one predicate differ, all its sides together."""
    for key, block in sorted(blocks.items()):
        told = [one for one in block if one.predicate == key and _tells(one)]
        if len(told) > MOST_ACCOUNTS:
            continue
        for aspect, rule, differ in ASPECTS:
            pairs = [
                pair
                for pair in itertools.combinations(told, 2)
                if pair[0].origin != pair[1].origin and differ(*pair)
            ]
            for sides in _together(pairs):
                number = short_hash(aspect, *(side.claim.id for side in sides))
                yield Difference(number, story, aspect, sides, rule)


def _together(pairs: list[tuple[Account, Account]]) -> Iterator[tuple[Side, ...]]:
    """Pairs that share an account make one comparison; each origin's account stands there once."""
    groups: list[dict[str, Account]] = []
    for pair in pairs:
        own = {one.statement.id: one for one in pair}
        for group in [group for group in groups if group.keys() & own.keys()]:
            groups.remove(group)
            own |= group
        groups.append(own)
    for group in groups:
        kept: dict[tuple[str, str], Account] = {}
        for one in sorted(group.values(), key=lambda one: one.order):
            kept.setdefault((one.origin, one.modality), one)
        yield tuple(Side(x.view.claim(x.statement), x.origin) for x in kept.values())


def _tells(one: Account) -> bool:
    return one.modality in ("asserted", "negated") and bool(one.actors or one.recipients)


def _polarity(one: Account, other: Account) -> bool:
    """One says it happened, the other that it did not."""
    return (
        one.modality != other.modality
        and bool(one.actors & other.actors)
        and same_object(one, other)
        and same_time(one, other)
        and not other_place(one, other)
        and real(one)
        and real(other)
    )


def _once(one: Account, other: Account) -> bool:
    """Both say that it happened, and it happens once."""
    asserted = one.modality == other.modality == "asserted"
    close = apart(one.published, other.published) <= SAME_STORY
    return asserted and close and one.predicate in words_of("once") and real(one) and real(other)


def _same_actor(one: Account, other: Account) -> bool:
    return bool(one.actors & other.actors) or (not one.doer and not other.doer)


def _same_days(one: Account, other: Account) -> bool:
    return bool(one.days and other.days and near(one.days, other.days))


def _actor(one: Account, other: Account) -> bool:
    """The same was done to the same on the same day, by others."""
    return (
        _once(one, other)
        and bool(one.actors and other.actors)
        and not one.actors & other.actors
        and bool(one.recipients & other.recipients)
        and _same_days(one, other)
    )


def _day(one: Account, other: Account) -> bool:
    """The same did the same to the same, on another day."""
    single = all(x.days and (x.days[1] - x.days[0]).days < 2 for x in (one, other))
    bare = bool(one.actors & other.actors) and not one.thing and not other.thing
    return (
        _once(one, other)
        and single
        and not _same_days(one, other)
        and not _same_words(one, other)
        and (same_object(one, other) or bare)
        and _same_actor(one, other)
    )


def _same_words(one: Account, other: Account) -> bool:
    """Whether one word stands for both days: "Thursday" differs only by when it was published."""
    return bool(_date_words(one) & _date_words(other))


def _date_words(one: Account) -> set[str]:
    when = one.view.claim(one.statement).when
    return {word for date in when for word in content(date.words.exact)}


def _place(one: Account, other: Account) -> bool:
    """The same did the same to the same on the same day; neither names the place of the other."""
    if not (_once(one, other) and other_place(one, other) and _same_days(one, other)):
        return False
    strange = all(not a.places & set(content(b.sentence)) for a, b in ((one, other), (other, one)))
    return strange and same_object(one, other) and _same_actor(one, other)


ASPECTS: tuple[tuple[Aspect, str, Callable[[Account, Account], bool]], ...] = (
    ("polarity", "same actor, predicate and object", _polarity),
    ("actor", "same predicate, recipient and day", _actor),
    ("date", "same actor, predicate and object", _day),
    ("place", "same actor, predicate, object and day", _place),
)
"""Aspect, what makes the accounts those of one event, test."""
