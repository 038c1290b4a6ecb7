"""Points in time at the precision of the words, and what one comes to so many units on."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefgen.lists import load


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, year or other calendar unit."""

    year: int
    """Negative before Christ: -480 is 480 BC."""
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """1 to 31."""
    part: str = ""
    """Instead of month and day: "W12", "W12-WE", "Q1", "H2", "SU"."""
    time: str = ""
    """"TNI", "T10:30"."""

    @property
    def unit(self) -> str:
        """The calendar unit it is."""
        if self.day:
            return "day"
        if self.month:
            return "month"
        if self.part[1:2].isdigit():  # unlike WI, the winter
            return {"W": "week", "Q": "quarter", "H": "half"}.get(self.part[0], "year")
        return "year"

    def value(self) -> str:
        """Its TIMEX3 value."""
        text = f"{self.year:04d}" if self.year > 0 else f"BC{-self.year:04d}"
        if self.part:
            return f"{text}-{self.part}{self.time}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text + self.time

    def as_date(self) -> date | None:
        """The day it is, None for a longer unit or one outside of the calendar's reach."""
        if self.year < 1 or not self.month or not self.day:
            return None
        return date(self.year, self.month, self.day)

    def first_day(self) -> date | None:
        """The day it begins with, None before Christ."""
        if self.year < 1:
            return None
        if self.unit == "week":
            return date.fromisocalendar(self.year, int(self.part[1:3]), 1)
        return date(self.year, middle_month(self), self.day or 1)


def of_day(day: date) -> Point:
    """The point that a day is."""
    return Point(day.year, day.month, day.day)


def middle_month(point: Point) -> int:
    """A month that lies in the point: its own, or the first of its quarter or season."""
    if point.month:
        return point.month
    if point.part.startswith("Q"):
        return int(point.part[1]) * 3 - 2
    return {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "H2": 7}.get(point.part, 1)


def valid(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day; before Christ, whether some year has it."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= calendar.monthrange(year if year > 0 else 4, month)[1]


def unit_of(day: date, unit: str) -> Point:
    """The week, month, quarter ... in which a day lies."""
    if unit in ("day", "night"):
        return of_day(day)
    if unit in ("week", "weekend"):
        iso = day.isocalendar()
        return Point(iso.year, part=f"W{iso.week:02d}" + ("-WE" if unit == "weekend" else ""))
    if unit == "month":
        return Point(day.year, day.month)
    if unit == "quarter":
        return Point(day.year, part=f"Q{(day.month + 2) // 3}")
    return Point(day.year)


def shift(point: Point, unit: str, count: int) -> Point | None:
    """The calendar unit `count` units away from the one around a point; None where unknown.

    The result is never more precise than the unit: three months before 2024-03-25 is 2023-12.
    """
    if unit in ("decade", "century", "year", "millennium"):
        years = count * load("timexes")["durations"][unit][2]
        year = point.year + years
        if (year > 0) != (point.year > 0):
            year += 1 if years > 0 else -1
        return Point(year)
    if unit == "month" and point.month:
        months = point.year * 12 + point.month - 1 + count
        return Point(months // 12, months % 12 + 1)
    if unit == "quarter" and (point.month or point.part.startswith("Q")):
        quarters = point.year * 4 + (middle_month(point) - 1) // 3 + count
        return Point(quarters // 4, part=f"Q{quarters % 4 + 1}")
    day = (
        point.first_day()
        if unit in ("week", "weekend", "fortnight") and point.unit == "week"
        else point.as_date()
    )
    if day is None:
        return None
    days = {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1) * count
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        return None
    return unit_of(moved, "week" if unit == "fortnight" else unit)


def same_part(point: Point, years: int) -> Point:
    """The same quarter, month or year so many years on."""
    return replace(point, year=point.year + years, day=None, time="")


def duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; None for a number that the words leave open."""
    time, letter, factor = load("timexes")["durations"][unit]
    number = "X" if count is None else f"{count * factor:g}"
    return f"P{time}{number}{letter}"


def holiday(rule: object, year: int) -> Point:
    """The day of a feast in a year."""
    if rule == "easter":
        return of_day(easter(year))
    if isinstance(rule, list):
        month, weekday, which = rule
        first = date(year, month, 1)
        return Point(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    month_day = str(rule)
    return Point(year, int(month_day[:2]), int(month_day[3:]))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
