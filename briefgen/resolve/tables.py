"""Tables of `data/corpus` and `data` that resolution uses."""

from __future__ import annotations

from typing import Any

from briefgen.lists import load


def table(file: str, name: str) -> Any:
    """One table of a file of `data/corpus`; the file's name is without its ending."""
    return load(f"corpus/{file}")[name]


def component_table(file: str, name: str) -> Any:
    """One table of a file that the components use."""
    return load(file)[name]
