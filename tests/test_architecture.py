"""The drawing in docs/architecture.md is true of the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import sites

PACKAGE = sites.CHECKOUT / "briefgen"
DRAWING = (sites.CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8")
LAYERS = [
    line.split()[0] for line in re.search(r"```layers\n(.*?)```", DRAWING, re.S)[1].splitlines()
]
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem[0] != "_"
)


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    """Dotted names of all that a module imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "briefgen":
                names.update(f"briefgen.{alias.name}" for alias in node.names)
    return names


def test_every_module_is_drawn() -> None:
    assert sorted({layer(path) for path in MODULES}) == sorted(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_down(path: Path) -> None:
    own = LAYERS.index(layer(path))
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "briefgen" and len(parts) > 1:
            assert LAYERS.index(parts[1]) <= own, f"{layer(path)} imports {name}"


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("spacy", {"components", "pipeline", "extract"}),
        ("jinja2", {"render"}),
        ("mkdocs", {"mkdocs_plugin"}),
        ("click", {"cli"}),
        ("sqlite3", {"store"}),
        ("trafilatura", {"readers"}),
        ("pagefind", {"search"}),
    ],
)
def test_a_library_is_known_to_few(library: str, allowed: set[str]) -> None:
    users = {layer(p) for p in MODULES if any(n.split(".")[0] == library for n in imported(p))}
    assert users <= allowed
