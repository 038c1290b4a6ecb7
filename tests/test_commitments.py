"""Commitments: their fate, and the calendar that other programs read."""

from __future__ import annotations

import dataclasses
import random
from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, corpus, told

from briefgen.corpus import Corpus
from briefgen.exports.calendar import calendars

NAMES = ("Aurora", "Lindholm", "Varna")
SITE = "https://example.org/site/"


def article(id: str, text: str, day: date, date_words: str = "", **statement: Any) -> Told:
    dates = {date_words: statement["time"]} if date_words else {}
    return told(
        id, text, published=day, actors=NAMES, statements=[{"actor": None} | statement], dates=dates
    )


PLAN = article(
    "plan",
    "Aurora will visit Varna in April 2024.",
    date(2024, 3, 20),
    "April 2024",
    actor="Aurora",
    predicate="visit",
    recipient="Varna",
    time="2024-04",
    modality="planned",
)
DONE = article(
    "done",
    "Aurora visited Varna on Friday.",
    date(2024, 4, 7),
    "Friday",
    actor="Aurora",
    predicate="visited",
    recipient="Varna",
    time="2024-04-05",
)
BY_ANOTHER = article(
    "by-another",
    "Lindholm visited Varna on Friday.",
    date(2024, 4, 7),
    actor="Lindholm",
    predicate="visited",
    recipient="Varna",
    time="2024-04-05",
)
TOO_EARLY = article(
    "too-early",
    "Aurora visited Varna on Friday.",
    date(2024, 3, 25),
    actor="Aurora",
    predicate="visited",
    recipient="Varna",
    time="2024-03-22",
)
OFF = article(
    "off",
    "Lindholm said that Aurora cancelled the Varna visit.",
    date(2024, 3, 28),
    actor="Aurora",
    predicate="cancelled",
    recipient="the Varna visit",
)
LATER_DATE = article(
    "later-date",
    "Aurora will visit Varna in June 2024 instead.",
    date(2024, 3, 28),
    "June 2024",
    actor="Aurora",
    predicate="visit",
    recipient="Varna",
    time="2024-06",
    modality="planned",
)
AGAIN = article(
    "again",
    "Aurora will visit Varna in June 2024.",
    date(2024, 3, 28),
    "June 2024",
    actor="Aurora",
    predicate="visit",
    recipient="Varna",
    time="2024-06",
    modality="planned",
)
CAPTION = article(
    "caption",
    "Aurora visits Varna on April 3.",
    date(2024, 3, 20),
    "April 3",
    actor="Aurora",
    predicate="visits",
    recipient="Varna",
    time="2024-04-03",
    modality="planned",
)
TODAY = article(
    "today",
    "Aurora will visit Varna on Wednesday.",
    date(2024, 3, 20),
    "Wednesday",
    actor="Aurora",
    predicate="visit",
    recipient="Varna",
    time="2024-03-20",
    modality="planned",
)


def reported(day: int) -> Told:
    """A report of the visit that names no day."""
    return article(
        "reported",
        "Aurora visited Varna.",
        date(2024, 3, day),
        actor="Aurora",
        predicate="visited",
        recipient="Varna",
    )


EVERY = [PLAN, DONE, BY_ANOTHER, TOO_EARLY, OFF, LATER_DATE, AGAIN, CAPTION]


@pytest.mark.parametrize(
    ("as_of", "fate"),
    [
        (date(2024, 3, 31), "upcoming"),
        (date(2024, 4, 1), "due"),
        (date(2024, 4, 30), "due"),
        (date(2024, 5, 1), "passed"),
    ],
)
def test_fate_without_follow_up(as_of: date, fate: str) -> None:
    (found,) = corpus([PLAN], as_of=as_of).commitments
    assert (found.fate, found.first, found.last) == (fate, date(2024, 4, 1), date(2024, 4, 30))
    assert found.follow_up is None


@pytest.mark.parametrize(
    ("later", "fate"),
    [
        pytest.param(DONE, "done", id="the same actor did it in time"),
        pytest.param(OFF, "called off", id="the same visit was cancelled"),
        pytest.param(BY_ANOTHER, "passed", id="another actor did it"),
        pytest.param(TOO_EARLY, "passed", id="an earlier visit"),
    ],
)
def test_fate_with_a_later_article(later: Told, fate: str) -> None:
    (found,) = corpus([PLAN, later], as_of=date(2024, 6, 1)).commitments
    assert found.fate == fate
    if found.follow_up:
        assert found.follow_up.evidence.article_id == later[0].id
        assert found.rule


