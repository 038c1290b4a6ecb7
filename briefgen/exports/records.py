"""Views as plain JSON values, keys in a fixed order: what brief.json and the tables are made of.

A sentence that the article's rights keep back is null here as it is on the pages; its offsets and
the words of its slots stay.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from briefgen import rights
from briefgen.corpus import Claim, Evidence, Measure, Participant, Quote, StatedRole, When
from briefgen.model import Article, Assessment

Json = dict[str, Any]


def day(value: date | None) -> str | None:
    """An ISO date."""
    return value.isoformat() if value else None


def words(one: Evidence) -> Json:
    """Words that rights never keep back: names, dates, figures."""
    return {"start": one.start, "end": one.end, "sentence": one.sentence, "exact": one.exact}


def passage(one: Evidence) -> Json:
    """A sentence or a stretch of one, null where it may not be shown."""
    return words(one) | {"exact": one.exact if one.shown else None}


def when(one: When) -> Json:
    """A date with the words that it was read from."""
    return {"words": words(one.words), "type": one.type, "value": one.value, "mod": one.mod}


def measure(one: Measure) -> Json:
    """A figure; a range is a list of two."""
    return {
        "words": words(one.words),
        "value": list(one.value) if isinstance(one.value, tuple) else one.value,
        "unit": one.unit,
        "modifier": one.modifier,
        "thing": one.thing,
    }


def claim(one: Claim) -> Json:
    """A statement."""
    return {
        "id": one.id,
        "article": one.evidence.article_id,
        "evidence": passage(one.evidence),
        "words": one.short,
        "event": one.event,
        "status": one.status,
        "attribution": one.attribution,
        "credited": one.credited,
        "actors": list(one.actors),
        "recipients": list(one.recipients),
        "dates": [when(x) for x in one.when],
        "figures": [measure(x) for x in one.measures],
        "due": [x.isoformat() for x in one.due] if one.due else None,
        "progress": one.progress,
    }


def quote(one: Quote) -> Json:
    """Reported speech."""
    return {
        "kind": one.kind,
        "parts": [passage(x) for x in one.parts],
        "speaker": one.speaker,
        "actor": one.actor,
        "verb": one.verb,
    }


def participant(one: Participant) -> Json:
    """One row of the who's who."""
    return {
        "actor": one.actor,
        "name": one.name,
        "type": one.type,
        "role": _role(one.role) if one.role else None,
        "first": words(one.first) if one.first else None,
    }


def _role(one: StatedRole) -> Json:
    return {"text": one.text, "evidence": words(one.evidence) if one.evidence else None}


def article(one: Article) -> Json:
    """What is known about an article."""
    return {
        "title": one.title,
        "publisher": one.publisher,
        "byline": one.byline,
        "published": day(one.published),
        "updated": day(one.updated),
        "retrieved": day(one.retrieved),
        "url": one.url,
        "language": one.language,
        "rights": one.rights,
        "shown": rights.extent(one),
        "topics": list(one.topics),
        "reliability": one.reliability,
        "handling": one.handling,
        "notice": one.notice,
        "credit": one.credit,
        "revises": one.revises,
        "sha256": one.sha256,
    }


def judgement(one: Assessment) -> Json:
    """The analyst's own view."""
    return {
        "judgement": one.judgement,
        "likelihood": one.likelihood,
        "confidence": one.confidence,
        "alternatives": list(one.alternatives),
        "indicators": list(one.indicators),
    }
