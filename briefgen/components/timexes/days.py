"""Readings of single days and of months: from a match of a rule to its value."""

from __future__ import annotations

from briefgen.components.timexes import context as reference
from briefgen.components.timexes import remembered
from briefgen.components.timexes.context import Context
from briefgen.components.timexes.readings import (
    BACKWARD,
    FORWARD,
    Match,
    Reading,
    century_of,
    has_year,
    of_point,
    stated_year,
)
from briefgen.components.timexes.values import Point, holiday, of_day, shift, valid
from briefgen.lists import load

REL_WORDS = BACKWARD | FORWARD | {"this"}
"""Words before a day that tie it to this year: "last September 11"."""


def iso(match: Match, context: Context) -> Reading:
    """ "2024-03-25"."""
    text = match.get("iso", "ISO").upper()
    year_, month, day = (int(part) for part in text[:10].split("-"))
    if not valid(year_, month, day):
        return Reading("DATE", None)
    return of_point(Point(year_, month, day, time=text[10:]))


def slashed(match: Match, context: Context) -> Reading:
    """ "3/25/2024"; None where day and month could change places."""
    first, second, last = (int(part) for part in match.get("slashed", "SLASHED").split("/"))
    year_ = last if last > 99 else century_of(last, context)
    month, day = (first, second) if second > 12 or first == second else (second, first)
    if (first <= 12 and second <= 12 and first != second) or not valid(year_, month, day):
        return Reading("DATE", None)
    return of_point(Point(year_, month, day))


def month_day(match: Match, context: Context) -> Reading:
    """ "March 25, 2024", "25 March", "March 25"."""
    month, day = int(match.get("month", "MONTH")), int(match.get("day", "DAY"))
    if has_year(match):
        year_ = stated_year(match, context)
    elif context.narrative:
        year_ = reference.running_year(month, context)
    else:
        years = remembered_years(match, (month, day), context)
        year_ = years[0] if len(years) == 1 else None
        if not years:
            tense = context.tense(match.groups["month"][0].start)
            return of_point(reference.nearest_day(month, day, context, tense))
    if year_ is None or not valid(year_, month, day):
        return Reading("DATE", None)
    return of_point(Point(year_, month, day))


def remembered_years(match: Match, day: tuple[int, int], context: Context) -> tuple[int, ...]:
    """The years that "September 11" may mean as a name; none for a day like any other."""
    if "WEEKDAY" in match.words[0].classes:
        return ()
    before = context.text[max(0, match.start - 8) : match.start].lower().split()
    if before and before[-1] in REL_WORDS:
        return ()
    return remembered.years(day, context.text, match.words[-1].end, context.published)


def second_day(match: Match, context: Context) -> Reading:
    """The "25" of "March 24 and 25"."""
    last, day = context.last, int(match.get("day", "DAY"))
    year_ = stated_year(match, context) or (last.year if last else None)
    if last is None or last.month is None or not valid(year_ or 0, last.month, day):
        return Reading("DATE", None)
    return of_point(Point(year_ or 0, last.month, day))


def ordinal_day(match: Match, context: Context) -> Reading:
    """ "the 13th", in the month that the text is in."""
    if context.narrative or (context.last and context.last.month):
        return second_day(match, context)
    return Reading("DATE", None)


def month_only(match: Match, context: Context) -> Reading:
    """ "March 2024", "March of that year", "last March", "March"."""
    month = int(match.get("month", "MONTH"))
    if has_year(match):
        year_ = stated_year(match, context)
        return of_point(Point(year_, month) if year_ else None)
    return of_point(named_month(month, match.text("rel"), match, context))


def first_month(match: Match, context: Context) -> Reading:
    """The "April" of "April and June 1955"."""
    month, second = int(match.get("month", "MONTH")), int(match.get("second", "MONTH"))
    year_ = int(match.get("year", "YEAR")) - (month > second)
    return of_point(Point(year_, month))


def named_month(month: int, rel: str, match: Match, context: Context) -> Point | None:
    """The month of a name, perhaps with "last" or "next" before it."""
    rel = rel.rpartition(" ")[2]  # "this coming", "the previous"
    if rel and not context.narrative:
        here = context.published
        if here is None:
            return None
        if rel in BACKWARD:
            return Point(here.year - (month >= here.month), month)
        if rel in FORWARD:
            return Point(here.year + (month <= here.month), month)
        if rel == "this":
            return Point(here.year, month)
    if context.narrative:
        year_ = reference.running_year(month, context)
        if year_ and rel in BACKWARD and context.last and context.last.month:
            year_ = context.last.year - (month >= context.last.month)
        return Point(year_, month) if year_ else None
    return reference.nearest_month(month, context, context.tense(match.start))


def day_name(match: Match, context: Context) -> Reading:
    """ "Friday", "next Friday", "the previous Friday"."""
    number = int(match.get("weekday", "WEEKDAY"))
    tense = context.tense(match.groups["weekday"][0].start)
    return of_point(reference.weekday(number, match.text("rel"), tense, context))


def deictic_day(match: Match, context: Context) -> Reading:
    """ "today", "yesterday", "tomorrow"."""
    word = match.text("word")
    if context.narrative:
        value = "PRESENT_REF" if word == "today" else None
        return Reading("DATE", value)
    if context.published is None:
        return Reading("DATE", None)
    offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[word]
    point = shift(of_day(context.published), "day", offset * (1 + ("beyond" in match.groups)))
    return of_point(point)


def feast(match: Match, context: Context) -> Reading:
    """ "Christmas", "Thanksgiving 2012", "last Easter"."""
    rule = holidays()[match.text("feast").replace("’", "'").replace(" 's", "'s")]
    if has_year(match):
        year_ = stated_year(match, context)
        return of_point(holiday(rule, year_) if year_ and year_ > 0 else None)
    here = context.last if context.narrative else context.here()
    if here is None or here.year < 1:
        return Reading("DATE", None)
    points = [holiday(rule, here.year + n) for n in (-1, 0, 1)]
    day, rel = here.as_date(), match.text("rel")
    if day is None:
        return of_point(points[1])
    past = [p for p in points if (p.as_date() or day) < day]
    ahead = [p for p in points if (p.as_date() or day) >= day]
    if rel in BACKWARD:
        return of_point(past[-1])
    if rel in FORWARD:
        return of_point(ahead[0])
    return of_point(min(points, key=lambda p: abs((p.as_date() or day) - day)))


def holidays() -> dict[str, object]:
    """Feast days by name."""
    days: dict[str, object] = load("timexes")["holidays"]
    return days
