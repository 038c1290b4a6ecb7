"""What relative expressions are resolved against: publish date, running text, tense."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from spacy.tokens import Doc, Token

from briefgen.components.spans import readable, text_of
from briefgen.components.timexes.values import Point, of_day, valid
from briefgen.lists import load

LONG_AGO = 2
"""Years before the publish date from which a year counts as history."""

NEAR, FAR = timedelta(days=14), timedelta(days=75)
"""How far a day's nearest year is trusted against a verb in the future or past tense."""

COMING_MONTHS = 1
"""How many months ahead "in September" is the next one even with a verb in the past tense."""

EXPLICIT_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b|\b\d{1,3} B\.?C\b")
DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:this|last|next) (?:week|month|year|quarter)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# In an article of a day these count from that day, too; a history means its own seasons.
DEICTIC_SEASON = re.compile(
    r"\b[Tt]his (?:spring|summer|fall|autumn|winter|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b"
)
MONTH_YEAR = re.compile(
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2}),? "
    r"(?P<year>\d{4})"
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

FUTURE_AUXILIARIES = frozenset({"will", "'ll", "shall", "wo"})
CONCERNING = frozenset({"about", "against", "around", "from", "over", "with"})
CHAINED = frozenset({"xcomp", "ccomp", "advcl", "conj", "pcomp"})


class Tokens:
    """A Doc's tokens by their first code point; only those asked for are made."""

    def __init__(self, doc: Doc) -> None:
        """The tokens of a Doc."""
        self._doc = doc
        self._places = {start: i for i, start in enumerate(doc.to_array("IDX").tolist())}

    def get(self, start: int) -> Token | None:
        """The token that begins at a code point, None where none does."""
        place = self._places.get(start)
        return self._doc[place] if place is not None else None


@dataclass(slots=True)
class Context:
    """The state of reading one text from start to end."""

    doc: Doc
    """The text with tags and parse."""
    starts: Tokens
    """Its tokens by their first code point."""
    text: str
    """Its text; `Doc.text` is put together anew on each call."""
    published: date | None
    """Publish date, or the dateline's."""
    narrative: bool
    """Whether the running text, not the publish date, is what dates refer to."""
    last: Point | None = None
    """The date that the text mentioned last."""
    running: Point | None = None
    """In a narrative, the month or year that the story has reached; see `note`."""
    quarter: Point | None = None
    """The quarter it mentioned last."""
    begin: int = 0
    """First code point of the expression that is being read."""

    def here(self) -> Point | None:
        """What "this" and "last" count from."""
        if self.narrative:
            near = self.published and self.last and self.published.year - self.last.year < LONG_AGO
            return of_day(self.published) if near and self.published else self.last
        return of_day(self.published) if self.published else None

    def before(self) -> Point | None:
        """What "that" and "the following" refer to: the last date, else the publish date."""
        if self.last is not None:
            return self.last
        return of_day(self.published) if self.published else None

    def note(self, point: Point | None, leading: bool = False) -> None:
        """Remember a date that the text mentioned.

        A story reaches a new year by a month of it, or by a year that begins a sentence or heading
        (`leading`); "declassified in 2005" in mid-sentence leaves it where it is.
        """
        if point is None:
            return
        self.last = point
        if point.month or leading or self.running is None:
            self.running = point
        if point.part.startswith("Q"):
            self.quarter = point

    def tense(self, start: int) -> str:
        """ "past", "future" or "" of the verb that governs the word at a code point.

        "near" where the verb leaves both open: "the rally planned for Saturday was cancelled".
        """
        token = self.starts.get(start)
        if token is None:
            return ""
        before = " ".join(self.text[max(0, self.begin - 12) : self.begin].lower().split())
        governor = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
        if governor is not None and is_pluperfect(governor):
            # "had filed by Friday", "had been due to expire on Friday"
            return "past"
        if f" {before}".endswith(phrases_ahead()):
            return "future"
        told = _of_a_told_event(token)
        if told:
            return told
        for head in token.ancestors:
            if head.lemma_ in planned() and (head.tag_ != "VBD" or _plans(head, token)):
                return "near" if _is_called_off(head) else "future"
            if head.pos_ in ("VERB", "AUX"):
                tense = verb_tense(head) or _timetable(head, token)
                return "near" if tense == "future" and _is_concerned(head, token) else tense
        return ""


