"""Reads the hand annotation of an article: quotes, so that it survives edits of other sentences.

A quote is the words themselves. `the first words ... the last words` stands for all between them;
`words#2` is their second occurrence in the text, `words#2,3` the second and third. Without a
number, a name, a time or a figure is meant wherever its words stand outside a longer one of the
same layer; any other quote is the first occurrence.

    headline: / dateline: / byline:          # parts of the text that no other layer is scored in
    mentions:                                # actor -> label -> names; `none` for names without one
      japan: {GPE: [Japan, "Tokyo#2"]}
    timexes:    [[next month, DATE, 2024-04]]           # value ~: the words count, the value not
    quantities: [[more than 60, 60, target]]            # value, unit
    quotations: [[indirect, the ministry, "it would ... later"]]      # kind, speaker, content
    statements: [[denied, REJECT, Iran, the claim, asserted]]   # predicate, event, actor, recipient
    optional:   {quantities: [two leaders]}  # right either way, so not counted
    countries: [JPN]
    five_w: {who: [Japan, the ministry]}     # any of these will do
    key_facts: [the first words]             # sentences that a good editor would pick
    bottom_line: [the first words]           # sentences that would do as the bottom line

`~` in a statement means that this slot is not scored, a list that any of its answers will do; no
modality means `asserted`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "gold"
LAYOUT = ("headline", "dateline", "byline")
Ends = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """One article's annotation, quotes resolved to (start, end)."""

    text: str
    layout: dict[str, Ends]
    mentions: list[tuple[Ends, str, str | None]]  # span, label, actor
    timexes: list[tuple[Ends, str, str | None]]  # span, type, value
    quantities: list[tuple[Ends, Any, str | None]]  # span, value, unit
    quotations: list[tuple[str, str, list[Ends]]]  # kind, speaker's words, content
    statements: list[tuple[Ends, list[str | None]]]  # predicate; event, actor, recipient, modality
    countries: set[str]
    five_w: dict[str, list[str]]
    key_facts: list[Ends]
    bottom_line: list[Ends]
    optional: dict[str, list[Ends]] = field(default_factory=dict)


def load(article_id: str, text: str) -> Gold:
    """The annotation of an article with this text. Raises ValueError where a quote is not in it."""
    raw = yaml.safe_load((FOLDER / f"{article_id}.yml").read_text(encoding="utf-8"))
    try:
        return _resolved(raw, text)
    except ValueError as error:
        raise ValueError(f"gold/{article_id}.yml: {error}") from None


def _resolved(raw: dict[str, Any], text: str) -> Gold:
    layout = {part: first(raw[part], text) for part in LAYOUT if part in raw}
    names = [
        (name, label, None if actor == "none" else actor)
        for actor, labels in raw["mentions"].items()
        for label, names in labels.items()
        for name in names
    ]

    def outside(rows: list[Any]) -> list[Any]:
        return [row for row in rows if not any(overlap(row[0], part) for part in layout.values())]

    return Gold(
        text=text,
        layout=layout,
        mentions=outside(everywhere(names, text)),
        timexes=outside(everywhere([(w, t, _string(v)) for w, t, v in raw["timexes"]], text)),
        quantities=outside(everywhere([(w, v, u) for w, v, u in raw["quantities"]], text)),
        quotations=[
            (
                kind,
                _said(speaker, text),
                [first(c, text) for c in ([said] if isinstance(said, str) else said)],
            )
            for kind, speaker, said in raw["quotations"]
        ],
        statements=[
            (
                first(verb, text),
                [
                    event,
                    *(_answers(slot, text) for slot in slots[:2]),
                    slots[2] if len(slots) > 2 else "asserted",
                ],
            )
            for verb, event, *slots in raw["statements"]
        ],
        countries=set(raw["countries"]),
        five_w={w: [_said(a, text) for a in answers] for w, answers in raw["five_w"].items()},
        key_facts=[first(words, text) for words in raw["key_facts"]],
        bottom_line=[first(words, text) for words in raw["bottom_line"]],
        optional={
            layer: [span for words in quotes for span in occurrences(words, text)]
            for layer, quotes in raw.get("optional", {}).items()
        },
    )


def everywhere(rows: list[tuple[Any, ...]], text: str) -> list[tuple[Any, ...]]:
    """Each row once for every occurrence of its first cell, without those inside longer ones."""
    found = [(span, *rest) for words, *rest in rows for span in occurrences(words, text)]
    spans = [row[0] for row in found]
    whole = [row for row in found if not any(inside(row[0], other) for other in spans)]
    return sorted(whole, key=lambda row: row[0])


def first(words: str, text: str) -> Ends:
    """The occurrence that a quote means where it can mean only one."""
    return occurrences(words, text)[0]


def occurrences(words: str | int, text: str) -> list[Ends]:
    """Where a quote stands. Raises ValueError where it does not."""
    quote, _, numbers = str(words).partition("#")
    pattern, boundaries = _pattern(quote)
    found = [match.span() for match in re.finditer(pattern, text, re.DOTALL)]
    try:
        wanted = [found[int(n) - 1] for n in numbers.split(",")] if numbers else found
    except IndexError:
        wanted = []
    if not wanted:
        raise ValueError(f"{words!r} is not in the text{boundaries}")
    return wanted


@cache
def _pattern(quote: str) -> tuple[str, str]:
    """The regex of a quote, at word boundaries where it begins and ends with a letter."""
    body = ".*?".join(re.escape(part) for part in quote.split(" ... "))
    before = r"(?<!\w)" if quote[0].isalnum() else ""
    after = r"(?!\w)" if quote[-1].isalnum() else ""
    return before + body + after, " as whole words" if before or after else ""


def overlap(a: Ends, b: Ends) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def inside(a: Ends, b: Ends) -> bool:
    """Whether span a is a part of span b, and not all of it."""
    return a != b and b[0] <= a[0] and a[1] <= b[1]


def _string(value: Any) -> str | None:
    """YAML reads 2024-03-29 as a date and 2024 as a number; values are strings."""
    return None if value is None else str(value)


def _answers(slot: str | list[str] | None, text: str) -> str | None:
    """The words of a slot, of all its answers where several will do."""
    quotes = [slot] if isinstance(slot, str) else slot or []
    return " / ".join(_said(quote, text) for quote in quotes) or None


def _said(quote: str, text: str) -> str:
    """A quote's words, which the text must hold."""
    start, end = first(quote, text)
    return text[start:end]
