"""What an expression means, and what several kinds of reading share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefgen.components.timexes.context import Context
from briefgen.components.timexes.values import Point, shift
from briefgen.components.timexes.words import Word

BACKWARD = frozenset({"last", "past", "previous"})
FORWARD = frozenset({"next", "coming", "following"})
ANAPHORIC = frozenset({"that", "same", "previous", "following", "very"})


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


def stated_year(match: Match, context: Context) -> int | None:
    """The year that the expression itself names, in figures or as "last year"."""
    if "bc" in match.groups:
        year = int(match.get("bc", "NUM"))
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