def _of_a_told_event(time: Token) -> str:
    """The tense of "the Saturday crash that killed"."""
    event = time.head
    if time.dep_ not in ("compound", "nmod", "amod") or event.pos_ != "NOUN":
        return ""
    clause = next((kid for kid in event.rights if kid.dep_ == "relcl"), None)
    return verb_tense(clause) if clause is not None else ""


def _is_called_off(plan: Token) -> bool:
    """Whether what is planned does not come: "the rally planned for Saturday was cancelled"."""
    return plan.dep_ == "acl" and plan.head.head.lemma_ in called_off()


def _is_concerned(verb: Token, time: Token) -> bool:
    """ "will appeal Monday's ruling": what lies ahead is the appeal, not the ruling."""
    thing = time.head
    if time.dep_ != "poss" or thing.dep_ not in ("dobj", "pobj"):
        return False
    concerns = thing.dep_ == "dobj" or thing.head.lower_ in CONCERNING
    return concerns and verb in (thing.head, thing.head.head)


def _timetable(verb: Token, time: Token) -> str:
    """ "future" of "talks resume Monday": a present tense with its day tells a timetable."""
    if verb.tag_ not in ("VBZ", "VBP") or verb.pos_ == "AUX" or verb.lemma_ not in timetables():
        return ""
    clause = time.head.head if time.dep_ == "pobj" else time.head
    return "future" if clause == verb else ""


def _plans(verb: Token, time: Token) -> bool:
    """ "planned a rally on Saturday"; "on Saturday they planned a rally" tells when they did."""
    return verb.lemma_ == "plan" and time.i > verb.i


@functools.cache
def planned() -> frozenset[str]:
    """Lemmas whose complement lies ahead."""
    return frozenset(load("timexes")["planned"])


@functools.cache
def ordinals() -> frozenset[str]:
    """Who is the first to do a thing did it, or will."""
    return frozenset(load("events_modality")["ordinals"].split())


@functools.cache
def called_off() -> frozenset[str]:
    """Lemmas that end a plan: what was planned for Saturday may lie on either side."""
    return frozenset(load("timexes")["called_off"])


@functools.cache
def timetables() -> frozenset[str]:
    """Lemmas that tell a timetable in the present tense: "the trial begins Monday"."""
    return frozenset(load("timexes")["timetables"])


@functools.cache
def phrases_ahead() -> tuple[str, ...]:
    """What stands before a time that lies ahead: "by", "as soon as"."""
    return tuple(f" {phrase}" for phrase in load("timexes")["ahead"])


def is_pluperfect(verb: Token) -> bool:
    """Whether the verb, or the one whose complement it is, stands behind "had"."""
    for _ in range(2):
        if any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.lefts):
            return True
        if verb.dep_ != "xcomp":
            break
        verb = verb.head if verb.head.pos_ != "ADJ" else verb.head.head
    return False


