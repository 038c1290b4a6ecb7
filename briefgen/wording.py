"""Dates, figures and names of countries in words, by Unicode CLDR, in the site's language.

Digits are Latin in every language, as in the sources beside them.
"""

from __future__ import annotations

import functools
import re
from datetime import date

import pycountry
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, parse_decimal

from briefgen.catalogue import ENGLISH, N_, catalogue, own

CALENDARS = {ENGLISH: "en_GB"}
"""Where the language alone would write a date in another order than this site: its English puts
the day first."""
PARTS = {
    "SP": N_("spring %(year)s"),
    "SU": N_("summer %(year)s"),
    "FA": N_("autumn %(year)s"),
    "WI": N_("winter %(year)s"),
    "Q1": N_("first quarter of %(year)s"),
    "Q2": N_("second quarter of %(year)s"),
    "Q3": N_("third quarter of %(year)s"),
    "Q4": N_("fourth quarter of %(year)s"),
    "H1": N_("first half of %(year)s"),
    "H2": N_("second half of %(year)s"),
}
TIMES = {
    "MO": N_("%(day)s, morning"),
    "MI": N_("%(day)s, midday"),
    "AF": N_("%(day)s, afternoon"),
    "EV": N_("%(day)s, evening"),
    "NI": N_("%(day)s, night"),
    "DT": N_("%(day)s, daytime"),
}
HOUR = N_("%(day)s, %(hour)s")
WEEKS = N_("the week of %(day)s")
WEEKEND = N_("weekend in the week of %(day)s")
DECADE = N_("%(decade)ss")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(.+)")
FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@functools.cache
def day(value: date, language: str = ENGLISH) -> str:
    """25 March 2024."""
    return str(format_date(value, "long", locale=CALENDARS.get(language, language)))


@functools.cache
def country(code: str, language: str = ENGLISH) -> str:
    """The name of a country by its ISO 3166-1 alpha-3 code; an unknown code stays as it is."""
    known = pycountry.countries.get(alpha_3=code)
    return str(Locale(language).territories.get(known.alpha_2, known.name)) if known else code


@functools.cache
def language_name(code: str, language: str = ENGLISH) -> str:
    """The name of a language by its BCP 47 code; an unknown code stays as it is."""
    return str(Locale(language).languages.get(code.split("-")[0].lower(), code))


@functools.cache
def number(value: float | tuple[float, float], language: str = ENGLISH) -> str:
    """A figure with thousands separators; a range with a dash."""
    if isinstance(value, tuple):
        return f"{number(value[0], language)}–{number(value[1], language)}"
    return str(format_decimal(value, format="#,##0.######", locale=language))


@functools.cache
def figure(text: str, language: str = ENGLISH) -> str:
    """A figure that a snapshot keeps in its English form; anything else stays as it is."""
    return FIGURE.sub(lambda m: number(float(parse_decimal(m[0], ENGLISH)), language), text)


@functools.cache
def resolved(value: str, language: str = ENGLISH) -> str:
    """A TIMEX3 value in words at its own precision; a value that has none stays as it is."""
    try:
        return _resolved(value, language)
    except ValueError:  # such as 2015-02-29
        return value


def _resolved(value: str, language: str) -> str:
    say = catalogue(language).gettext
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return day(date.fromisoformat(value), language)
    if re.fullmatch(r"\d{4}-\d\d", value):
        return str(format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=language))
    if found := TIME.fullmatch(value):
        words = {"day": _resolved(found[1], language), "hour": found[2]}
        return say(TIMES.get(found[2], HOUR)) % words
    if found := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return say(WEEKEND if found[3] else WEEKS) % {"day": day(monday, language)}
    if re.fullmatch(r"\d{3}", value):
        return say(DECADE) % {"decade": f"{value}0"}
    year, _, part = value.partition("-")
    if re.fullmatch(r"\d{4}", year) and part in PARTS:
        return say(PARTS[part]) % {"year": year}
    return own(value, language)
