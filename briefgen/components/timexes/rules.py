"""The grammar: which words make a time expression, and which reading they get.

A pattern is a regular expression over words. A name in capitals is a class of `words.py`, a word in
lower case is itself, a mark stands in quotes; `name:X` names what X matched; spaces mean nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefgen.components.timexes import clock, days, distances, guards, lengths, periods
from briefgen.components.timexes.context import Context
from briefgen.components.timexes.guards import Neighbours
from briefgen.components.timexes.readings import Match, Reading
from briefgen.components.timexes.words import lexer
from briefgen.lists import load

DASH = "('-'|'–'|'—'|'‑')"
WHICH = """(this past|this coming|this|last|next|past|previous|that same|that|the same|the next
|the following|the previous|the current|the last|the coming|the subsequent|the preceding
|current|same|following)"""
REL = """rel:(last|next|this past|this coming|this|past|previous|following|coming|the previous
|the following|the last|the next)"""
YEAR = f"""(?:(?:of|',')? year:YEAR era:ERA? | (?:of|',')? bc:NUM era:ERA | ','? short:SHORT
| (?:of|in|',')? which:{WHICH} year)"""
WEEKDAY = "(?:WEEKDAY ','? the?)"
COUNT = """(?: count:NUM (?:half:(and a half|and half))? | couple:(a couple of|couple of|a couple)
| vague:(a few|few|several|many|some|a number of|numerous|a handful of|countless|various) )"""
LEAD = """(?: (?:the|these|those|his|her|its|their|our)? (?:past|last|next|first|final|coming
|previous|following|latest|recent|intervening|subsequent|ensuing|another|additional|opening|closing|preceding
|same|most recent)? )"""
MORE = """(?:more|full|straight|consecutive|trading|additional|extra|long|whole|solid|further
|working|business|calendar)?"""
DIRECTION = """direction:(ago|earlier|later|before|after|previously|from now|hence|afterwards
|afterward|prior)"""
ONE = "(?:a|an|another|a full|a single|an entire|a whole|an additional)"
SAME = "(?:same|corresponding|comparable|like)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression."""

    name: str
    """What it is called in explanations."""
    kind: str
    """What may join it: day, time, part (of a day), date, duration, distance, set or reference."""
    pattern: str
    """Over words; see the module."""
    read: Callable[[Match, Context], Reading]
    """What it means."""
    accept: Callable[[Neighbours], bool] | None = None
    """Where the words alone are ambiguous: whether their neighbours speak for it."""


def as_pattern(phrase: str) -> str:
    """A listed phrase as a pattern of single words."""
    parts = [match.group().lower() for match in lexer().finditer(phrase)]
    quoted = ("'" + part.replace("'", r"\'") + "'" for part in parts)
    return " ".join(quoted)


