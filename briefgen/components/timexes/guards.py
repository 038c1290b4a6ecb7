"""Where words of time are other words too: whether the neighbours speak for a time expression."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from briefgen.components.timexes.context import Tokens, verb_tense
from briefgen.components.timexes.words import Word
from briefgen.lists import load

# Behind these words "the fall" is no season.
NO_SEASON = frozenset({"of", "out", "from"})
# Behind these words a day is the name of those who remember it.
BEARERS = frozenset({"movement", "youth"})
OPENING_MARKS = frozenset({'"', "'", "“", "‘"})
OWNING = frozenset({"'s", "’s", "s", "’"})
CLOSING_MARKS = frozenset({'"', "'", "”", "’"})

NOTHING = Word(0, 0, "", frozenset(), {})


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A stretch of a text's words and what stands around it."""

    words: list[Word]
    """All words of the text."""
    first: int
    """Index of the first matched word."""
    end: int
    """One past the last."""
    text: str
    """The whole text."""
    starts: Tokens
    """spaCy's tokens by their first code point."""

    def before(self, distance: int = 1) -> Word:
        """The word so many places before."""
        index = self.first - distance
        return self.words[index] if index >= 0 else NOTHING

    def after(self, distance: int = 1) -> Word:
        """The word so many places after."""
        index = self.end - 1 + distance
        return self.words[index] if index < len(self.words) else NOTHING

    @property
    def matched(self) -> list[Word]:
        """The matched words."""
        return self.words[self.first : self.end]

    def shape(self, word: Word) -> str:
        """A word as the text writes it."""
        return self.text[word.start : word.end]

    def tag(self, word: Word) -> str:
        """The Penn tag of a word, "" where spaCy has no token there."""
        token = self.starts.get(word.start)
        return token.tag_ if token is not None else ""


@functools.cache
def listed(name: str) -> frozenset[str]:
    """A word list as a set."""
    return frozenset(load("timexes")[name])


def month(near: Neighbours) -> bool:
    """Not "Mrs May", "March on Washington" or "Jan"."""
    word = near.matched[-1]
    before = near.before()
    if near.after().lower == "-" and near.after(2).lower in ("a", "al", "de", "el"):
        return False  # "Mar-a-Lago"
    if before.lower in listed("not_before_a_month") or near.after(2).lower in BEARERS:
        return False
    if word.lower in listed("cautious"):
        after = near.after()
        if before.lower in ("the", "a", "its", "their", "his"):  # "the March summit"
            return near.shape(after)[:1].islower() and near.tag(after) in ("NN", "NNS")
        return month_before(near)
    return len(word.lower) > 3 and not (near.shape(before)[:1].isupper() and named(near, before))


def named(near: Neighbours, before: Word) -> bool:
    """Whether the word before makes it somebody's name: "Miss June", "April" after "Sarah"."""
    known = before.lower in listed("before_a_month") | listed("perhaps_before_a_month")
    return near.tag(before) == "NNP" and "MONTH" not in before.classes and not known


def month_before(near: Neighbours) -> bool:
    """Whether the words before "May" or "March" make it a month."""
    before = near.before().lower
    if before in listed("before_a_month") or "MONTH" in near.before().classes:
        return True
    if before in listed("between_months"):
        row = near.before(2)
        return "MONTH" in row.classes or row.lower in ("early", "mid", "late")
    name = near.shape(near.matched[-1])
    titles = "|".join(sorted(listed("not_before_a_month")))
    return before in listed("perhaps_before_a_month") and not re.search(
        rf"\b(?i:{titles})\.? {name}\b", near.text
    )


def month_and_day(near: Neighbours) -> bool:
    """Not "May 20 people die", "March 15 miles" or "the April 6 movement"."""
    word = near.after()
    if word.lower in BEARERS:
        return False
    if near.before().lower in ("on", "since", "by", "until", "the", "from"):
        return "UNITS" not in word.classes
    return "UNITS" not in word.classes and word.lower not in listed("not_after_a_year")


def deictic_day(near: Neighbours) -> bool:
    """ "today"; not the "USA TODAY" of a paper."""
    return not (near.shape(near.matched[0]).isupper() and near.shape(near.before()).isupper())


def day_and_month(near: Neighbours) -> bool:
    """Not "20 May voters"; "5 March" with a month that is another word needs no verb after it."""
    return (
        near.before().lower not in ("$", "€", "£", ".")
        and near.shape(near.matched[-1])[0].isupper()
    )


def listed_day(near: Neighbours) -> bool:
    """Not the "5" of "March 3, 5 people"."""
    word = near.after()
    if near.before().lower == "," and near.after().lower not in (",", "and", "or"):
        return False
    return not ({"UNITS", "UNIT", "YEAR", "NUM"} & word.classes) and near.tag(word) not in (
        "NN",
        "NNS",
    )


