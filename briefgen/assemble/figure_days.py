"""The days that a figure is stated for: those of its statement or sentence, and those around it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.assemble.views import Views
from briefgen.intervals import Interval, interval
from briefgen.model import Quantity, Statement, Timex

ONE_PERIOD = 31
"""Days that the dates of one sentence may lie apart to be one period."""
AROUND = 3
"""Sentences in which the date of one without a date may stand."""
POINTS_BACK = "that "
"""Begins a date of another sentence: "that night"."""


def own_days(view: Views, quantity: Quantity, frame: Statement | None) -> Interval | None:
    """The days of the figure's statement, or those of the dates in its sentence.

    Dates far from each other are one of the figure's own, the first, and one of the telling. "That
    night" is a night of another sentence, and so none of its own.
    """
    number = view.sentence(quantity.span.start)
    if _points_back(view, number):
        return None
    if frame and (days := interval(frame.time)):
        return days
    dated = list(_dates(view, number))
    if not dated:
        return None
    first, last = min(dated), max(days[1] for days in dated)
    return (first[0], last) if (last - first[0]).days <= ONE_PERIOD else first


def days_nearby(view: Views, quantity: Quantity) -> tuple[Interval, ...]:
    """The days that the nearest dated sentence before names; around "that night" those after, too.

    A text may go on to tell when "that night" was.
    """
    number = view.sentence(quantity.span.start)
    before = range(number - 1, max(0, number - 1 - AROUND), -1)
    after = range(number + 1, min(len(view.starts), number + AROUND) + 1)
    sides = [before, after] if _points_back(view, number) else [before]
    nearest = (next(filter(None, (tuple(_dates(view, n)) for n in side)), ()) for side in sides)
    return tuple(days for found in nearest for days in found)


def _timexes(view: Views, number: int) -> Iterator[Timex]:
    sentence = view.whole_sentence(view.found.sentences[number - 1])
    return (timex for timex in view.found.timexes if timex.span.within(sentence))


def _points_back(view: Views, number: int) -> bool:
    own = _timexes(view, number)
    return any(view.words(timex.span).casefold().startswith(POINTS_BACK) for timex in own)


def _dates(view: Views, number: int) -> Iterator[Interval]:
    for timex in _timexes(view, number):
        days = interval(timex.value)
        if days and timex.type in ("DATE", "TIME"):
            yield days
