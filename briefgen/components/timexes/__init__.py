"""Time expressions with TIMEX3 values.

`words` reads the text as words of time, `rules` is the table of patterns over them, which
`grammar` compiles, and `guards` keeps out words that only look like a time. What an expression
means is said by `days`, `periods`, `distances`, `lengths` and `clock`; `context` knows what it
refers to, and `values` does the calendar's arithmetic.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from briefgen.components.spans import span_of
from briefgen.components.timexes import clock, guards
from briefgen.components.timexes.context import Context, open_context
from briefgen.components.timexes.grammar import grammar
from briefgen.components.timexes.guards import Neighbours
from briefgen.components.timexes.readings import Match, Reading
from briefgen.components.timexes.rules import Rule
from briefgen.components.timexes.words import Word, read
from briefgen.lists import load
from briefgen.model import Timex

COUNTABLE = frozenset(
    {"NUM", "YEAR", "MONTH", "CLOCK", "HOUR", "MOMENT", "a", "an", "half", "DECADE"}
)
"""Classes of words that "about" can stand before."""

LINKS = frozenset({"", ",", "on", "of"})
"""What may stand between a time of day and its day."""

TO = frozenset({"to", "until", "till", "-", "–"})
"""What stands between the ends of a span of hours."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a rule takes for a time expression."""

    rule: Rule
    """The rule."""
    first: int
    """Index of the first word."""
    end: int
    """One past the last."""
    match: Match
    """What its groups matched."""
    joined: Candidate | None = None
    """A time of day's day, where the text has both side by side."""


def find(doc: Doc) -> tuple[Timex, ...]:
    """Time expressions with TIMEX3 values, in order; `value` is None where nothing resolves it."""
    context = open_context(doc)
    words, characters = read(context.text, grammar().alphabet)
    found = longest(candidates(words, characters, context))
    timexes = []
    for candidate in join(found, words):
        if candidate.rule.kind == "part" and candidate.joined is None:
            near = neighbours(candidate.first, candidate.end, words, context)
            if not guards.lone_part(near):
                continue
        timexes.append(timex(candidate, words, context))
    return tuple(timexes)


def neighbours(first: int, end: int, words: list[Word], context: Context) -> Neighbours:
    """Some words with what stands around them."""
    return Neighbours(words, first, end, context.text, context.starts)


def candidates(words: list[Word], characters: str, context: Context) -> list[Candidate]:
    """Everything that any rule matches and its guard accepts."""
    found = []
    for rule, expression in grammar().rules:
        for hit in expression.finditer(characters):
            first, end = hit.span()
            if first == end:
                continue
            if rule.accept and not rule.accept(neighbours(first, end, words, context)):
                continue
            groups = {
                name.rpartition("_")[0]: tuple(words[slice(*hit.span(name))])
                for name, text in hit.groupdict().items()
                if text
            }
            found.append(Candidate(rule, first, end, Match(tuple(words[first:end]), groups)))
    return found


def longest(found: list[Candidate]) -> list[Candidate]:
    """The candidates that remain when the longer one wins, in text order."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(found, key=lambda c: c.first - c.end):
        places = range(candidate.first, candidate.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.first)


LOCAL_TIME = ["local", "time"]


def join(found: list[Candidate], words: list[Word]) -> list[Candidate]:
    """Put a time of day and its day together: "10 p.m. Wednesday", "Friday morning"."""
    joined: list[Candidate] = []
    for candidate in found:
        before = joined[-1] if joined else None
        if before is not None and before.joined is None and belong(before, candidate, words):
            time, day = (candidate, before) if before.rule.kind == "day" else (before, candidate)
            joined[-1] = replace(time, first=before.first, end=candidate.end, joined=day)
        elif before is not None and before.joined is not None and goes_on(before, candidate, words):
            joined[-1] = replace(before, end=candidate.end)
        else:
            joined.append(candidate)
    return joined


def belong(before: Candidate, after: Candidate, words: list[Word]) -> bool:
    """Whether two neighbours are one expression."""
    between = [word.lower for word in words[before.end : after.first]]
    kinds = (before.rule.kind, after.rule.kind)
    if kinds == ("set", "time"):
        return between in ([], ["at"], ["from"], [","])
    if kinds == ("day", "part") and "early" in after.match.groups:
        return between in ([], ["'s"], ["’s"])
    if between[:2] == LOCAL_TIME and before.rule.kind == "time":
        between = between[2:]
    if between == [",", "on"]:
        return kinds == ("time", "day")
    if len(between) > 1 or (between and between[0] not in LINKS) or (between == [""]):
        return False
    if kinds == ("day", "part"):
        return not between and len(after.match.words) == 1
    if kinds == ("day", "time"):
        return not between
    return kinds in (("time", "day"), ("part", "day"))


def goes_on(before: Candidate, after: Candidate, words: list[Word]) -> bool:
    """The "morning" of "the early hours of Friday morning", the "6pm" of "weekdays 4pm to 6pm"."""
    between = [word.lower for word in words[before.end : after.first]]
    kinds = (before.rule.kind, after.rule.kind)
    if kinds == ("part", "part"):
        return not between and "early" in before.match.groups
    return kinds == ("set", "time") and len(between) == 1 and between[0] in TO


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words before an expression that belong to it."""

    words: tuple[str, ...]
    """The words in lower case."""
    mod: str | None
    """The modifier they bring."""
    before: str
    """What they stand before, a key of `BEFORE`."""