def day_of_the_month(near: Neighbours) -> bool:
    """ "on the 13th", not "the 13th floor"."""
    return near.before().lower in ("on", "by", "until", "of", "from", "to") and not near.tag(
        near.after()
    ).startswith(("NN", "JJ"))


def weekday(near: Neighbours) -> bool:
    """Not "Sun" or "Wed" without a dot, no "Black Friday", and not the programme "News Sunday"."""
    word = near.matched[-1]
    if near.before().lower == "news" and {near.after().lower, near.after(2).lower} & CLOSING_MARKS:
        return False
    if len(word.lower) < 5 and not word.lower.endswith("."):
        return False
    return near.before().lower not in listed("no_weekday_after")


def year(near: Neighbours) -> bool:
    """ "in 1990", "(1990)", "the 1990 invasion"; not "1990 troops" or "$1990"."""
    before, after = near.before(), near.after()
    if len(near.matched) > 1:
        return True
    if after.lower in listed("not_after_a_year") or {"UNITS", "UNIT"} & after.classes:
        return False
    if before.lower in ("$", "€", "£", "¥", "#", "no", "no.", ".", "/") or after.lower in (
        "/",
        "%",
    ):
        return False
    if after.lower in ("-", "–") and "YEAR" in near.after(2).classes:
        return True
    number = int(near.matched[0].values["YEAR"])
    if "SPOKEN" in near.matched[0].classes or 1900 <= number <= 2050:
        return near.tag(after) != "NNS" or before.lower in listed("before_a_year")
    return before.lower in listed("before_a_year") | {""} or "MONTH" in before.classes


def short_year(near: Neighbours) -> bool:
    """ "in '98"."""
    return near.before().lower in listed("before_a_year") or "MONTH" in near.before().classes


def holiday(near: Neighbours) -> bool:
    """ "at Easter"; not "Easter Island" or "Christmas trees"."""
    return not near.tag(near.after()).startswith("NN") and near.before().lower != "white"


def decade(near: Neighbours) -> bool:
    """ "the sixties", "the 60s"; not "in his twenties"."""
    figures = near.matched[-1].lower
    if figures[:1].isdigit() and len(figures) > 3:
        return True
    if near.matched[0].lower == "the":
        return True
    beside = near.before().lower in ("early", "late", "mid", "-", "and")
    return beside and not figures.isalpha()


def season(near: Neighbours) -> bool:
    """ "the summer", "winter"; not "the fall of the wall" or "the Prague Spring"."""
    word, before = near.matched[-1], near.before()
    capital = near.shape(word)[0].isupper()
    if capital and (len(near.matched) > 1 or near.shape(before)[:1].isupper()):
        return False
    if word.lower in listed("cautious_seasons"):
        spoken = len(near.matched) > 1 or before.lower in (
            "in",
            "by",
            "until",
            "since",
            "early",
            "late",
        )
        return spoken and near.after().lower not in NO_SEASON and near.tag(word) != "VB"
    return True


def quarter(near: Neighbours) -> bool:
    """Not "a first half of 20 goals": a "half" needs an article or a year."""
    words = {word.lower for word in near.matched}
    if "half" in words:
        return len(near.matched) > 3 or ("the" in words and near.after().lower != "of")
    return not {"latter"} & words


def the_quarter(near: Neighbours) -> bool:
    """ "the quarter", "the latest period"; not "the period"."""
    if near.after().lower in ("of", "mile", "century"):
        return False
    return near.matched[-1].lower == "quarter" or len(near.matched) > 2


def named_unit(near: Neighbours) -> bool:
    """ "last week"; not "this second", "that night club", or the programme "This Week"."""
    return not_a_programme(near) and near.matched[-1].lower not in (
        "second",
        "sec",
        "min",
        "minute",
        "hour",
    )


def not_a_programme(near: Neighbours) -> bool:
    """Not "This Morning" in "on CBS This Morning", "ABC's This Week"; in a headline it is a time.

    A headline that writes every word large does so with the words before, too.
    """
    if not all(near.shape(word)[0].isupper() for word in near.matched):
        return True
    before = near.before()
    written = near.shape(before)
    if before.lower in OPENING_MARKS or before.lower in OWNING:
        return False
    large = written[:1].isupper() and not (written.isupper() and len(written) > 1)
    return large or not written[:1].isalpha()


def the_unit(near: Neighbours) -> bool:
    """ "the year" alone; not "the year of" or "the day"."""
    return near.matched[-1].lower in (
        "year",
        "month",
        "week",
        "weekend",
    ) and near.after().lower not in (
        "of",
        "that",
        "when",
        "in",
        "before",
        "after",
        "-",
        "the",
        "he",
        "she",
        "they",
        "it",
    )


def same_period(near: Neighbours) -> bool:
    """ "the month last year" needs "same", "the quarter a year ago" does not."""
    words = [word.lower for word in near.matched]
    return bool({"same", "corresponding", "comparable", "like"} & set(words)) or "quarter" in words


