"""Mentions over time: a row a month from the first mention to the last, silent ones included.

A month in which articles appeared that do not mention the subject is silent; one in which the site
has no article at all says nothing, and is told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Run:
    """A month; or several in a row that are all silent, or of which the site has no article."""

    first: str
    """The month, "2024-03"."""
    last: str
    """The last month; the same for one month."""
    articles: int
    """Articles that mention the subject."""
    of: int
    """All articles of the site from then; 0: the site has none, so nothing is known."""


def series(corpus: Corpus, months: Sequence[tuple[str, int]]) -> tuple[Run, ...]:
    """The months from the first mention to the last, from ascending (month, articles) pairs."""
    counts, totals = dict(months), dict(corpus.months)
    runs: list[Run] = []
    month = min(counts, default="")
    while month and month <= max(counts):
        here = Run(month, month, counts.get(month, 0), totals.get(month, 0))
        if (
            runs
            and not here.articles
            and not runs[-1].articles
            and bool(here.of) == bool(runs[-1].of)
        ):
            runs[-1] = Run(runs[-1].first, month, 0, runs[-1].of + here.of)
        else:
            runs.append(here)
        month = _next(month)
    return tuple(runs)


def bars(runs: Sequence[Run]) -> list[int | None]:
    """A value a month for the picture; None where the site has no article."""
    return [run.articles if run.of else None for run in runs for _ in range(_months(run))]


def _months(run: Run) -> int:
    (first_year, first), (year, last) = (map(int, m.split("-")) for m in (run.first, run.last))
    return (year - first_year) * 12 + last - first + 1


def _next(month: str) -> str:
    year, _, number = month.partition("-")
    return f"{int(year) + 1}-01" if number == "12" else f"{year}-{int(number) + 1:02}"
