"""Lists of `data/corpus` and `data`, read without the components.

Not through components.lists: a build that finds all in the cache never imports spaCy.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import yaml

from briefgen.readers.yaml_lines import LOADER


@functools.cache
def _file(name: str) -> dict[str, Any]:
    path = resources.files("briefgen") / "data" / f"{name}.yml"
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    return found


def table(file: str, name: str) -> Any:
    """One table of a file of `data/corpus`; the file's name is without its ending."""
    return _file(f"corpus/{file}")[name]


def component_table(file: str, name: str) -> Any:
    """One table of a file that the components use."""
    return _file(file)[name]
