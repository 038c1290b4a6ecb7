"""Extraction in several processes, each with a model of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence

from briefgen.errors import Problem
from briefgen.fingerprint import fingerprint
from briefgen.model import Article, Extraction

CHUNK = 8


def run(articles: Sequence[Article], model: str, jobs: int) -> Iterator[Extraction | Problem]:
    """Several articles at a time, in order; a model that cannot be used is found out before."""
    fingerprint(model)
    chunks = [(articles[i : i + CHUNK], model) for i in range(0, len(articles), CHUNK)]
    # Spawned, not forked: a fork of a process that has loaded a model can hang.
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for found in pool.imap(_extract, chunks):
            yield from found


def _extract(chunk: tuple[Sequence[Article], str]) -> list[Extraction | Problem]:
    from briefgen.extract import extract  # loads spaCy, which a cached build does without

    articles, model = chunk
    return list(extract(articles, model))
