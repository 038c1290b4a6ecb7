"""Readings of weeks, months, years ... that are counted from another date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefgen.components.timexes.context import Context
from briefgen.components.timexes.days import day_name, month_day, month_only
from briefgen.components.timexes.readings import (
    ANAPHORIC,
    BACKWARD,
    FORWARD,
    Match,
    Reading,
    count_of,
    of_point,
    relative_unit,
    unit_name,
)
from briefgen.components.timexes.values import Point, same_part, shift, valid

EARLIER = frozenset({"earlier", "before", "previously", "previous", "prior"})


def unit(match: Match, context: Context) -> Reading:
    """ "last week", "this year", "the next day", "that month", "the weekend"."""
    name = str(match.get("unit", "UNIT"))
    which = match.text("which")
    if name in ("decade", "century", "millennium"):
        return of_decade(which, name, context)
    if name in ("second", "minute", "hour"):
        return Reading("TIME", None)
    return of_point(relative_unit(which, name, context))


def of_decade(which: str, name: str, context: Context) -> Reading:
    """ "this century", "the following decade"."""
    base = context.before() if set(which.split()) & ANAPHORIC else context.here()
    if base is None or base.year < 1:
        return Reading("DATE", None)
    count = -1 if set(which.split()) & BACKWARD else 1 if set(which.split()) & FORWARD else 0
    size = {"decade": 10, "century": 100, "millennium": 1000}[name]
    return Reading("DATE", str(base.year // size + count))


def the_unit(match: Match, context: Context) -> Reading:
    """ "the year", "the month", "the week" that the text is in."""
    base = context.running if context.narrative else context.here()
    name = str(match.get("unit", "UNIT"))
    if base is None:
        return Reading("DATE", None)
    if name == "weekend" and not context.narrative:
        before = (base.as_date() or date.max).isoweekday() < 6 and context.tense(
            match.start
        ) != "future"
        return of_point(shift(base, "weekend", -before))
    return of_point(shift(base, name, 0))


def week_of(match: Match, context: Context) -> Reading:
    """ "the week of March 6"."""
    day = month_day(match, context).point
    return of_point(shift(day, "week", 0) if day else None)


def which_week(match: Match, context: Context) -> Reading:
    """ "the last week of March", "the first week of next month": the month's calendar week."""
    month_point = month_only(match, context).point
    nth = match.text("nth")
    if month_point is None or month_point.year < 1:
        return Reading("DATE", None)
    if nth == "last" or nth == "final":
        following = shift(month_point, "month", 1)
        day = following and shift(replace(following, day=1), "day", -1)
    else:
        day = replace(month_point, day=1 + 7 * (int(match.get("nth", "ORD") or 1) - 1))
    if day is None or not valid(day.year, day.month or 0, day.day or 0):
        return Reading("DATE", None)
    return of_point(shift(day, "week", 0))


def distance(match: Match, context: Context) -> Reading:
    """ "two weeks ago", "a year earlier", "three days later"."""
    count, name = count_of(match), unit_name(match)
    direction = match.text("direction")
    back = direction == "ago" or direction in EARLIER
    mod = "APPROX" if "couple" in match.groups or "about" in match.groups else None
    if count is None or count != int(count):
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", mod)
    if name in ("second", "minute", "hour"):
        return Reading("TIME", None, mod)
    deictic = direction in ("ago", "from now", "hence")
    base = context.here() if deictic and not context.narrative else context.before()
    if base is None:
        return Reading("DATE", None, mod)
    steps = int(-count if back else count)
    if name == "year" and steps == -1 and context.last and context.last.part.startswith("Q"):
        return Reading("DATE", same_part(context.last, -1).value(), mod)
    point = shift(base, name, steps)
    if point and not deictic and lies_ahead(point, context, context.tense(match.start)):
        return Reading("DATE", None, mod)
    return of_point(point, mod)


def lies_ahead(point: Point, context: Context, tense: str) -> bool:
    """Whether "two days later" would come after the publish date, without a future verb."""
    published = context.published
    if published is None or tense == "future":
        return False
    return (point.year, point.month or 0, point.day or 0) > (
        published.year,
        published.month,
        published.day,
    )


def far(match: Match, context: Context) -> Reading:
    """ "weeks earlier", "years later": how far stays open."""
    back = match.text("direction") in EARLIER | {"ago"}
    return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")


def day_beside(match: Match, context: Context) -> Reading:
    """ "the day before", "the day after"."""
    base = context.before()
    step = -1 if match.text("direction") in EARLIER else 1
    return of_point(shift(base, unit_name(match), step) if base else None)


def beside_a_day(match: Match, context: Context) -> Reading:
    """ "the day before last Tuesday's vote", "two days after March 6"."""
    day = (day_name if "weekday" in match.groups else month_day)(match, context).point
    count = int(count_of(match) or 1)
    step = -count if match.text("direction") in EARLIER else count
    return of_point(shift(day, unit_name(match), step) if day else None)


def unknown_date(match: Match, context: Context) -> Reading:
    """ "the day after the vote": only the event's own date would tell."""
    return Reading("DATE", None)
