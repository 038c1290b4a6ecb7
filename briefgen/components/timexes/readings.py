"""What each kind of expression means: from a match of a rule to type, value and modifier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefgen.components.lists import load
from briefgen.components.timexes import context as reference
from briefgen.components.timexes.context import Context
from briefgen.components.timexes.values import (
    Point,
    duration,
    holiday,
    of_day,
    same_part,
    shift,
    valid,
)
from briefgen.components.timexes.words import Word

EARLIER = frozenset({"earlier", "before", "previously", "previous", "prior"})
BACKWARD = frozenset({"last", "past", "previous"})
FORWARD = frozenset({"next", "coming", "following"})
ANAPHORIC = frozenset({"that", "same", "previous", "following", "very"})
HALF_YEAR = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    type: str
    """DATE, TIME, DURATION or SET."""
    value: str | None
    """TIMEX3 value."""
    mod: str | None = None
    """TIMEX3 modifier."""
    point: Point | None = None
    """The point in time that it is, for what follows to refer to."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a rule matched."""

    words: tuple[Word, ...]
    """All of them, in order."""
    groups: dict[str, tuple[Word, ...]]
    """Those of each named group that took part."""

    def get(self, group: str, kind: str) -> Any:
        """The value of a group's first word as a member of a class, None where it took no part."""
        words = self.groups.get(group)
        return words[0].values.get(kind) if words else None

    def text(self, group: str) -> str:
        """The words of a group in lower case, "" where it took no part."""
        return " ".join(word.lower for word in self.groups.get(group, ()))

    @property
    def start(self) -> int:
        """First code point."""
        return self.words[0].start


def of_point(point: Point | None, mod: str | None = None) -> Reading:
    """A DATE, or a TIME where the point has one."""
    if point is None:
        return Reading("DATE", None, mod)
    return Reading("TIME" if point.time else "DATE", point.value(), mod, point)


# --- years -------------------------------------------------------------------------------------


def stated_year(match: Match, context: Context) -> int | None:
    """The year that the expression itself names, in figures or as "last year"."""
    if "bc" in match.groups:
        year = int(match.get("bc", "NUM") or match.get("bc", "YEAR"))
        return -year if match.get("era", "ERA").startswith("b") else year
    if "year" in match.groups:
        year = int(match.get("year", "YEAR"))
        return -year if (match.get("era", "ERA") or "").startswith("b") else year
    if "short" in match.groups:
        return century_of(match.get("short", "SHORT"), context)
    if "which" in match.groups and "unit" not in match.groups:
        point = relative_unit(match.text("which"), "year", context)
        return point.year if point else None
    return None


def has_year(match: Match) -> bool:
    """Whether the expression names its year."""
    return any(group in match.groups for group in ("bc", "year", "short", "which"))


def century_of(short: int, context: Context) -> int:
    """The full year of two digits: in a narrative the running century, else the nearest one."""
    if context.narrative and context.last:
        return context.last.year // 100 * 100 + short
    anchor = context.published.year if context.published else 2000
    year = anchor // 100 * 100 + short
    return year - 100 if year > anchor + 20 else year


def year(match: Match, context: Context) -> Reading:
    """ "1990", "480 BC", "'98"."""
    found = stated_year(match, context)
    return of_point(Point(found) if found else None)


