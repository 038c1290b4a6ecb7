"""The tables of the whole site, cut into files that a host of static pages takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.corpus import Corpus

MOST_ROWS = 100_000
"""Rows of one file: some 60 MB of real news, where GitHub takes files of up to 100 MB."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a table."""

    table: str
    """Name of the table."""
    stem: str
    """File name without its ending: the table's, from the second file on with a number."""
    ids: tuple[str, ...]
    """The articles whose rows it has, or the actors; in the table's order."""
    rows: int
    """How many rows it has."""


# Table -> the ids that it goes through, and how many rows one of them makes.
TABLES: dict[str, tuple[Callable[[Corpus], Sequence[str]], Callable[[Corpus, str], int]]] = {
    "statements": (lambda c: list(c.briefs), lambda c, id: len(c.briefs[id].claims)),
    "actors": (lambda c: sorted(c.actors), lambda c, id: 1),
    "figures": (lambda c: list(c.briefs), lambda c, id: len(c.briefs[id].measures)),
}


def parts(corpus: Corpus, table: str, most: int = MOST_ROWS) -> Iterator[Part]:
    """The files of a table, at least one; all rows of an article stand in one file."""
    members, rows_of = TABLES[table]
    number, ids, rows = 1, list[str](), 0
    for id in members(corpus):
        more = rows_of(corpus, id)
        if rows and rows + more > most:
            yield _part(table, number, ids, rows)
            number, ids, rows = number + 1, [], 0
        ids.append(id)
        rows += more
    yield _part(table, number, ids, rows)


def _part(table: str, number: int, ids: list[str], rows: int) -> Part:
    return Part(table, table if number == 1 else f"{table}-{number}", tuple(ids), rows)
