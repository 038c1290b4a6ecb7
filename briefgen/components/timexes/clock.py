"""Readings of times of the day."""

from __future__ import annotations

from dataclasses import replace

from briefgen.components.timexes.context import Context
from briefgen.components.timexes.readings import (
    ANAPHORIC,
    BACKWARD,
    FORWARD,
    Match,
    Reading,
    of_point,
)
from briefgen.components.timexes.values import Point, shift


def clock_time(match: Match) -> str | None:
    """ "T22:00" of "10 p.m.", "T10:35" of "10:35 a.m.", "T12:00Z" of "12:00 UTC"."""
    text = match.get("clock", "CLOCK") or match.get("military", "MILITARY")
    if text:
        hour, _, minutes = text.partition(":")
        hour, minutes = int(hour), f":{minutes}"
    elif "hour" in match.groups:
        hour, minutes = int(match.get("hour", "HOUR")), ":00"
    else:
        moment = match.get("moment", "MOMENT")
        return f"T{moment}" if moment else None
    half = match.get("ampm", "AMPM")
    part = match.get("part", "DAYPART")
    if (half and hour > 12) or hour > 24:
        return None
    if half == "p" or part in ("AF", "EV") or (part == "NI" and hour > 5):
        hour = hour % 12 + 12
    elif half == "a":
        hour = hour % 12
    elif "oclock" in match.groups and part is None:
        return None
    return f"T{hour:02d}{minutes}{match.get('zone', 'ZONE') or ''}"


def clock(match: Match, context: Context) -> Reading:
    """A time of day, on the day that the text is in."""
    time = clock_time(match)
    return on_day(time, current_day(context))


def on_day(time: str | None, day: Point | None) -> Reading:
    """A TIME on a day; without a known day it stays open."""
    if time is None or day is None or day.unit != "day":
        return Reading("TIME", None)
    return of_point(replace(day, time=time))


def current_day(context: Context) -> Point | None:
    """The day that a bare time of day belongs to: the last one mentioned, else the publish date."""
    if context.last and context.last.unit == "day":
        return replace(context.last, time="")
    return None if context.narrative else context.here()


def part_of_day(match: Match, context: Context) -> Reading:
    """ "this morning", "last night", "tonight", "that afternoon", "the next morning"."""
    which = set(match.text("which").split())
    part = part_time(match)
    here = context.here() if not context.narrative else context.last
    if which & (ANAPHORIC | {"next"}):
        base = current_day(context)
    else:
        base = here if here and here.unit == "day" else None
    if base is None:
        return Reading("TIME", None)
    step = -1 if which & BACKWARD else 1 if which & FORWARD or "tomorrow" in which else 0
    if "yesterday" in which:
        step = -1
    return on_day(part, shift(base, "day", step))


def part_time(match: Match) -> str:
    """ "TMO" of "morning" and "the early hours", "TNI" of "tonight"."""
    return "TMO" if "early" in match.groups else f"T{match.get('part', 'DAYPART') or 'NI'}"


def repeated(every: Reading, time: str | None) -> Reading:
    """ "Sundays at 9 a.m.": the time of day on each of those days."""
    on_days = every.value is not None and every.value.startswith("XXXX")
    return Reading("SET", f"{every.value}{time or ''}" if on_days else every.value)


def overnight(match: Match, context: Context) -> Reading:
    """ "overnight": the night to the day of publishing."""
    here = context.here()
    return on_day("TNI", shift(here, "day", -1) if here and not context.narrative else None)
