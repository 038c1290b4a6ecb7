"""Readings of years and what is longer, and of seasons, quarters and halves."""

from __future__ import annotations

from briefgen.components.timexes.context import Context, nearest_month
from briefgen.components.timexes.readings import (
    BACKWARD,
    FORWARD,
    Match,
    Reading,
    has_year,
    of_point,
    stated_year,
)
from briefgen.components.timexes.values import Point, same_part, shift

HALF_YEAR = 2

REPORTING_SEASON = 2
"""Months of a quarter in which results of the one before are still to come."""


def year(match: Match, context: Context) -> Reading:
    """ "1990", "480 BC", "'98"."""
    found = stated_year(match, context)
    return of_point(Point(found) if found else None)


def year_in_words(match: Match, context: Context) -> Reading:
    """ "the year two thousand"."""
    return of_point(Point(match.get("year", "THOUSAND")))


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
    reported_now = (here.month - 1) % 3 < REPORTING_SEASON or tense != "future"
    if letter == "Q" and (ahead == -1 or (ahead == 3 and reported_now)):
        # The one just over: what it earned "will be" reported now.
        return Point(here.year - (ahead > 0), part=f"Q{number}")
    if tense == "future":
        return Point(here.year + (ahead < 0), part=f"{letter}{number}")
    if ahead > 0 and (tense == "past" or ahead * months > 6):
        return Point(here.year - 1, part=f"{letter}{number}")
    return Point(here.year, part=f"{letter}{number}")


def this_quarter(match: Match, context: Context) -> Reading:
    """ "the quarter", "the latest period": the text's own, else the last one that is over."""
    rel = match.text("rel")
    here = context.here()
    over = shift(here, "quarter", -1) if here is not None else None
    if rel in ("latest", "most recent") and over and context.quarter:
        ahead = (context.quarter.year, context.quarter.part) > (over.year, over.part)
        return of_point(over if ahead else context.quarter)
    if context.quarter is not None and rel != "current":
        return Reading("DATE", context.quarter.value())
    if here is None or match.text("piece") == "period":
        return Reading("DATE", None)
    return of_point(shift(here, "quarter", 0 if rel == "current" else -1))


def quarter_ended(match: Match, context: Context) -> Reading:
    """ "the quarter ended July 31": the one its last month lies in."""
    last = nearest_month(int(match.get("month", "MONTH")), context, "past")
    return of_point(shift(last, "quarter", 0) if last is not None else None)


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
