"""How two readings of one figure stand to each other: the first rule that fits decides.

A conflict is what is left when nothing else explains the difference; a rule too many costs a
conflict, a rule too few makes one up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from briefgen.assemble.amounts import FAR, FEW, alike, largest
from briefgen.assemble.sameness import apart, near, words_of
from briefgen.corpus.figures import Reading, Relation
from briefgen.intervals import Interval

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
PUBLISHED_APART = 2
"""Days after which a figure without a date of its own may be a new count."""


class Pair(NamedTuple):
    """Two readings of different origins, the earlier first."""

    one: Reading
    other: Reading
    predicate: str
    """What both say of the thing; empty where the words tell nothing."""
    several: bool
    """Whether the text of one gives other values for the thing, too."""
    known: bool
    """Whether the text of one gives the other's figure, too: it tells the two apart."""
    strange: bool
    """Whether the text of one never names the places of the other."""


def _same_amount(pair: Pair) -> bool:
    return alike(pair.one.measure, pair.other.measure)


def _other_period(pair: Pair) -> bool:
    """Their days do not meet; a figure without a date is of the days before it was published."""
    one, other = _stated_for(pair.one), _stated_for(pair.other)
    slack = 0 if pair.one.days and pair.other.days else 1
    return bool(one and other and not near(one, other, slack))


def _told_elsewhere(pair: Pair) -> bool:
    """One has no date of its own, and the sentences around it speak of other days."""
    return _around(pair.one, pair.other) or _around(pair.other, pair.one)


def _around(own: Reading, other: Reading) -> bool:
    stated = _stated_for(other)
    if own.days or not own.nearby or not stated:
        return False
    slack = 0 if other.days else 1
    return not any(near(days, stated, slack) for days in own.nearby)


def _stated_for(reading: Reading) -> Interval | None:
    if reading.days or not reading.published:
        return reading.days
    return reading.published - timedelta(PUBLISHED_APART), reading.published


def _names_earlier(pair: Pair) -> bool:
    """The later sentence gives the earlier figure beside its own, or speaks of a correction."""
    if apart(pair.one.published, pair.other.published) == 0 or _far_apart(pair):
        return False
    numerals = NUMERAL.findall(pair.one.measure.words.exact)[:1]
    return pair.other.corrects or bool(
        numerals and numerals[0] in NUMERAL.findall(pair.other.measure.context.exact)
    )


def _other_places(pair: Pair) -> bool:
    """Both name places, and share none."""
    one, other = set(pair.one.places), set(pair.other.places)
    return pair.strange or bool(one and other and not one & other)


def _other_state(pair: Pair) -> bool:
    """What is counted comes and goes, and they were published on different days."""
    moving = pair.predicate in words_of("states")
    return moving and apart(pair.one.published, pair.other.published) > 0


def _growing(pair: Pair) -> bool:
    """The later one counts at least so many, and more: what is counted has gone on."""
    later = apart(pair.one.published, pair.other.published) > 0
    more = largest(pair.other.measure) > largest(pair.one.measure)
    open_ended = pair.other.measure.modifier in ("at least", "more than")
    return later and more and open_ended and pair.predicate in words_of("growing")


def _far_apart(pair: Pair) -> bool:
    """One is a multiple of the other, or counts a few only."""
    small, large = sorted(map(largest, (pair.one.measure, pair.other.measure)))
    return small < FEW or large >= FAR * small


def _same_source(pair: Pair) -> bool:
    """The later one is newer, and of the same source; "police" alone names none."""
    named = pair.one.named and pair.other.named
    newer = apart(pair.one.published, pair.other.published) > 0
    return named and pair.one.source == pair.other.source and newer


def _long_between(pair: Pair) -> bool:
    """Published days apart, without a common date that would tie them together."""
    dated = pair.one.days and pair.other.days and not pair.one.total
    return not dated and apart(pair.one.published, pair.other.published) > PUBLISHED_APART


RULES: tuple[tuple[str, Relation, Callable[[Pair], bool]], ...] = (
    ("same amount", "agrees", _same_amount),
    ("other qualifiers", "scope differs", lambda pair: pair.one.scope != pair.other.scope),
    ("other period", "scope differs", _other_period),
    ("days around it", "scope differs", _told_elsewhere),
    ("names the earlier figure", "superseded", _names_earlier),
    ("other places", "scope differs", _other_places),
    ("several values in one text", "scope differs", lambda pair: pair.several),
    ("one text gives both", "scope differs", lambda pair: pair.known),
    ("running total", "scope differs", lambda pair: pair.one.total != pair.other.total),
    ("nothing said of it", "scope differs", lambda pair: not pair.predicate),
    ("state of another day", "scope differs", _other_state),
    ("growing count", "scope differs", _growing),
    ("far apart", "scope differs", _far_apart),
    ("later, same source", "superseded", _same_source),
    ("published days apart", "scope differs", _long_between),
    ("same thing, other value", "conflicts", lambda pair: True),
)
"""Name, relation, test: in this order."""
