"""The word lists of `data/*.yml`: lists are data, never code."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import yaml


@functools.cache
def load(name: str) -> Any:
    """The content of `data/<name>.yml`, read once. Do not change what it returns."""
    path = resources.files("briefgen") / "data" / f"{name}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))
