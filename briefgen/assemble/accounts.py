"""Statements as accounts of events: what two of them must share to be about the same one.

Precision first: both must name who acts and to whom or what, or else the day; where one of them
leaves open what the other says, nothing is matched.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefgen.assemble.sameness import (
    apart,
    content,
    head,
    near,
    noun_phrase,
    plain_words,
    predicate_key,
)
from briefgen.assemble.views import Views
from briefgen.intervals import Interval, interval
from briefgen.model import Modality, Span, Statement

ONE_EVENT = 7
"""Longer spans of days hold several events."""
SAME_NEWS = 3
"""Days between two articles that may tell of one event without naming its day."""
WORDS_BEFORE = 5
NIGHTS = ("TNI", "TEV")


@dataclass(frozen=True, slots=True)
class Account:
    """A statement with what it is compared by."""

    statement: Statement
    """The statement."""
    view: Views
    """Its article."""
    origin: str
    """The article's origin."""
    predicate: str
    """Stem of the predicate."""
    actors: frozenset[str]
    """Ids of those who act."""
    recipients: frozenset[str]
    """Ids of those it is done to or with."""
    doer: str
    """Stem of the actor slot's head noun."""
    thing: str
    """Stem of the recipient slot's head noun."""
    scope: frozenset[str]
    """Stems of the recipient slot's other telling words."""
    days: Interval | None
    """The days on which it happens, where stated; a night reaches into the next day."""
    places: frozenset[str]
    """The stated place's telling words."""

    @property
    def modality(self) -> Modality:
        """The source's certainty."""
        return self.statement.modality

    @property
    def published(self) -> date | None:
        """When the article appeared."""
        return self.view.article.published

    @property
    def sentence(self) -> str:
        """The words of its sentence."""
        return self.view.words(self.view.whole_sentence(self.statement.evidence[0]))

    @property
    def order(self) -> tuple[str, str, int]:
        """Where it stands in the corpus: by publish date, article, place in it."""
        return str(self.published), self.view.article.id, self.statement.predicate.start


def accounts(view: Views, origin: str) -> Iterator[Account]:
    """The article's statements that say what happened, in text order."""
    for statement in view.found.statements:
        predicate = predicate_key(view.words(statement.predicate))
        if predicate:
            yield account(view, statement, predicate, origin)


def account(view: Views, said: Statement, predicate: str, origin: str) -> Account:
    """One statement with what it is compared by."""
    recipient = view.words(said.recipient) if said.recipient else ""
    thing = head(recipient)
    return Account(
        statement=said,
        view=view,
        origin=origin,
        predicate=predicate,
        actors=_meant(view, said.actor, said.actor_ids),
        recipients=_meant(view, said.recipient, said.recipient_ids),
        doer=head(view.words(said.actor)) if said.actor else "",
        thing=thing,
        scope=frozenset(content(recipient)) - {thing},
        days=_days(said.time),
        places=frozenset(content(view.words(said.place)) if said.place else ()),
    )


def _meant(view: Views, slot: Span | None, ids: Iterable[str]) -> frozenset[str]:
    """The actors that the slot is about: not whose something is, nor of what it is a part."""
    if slot is None or not ids:
        return frozenset()
    end = slot.start + len(noun_phrase(view.words(slot)))
    mentions = view.found.mentions
    named = frozenset(ids)
    about: list[str | None] = []
    for mention in mentions[bisect.bisect_left(mentions, slot.start, key=lambda m: m.span.start) :]:
        if mention.span.start >= end:
            break
        owner = view.article.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        if mention.actor in named and mention.span.end <= end and not owner:
            about.append(mention.actor)
    return frozenset(view.actors(filter(None, about)))


def _days(time: str | None) -> Interval | None:
    days = interval(time)
    if days and time and time.endswith(NIGHTS):
        return days[0], days[1] + timedelta(1)
    return days


def same_event(one: Account, other: Account) -> str:
    """Why both are about one event: names what they share; "" where that is not certain."""
    if one.modality != other.modality or not same_time(one, other) or other_place(one, other):
        return ""
    if not one.actors & other.actors:
        return ""
    dated = bool(one.days and other.days)
    if one.recipients & other.recipients:
        if one.predicate == other.predicate:
            return "actor, predicate and recipient"
        coded = one.statement.event and one.statement.event == other.statement.event
        return "actor, code, recipient and day" if dated and coded else ""
    if one.predicate != other.predicate:
        return ""
    if same_thing(one, other):
        return "actor, predicate and thing"
    bare = not one.thing and not other.thing
    return "actor, predicate and day" if dated and bare else ""


def same_object(one: Account, other: Account) -> bool:
    """Whether the same actor or thing is acted on."""
    return bool(one.recipients & other.recipients) or same_thing(one, other)


def same_thing(one: Account, other: Account) -> bool:
    """Whether the same is acted on: one head noun, and no telling word against another."""
    if not one.thing or one.thing != other.thing or (one.recipients ^ other.recipients):
        return False
    return one.scope <= other.scope or other.scope <= one.scope


def same_time(one: Account, other: Account) -> bool:
    """Whether their days meet; without a day, an account is of the days before its article."""
    close = apart(one.published, other.published) <= SAME_NEWS
    if not one.days or not other.days:
        days = one.days or other.days
        news = [day for day in (one.published, other.published) if day]
        return close and (not days or any(near(days, (day, day), SAME_NEWS) for day in news))
    wide = max((days[1] - days[0]).days for days in (one.days, other.days)) > ONE_EVENT
    return near(one.days, other.days) and (close or not wide)


def other_place(one: Account, other: Account) -> bool:
    """Whether both name a place, and no word of it is the same."""
    return bool(one.places and other.places and not one.places & other.places)


def real(one: Account) -> bool:
    """Whether it is said to have happened or not, and not just wished, feared or prevented."""
    before = _before(one)
    if set(before) & plain_words("unreal") or set(before[-1:]) & plain_words("mere_deeds"):
        return False
    return one.modality == "asserted" or bool(set(before) & plain_words("denials"))


def _before(one: Account) -> list[str]:
    """The words of its sentence right before the predicate."""
    predicate = one.statement.predicate.start
    start = max(one.statement.evidence[0].start, predicate - 60)
    text = one.view.article.text[start:predicate].casefold()
    return text.replace("n't", " not").replace("n’t", " not").split()[-WORDS_BEFORE:]
