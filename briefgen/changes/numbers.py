"""Figures and accounts that are contested, superseded or corrected since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.changes.sides import Sides, change
from briefgen.changes.snapshot import Amount, Fact, Place
from briefgen.corpus.changes import Change, ChangeKind


def contests(sides: Sides) -> Iterator[Change]:
    """Each contest of which a pair of sides was not there, with the sides that make it new."""
    known = {
        frozenset((one.places[a], one.places[b]))
        for one in sides.old.contests
        for a, b, _ in one.pairs
    }
    for contest in sides.new.contests:
        pairs = [
            (contest.places[a], contest.places[b], rule)
            for a, b, rule in contest.pairs
            if frozenset((contest.places[a], contest.places[b])) not in known
            and {contest.places[a].article, contest.places[b].article} & sides.touched
        ]
        if not pairs:
            continue
        told = [one for one in contest.places if any(one in pair[:2] for pair in pairs)]
        if contest.kind == "figure":
            first = [one for one in told if any(one == pair[0] for pair in pairs)]
        else:
            first = [one for one in told if one.article not in sides.fresh]
        last = [one for one in told if one not in first]
        kind: ChangeKind = "figure" if contest.kind == "figure" else "conflict"
        yield change(
            kind, pairs[0][2], sides.day(*told), map(sides.after, first), map(sides.after, last)
        )


def amounts(sides: Sides) -> Iterator[Change]:
    """Figures of key facts that one article gives otherwise than before."""
    old, new = _amounts_of(sides.old.facts), _amounts_of(sides.new.facts)
    for old_id, new_id, rule in sides.comparable():
        for thing, (was, there) in sorted(old.get(old_id, {}).items()):
            now = new.get(new_id, {}).get(thing)
            if now is None or now[0].value == was.value:
                continue
            worded = now[0].words != was.words
            day = sides.ruled(now[1]) if rule == "judgement" else sides.day(now[1])
            yield change(
                "figure",
                rule,
                day,
                [sides.before(there, was.words if worded else was.value)],
                [sides.after(now[1], now[0].words if worded else now[0].value)],
            )


def _amounts_of(facts: Iterable[Fact]) -> dict[str, dict[str, tuple[Amount, Place]]]:
    """Article id -> thing -> its figure, for things with one value alone."""
    found: dict[str, dict[str, dict[str, tuple[Amount, Place]]]] = {}
    for fact in facts:
        things = found.setdefault(fact.place.article, {})
        for amount in fact.amounts:
            things.setdefault(amount.thing, {})[amount.value] = (amount, fact.place)
    return {
        article: {thing: next(iter(own.values())) for thing, own in things.items() if len(own) == 1}
        for article, things in found.items()
    }
