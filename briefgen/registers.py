"""The user's knowledge: who the actors are (actors.yml) and what was decided (judgements.yml).

`actors.yml` is a list of actors. `id`, `name` and `type` are required; a role without dates is one
whose dates are not known.

    - id: fumio-kishida
      name: Fumio Kishida
      type: person                  # person organization country force group place
      aliases: [Kishida Fumio]
      country: JPN                  # ISO 3166-1 alpha-3
      roles:
        - {text: Prime Minister of Japan, from: 2021-10-04, until: 2024-10-01}
      note: Chaired the talks of April 2024.

`judgements.yml` is a list of decisions; each holds exactly one of the five verbs. An actor is named
by its id (`briefgen explain ID` shows it) or by an anchor, a name quoted from an article. Every
decision may carry `reason`, `by` and `date`.

    - merge: [fumio-kishida, {article: summit-preview, exact: Kishida, prefix: "Minister "}]
      reason: The preview names the prime minister by his surname only.
      date: 2024-03-26
    - keep_apart: [kim-jong-un, kim-jong-nam]
    - rename: us-forces-japan
      to: U.S. Forces Japan
    - hide: kyodo-news              # an actor ...
    - hide: {article: summit-preview, exact: is planning to enhance}      # ... or a statement
    - correct: {article: fighter-sale, exact: 105 F-35 fighters, prefix: "sale of "}
      field: quantity.value         # timex.value quantity.value quantity.unit statement.event
      to: 105                       # statement.modality statement.time statement.actor

An anchor quotes the article word for word: `exact` is the quote itself, `prefix` and `suffix` are
the words right before and after it, needed where the quote stands more than once. The quote of a
`hide` or `correct` overlaps the fact meant: the figure, the time, or the statement's verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

import pycountry

from briefgen.errors import InputError, Problem, relative
from briefgen.model import ActorType, Modality
from briefgen.readers.schemas import parse_day, problems
from briefgen.readers.source import clean, decode
from briefgen.readers.yaml_lines import Node, read_yaml

UNKNOWN = "unknown"
VERBS = ("merge", "keep_apart", "rename", "hide", "correct")


@dataclass(frozen=True, slots=True)
class RegisteredRole:
    """A role as the user dates it."""

    text: str
    """The role in words."""
    start: date | None = None
    """First day."""
    until: date | None = None
    """Last day."""


@dataclass(frozen=True, slots=True)
class RegisteredActor:
    """An actor as the user knows it."""

    id: str
    """Slug."""
    name: str
    """The name that is shown."""
    type: ActorType
    """What kind of actor."""
    aliases: tuple[str, ...] = ()
    """Other names that articles use."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    roles: tuple[RegisteredRole, ...] = ()
    """In the user's order."""
    note: str | None = None
    """Shown on the actor's page."""
    line: int = 0
    """Its line in the file."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words quoted from an article, with what stands around them."""

    article_id: str
    """The article."""
    exact: str
    """The quote."""
    prefix: str = ""
    """What stands right before it."""
    suffix: str = ""
    """What stands right after it."""
    line: int = 0
    """Its line in the file."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of the user."""

    kind: str
    """merge, keep_apart, rename, hide or correct."""
    line: int
    """Its line in the file."""
    about: tuple[str | Anchor, ...]
    """Actor ids and anchors that it is about, in the user's order."""
    field: str | None = None
    """For `correct`: the layer and the field, such as quantity.value."""
    to: str | None = None
    """The new name or value."""
    reason: str | None = None
    """Why."""
    by: str | None = None
    """Who decided."""
    decided: date | None = None
    """When."""


@dataclass(frozen=True, slots=True)
class Register:
    """The user's actors."""

    actors: tuple[RegisteredActor, ...] = ()
    """In file order."""
    path: str = "actors.yml"
    """The file, as messages show it."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """The user's decisions."""

    entries: tuple[Judgement, ...] = ()
    """In file order."""
    path: str = "judgements.yml"
    """The file, as messages show it."""


Entry = TypeVar("Entry")


def read_register(path: Path, root: Path) -> tuple[Register, tuple[Problem, ...]]:
    """The register; a file that is not there is an empty one, a bad entry is left out."""
    shown = relative(path, root)
    actors, found = read_entries(path, root, "actors", _actor, _actor_problems)
    kept: dict[str, RegisteredActor] = {}
    for actor in actors:
        if actor.id in kept:
            message = f"the id {actor.id!r} stands twice, first on line {kept[actor.id].line}"
            found.append(Problem(shown, actor.line, message, actor.id, f"id: {actor.id}-2"))
        else:
            kept[actor.id] = actor
    return Register(tuple(kept.values()), shown), tuple(sorted(found, key=_by_line))


def read_judgements(path: Path, root: Path) -> tuple[Judgements, tuple[Problem, ...]]:
    """The judgements; a file that is not there holds none, a bad entry is left out."""
    decided, found = read_entries(path, root, "judgements", _judgement, _value_problems)
    return Judgements(tuple(decided), relative(path, root)), tuple(sorted(found, key=_by_line))


def _by_line(problem: Problem) -> tuple[int, str]:
    return problem.line or 0, problem.message


