"""Extraction in several processes, each with a model of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from briefgen.errors import BriefgenError, Problem
from briefgen.fingerprint import fingerprint
from briefgen.model import Article, Extraction

CHUNK = 8


def run(articles: Sequence[Article], model: str, jobs: int) -> Iterator[Extraction | Problem]:
    """Several articles at a time, in order; a model that cannot be used is found out before.

    Raises BriefgenError where the system ends a process, as it does when memory runs out.
    """
    fingerprint(model)
    chunks = [(articles[i : i + CHUNK], model) for i in range(0, len(articles), CHUNK)]
    # Spawned, not forked: a fork of a process that has loaded a model can hang.
    spawn = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(jobs, mp_context=spawn) as pool:
            for found in pool.map(_extract, chunks):
                yield from found
    except BrokenProcessPool as error:
        raise BriefgenError(
            "a process of the extraction was ended from outside, as it happens when memory runs "
            "out; correct example: jobs: 1"
        ) from error


def _extract(chunk: tuple[Sequence[Article], str]) -> list[Extraction | Problem]:
    from briefgen.extract import extract  # loads spaCy, which a cached build does without

    articles, model = chunk
    return list(extract(articles, model))
