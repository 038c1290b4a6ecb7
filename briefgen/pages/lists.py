"""Long lists as several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefgen import addresses

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page of a list stands among its pages."""

    number: int
    """This page, from 1."""
    of: int
    """How many there are."""
    numbers: tuple[int, ...]
    """All their numbers, for links."""
    uris: tuple[str, ...]
    """All their addresses."""


def paged(rows: Sequence[Row], size: int, first: str) -> Iterator[tuple[Pager, Sequence[Row]]]:
    """The rows in pages of `size`; an empty list has one empty page."""
    count = max(1, -(-len(rows) // size))
    numbers = tuple(range(1, count + 1))
    uris = tuple(addresses.paged(first, number) for number in numbers)
    for number in numbers:
        yield Pager(number, count, numbers, uris), rows[(number - 1) * size : number * size]
