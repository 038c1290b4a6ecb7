"""The published schemas say what the code does."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest
import sites
import yaml

from briefgen.readers.metadata import SHOWN
from briefgen.readers.schemas import problems, schema, validator
from briefgen.readers.yaml_lines import read_yaml
from briefgen.registers import VALUES, VERBS

NAMES = ("article", "actors", "judgements", "topics", "sources", "extraction")
DOCS = sites.CHECKOUT / "docs"


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def described(part: Any) -> list[dict[str, Any]]:
    """Every sub-schema that a person fills in."""
    if isinstance(part, dict):
        inner = [one for value in part.values() for one in described(value)]
        return [part, *inner] if "description" in part and "examples" in part else inner
    return []


@pytest.mark.parametrize("name", ["article", "actors", "judgements", "topics", "sources"])
def test_each_example_is_right(name: str) -> None:
    for part in described(schema(name)):
        whole = {"$defs": schema(name).get("$defs", {}), **part}
        checker = jsonschema.Draft202012Validator(
            whole, format_checker=validator(name).format_checker
        )
        for example in part["examples"]:
            checker.validate(example)


def test_the_rights_of_schema_and_code_are_the_same() -> None:
    assert schema("article")["properties"]["rights"]["enum"] == list(SHOWN)


def test_the_judgements_of_schema_and_code_are_the_same() -> None:
    properties = schema("judgements")["items"]["properties"]
    assert properties["field"]["enum"] == list(VALUES)
    assert list(properties)[: len(VERBS)] == list(VERBS)


@pytest.mark.parametrize(("field", "row"), VALUES.items())
def test_each_value_example_is_right(field: str, row: tuple[str, str, re.Pattern[str]]) -> None:
    _, example, pattern = row
    assert pattern.fullmatch(example), field


def test_every_key_stands_in_the_docs() -> None:
    text = (DOCS / "metadata.md").read_text(encoding="utf-8")
    properties = schema("article")["properties"]
    for key in [*properties, *properties["assessment"]["properties"], *SHOWN]:
        assert f"`{key}`" in text, key
    text = (DOCS / "registers.md").read_text(encoding="utf-8")
    actor = schema("actors")["items"]["properties"]
    judgement = schema("judgements")["items"]["properties"]
    for key in [*actor, *actor["roles"]["items"]["properties"], *judgement, *VALUES]:
        assert f"`{key}`" in text, key
    for name in ("topics", "sources"):
        text = (DOCS / f"{name}.md").read_text(encoding="utf-8")
        for key in schema(name)["items"]["properties"]:
            assert f"`{key}`" in text, key


@pytest.mark.parametrize(
    ("page", "name"),
    [("metadata", "article"), ("registers", None), ("topics", None), ("sources", None)],
)
def test_the_examples_in_the_docs_are_right(page: str, name: str | None) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml( \w+)?\n(.*?)```", text, re.S)
    assert blocks
    for mark, block in blocks:
        node = read_yaml(block, page)
        assert node is not None
        assert not problems(node, mark.strip() or name or "", page), block


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("title: no", {"title": "no"}),
        ("a: 2024-13-45\nb: 1e400\nc: 0x1f", {"a": "2024-13-45", "b": "1e400", "c": "0x1f"}),
        ("a:\nb: ~\nc: [x, {y: z}]", {"c": ["x", {"y": "z"}]}),
        ("!!python/object/apply:os.system ['x']", ["x"]),
    ],
)
def test_scalars_stay_text(text: str, shown: Any) -> None:
    node = read_yaml(text, "a.yml")
    assert node is not None
    assert node.plain() == shown


def test_the_schema_files_are_tidy_json() -> None:
    for name in NAMES:
        path = sites.CHECKOUT / "briefgen" / "schemas" / f"{name}.schema.json"
        assert path.read_text(encoding="utf-8").endswith("}\n")
        assert json.loads(path.read_text(encoding="utf-8"))["title"]


def test_yaml_is_never_loaded_into_objects() -> None:
    for path in (sites.CHECKOUT / "briefgen").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"yaml\.(?:unsafe_|full_)?load\((?!.*Loader=LOADER)", text), path
    assert yaml.SafeLoader