def any_of(phrases: list[str]) -> str:
    """A pattern for any of the listed phrases."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(as_pattern(phrase) for phrase in longest_first) + ")"


def reference(value: str) -> Callable[[Match, Context], Reading]:
    """A reading that always is PAST_REF, PRESENT_REF or FUTURE_REF."""
    return lambda match, context: Reading("DATE", value)


def day_rules() -> tuple[Rule, ...]:
    """Rules for single days."""
    md = f"{WEEKDAY}? month:MONTH the? day:DAY"
    dm = f"{WEEKDAY}? the? day:DAY of? month:MONTH"
    joined = "(?:and|'-'|'–'|to|or|through|',')"
    feast = f"feast:{any_of(list(load('timexes')['holidays']))}"
    return (
        Rule("date in figures", "day", "iso:ISO", days.iso),
        Rule("date with slashes", "day", "slashed:SLASHED", days.slashed),
        Rule("month, day and year", "day", f"{md} {YEAR}", days.month_day),
        Rule("day, month and year", "day", f"{dm} {YEAR}", days.month_day),
        Rule(
            "first of two days with their year",
            "day",
            f"(?:month:MONTH day:DAY (?={joined} MONTH? DAY ','? year:YEAR)"
            f"|day:DAY month:MONTH (?={joined} DAY MONTH ','? year:YEAR))",
            days.month_day,
        ),
        Rule("day and month", "day", dm, days.month_day, guards.day_and_month),
        Rule("month and day", "day", md, days.month_day, guards.month_and_day),
        Rule(
            "first of two days",
            "day",
            f"day:DAY (?={joined} the? DAY of? month:MONTH (?:','? year:YEAR)?)",
            days.month_day,
            guards.listed_day,
        ),
        Rule(
            "second of two days",
            "day",
            f"(?<=MONTH DAY {joined}) the? day:DAY (?:','? year:YEAR)?",
            days.second_day,
            guards.listed_day,
        ),
        Rule(
            "day of the month",
            "day",
            "the day:NTHDAY",
            days.ordinal_day,
            guards.day_of_the_month,
        ),
        Rule("named weekday", "day", f"{REL} weekday:WEEKDAY", days.day_name),
        Rule("weekday", "day", "weekday:WEEKDAY", days.day_name, guards.weekday),
        Rule(
            "today",
            "day",
            "word:(today|yesterday|tomorrow)",
            days.deictic_day,
            guards.deictic_day,
        ),
        Rule(
            "day after next",
            "day",
            "the? beyond:(day after|day before) word:(tomorrow|yesterday)",
            days.deictic_day,
        ),
        Rule("holiday", "day", f"{REL}? {feast} {YEAR}?", days.feast, guards.holiday),
    )


def year_rules() -> tuple[Rule, ...]:
    """Rules for months, years and what is longer."""
    return (
        Rule("month and year", "date", f"month:MONTH {YEAR}", days.month_only),
        Rule("named month", "date", f"{REL} month:MONTH", days.month_only),
        Rule(
            "first of two months",
            "date",
            "month:MONTH (?=(?:and|to|through|until|or|'-'|'–') (?:early|late|mid)? '-'? "
            "second:MONTH ','? year:YEAR)",
            days.first_month,
            guards.month,
        ),
        Rule("month", "date", "month:MONTH", days.month_only, guards.month),
        Rule(
            "year", "date", "(?:the (?:year|years))? year:YEAR era:ERA?", periods.year, guards.year
        ),
        Rule("year in words", "date", "the year year:THOUSAND", periods.year_in_words),
        Rule("year before Christ", "date", "bc:NUM era:ERA", periods.year),
        Rule(
            "start of a range of years",
            "date",
            "bc:INT (?=('-'|'–'|to|and) NUM era:ERA)",
            periods.year,
        ),
        Rule("end of a range of years", "date", "(?<=YEAR ('-'|'–')) yy:YY", periods.range_year),
        Rule("short year", "date", "short:SHORT", periods.year, guards.short_year),
        Rule("decade", "date", "the? decade:DECADE era:ERA?", periods.decade, guards.decade),
        Rule(
            "century",
            "date",
            f"the? nth:ORD {DASH}? (?:century|centuries) era:ERA?",
            periods.century,
        ),
        Rule("fiscal year", "date", "the? (?:fiscal|financial) year? year:YEAR", periods.fiscal),
    )


def season_rules() -> tuple[Rule, ...]:
    """Rules for seasons, quarters and halves."""
    nth = "nth:(ORD|last|latter)"
    fiscal = f"(?:fiscal {DASH}?)?"
    return (
        Rule("season of a year", "date", f"the? season:SEASON {YEAR}", periods.season),
        Rule("year's season", "date", "year:YEAR season:SEASON", periods.season),
        Rule("named season", "date", f"{REL} season:SEASON", periods.season),
        Rule("season", "date", "(?:the|that)? season:SEASON", periods.season, guards.season),
        Rule(
            "quarter",
            "date",
            f"(?:the|its|their)? {fiscal} {nth} fiscal? piece:(quarter|half) {YEAR}?",
            periods.quarter,
            guards.quarter,
        ),
        Rule(
            "quarter before a noun",
            "date",
            f"{fiscal} {nth} {DASH} piece:(quarter|half)",
            periods.quarter,
        ),
        Rule(
            "year's quarter",
            "date",
            f"the? (?:year:YEAR|which:{WHICH} year '\\'s') {nth} {DASH}? piece:(quarter|half)",
            periods.quarter,
        ),
        Rule("quarter in figures", "date", f"nth:QUARTER {YEAR}?", periods.quarter),
        Rule(
            "the quarter ended",
            "date",
            "(?:the|its|their) quarter (?=(?:ended|ending) month:MONTH)",
            periods.quarter_ended,
        ),
        Rule(
            "the quarter",
            "date",
            "(?:the|that|its|their) rel:(latest|current|most recent)? piece:(quarter|period)",
            periods.this_quarter,
            guards.the_quarter,
        ),
        Rule(
            "the quarter of a year",
            "date",
            f"(?:the year:YEAR|which:{WHICH} year '\\'s') piece:(quarter|period)",
            periods.quarter_of,
        ),
        Rule(
            "year-earlier period",
            "date",
            f"(?:the|its)? {SAME}? year {DASH} (?:earlier|ago) nth:ORD? "
            "piece:(quarter|period|month)",
            periods.year_before,
        ),
        Rule("year-earlier", "date", f"year {DASH} (?:earlier|ago)", periods.year_before),
        Rule(
            "same period a year ago",
            "date",
            f"(?:the|its)? {SAME}? piece:(quarter|period|month) "
            "(?:a year ago|a year earlier|of? the? last year|of? the? previous year)",
            periods.year_before,
            guards.same_period,
        ),
        Rule("year-end", "date", f"the? year {DASH}? end", periods.year_end),
        Rule(
            "year's end",
            "date",
            f"(?:the year|year|which:{WHICH} year) '\\'s' end",
            periods.year_end,
        ),
    )


def unit_rules() -> tuple[Rule, ...]:
    """Rules for weeks, months, years ... counted from elsewhere, and for distances."""
    return (
        Rule(
            "for the last unit",
            "duration",
            "(?<=(for|over)) the last unit:(week|fortnight|decade|century)",
            lengths.span,
        ),
        Rule(
            "named unit",
            "date",
            f"which:{WHICH} (?:calendar|fiscal|whole|entire|full)? unit:UNIT",
            distances.unit,
            guards.named_unit,
        ),
        Rule(
            "the year ended",
            "duration",
            "the fiscal? unit:year (?=ended|ending)",
            lengths.fiscal_unit,
        ),
        Rule(
            "the unit",
            "date",
            "the (?:full|whole|entire|fiscal)? unit:UNIT",
            distances.the_unit,
            guards.the_unit,
        ),
        Rule("week of a day", "date", "the week of month:MONTH day:DAY", distances.week_of),
        Rule(
            "week of a month",
            "date",
            f"the nth:(ORD|last) week (?:of|in) month:MONTH {YEAR}?",
            distances.which_week,
        ),
        Rule(
            "distance",
            "distance",
            f"{COUNT} {MORE} unit:(UNITS|UNIT) {DIRECTION}",
            distances.distance,
            guards.finished,
        ),
        Rule(
            "distance of one",
            "distance",
            f"(?:a|an|another) unit:UNIT {DIRECTION}",
            distances.distance,
            guards.finished,
        ),
        Rule(
            "distance of many",
            "distance",
            "vague:UNITS direction:(earlier|later|ago|before)",
            distances.far,
            guards.finished,
        ),
        Rule(
            "next to the day",
            "date",
            "the unit:(day|week|month|year) direction:(before|after|earlier|later|previous)",
            distances.day_beside,
            guards.finished,
        ),
        Rule(
            "days beside a day",
            "date",
            "(?:the unit:day|a unit:day|count:NUM unit:UNITS) direction:(before|after) "
            f"(?:{REL}? weekday:WEEKDAY|month:MONTH day:DAY)",
            distances.beside_a_day,
        ),
        Rule(
            "beside an event",
            "date",
            "the unit:(day|week|month|year) direction:(before|after|earlier|later|previous)",
            distances.unknown_date,
            guards.event_beside,
        ),
    )


def length_rules() -> tuple[Rule, ...]:
    """Rules for lengths of time and for what comes again and again."""
    return (
        Rule(
            "duration",
            "duration",
            f"{LEAD} {COUNT} {MORE} unit:UNITS",
            lengths.span,
            guards.duration,
        ),
        Rule(
            "duration with hyphen",
            "duration",
            f"count:NUM {DASH}? unit:UNIT",
            lengths.span,
            guards.duration,
        ),
        Rule(
            "age",
            "duration",
            f"count:NUM {DASH}? unit:(UNIT|UNITS) {DASH}? (?:old|long)",
            lengths.span,
            guards.age,
        ),
        Rule(
            "one unit",
            "duration",
            f"{ONE} unit:UNIT (?:half:(and a half))?",
            lengths.span,
            guards.one_unit,
        ),
        Rule(
            "half a unit",
            "duration",
            "half:half (?:a|an)? unit:UNIT",
            lengths.span,
            guards.one_unit,
        ),
        Rule("units long", "duration", f"unit:(UNIT|UNITS) {DASH} long", lengths.long_unit),
        Rule(
            "recent units",
            "duration",
            "(?:the|these)? (?:past|last|next|coming|following|recent) unit:UNITS",
            lengths.unknown_span,
        ),
        Rule("the past unit", "duration", "(?:the|this)? past unit:UNIT", lengths.span),
        Rule(
            "range of units",
            "duration",
            f"{LEAD} NUM (?:to|or|'-'|'–') NUM {DASH}? unit:(UNITS|UNIT)",
            lengths.unknown_span,
        ),
        Rule("units", "duration", "unit:UNITS", lengths.unknown_span, guards.units),
        Rule("every", "set", "(?:every|each) count:NUM? unit:(UNIT|UNITS)", lengths.every_unit),
        Rule(
            "every named",
            "set",
            "(?:every|each) name:(WEEKDAY|MONTH|SEASON|DAYPART) part:DAYPART?",
            lengths.every_name,
        ),
        Rule("weekdays", "set", "name:WEEKDAYS part:(DAYPART|DAYPARTS)?", lengths.every_name),
        Rule("weekday nights", "set", "name:WEEKDAY part:DAYPARTS", lengths.every_name),
        Rule("every weekday", "set", "(?:weekdays|weeknights)", lengths.each_day),
        Rule("per unit", "set", "per unit:UNIT", lengths.every_unit),
        Rule("frequency", "set", "frequency:FREQUENCY", lengths.frequency, guards.frequency),
    )


def clock_rules() -> tuple[Rule, ...]:
    """Rules for times of the day."""
    return (
        Rule("clock", "time", "clock:CLOCK ampm:AMPM? zone:ZONE?", clock.clock, guards.clock),
        Rule("hour", "time", "hour:HOUR ampm:AMPM zone:ZONE?", clock.clock),
        Rule(
            "o'clock",
            "time",
            "hour:HOUR oclock:'o\\'clock' (?:in the part:DAYPART)?",
            clock.clock,
        ),
        Rule(
            "hour of a part",
            "time",
            "(?:hour:HOUR|clock:CLOCK) in the part:DAYPART",
            clock.clock,
        ),
        Rule("military time", "time", "military:MILITARY (?:hours|hrs|zone:ZONE)", clock.clock),
        Rule("moment", "time", "moment:MOMENT zone:ZONE?", clock.clock, guards.moment),
        Rule(
            "named part of a day",
            "part",
            f"which:({WHICH}|yesterday|tomorrow) part:DAYPART",
            clock.part_of_day,
            guards.not_a_programme,
        ),
        Rule("tonight", "part", "tonight", clock.part_of_day),
        Rule("overnight", "part", "overnight", clock.overnight),
        Rule("part of a day", "part", "the? part:DAYPART", clock.part_of_day),
        Rule(
            "early hours",
            "part",
            "the? early:(early|small|wee) morning? hours (?:of the morning)?",
            clock.part_of_day,
        ),
    )


def pointer_rules() -> tuple[Rule, ...]:
    """Rules for words that only point at the past, the present or the future."""
    return tuple(
        Rule(
            f"pointer to {value.lower()}",
            "reference",
            any_of(listed),
            reference(value),
            guards.pointer,
        )
        for value, listed in load("timexes")["references"].items()
    )


def all_rules() -> tuple[Rule, ...]:
    """The whole table; where two rules match as many words, the one that stands first wins."""
    return (
        *day_rules(),
        *year_rules(),
        *season_rules(),
        *unit_rules(),
        *pointer_rules(),
        *length_rules(),
        *clock_rules(),
    )