@pytest.mark.parametrize(
    ("other", "fate"),
    [
        pytest.param(LATER_DATE, "moved", id="the later text says that the date moved"),
        pytest.param(AGAIN, "passed", id="it may be a second visit"),
    ],
)
def test_another_date_in_a_later_article(other: Told, fate: str) -> None:
    first, second = corpus([PLAN, other], as_of=date(2024, 5, 1)).commitments
    assert (first.fate, second.fate) == (fate, "upcoming")
    assert (first.follow_up.id if first.follow_up else None) == (
        second.claim.id if fate == "moved" else None
    )


@pytest.mark.parametrize(("day", "fate"), [(21, "done"), (22, "done"), (26, "passed")])
def test_a_report_without_a_day_soon_follows_a_plan_for_one_day(day: int, fate: str) -> None:
    (found,) = corpus([TODAY, reported(day)], as_of=date(2024, 6, 1)).commitments
    assert found.fate == fate


def test_another_date_in_another_story_is_another_plan() -> None:
    stories = {"plan": "one", "later-date": "other"}
    found = corpus([PLAN, LATER_DATE], stories=stories, as_of=date(2024, 5, 1)).commitments
    assert [one.fate for one in found] == ["passed", "upcoming"]


def test_a_caption_with_a_later_date_is_no_plan() -> None:
    assert not corpus([CAPTION]).commitments


def test_reprints_promise_once() -> None:
    made, _ = PLAN
    copy = article(
        "reprint",
        made.text,
        date(2024, 3, 21),
        "April 2024",
        actor="Aurora",
        predicate="visit",
        recipient="Varna",
        time="2024-04",
        modality="planned",
    )
    assert len(corpus([PLAN, copy], origins={"reprint": "plan"}).commitments) == 1
    assert len(corpus([PLAN, copy]).commitments) == 2


@settings(max_examples=40)
@given(st.permutations(EVERY), st.integers(0, len(EVERY)))
def test_order_does_not_matter(inputs: list[Told], count: int) -> None:
    drawn = inputs[:count]
    expected = corpus(sorted(drawn, key=lambda one: one[0].id)).commitments
    shuffled = list(drawn)
    random.Random(count).shuffle(shuffled)
    assert corpus(shuffled).commitments == expected


def events(found: Corpus, site_url: str = SITE) -> dict[str, list[Any]]:
    """Calendar address -> events, as vobject reads them."""
    return {
        one.src_uri: list(vobject.readOne(one.content.decode()).contents.get("vevent", []))
        for one in calendars(found, site_url)
    }


def test_calendar_is_read_back() -> None:
    (event,) = events(corpus([PLAN], as_of=date(2024, 3, 31)))["commitments.ics"]
    assert event.dtstart.value == date(2024, 4, 1)
    assert event.dtend.value == date(2024, 4, 30) + timedelta(1)
    assert event.dtstamp.value.date() == date(2024, 3, 20)
    assert event.url.value == f"{SITE}briefings/plan/#s1"
    assert PLAN[0].text in event.description.value
    assert event.status.value == "TENTATIVE"


def test_an_undated_articles_event_has_a_stamp() -> None:
    found = corpus([PLAN], as_of=date(2024, 3, 31))
    brief = found.briefs["plan"]
    article = dataclasses.replace(brief.article, published=None)
    undated = {"plan": dataclasses.replace(brief, article=article)}
    (event,) = events(dataclasses.replace(found, briefs=undated))["commitments.ics"]
    assert event.dtstamp.value.date() == event.dtstart.value


def test_calendar_of_one_actor() -> None:
    found = corpus([PLAN, DONE], as_of=date(2024, 6, 1))
    (event,) = events(found)["calendars/aurora.ics"]
    assert event.status.value == "CONFIRMED"


def test_calendar_without_address_or_commitments() -> None:
    (event,) = events(corpus([PLAN]), "")["commitments.ics"]
    assert "url" not in event.contents
    (empty,) = calendars(corpus([]), SITE)
    assert empty.content.startswith(b"BEGIN:VCALENDAR")


def test_uid_does_not_hang_on_the_as_of_day() -> None:
    early, late = (corpus([PLAN], as_of=date(2024, month, 1)) for month in (1, 9))
    first, second = (events(one)["commitments.ics"][0].uid.value for one in (early, late))
    assert first == second


def test_text_of_others_stays_text_in_a_calendar() -> None:
    (commitment,) = corpus([PLAN]).commitments
    hostile = dataclasses.replace(commitment, words="x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y")
    found = dataclasses.replace(corpus([PLAN]), commitments=(hostile,))
    assert len(events(found)["commitments.ics"]) == 1
