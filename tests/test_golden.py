"""Golden cases of the extraction stages: a case is data in tests/golden/<stage>/*.yml.

A file holds a list of cases:

    - name: what it shows
      text: the article (title and published are optional)
      timexes:            # exactly these, in order; each names only the fields it is about
        - {text: next Friday, value: 2024-03-29}
      some_mentions:      # at least these
        - {text: Kishida, label: PERSON}
      no_quantities: [F-35]      # none with these words

A layer's item shows spans as their words; `text` is the words of its own `span`.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.model import Extraction, Span

GOLDEN = Path(__file__).parent / "golden"
STAGES = (
    "furniture",
    "layout",
    "timexes",
    "names",
    "actors",
    "quantities",
    "quotations",
    "statements",
    "summary",
)
CASES = [
    pytest.param(case, id=f"{stage}/{path.stem}: {case['name']}")
    for stage in STAGES
    for path in sorted((GOLDEN / stage).glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def shown(value: Any, text: str) -> Any:
    """A model value as a golden file writes it."""
    if isinstance(value, Span):
        return text[value.start : value.end]
    if isinstance(value, tuple | list):
        return [shown(one, text) for one in value]
    if dataclasses.is_dataclass(value):
        fields = {f.name: shown(getattr(value, f.name), text) for f in dataclasses.fields(value)}
        if "span" in fields:
            fields["text"] = fields.pop("span")
        return fields
    return value


def plain(value: Any) -> Any:
    """YAML reads 2024-03-29 as a date; values are strings."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value


def agrees(expected: Any, found: Any) -> bool:
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(key in found and agrees(value, found[key]) for key, value in expected.items())
    if isinstance(expected, str) and isinstance(found, str):
        return expected == " ".join(found.split())
    return expected == found


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict[str, Any], run: Any) -> None:
    text = case["text"].strip()
    found: Extraction = run(text, case.get("published"), case.get("title"))
    layers = {f.name: shown(getattr(found, f.name), text) for f in dataclasses.fields(found)}
    for key, expected in plain(case).items():
        if key in layers:
            layer = layers[key]
            if isinstance(expected, list):
                assert len(layer) == len(expected), f"{key}: {layer}"
                assert all(agrees(e, f) for e, f in zip(expected, layer, strict=True)), layer
            else:
                assert agrees(expected, layer), layer
        elif key.startswith("some_"):
            layer = layers[key.removeprefix("some_")]
            for one in expected:
                assert any(agrees(one, item) for item in layer), f"missing {one} in {layer}"
        elif key.startswith("no_"):
            layer = layers[key.removeprefix("no_")]
            words = [
                item["text"] if isinstance(item, dict) and "text" in item else str(item)
                for item in layer
            ]
            for one in expected:
                assert one not in words, f"{one!r} in {words}"
        else:
            assert key in {"name", "text", "published", "title"}, f"unknown key {key!r} in a case"