def read_entries(
    path: Path,
    root: Path,
    name: str,
    typed: Callable[[Node], Entry],
    further: Callable[[Node, str], list[Problem]],
) -> tuple[list[Entry], list[Problem]]:
    """The list's entries that pass the schema and the further checks, and what does not."""
    shown = relative(path, root)
    if not path.exists():
        return [], []
    try:
        node = read_yaml(decode(path, root, empty=True), shown)
    except InputError as error:
        return [], [error.problem]
    if node is None:
        return [], []
    if not isinstance(node.value, list):
        return [], list(problems(node, name, shown))
    entries, found = [], []
    for item in node.value:
        wrong = list(problems(item, name, shown, items=True)) or further(item, shown)
        found += wrong
        if not wrong:
            entries.append(typed(item))
    return entries, found


def _actor_problems(node: Node, path: str) -> list[Problem]:
    """What the schema cannot say of an actor."""
    values, found = node.plain(), []
    fields = cast(dict[str, Node], node.value)
    country = values.get("country")
    if country and pycountry.countries.get(alpha_3=country) is None:
        message = "country must be an ISO 3166-1 alpha-3 country code"
        found.append(Problem(path, fields["country"].line, message, country, "country: JPN"))
    for role, place in zip(
        values.get("roles", ()),
        cast(list[Node], getattr(fields.get("roles"), "value", ()) or ()),
        strict=True,
    ):
        if (
            "from" in role
            and "until" in role
            and parse_day(role["until"]) < parse_day(role["from"])
        ):
            text = f"from {role['from']} until {role['until']}"
            example = "{text: Prime Minister, from: 2021-10-04, until: 2024-10-01}"
            found.append(Problem(path, place.line, "a role ends before it begins", text, example))
    return found


def _actor(node: Node) -> RegisteredActor:
    values = node.plain()
    return RegisteredActor(
        id=values["id"],
        name=clean(values["name"]),
        type=values["type"],
        aliases=tuple(map(clean, values.get("aliases", ()))),
        country=values.get("country"),
        roles=tuple(
            RegisteredRole(clean(role["text"]), _day(role, "from"), _day(role, "until"))
            for role in values.get("roles", ())
        ),
        note=_words(values, "note"),
        line=node.line,
    )


def _judgement(node: Node) -> Judgement:
    fields = cast(dict[str, Node], node.value)
    values = node.plain()
    kind = next(verb for verb in VERBS if verb in values)
    about = fields[kind].value if isinstance(fields[kind].value, list) else [fields[kind]]
    return Judgement(
        kind=kind,
        line=node.line,
        about=tuple(_reference(one) for one in cast(list[Node], about)),
        field=values.get("field"),
        to=_words(values, "to"),
        reason=_words(values, "reason"),
        by=_words(values, "by"),
        decided=_day(values, "date"),
    )


def _reference(node: Node) -> str | Anchor:
    values = node.plain()
    if isinstance(values, str):
        return values
    return Anchor(
        values["article"],
        values["exact"],
        values.get("prefix", ""),
        values.get("suffix", ""),
        node.line,
    )


def _words(values: dict[str, Any], key: str) -> str | None:
    return clean(values[key]) if key in values else None


def _day(values: dict[str, Any], key: str) -> date | None:
    return parse_day(values[key]) if key in values else None


# What each field that can be corrected may hold: in words, an example, and the pattern.
VALUES: dict[str, tuple[str, str, re.Pattern[str]]] = {
    "timex.value": (
        "a TIMEX3 value",
        "2025-03",
        re.compile(r"\d{2,4}(?:-[A-Z0-9]{2})*(?:T[\d:A-Z]{2,8})?|P[T\d.A-Z]{2,12}|[A-Z]{4,7}_REF"),
    ),
    "quantity.value": (
        "a number, or two with .. between them",
        "105",
        re.compile(r"-?\d{1,15}(?:\.\d{1,9})?(?:\.\.-?\d{1,15}(?:\.\d{1,9})?)?"),
    ),
    "quantity.unit": ("a plain singular name", "fighter", re.compile(r"[^\W\d].{0,60}")),
    "statement.event": ("a PLOVER root code", "CONSULT", re.compile("[A-Z]{3,12}")),
    "statement.modality": (
        "one of " + ", ".join(get_args(Modality)),
        "planned",
        re.compile("|".join(get_args(Modality))),
    ),
    "statement.time": (
        "a TIMEX3 value",
        "2025-03",
        re.compile(r"\d{2,4}(?:-[A-Z0-9]{2})*(?:T[\d:A-Z]{2,8})?|[A-Z]{4,7}_REF"),
    ),
    "statement.actor": ("an actor's id or name", "japan", re.compile(r".{1,200}")),
}
NEVER_UNKNOWN = {"statement.modality"}


def _value_problems(node: Node, path: str) -> list[Problem]:
    """Whether the new value of a correction fits the field that it is for."""
    values = node.plain()
    if "correct" not in values:
        return []
    field, to = values["field"], clean(values["to"])
    words, example, pattern = VALUES[field]
    if pattern.fullmatch(to) or (to == UNKNOWN and field not in NEVER_UNKNOWN):
        return []
    line = cast(dict[str, Node], node.value)["to"].line
    return [Problem(path, line, f"to must be {words} for {field}", to, f"to: {example}")]
