"""Readings of lengths of time, and of what comes again and again."""

from __future__ import annotations

from briefgen.components.timexes.context import Context
from briefgen.components.timexes.readings import Match, Reading, count_of, unit_name
from briefgen.components.timexes.values import duration


def fiscal_unit(match: Match, context: Context) -> Reading:
    """ "the year ended March 31": a length, whichever calendar years it touches."""
    return Reading("DURATION", duration(1, unit_name(match)))


def span(match: Match, context: Context) -> Reading:
    """ "two weeks", "the past six months", "10-year", "several days", "weeks"."""
    count, name = count_of(match), unit_name(match)
    if name == "quarter" and count is not None:
        return Reading("DURATION", duration(count, "quarter"))
    if "half" in match.groups and "count" not in match.groups:
        count = 1.5 if match.text("half").startswith("and") else 0.5
    return Reading("DURATION", mixed(count, name), "APPROX" if "couple" in match.groups else None)


def mixed(count: float | None, name: str) -> str:
    """A duration; half a year is P6M, two and a half years P2Y6M, an hour and a half PT1H30M."""
    if count is None and name in ("decade", "century"):
        return "PXDE" if name == "decade" else "PXCE"
    if count is None or count == int(count):
        return duration(count, name)
    whole = int(count)
    head = duration(whole, name) if whole else ("PT" if name in ("hour", "minute") else "P")
    rest = {"year": "6M", "hour": "30M", "minute": "30S", "decade": "5Y", "century": "50Y"}.get(
        name
    )
    if rest is None or count - whole != 0.5:
        return duration(count, name)
    if name in ("decade", "century"):
        return duration(count, name)
    return head + rest


def unknown_span(match: Match, context: Context) -> Reading:
    """ "two to three weeks": a duration whose number stays open."""
    return Reading("DURATION", mixed(None, unit_name(match)))


def long_unit(match: Match, context: Context) -> Reading:
    """ "year-long", "months-long"."""
    one = match.get("unit", "UNITS") is None
    return Reading("DURATION", duration(1 if one else None, unit_name(match)))


def every_unit(match: Match, context: Context) -> Reading:
    """ "every day", "each year", "every two weeks", "every weekend"."""
    if unit_name(match) == "weekend" and count_of(match) in (None, 1):
        return Reading("SET", "XXXX-WXX-WE")
    return Reading("SET", mixed(count_of(match), unit_name(match)))


def every_name(match: Match, context: Context) -> Reading:
    """ "every Monday", "Mondays", "each July", "every summer"."""
    weekday_ = match.get("name", "WEEKDAY") or match.get("name", "WEEKDAYS")
    part = match.get("part", "DAYPART") or match.get("part", "DAYPARTS")
    if weekday_:
        return Reading("SET", f"XXXX-WXX-{weekday_}" + (f"T{part}" if part else ""))
    if month := match.get("name", "MONTH"):
        return Reading("SET", f"XXXX-{month:02d}")
    if season_ := match.get("name", "SEASON"):
        return Reading("SET", f"XXXX-{season_}")
    return Reading("SET", f"XXXX-XX-XXT{match.get('name', 'DAYPART')}")


def each_day(match: Match, context: Context) -> Reading:
    """ "weekdays"."""
    return Reading("SET", "P1D")


def frequency(match: Match, context: Context) -> Reading:
    """ "daily", "annual"."""
    return Reading("SET", str(match.get("frequency", "FREQUENCY")))