def range_year(match: Match, context: Context) -> Reading:
    """The second year of "1955-57"."""
    first = context.last
    short = match.get("yy", "YY")
    if first is None or short is None or first.year % 100 > short:
        return Reading("DATE", None)
    return of_point(Point(first.year // 100 * 100 + short))


def decade(match: Match, context: Context) -> Reading:
    """ "the 1960s" is 196."""
    text = match.get("decade", "DECADE")
    if isinstance(text, int):
        return Reading("DATE", str(190 + text))
    digits = "".join(c for c in text if c.isdigit())
    era = "BC0" if "era" in match.groups else ""
    if len(digits) == 2:
        return Reading("DATE", "19" + digits[0])
    return Reading("DATE", era + digits[:-1])


def century(match: Match, context: Context) -> Reading:
    """ "the 19th century" is 18."""
    number = int(match.get("nth", "ORD")) - 1
    era = "BC" if (match.get("era", "ERA") or "").startswith("b") else ""
    return Reading("DATE", f"{era}{number:02d}")


# --- days and months ---------------------------------------------------------------------------


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
        return of_point(
            reference.nearest_day(
                month, day, context, context.tense(match.groups["month"][0].start)
            )
        )
    if year_ is None or not valid(year_, month, day):
        return Reading("DATE", None)
    return of_point(Point(year_, month, day))


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
    tense = context.tense(match.start)
    if not tense and match.text("by"):
        tense = "future"
    return reference.nearest_month(month, context, tense)


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


# --- parts of the year -------------------------------------------------------------------------


def season(match: Match, context: Context) -> Reading:
    """ "the summer of 1955", "last fall", "this spring", "winter"."""
    part = str(match.get("season", "SEASON"))
    if has_year(match):
        year_ = stated_year(match, context)
        return of_point(Point(year_, part=part) if year_ else None)
    here = context.running if context.narrative else context.here()
    if here is None:
        return Reading("DATE", None)
    rel = match.text("rel")
    order = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
    now = here.month or order.get(here.part, 6)
    if rel in BACKWARD:
        return of_point(Point(here.year - (order[part] >= now - 1), part=part))
    if rel in FORWARD and rel:
        return of_point(Point(here.year + (order[part] <= now + 1), part=part))
    return of_point(Point(here.year, part=part))


def quarter(match: Match, context: Context) -> Reading:
    """ "the third quarter of 2009", "third-quarter", "the second half"."""
    number = int(match.get("nth", "ORD") or match.get("nth", "QUARTER") or 0)
    letter = "H" if match.text("piece") in ("half", "halves") else "Q"
    most = HALF_YEAR if letter == "H" else 4
    if match.text("nth") in ("final", "latter"):
        number = most
    if match.text("nth") == "last":
        number = most
    if not 1 <= number <= most:
        return Reading("DATE", None)
    if has_year(match):
        year_ = stated_year(match, context)
        return of_point(Point(year_, part=f"{letter}{number}") if year_ else None)
    if context.narrative:
        return of_point(
            Point(context.last.year, part=f"{letter}{number}") if context.last else None
        )
    return of_point(nearest_quarter(letter, number, match, context))


def nearest_quarter(letter: str, number: int, match: Match, context: Context) -> Point | None:
    """The quarter or half that a text means by its number alone."""
    here = context.published
    if here is None:
        return None
    months = 12 // (HALF_YEAR if letter == "H" else 4)
    now = (here.month - 1) // months + 1
    tense = context.tense(match.start)
    ahead = number - now
    if tense == "future":
        return Point(here.year + (ahead < 0), part=f"{letter}{number}")
    if ahead > 0 and (tense == "past" or ahead * months > 6):
        return Point(here.year - 1, part=f"{letter}{number}")
    return Point(here.year, part=f"{letter}{number}")


def this_quarter(match: Match, context: Context) -> Reading:
    """ "the quarter", "the latest period": the text's own, else the last one that is over."""
    rel = match.text("rel")
    if context.quarter is not None and rel != "current":
        return Reading("DATE", context.quarter.value())
    here = context.here()
    if here is None or match.text("piece") == "period":
        return Reading("DATE", None)
    return of_point(shift(here, "quarter", 0 if rel == "current" else -1))


def quarter_of(match: Match, context: Context) -> Reading:
    """ "the 1988 quarter", "last year's quarter": the text's quarter in another year."""
    year_ = stated_year(match, context)
    if year_ is None or context.quarter is None:
        return Reading("DATE", None)
    return Reading("DATE", Point(year_, part=context.quarter.part).value())


def year_before(match: Match, context: Context) -> Reading:
    """ "the year-earlier quarter", "the same period a year ago".

    What it means is not noted: the next "a year earlier" counts from the same date again.
    """
    last = context.quarter if match.text("piece") == "quarter" else context.last
    last = last or context.last
    if last is None:
        return Reading("DATE", None)
    if "nth" in match.groups:
        return Reading("DATE", Point(last.year - 1, part=f"Q{match.get('nth', 'ORD')}").value())
    if match.text("piece") == "month" and last.month:
        return Reading("DATE", Point(last.year - 1, last.month).value())
    if last.unit == "day":
        return Reading("DATE", Point(last.year - 1).value())
    return Reading("DATE", same_part(last, -1).value())


def fiscal(match: Match, context: Context) -> Reading:
    """ "fiscal 1989", "fiscal year 2012": the year by its number."""
    found = stated_year(match, context)
    return of_point(Point(found) if found else None)


def year_end(match: Match, context: Context) -> Reading:
    """ "year-end", "the end of the year"."""
    here = context.here()
    if "which" in match.groups:
        found = stated_year(match, context)
        here = Point(found) if found else None
    return of_point(Point(here.year) if here else None, "END")


# --- units -------------------------------------------------------------------------------------


def relative_unit(which: str, unit: str, context: Context) -> Point | None:
    """The week, month, year ... that "last", "this", "that", "the following" picks."""
    words = set(which.split())
    anaphoric = bool(words & ANAPHORIC) or ("the" in words and "next" in words)
    base = context.before() if anaphoric else context.here()
    if base is None:
        return None
    if unit == "quarter" and words & BACKWARD and base.unit not in ("month", "day", "quarter"):
        return None
    count = -1 if words & BACKWARD else 1 if words & FORWARD else 0
    return shift(base, unit, count)


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


def fiscal_unit(match: Match, context: Context) -> Reading:
    """ "the year ended March 31": a length, whichever calendar years it touches."""
    return Reading("DURATION", duration(1, unit_name(match)))


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


# --- distances ---------------------------------------------------------------------------------


def count_of(match: Match) -> float | None:
    """How many, None for "several" and the like."""
    if "count" not in match.groups:
        return 2 if "couple" in match.groups else None if "vague" in match.groups else 1
    number = match.get("count", "NUM")
    if number is None:
        number = match.get("count", "INT")
    if number is None:
        return None
    return float(number) + (0.5 if "half" in match.groups else 0)


def unit_name(match: Match) -> str:
    """The unit's name in the singular."""
    return str(match.get("unit", "UNIT") or match.get("unit", "UNITS"))


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


def unknown_date(match: Match, context: Context) -> Reading:
    """ "the day after the vote": only the event's own date would tell."""
    return Reading("DATE", None)


# --- durations and repetitions -----------------------------------------------------------------


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
    """ "every day", "each year", "every two weeks"."""
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


def frequency(match: Match, context: Context) -> Reading:
    """ "daily", "annual"."""
    return Reading("SET", str(match.get("frequency", "FREQUENCY")))


# --- times of day ------------------------------------------------------------------------------


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
    part = f"T{match.get('part', 'DAYPART') or 'NI'}"
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


def overnight(match: Match, context: Context) -> Reading:
    """ "overnight": the night to the day of publishing."""
    here = context.here()
    return on_day("TNI", shift(here, "day", -1) if here and not context.narrative else None)
