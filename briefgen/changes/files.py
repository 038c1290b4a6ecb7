"""Snapshots as JSON: what a site publishes as snapshot.json and a later build reads again."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import date
from pathlib import Path
from typing import Any

from briefgen.changes.snapshot import Snapshot
from briefgen.errors import InputError, Problem, relative
from briefgen.readers.schemas import validator

FORMAT = 1
SHOWN = 60
"""Characters of an offending value that a message shows."""
EXAMPLE = "a snapshot.json that briefgen wrote into a site"


def encode(snapshot: Snapshot) -> bytes:
    """The snapshot as JSON; what is empty is left out."""
    written = {"format": FORMAT, **_plain(snapshot)}
    return (json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        fields = ((one.name, getattr(value, one.name)) for one in dataclasses.fields(value))
        return {name: _plain(own) for name, own in fields if own not in (None, "", (), {})}
    if isinstance(value, dict):
        return {key: _plain(own) for key, own in value.items()}
    if isinstance(value, tuple):
        return [_plain(own) for own in value]
    return value.isoformat() if isinstance(value, date) else value


def read(path: Path, root: Path | None = None) -> Snapshot:
    """A snapshot from its file. Raises InputError where it is none."""
    shown = relative(path, root)
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise InputError(Problem(shown, None, message, "", EXAMPLE)) from error
    except (ValueError, RecursionError) as error:
        message = f"is no JSON ({error})"
        raise InputError(Problem(shown, None, message, "", EXAMPLE)) from error
    return decode(found, shown)


def decode(found: Any, shown: str) -> Snapshot:
    """A snapshot from its JSON. Raises InputError, naming the file `shown`, where it is none."""
    for error in validator("snapshot").iter_errors(found):
        where = "/".join(map(str, error.absolute_path)) or "the whole"
        text = str(error.instance)[:SHOWN]
        message = f"is no snapshot: {where} does not fit schemas/snapshot.schema.json"
        raise InputError(Problem(shown, None, message, text, EXAMPLE))
    snapshot: Snapshot = _typed(found, Snapshot)
    for place in _places(snapshot):
        if place not in snapshot.articles:
            message = "is no whole snapshot: an article is cited that it does not hold"
            raise InputError(Problem(shown, None, message, place[:SHOWN], EXAMPLE))
    for contest in snapshot.contests:
        if any(max(one, other) >= len(contest.places) for one, other, _ in contest.pairs):
            message = "is no whole snapshot: a contest names a side that it does not hold"
            raise InputError(Problem(shown, None, message, "", EXAMPLE))
    return snapshot


def _typed(value: Any, kind: Any) -> Any:
    """What JSON holds, as the type that the schema promises."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if value is None:
        return None
    if origin in (types.UnionType, typing.Union):
        return _typed(value, inner[0])
    if origin is dict:
        return {key: _typed(own, inner[1]) for key, own in value.items()}
    if origin is tuple:
        kinds = [inner[0]] * len(value) if inner[-1] is ... else inner
        return tuple(_typed(own, one) for own, one in zip(value, kinds, strict=True))
    if dataclasses.is_dataclass(kind):
        return _view(value, typing.cast(type, kind))
    return date.fromisoformat(value) if kind is date else value


def _view(value: dict[str, Any], kind: type) -> Any:
    hints = typing.get_type_hints(kind)
    given = {name: _typed(value[name], hint) for name, hint in hints.items() if name in value}
    for one in dataclasses.fields(kind):
        if one.name not in given and one.default is one.default_factory is dataclasses.MISSING:
            given[one.name] = _typed_empty(hints[one.name])
    return kind(**given)


def _typed_empty(hint: Any) -> Any:
    """The empty value of a field that was left out."""
    origin = typing.get_origin(hint)
    return origin() if origin in (tuple, dict) else "" if hint is str else None


def _places(value: Any) -> typing.Iterator[str]:
    """The articles that the snapshot cites."""
    if isinstance(value, dict | tuple):
        for own in value.values() if isinstance(value, dict) else value:
            yield from _places(own)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            own = getattr(value, one.name)
            if one.name == "article":
                yield own
            yield from _places(own)
