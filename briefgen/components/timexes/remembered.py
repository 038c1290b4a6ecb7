"""Days that are known by month and day alone: the "September 11" of the attacks of 2001."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta

from briefgen.lists import load

FRESH = timedelta(days=180)
"""How long after the same day of a later year that day may be meant."""

PLACE = re.compile(r"\s(?:on|in|at|against)\s")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A day that stands for what happened on it."""

    year: int
    """The year that goes without saying."""
    what: re.Pattern[str]
    """What follows the day where it is the remembered one: "attacks"."""
    named: re.Pattern[str]
    """Where a text speaks of it."""


@functools.cache
def remembered() -> dict[tuple[int, int], Remembered]:
    """The listed days by month and day."""
    days = {}
    for row in load("timexes")["remembered_days"]:
        what = "|".join(row["what"])
        written = rf"(?:{'|'.join(row['written'])})"
        named = rf"{written}(?:, {row['year']}\b|\s(?:{what})\b)|{'|'.join(row['known_as'])}"
        days[row["month"], row["day"]] = Remembered(
            row["year"], re.compile(rf"\s(?:{what})\b", re.IGNORECASE), re.compile(named)
        )
    return days


def years(day: tuple[int, int], text: str, end: int, published: date | None) -> tuple[int, ...]:
    """The years that a month and day ending at `end` may be of; none for a day like any other.

    The same day of a later year may be meant too while it is not long past, unless "attacks"
    follows and no place after it ("the Sept. 11 attacks in Benghazi" were others).
    """
    row = remembered().get(day)
    if row is None or published is None or published <= date(row.year, *day):
        return ()
    if not row.named.search(text):
        return ()
    latest = date(published.year, *day)
    if latest > published:
        latest = date(published.year - 1, *day)
    if latest.year <= row.year or published - latest > FRESH:
        return (row.year,)
    what = row.what.match(text, end)
    return (row.year,) if what and not PLACE.match(text, what.end()) else (row.year, latest.year)
