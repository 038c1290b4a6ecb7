"""Words of articles as the formats of other programs can hold them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def lines(words: str) -> str:
    """The words with their line breaks, without characters that XML cannot hold."""
    return NO_XML.sub(" ", words)


def line(words: str) -> str:
    """The words on one line, without characters that XML cannot hold."""
    return " ".join(lines(words).split())


def midnight(day: date) -> datetime:
    """The first moment of a day, UTC: dates of articles have no time."""
    return datetime.combine(day, time(), UTC)
