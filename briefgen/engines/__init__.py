"""Where extraction runs: in this process or in several. The result is the same, byte for byte."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefgen.contract import shared
from briefgen.engines import processes, serial
from briefgen.errors import Problem
from briefgen.fingerprint import DEFAULT_MODEL, fingerprint
from briefgen.model import Article, Extraction
from briefgen.store import Store
from briefgen.unread import is_read, unread

Progress = Callable[[int, int], None]
"""Called with articles done and articles in all."""

Engine = Callable[[Sequence[Article], str, int], Iterator[Extraction | Problem]]
"""For each article, in order, its Extraction or what failed: articles, model, processes."""

ENGINES: dict[str, Engine] = {"serial": serial.run, "processes": processes.run}

# Below this a second process costs more, by loading the model, than it saves.
WORTH_A_PROCESS = 40
KEPT_AT_ONCE = 16


def run(
    articles: Sequence[Article],
    model: str = DEFAULT_MODEL,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Iterator[Extraction | Problem]:
    """For each article, in order, its Extraction or what failed. `jobs` 0 uses every processor.

    Of an article in another language than the pipeline's it holds its sentences alone. Raises
    ConfigError where the model cannot be used.
    """
    to_read = [article for article in articles if is_read(article)]
    jobs = min(jobs or processors(), -(-len(to_read) // WORTH_A_PROCESS))
    engine = ENGINES["processes" if jobs > 1 else "serial"]
    read = engine(to_read, model, jobs)
    for done, article in enumerate(articles, 1):
        found = next(read) if is_read(article) else unread(article, fingerprint(model))
        if progress is not None:
            progress(done, len(articles))
        yield found


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def gather(
    articles: Sequence[Article],
    model: str = DEFAULT_MODEL,
    jobs: int = 1,
    cache_path: Path | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Extraction, ...], tuple[Problem, ...]]:
    """Every article's Extraction, in order, and what failed; what the cache has is taken from it.

    The model is not loaded where the cache holds everything.
    """
    store = Store(cache_path) if cache_path is not None else None
    mark = fingerprint(model)
    kept = {a: article for a, article in enumerate(articles) if is_read(article)}
    known = {a: store.get(article, mark) for a, article in kept.items()} if store else {}
    missing = [a for a in range(len(articles)) if known.get(a) is None]
    found = (
        shared(one) if isinstance(one, Extraction) else one
        for one in run([articles[a] for a in missing], model, jobs, progress)
    )
    fresh: dict[int, Extraction | Problem] = {}
    places = iter(missing)
    while some := dict(zip(itertools.islice(places, KEPT_AT_ONCE), found, strict=False)):
        fresh |= some
        if store is not None:
            store.put(
                (kept[a], one)
                for a, one in some.items()
                if a in kept and isinstance(one, Extraction)
            )
    if store is not None:
        store.close()
    both = [fresh.get(a) or known.get(a) for a in range(len(articles))]
    return (
        tuple(one for one in both if isinstance(one, Extraction)),
        tuple(one for one in both if isinstance(one, Problem)),
    )
