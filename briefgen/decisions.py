"""The user's answers written behind what judgements.yml holds; nothing else in it changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.errors import InputError, Problem, relative
from briefgen.registers import Anchor, read_judgements


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry to be written."""

    kind: str
    """merge or keep_apart."""
    about: tuple[str | Anchor, ...]
    """Actor ids and anchors."""
    reason: str | None = None
    """Why."""
    by: str | None = None
    """Who decided."""
    decided: date | None = None
    """When; only what the user says: no clock is read."""


def append(path: Path, root: Path, decisions: Sequence[Decision]) -> None:
    """Write the decisions behind the file's last line; comments and order stay.

    Raises InputError, and leaves the file as it was, where it cannot be read or would not read
    back as the old entries and the new ones.
    """
    before, wrong = read_judgements(path, root)
    if wrong:
        raise InputError(wrong[0])
    content = path.read_bytes() if path.exists() else b""
    end = "" if not content or content.endswith(b"\n") else "\n"
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(content + (end + "".join(map(_entry, decisions))).encode())
    after, wrong = read_judgements(beside, root)
    kept = after.entries[: len(before.entries)] == before.entries
    if wrong or not kept or len(after.entries) != len(before.entries) + len(decisions):
        beside.unlink()
        raise InputError(_refusal(relative(path, root), content, wrong))
    beside.replace(path)


def _refusal(path: str, content: bytes, wrong: Sequence[Problem]) -> Problem:
    message = "an entry cannot be written behind this file's last line"
    lines = content.decode(errors="replace").splitlines()
    found = wrong[0].message if wrong else (lines or [""])[-1]
    return Problem(path, len(lines) or None, message, found, "- merge: [one, other]")


def _entry(decision: Decision) -> str:
    lines = [f"- {decision.kind}:", *(f"    - {_reference(one)}" for one in decision.about)]
    for key, value in (("reason", decision.reason), ("by", decision.by)):
        if value:
            lines.append(f"  {key}: {quoted(value)}")
    if decision.decided:
        lines.append(f"  date: {decision.decided.isoformat()}")
    return "\n".join(lines) + "\n"


def _reference(one: str | Anchor) -> str:
    if isinstance(one, str):
        return one
    parts = [f"article: {one.article_id}", f"exact: {quoted(one.exact)}"]
    for key, value in (("prefix", one.prefix), ("suffix", one.suffix)):
        if value:
            parts.append(f"{key}: {quoted(value)}")
    return "{" + ", ".join(parts) + "}"


def quoted(text: str) -> str:
    """A double-quoted YAML string: JSON's, with what YAML takes for a line break or no text."""
    return "".join(
        c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(text, ensure_ascii=False)
    )
