"""Reads YAML that a person wrote: every value keeps its line, every scalar stays text.

Nothing is guessed from a scalar's look, so `language: no` is the text "no" and `2024-13-45` reaches
whoever knows that a date is meant. Anchors, aliases and deep nesting are refused: a handful of them
can stand for gigabytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from briefgen.errors import InputError, Problem
from briefgen.lists import LOADER

MAX_DEPTH = 8
NULL_TAG = "tag:yaml.org,2002:null"
SHOWN_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the line it stands on."""

    value: str | list[Node] | dict[str, Node] | None
    """Text, nothing, or further nodes."""
    line: int
    """1-based line in the file: of the key for a mapping's value."""

    def plain(self) -> Any:
        """The value without its lines, and without keys that have no value."""
        if isinstance(self.value, dict):
            return {key: n.plain() for key, n in self.value.items() if n.value is not None}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


class _RefusedError(Exception):
    """What cannot be used, and where."""

    def __init__(self, line: int, message: str, example: str) -> None:
        super().__init__(message)
        self.line, self.message, self.example = line, message, example


def read_yaml(text: str, path: str, first_line: int = 1) -> Node | None:
    """The text's one document, None where it is empty. Raises InputError on anything unusable.

    `first_line` is the line of the file on which the text begins.
    """
    try:
        _refuse_traps(text)
        root = yaml.compose(text, Loader=LOADER)
        return None if root is None else _node(root, root.start_mark.line, first_line)
    except _RefusedError as refused:
        line, message, example = refused.line, refused.message, refused.example
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        message, example = f"is no valid YAML: {error.problem}", "title: 'Talks: day two'"
    except yaml.YAMLError:
        line, message, example = 0, "is no valid YAML: it holds a control character", "title: Talks"
    lines = text.splitlines()
    shown = lines[min(line, len(lines) - 1)].strip()[:SHOWN_CHARACTERS] if lines else ""
    raise InputError(Problem(path, first_line + line, message, shown, example))


def _refuse_traps(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(line, "anchors (&) and aliases (*) are not used here", "title: '*'")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _RefusedError(line, "is nested too deeply", "topics: [trade]")


def _node(node: yaml.Node, line: int, first_line: int) -> Node:
    """Our node for a YAML node whose place is named by a line (0-based, in the YAML)."""
    if isinstance(node, yaml.MappingNode):
        return Node(dict(_items(node, first_line)), line + first_line)
    if isinstance(node, yaml.SequenceNode):
        items = [_node(one, one.start_mark.line, first_line) for one in node.value]
        return Node(items, line + first_line)
    return Node(None if node.tag == NULL_TAG else str(node.value), line + first_line)


def _items(mapping: yaml.MappingNode, first_line: int) -> Iterator[tuple[str, Node]]:
    seen: dict[str, int] = {}
    for key, value in mapping.value:
        line = key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            raise _RefusedError(line, "a key must be a plain word", "title: Talks")
        if key.value in seen:
            message = f"the key {key.value!r} stands twice, first on line {seen[key.value]}"
            raise _RefusedError(line, message, f"{key.value}: (once only)")
        seen[key.value] = line + first_line
        yield str(key.value), _node(value, line, first_line)