BEFORE = {
    "date": frozenset({"date", "day", "part"}),
    "duration": frozenset({"duration", "distance"}),
    "number": frozenset({"duration", "distance"}),
    "both": frozenset({"date", "day", "duration", "distance", "time"}),
}
"""Which kinds of rule a prefix goes with; `number` wants a number at the start as well."""


@functools.cache
def prefixes() -> tuple[Prefix, ...]:
    """The listed prefixes, longest first."""
    rows = [
        Prefix(tuple(p["words"].split()), p["mod"], p["before"])
        for p in load("timexes")["prefixes"]
    ]
    return tuple(sorted(rows, key=lambda row: -len(row.words)))


@functools.cache
def last_words() -> frozenset[str]:
    """The words that a prefix can end with."""
    return frozenset(row.words[-1] for row in prefixes())


def prefix(candidate: Candidate, words: list[Word]) -> tuple[int, str | None]:
    """Where the expression begins with the words that modify it, and their modifier."""
    first = candidate.first
    if first == 0 or words[first - 1].lower not in last_words():
        return first, None
    counted = bool(words[first].classes & {"NUM", "a", "an"})
    for row in prefixes():
        start = first - len(row.words)
        if start < 0 or candidate.rule.kind not in BEFORE[row.before]:
            continue
        if row.before == "number" and not counted:
            continue
        if row.before == "both" and not words[first].classes & COUNTABLE:
            continue
        if tuple(word.lower for word in words[start:first]) == row.words:
            return start, row.mod
    return first, None


def meaning(candidate: Candidate, context: Context) -> Reading:
    """What a candidate means; a time of day beside its day gets that day."""
    if candidate.joined is None:
        return candidate.rule.read(candidate.match, context)
    if candidate.rule.kind == "set":
        every = candidate.rule.read(candidate.match, context)
        return clock.repeated(every, clock.clock_time(candidate.joined.match))
    day = candidate.joined.rule.read(candidate.joined.match, context).point
    if candidate.rule.kind == "time":
        return clock.on_day(clock.clock_time(candidate.match), day)
    return clock.on_day(clock.part_time(candidate.match), day)


def leads(words: list[Word], first: int) -> bool:
    """Whether a word begins its sentence or paragraph, but for "In" and the like."""
    before = [word.lower for word in words[max(0, first - 2) : first]]
    return (
        not before
        or before[-1] in ("", ".")
        or (before[0] in ("", ".") and before[-1] in ("in", "by"))
    )


def timex(candidate: Candidate, words: list[Word], context: Context) -> Timex:
    """The time expression that a candidate is; what follows may refer to it."""
    first, mod = prefix(candidate, words)
    context.begin = words[first].start
    reading = meaning(candidate, context)
    context.note(reading.point, leading=leads(words, first))
    start, end = words[first].start, words[candidate.end - 1].end
    return Timex(
        span=span_of(context.doc, start, end),
        type=reading.type,
        value=reading.value,
        mod=mod or reading.mod,
        rule=f"{candidate.rule.name}: {' '.join(context.text[start:end].split())}",
    )
