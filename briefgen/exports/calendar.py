"""Commitments as iCalendar (RFC 5545): one file for the site, one for each actor with a dossier.

An event lasts as long as the stated date is precise: a plan for a month is an event of that month.
No clock is read: an event's time stamp, which the format demands, is its article's publish date, or
else its own first day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from icalendar import Calendar, Event

from briefgen import addresses
from briefgen.corpus import Commitment, Corpus, Export
from briefgen.exports.words import line, midnight

PRODUCER = "-//briefgen//commitments//EN"
STATUS = {"done": "CONFIRMED", "called off": "CANCELLED"}
"""Of a fate; everything else is tentative, since a plan is not yet a fact."""


def calendars(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """All commitments, then each actor's own."""
    yield _calendar(corpus, site_url, addresses.CALENDAR, corpus.commitments)
    of_actor: dict[str, list[Commitment]] = defaultdict(list)
    for one in corpus.commitments:
        for actor in one.claim.actors:
            if actor in corpus.dossiers:
                of_actor[actor].append(one)
    for actor, own in sorted(of_actor.items()):
        yield _calendar(corpus, site_url, addresses.actor_calendar(actor), own)


def _calendar(corpus: Corpus, site_url: str, uri: str, commitments: Iterable[Commitment]) -> Export:
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    for one in commitments:
        calendar.add_component(_event(corpus, site_url, one))
    return Export(uri, calendar.to_ical())


def _event(corpus: Corpus, site_url: str, one: Commitment) -> Event:
    article = corpus.briefs[one.claim.evidence.article_id].article
    event = Event()
    event.add("uid", f"{one.id}@briefgen")
    event.add("dtstamp", midnight(article.published or one.first))
    event.add("dtstart", one.first)
    event.add("dtend", one.last + timedelta(1))  # the end is the day after, by RFC 5545
    event.add("summary", line(one.words))
    event.add("description", _description(corpus, one))
    event.add("status", STATUS.get(one.fate, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    if site_url:
        evidence = one.claim.evidence
        target = f"{addresses.briefing(evidence.article_id)}#s{evidence.sentence}"
        event.add("url", addresses.on_the_web(site_url, target))
    return event


def _description(corpus: Corpus, one: Commitment) -> str:
    """The sentence as it stands, and where; the words of its slots where rights forbid it."""
    article = corpus.briefs[one.claim.evidence.article_id].article
    published = article.published.isoformat() if article.published else ""
    source = ", ".join(filter(None, [article.publisher, article.title, published]))
    return "\n".join(filter(None, [line(one.claim.told), source, article.notice]))
