"""Changes as text for people and as JSON for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from briefgen.corpus.changes import Change, Changes, Cited


def as_text(changes: Changes) -> str:
    """A paragraph a change: kind, day and rule, then `-` for what stood and `+` for what stands."""
    return "\n".join(line for change in changes.rows for line in _lines(change))


def _lines(change: Change) -> Iterator[str]:
    day = change.day.isoformat() if change.day else "no day"
    yield f"{change.kind}  {day}  {change.rule}"
    for line in filter(None, (change.name, change.reason)):
        yield f"  {line}"
    for mark, sides in (("-", change.before), ("+", change.after)):
        for side in sides:
            yield f"  {mark} {_side(side)}"
    yield ""


def _side(side: Cited) -> str:
    said = " | ".join(filter(None, (side.value, " ".join(side.exact.split()))))
    return f"{side.article_id}#s{side.sentence}: {said}"


def as_json(changes: Changes) -> str:
    """One object: `since`, `until` and `changes`, as `briefgen.corpus.changes` describes them."""
    found: dict[str, Any] = {
        "since": changes.since,
        "until": changes.until,
        "changes": [dataclasses.asdict(one) for one in changes.rows],
    }
    return json.dumps(found, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"
