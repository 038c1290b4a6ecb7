"""The word lists of `data/**/*.yml`: lists are data, never code."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import yaml

# The C parser is many times faster where libyaml is there; both give the same nodes.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@functools.cache
def load(name: str) -> Any:
    """The content of `data/<name>.yml`, read once. Do not change what it returns."""
    path = resources.files("briefgen") / "data" / f"{name}.yml"
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
