"""Dates and figures in words, by Unicode CLDR: the only text that pages make out of values."""

from __future__ import annotations

import functools
import re
from datetime import date

import pycountry
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

LOCALE = "en"
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS = {
    "Q1": "first quarter of",
    "Q2": "second quarter of",
    "Q3": "third quarter of",
    "Q4": "fourth quarter of",
    "H1": "first half of",
    "H2": "second half of",
}
TIMES = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
TIMES |= {"DT": "daytime"}
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(.+)")


@functools.cache
def day(value: date) -> str:
    """25 March 2024."""
    return str(format_date(value, "d MMMM y", locale=LOCALE))


@functools.cache
def country(code: str) -> str:
    """The name of a country by its ISO 3166-1 alpha-3 code; an unknown code stays as it is."""
    known = pycountry.countries.get(alpha_3=code)
    return str(Locale(LOCALE).territories.get(known.alpha_2, known.name)) if known else code


@functools.cache
def number(value: float | tuple[float, float]) -> str:
    """A figure with thousands separators; a range with a dash."""
    if isinstance(value, tuple):
        return f"{number(value[0])}–{number(value[1])}"
    return str(format_decimal(value, format="#,##0.######", locale=LOCALE))


@functools.cache
def resolved(value: str) -> str:
    """A TIMEX3 value in words at its own precision; a value that has none stays as it is."""
    try:
        return _resolved(value)
    except ValueError:  # such as 2015-02-29
        return value


def _resolved(value: str) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return day(date.fromisoformat(value))
    if re.fullmatch(r"\d{4}-\d\d", value):
        return str(format_date(date.fromisoformat(f"{value}-01"), "MMMM y", locale=LOCALE))
    if found := TIME.fullmatch(value):
        return f"{_resolved(found[1])}, {TIMES.get(found[2], found[2])}"
    if found := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return f"{'weekend in ' if found[3] else ''}the week of {day(monday)}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    year, _, part = value.partition("-")
    if re.fullmatch(r"\d{4}", year) and part in SEASONS | PARTS:
        return f"{(SEASONS | PARTS)[part]} {year}"
    return value