def verb_tense(verb: Token) -> str:
    """Tense of a verb with its auxiliaries: "past", "future" or "" where they do not say."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & FUTURE_AUXILIARIES:
        return "future"
    if "would" in words and "have" not in words:
        return "future"
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    head = verb.head
    if "to" in words and _did(head):
        return verb_tense(head.head)
    if "to" in words:
        ahead = head != verb and (head.lemma_ in planned() or head.pos_ in ("NOUN", "ADJ"))
        return "future" if ahead or verb_tense_of_head(verb) in ("future", "") else ""
    if words & {"has", "have", "'ve", "had"}:
        return "past"
    if verb.tag_ == "VBG" and words & {"is", "are", "'re", "'s", "am", "'m"}:
        return "future"
    if verb.tag_ == "VBN" and not helpers and verb.dep_ == "advcl":
        return "past"
    if verb.tag_ in ("VB", "VBG", "VBN") and verb.dep_ in CHAINED:
        return verb_tense_of_head(verb)
    if verb.tag_ in ("VBZ", "VBP") and verb.dep_ == "advcl":
        # "will see it when on Friday she becomes the first"
        return "future" if verb_tense_of_head(verb) == "future" else ""
    return ""


def _did(noun: Token) -> bool:
    """ "the last to join", "the first country to leave": who is meant did, or will, as is told."""
    return any(word.lower_ in ordinals() for word in (noun, *noun.lefts)) and noun.pos_ != "VERB"


def verb_tense_of_head(verb: Token) -> str:
    """Tense of the verb that a verb depends on."""
    head = verb.head
    return verb_tense(head) if head != verb and head.pos_ in ("VERB", "AUX") else ""


def open_context(doc: Doc) -> Context:
    """The context at the start of a text."""
    article: Any = doc._.article
    published = article.published if article is not None else None
    if published is not None and not date.min.year + 1 < published.year < date.max.year - 1:
        published = None  # a placeholder: the calendar ends beside it
    published = published or dateline_date(doc)
    text = readable(doc)
    return Context(
        doc=doc,
        text=text,
        published=published,
        narrative=is_narrative(text, published),
        starts=Tokens(doc),
    )


def dateline_date(doc: Doc) -> date | None:
    """The full date that the dateline gives, if it does."""
    span = doc._.layout.dateline
    match = MONTH_YEAR.search(text_of(doc, span)) if span is not None else None
    if match is None:
        return None
    year, month, day = int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"])
    return date(year, month, day) if valid(year, month, day) else None


def is_narrative(text: str, published: date | None) -> bool:
    """Whether a text tells history: many years of long ago, hardly a "today" or "Friday"."""
    years = [match[1] for match in EXPLICIT_YEAR.finditer(text)]
    limit = published.year - LONG_AGO if published else date.max.year
    old = sum(year is None or int(year) <= limit for year in years)
    enough = 5 if published else 20
    deictic = len(DEICTIC.findall(text))
    if published:
        deictic += len(DEICTIC_SEASON.findall(text))
    return old >= enough and old > 12 * deictic


def nearest_day(month: int, day: int, context: Context, tense: str) -> Point | None:
    """The day of a month and day without a year."""
    anchor = context.published
    if anchor is None:
        return None
    years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if valid(y, month, day)]
    days = sorted((date(y, month, day) for y in years), key=lambda d: abs(d - anchor))
    if not days:
        return None
    if tense == "past" and days[0] > anchor + FAR:
        days = [d for d in days if d <= anchor] or days
    if tense == "future" and days[0] < anchor - NEAR:
        days = [d for d in days if d >= anchor] or days
    return of_day(days[0])


def nearest_month(month: int, context: Context, tense: str) -> Point | None:
    """The month of a name without a year."""
    anchor = context.published
    if anchor is None:
        return None
    year = anchor.year
    if tense == "future":
        return Point(year + (month < anchor.month), month)
    if tense == "past" and (month - anchor.month) % 12 > COMING_MONTHS:
        return Point(year - (month > anchor.month), month)
    distance = month - anchor.month
    return Point(year - 1 if distance > 6 else year + 1 if distance < -8 else year, month)


def running_year(month: int, context: Context) -> int | None:
    """The year of a month in a narrative: the one the story is in, or the next at its turn."""
    last = context.running
    if last is None:
        return None
    turned = last.month is not None and last.month >= 10 and month <= 3
    return last.year + turned


def weekday(number: int, which: str, tense: str, context: Context) -> Point | None:
    """The day of a weekday's name."""
    anchor = context.published
    which = which.rpartition(" ")[2]  # "this coming", "the previous"
    if which in ("previous", "following", "that", "same"):
        before = context.before()
        anchor = before.as_date() if before else anchor
    if anchor is None or (context.narrative and which not in ("previous", "following")):
        return None
    back = (anchor.isoweekday() - number) % 7
    ahead = (number - anchor.isoweekday()) % 7
    if which in ("next", "following", "coming"):
        return of_day(anchor + timedelta(days=ahead or 7))
    if which in ("last", "previous", "past"):
        return of_day(anchor - timedelta(days=back or 7))
    if which == "this" or tense == "future" or (tense == "near" and ahead < back):
        return of_day(anchor + timedelta(days=ahead))
    return of_day(anchor - timedelta(days=back))
