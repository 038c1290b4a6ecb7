"""The documentation names everything that a user can set, call or replace."""

from __future__ import annotations

import dataclasses
import re
import textwrap
import tomllib
from pathlib import Path

import pytest
import sites

from briefgen.cli import main
from briefgen.components import STAGES
from briefgen.config import Settings

ROOT = sites.CHECKOUT
DOCS = ROOT / "docs"


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_option_is_documented() -> None:
    of_mkdocs = {"root", "docs_dir", "site_url", "site_name"}
    options = {f.name for f in dataclasses.fields(Settings)} - of_mkdocs
    assert set(re.findall(r"^\| `(\w+)` \|", read("docs/options.md"), re.M)) == options


def test_every_template_is_documented() -> None:
    templates = {p.name for p in (ROOT / "templates").glob("[!_]*.j2")}
    assert set(re.findall(r"^\| `([\w.]+\.j2)` \|", read("docs/templates.md"), re.M)) == templates


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}
    assert (
        set(re.findall(r"^\| ([\w-]+) \|", read("docs/dependencies.md"), re.M)) - {"package"}
        == wanted
    )


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_documented_with_its_options(command: str) -> None:
    text = read("docs/cli.md")
    assert f"briefgen {command}" in text
    for parameter in main.commands[command].params:
        if parameter.param_type_name == "option":
            assert any(name in text for name in parameter.opts), parameter.opts


@pytest.mark.parametrize("stage", [stage.name for stage in STAGES])
def test_every_extractor_has_a_page(stage: str) -> None:
    assert (DOCS / "extraction" / f"{stage}.md").is_file()


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^()\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("#"):
            assert (page.parent / target.partition("#")[0]).exists(), target


@pytest.mark.slow
def test_five_minutes_lead_to_a_site(tmp_path: Path) -> None:
    steps = read("README.md").partition("## Five minutes")[2]
    blocks = re.findall(r"^ +```(?:yaml)?\n(.*?)^ +```", steps, re.S | re.M)
    files = ("mkdocs.yml", "articles/budget.md", "actors.yml", "judgements.yml")
    for name, block in zip(files, blocks[1:], strict=True):
        path = tmp_path / name if name == "mkdocs.yml" else tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(block), encoding="utf-8")
    site = sites.built(tmp_path)
    briefing = (site / "briefings" / "budget" / "index.html").read_text(encoding="utf-8")
    assert "2,100,000,000" in briefing
    assert "Ana Ruiz García" in briefing
