"""`briefgen new` gives a site that builds without a warning."""

from __future__ import annotations

from pathlib import Path

import sites
import yaml
from click.testing import CliRunner
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from briefgen.cli import main


def new(folder: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["new", str(folder)])
    return result.exit_code, result.output


def test_a_new_site_builds_strict(tmp_path: Path) -> None:
    status, told = new(tmp_path / "own")
    assert status == 0
    assert {str(p) for p in (tmp_path / "own").rglob("*") if p.is_file()} == set(told.split())
    built = sites.built(tmp_path / "own", "--strict")
    briefing = (built / "briefings" / "example-budget" / "index.html").read_text("utf-8")
    assert "Ana Ruiz García" in briefing
    assert "2,100,000,000" in briefing


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: mine\n")
    status, told = new(tmp_path)
    assert status == 2
    assert "mkdocs.yml exists already" in told
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_it_has_the_sample_sites_navigation_and_theme(tmp_path: Path) -> None:
    new(tmp_path)
    own, sample = (
        yaml_load((folder / "mkdocs.yml").read_text("utf-8"), get_yaml_loader(yaml.SafeLoader))
        for folder in (tmp_path, sites.CHECKOUT)
    )
    for config in (own, sample):
        # A week for a new site; a day on which the sample's articles show every kind of change.
        assert config["plugins"][0]["briefgen"].pop("changes_since")
    for key in ("nav", "theme", "plugins", "markdown_extensions", "strict", "docs_dir"):
        assert own[key] == sample[key], key
