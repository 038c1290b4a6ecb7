"""Wherever extraction runs, the result is the same, and nothing is extracted twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import article

from briefgen import engines
from briefgen.contract import encode
from briefgen.engines import ENGINES, gather, run
from briefgen.errors import ConfigError
from briefgen.fingerprint import DEFAULT_MODEL
from briefgen.readers.schemas import validator

ARTICLES = [
    article(f"Japan agreed on Friday to buy {n} ships from the US, Aiko Tanaka said.", id=f"a{n}")
    for n in range(20)
]


def test_processes_give_what_one_process_gives() -> None:
    one = list(ENGINES["serial"](ARTICLES, DEFAULT_MODEL, 1))
    two = list(ENGINES["processes"](ARTICLES, DEFAULT_MODEL, 2))
    assert [found.article_id for found in two] == [source.id for source in ARTICLES]
    assert [encode(found) for found in one] == [encode(found) for found in two]


def test_every_extraction_follows_the_schema() -> None:
    for found in engines.run(ARTICLES[:3]):
        validator("extraction").validate(encode(found))


def test_few_articles_stay_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "processes", None)  # type: ignore[arg-type]
    assert len(list(run(ARTICLES[:2], jobs=0))) == 2


def test_only_what_is_missing_is_extracted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, told = tmp_path / "cache.sqlite", []
    first = gather(ARTICLES[:5], jobs=1, cache_path=cache)
    seen = gather(ARTICLES[:7], jobs=1, cache_path=cache, progress=lambda *x: told.append(x))
    assert told == [(1, 2), (2, 2)]
    assert [encode(found) for found in seen[:5]] == [encode(found) for found in first]

    def refuse(*_: object) -> None:
        raise AssertionError("the pipeline was built though all is in the cache")

    monkeypatch.setattr("briefgen.extract.extract", refuse)
    assert gather(ARTICLES[:7][::-1], jobs=1, cache_path=cache) == seen[::-1]


def test_nothing_is_nothing(tmp_path: Path) -> None:
    assert gather([], cache_path=tmp_path / "cache.sqlite") == ()


def test_a_model_that_is_not_there_is_a_setting_to_mend() -> None:
    with pytest.raises(ConfigError, match="not installed"):
        gather(ARTICLES[:1], "en_core_web_nowhere")
