"""Holds what a person wrote against the published JSON Schemas, and says what is wrong where.

The schemas in `briefgen/schemas/` are the one description of every file format: the keys, what each
must be in words (`description`), and a correct example (`examples`).
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from importlib import resources
from typing import Any, cast

import jsonschema
from jsonschema.exceptions import ValidationError
from rapidfuzz import fuzz, process

from briefgen.errors import Problem
from briefgen.readers.yaml_lines import SHOWN_CHARACTERS, Node

SUGGESTION_SCORE = 60
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].+)?")


@functools.cache
def schema(name: str) -> dict[str, Any]:
    """The published schema `briefgen/schemas/<name>.schema.json`."""
    path = resources.files("briefgen") / "schemas" / f"{name}.schema.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


@functools.cache
def validator(name: str, items: bool = False) -> jsonschema.Draft202012Validator:
    """A validator for one of the published schemas, or for the items of its list.

    It also knows our format `day`.
    """
    whole = schema(name)
    wanted = {"$defs": whole.get("$defs", {}), **whole["items"]} if items else whole
    formats = jsonschema.FormatChecker(formats=())
    formats.checks("day", raises=ValueError)(lambda value: bool(parse_day(value)))
    return jsonschema.Draft202012Validator(wanted, format_checker=formats)


def parse_day(value: str) -> date:
    """The day of an ISO date, or of an ISO date with time. Raises ValueError on anything else."""
    text = value.strip()
    if not DAY.fullmatch(text):
        raise ValueError(f"not an ISO date: {value!r}")
    return datetime.fromisoformat(text).date()


def problems(node: Node, name: str, path: str, items: bool = False) -> tuple[Problem, ...]:
    """Everything in the node that the schema (of the list's items) does not allow, by line."""
    found = (
        problem
        for error in validator(name, items).iter_errors(node.plain())
        for problem in _told(error, node, path)
    )
    return tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.message)))


def _told(error: ValidationError, node: Node, path: str) -> Iterable[Problem]:
    for step in error.absolute_path:
        node = _child(node, step)
    rule = error.validator
    if rule == "additionalProperties":
        return _unknown_keys(error, node, path)
    described = cast(dict[str, Any], error.schema)
    name = next((str(step) for step in reversed(error.absolute_path) if isinstance(step, str)), "")
    example = written(described.get("examples", [""])[0], name)
    if rule in {"required", "dependentRequired"}:
        missing = str(error.message).split("'")[1]
        example = written(described["properties"][missing].get("examples", [""])[0], missing)
        return (Problem(path, node.line, f"{missing} is missing", "", example),)
    if rule == "oneOf" and "description" in described:
        return (Problem(path, node.line, f"must be {described['description']}", "", example),)
    wanted = str(described.get("description", "something else"))
    if rule == "enum":
        wanted = "one of " + ", ".join(described["enum"])
    found = written(error.instance)[:SHOWN_CHARACTERS]
    return (Problem(path, node.line, f"{name or 'it'} must be {wanted}", found, example),)


def _child(node: Node, step: str | int) -> Node:
    value: Any = node.value
    child: Node = value[step]
    return child


def _unknown_keys(error: ValidationError, node: Node, path: str) -> Iterable[Problem]:
    schema = cast(dict[str, Any], error.schema)
    properties = schema["properties"]
    known = list(properties)
    assert isinstance(node.value, dict)
    for key, child in node.value.items():
        if key not in known:
            near = nearest(key, known)
            hint = f"; did you mean {near!r}?" if near else f"; known keys: {', '.join(known)}"
            meant = near or [*schema.get("required", ()), *known][0]
            example = written(properties[meant]["examples"][0], meant)
            yield Problem(path, child.line, f"unknown key{hint}", key[:SHOWN_CHARACTERS], example)


def nearest(word: str, known: Iterable[str], score: float = SUGGESTION_SCORE) -> str | None:
    """The known word most like this one, None where none is like it by `score` percent."""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=score)
    return found[0] if found else None


def written(value: Any, key: str = "") -> str:
    """A value as one line of YAML, after its key if it has one."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"{key}: {text}" if key else text