def finished(near: Neighbours) -> bool:
    """ "two days later" and "two days before."; not "two days before the vote", a mere duration."""
    if near.matched[-1].lower not in ("before", "after", "previously"):
        return True
    return near.after().lower in ("", ".", ",", ";", ":", ")", "—", "–", "-", '"', "”")


def age(near: Neighbours) -> bool:
    """ "a 10-month-old truce"; no age: "6-year-old", "52 years old", "a six-month-old girl"."""
    words = {word.lower for word in near.matched}
    if "old" not in words:
        return True
    if words & {"year", "years"}:
        return False
    return near.tag(near.after()) in ("NN", "NNS") and near.after().lower not in listed("people")


def pointer(near: Neighbours) -> bool:
    """ "soon", not "as soon as"; "future" the noun; other pointers as they stand."""
    first = near.matched[0]
    if first.lower == "soon":
        token = near.starts.get(first.start)
        return (
            token is not None
            and near.before().lower not in ("as", "too")
            and verb_tense(token.head) != "past"
        )
    if len(near.matched) == 1 and first.lower == "future":
        return not near.tag(near.after()).startswith("NN")
    if first.lower == "one":  # "will one day"; "one day in March" is another
        return near.tag(near.before()) == "MD" or near.tag(near.after()) == "VB"
    return first.lower != "to" or near.before().lower not in ("up", "-")  # "up to date"


def duration(near: Neighbours) -> bool:
    """Not "one second" of "the one second-rate", nor "three quarters of"."""
    word = near.matched[-1].lower
    if "old" in (near.after().lower, near.after(2).lower):
        return False
    if word in ("quarter", "quarters"):
        return word == "quarters" and len(near.matched) > 2
    if word in ("sec", "min", "second") and near.before().lower != "":
        return near.matched[-2].lower in ("-", "–") or "INT" in near.matched[-2].classes
    return True


def one_unit(near: Neighbours) -> bool:
    """ "a year"; not "a second", "a quarter", "day-to-day" or "four flights a week"."""
    if near.after().lower == "-" and near.after(2).lower == "to":
        return False
    if is_rate(near):
        return False
    return near.matched[-1].lower not in (
        "second",
        "sec",
        "min",
        "quarter",
        "night",
        "weekday",
        "weekend",
    )


def is_rate(near: Neighbours) -> bool:
    """Whether "a year" says per what something is counted: "$5 million a year"."""
    before = near.before()
    if near.matched[0].lower not in ("a", "an") or near.after().lower in listed("directions"):
        return False
    if "NUM" in before.classes or before.lower in listed("amounts"):
        return True
    return near.tag(before) == "NNS" and "NUM" in near.before(2).classes and before.lower != "times"


def units(near: Neighbours) -> bool:
    """ "for weeks"; not "headquarters", "the minutes", "rush hours" or "the early hours"."""
    word = near.matched[0].lower
    if word == "hours" and near.before().lower in listed("kinds_of_hours"):
        return False
    if near.after().lower == "old":
        return False
    return word not in (
        "quarters",
        "minutes",
        "seconds",
        "secs",
        "mins",
        "nights",
        "hrs",
        "weekends",
    )


def frequency(near: Neighbours) -> bool:
    """ "daily"; not a newspaper's "Daily News" or "the party daily Nation"."""
    word, after = near.matched[0], near.after()
    if near.tag(word).startswith("NN") and near.shape(after)[:1].isupper():
        return False
    return near.shape(word)[0].islower() or near.before().lower == ""


def moment(near: Neighbours) -> bool:
    """ "at noon"; not the "High Noon" of a title."""
    return near.shape(near.matched[0])[0].islower() or not near.shape(near.before())[:1].isupper()


def event_beside(near: Neighbours) -> bool:
    """ "the day after the vote"; not "later in the day before returning"."""
    return near.tag(near.after()) != "VBG"


def clock(near: Neighbours) -> bool:
    """ "10:30"; not a score or a verse."""
    return len(near.matched) > 1 or near.before().lower in (
        "at",
        "by",
        "until",
        "from",
        "around",
        "about",
        "to",
        "and",
        "-",
        "before",
        "after",
    )


def lone_part(near: Neighbours) -> bool:
    """A part of a day without its day: "in the morning", "at night"; not "night raid"."""
    words = near.matched
    if {"early", "small", "wee"} & {word.lower for word in words}:
        return words[-1].lower == "morning"
    if words[0].lower == "the" and len(words) == 2:
        return near.before().lower in ("in", "during", "through", "into", "of")
    if len(words) > 1 or words[0].lower in ("tonight", "overnight"):
        return True
    return near.before().lower in (
        "at",
        "by",
        "one",
        "during",
        "that",
        "until",
        "till",
        "before",
        "after",
    )
