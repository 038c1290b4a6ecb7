"""TIMEX3 values as days on the calendar, at the precision that the words have and no more."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Interval = tuple[date, date]
"""First and last day, both included."""

QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
PART = re.compile(r"(\d{4})-(Q[1-4]|H[12])")


def interval(value: str | None) -> Interval | None:
    """The days that a TIMEX3 DATE or TIME value covers; None where it covers no certain ones.

    Seasons, decades and centuries are none: their borders are a matter of taste or too wide to say.
    """
    if value is None:
        return None
    try:
        return _interval(value)
    except ValueError:  # such as 2015-02-29
        return None


def _interval(value: str) -> Interval | None:
    if found := DAY.fullmatch(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := WEEK.fullmatch(value):
        first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
        return first, first + timedelta(days=1 if found[3] else 6)
    if found := MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if found := PART.fullmatch(value):
        return _months(int(found[1]), *QUARTERS[found[2]])
    if re.fullmatch(r"\d{4}", value):
        return _months(int(value), 1, 12)
    return None


def _months(year: int, first: int, last: int) -> Interval:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def progress(due: Interval, as_of: date) -> str:
    """Where a plan stands on a day: upcoming, due (inside the interval) or passed."""
    if as_of < due[0]:
        return "upcoming"
    return "due" if as_of <= due[1] else "passed"
