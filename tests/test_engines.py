"""Wherever extraction runs, the result is the same, and nothing is extracted twice."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import cached
import pytest
from conftest import article
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from briefgen import engines
from briefgen.contract import encode
from briefgen.engines import ENGINES, gather, processes, run
from briefgen.errors import BriefgenError, ConfigError
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
    first, _ = gather(ARTICLES[:5], jobs=1, cache_path=cache)
    seen, _ = gather(ARTICLES[:7], jobs=1, cache_path=cache, progress=lambda *x: told.append(x))
    assert told == [(1, 2), (2, 2)]
    assert [encode(found) for found in seen[:5]] == [encode(found) for found in first]

    def refuse(*_: object) -> None:
        raise AssertionError("the pipeline was built though all is in the cache")

    monkeypatch.setattr("briefgen.extract.extract", refuse)
    assert gather(ARTICLES[:7][::-1], jobs=1, cache_path=cache) == (seen[::-1], ())


def test_nothing_is_nothing(tmp_path: Path) -> None:
    assert gather([], cache_path=tmp_path / "cache.sqlite") == ((), ())


def test_a_model_that_is_not_there_is_a_setting_to_mend() -> None:
    with pytest.raises(ConfigError, match="not installed"):
        gather(ARTICLES[:1], "en_core_web_nowhere")


@pytest.fixture
def failing(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline in which one of our stages fails on articles that name the Moon."""
    stage = nlp.get_pipe("timexes")

    def fail(doc: Doc) -> Doc:
        if "Moon" in doc.text:
            raise LookupError("no such day")
        return stage(doc)

    components = [(name, fail if name == "timexes" else one) for name, one in nlp._components]
    monkeypatch.setattr(nlp, "_components", components)


@pytest.mark.usefixtures("failing")
def test_a_stage_that_fails_leaves_one_article_out_and_says_so(tmp_path: Path) -> None:
    bad = article("The Moon is full.", id="bad", path="articles/bad.md")
    for place in (0, 1, 3):
        articles = [*ARTICLES[:place], bad, *ARTICLES[place:3]]
        found, failures = gather(articles, jobs=1, cache_path=tmp_path / "cache.sqlite")
        assert [one.article_id for one in found] == ["a0", "a1", "a2"]
        told = str(failures[0])
        assert told.startswith("articles/bad.md: the stage 'timexes' fails on the article 'bad'")
        assert "LookupError: no such day (test_engines.py:" in told


@pytest.mark.usefixtures("failing")
def test_only_failures_is_no_extraction() -> None:
    bad = [article("The Moon is full.", id=f"bad{n}") for n in range(2)]
    found, failures = gather(bad)
    assert (found, len(failures)) == ((), 2)


PIECES = st.sampled_from(
    ["\u202e", "\0", "<script>", "Mr. ", "“", "”", '"', "'", "$", "1,000", "-", "—", "March",
     "2024", "\n", "\n\n", "\t", " ", "Tokyo", "U.S.", "said", "%", "(", "1e999", "9" * 30, "the",
     "next", "Friday", "February 30", "👩‍👩‍👧", "ﷺ", "\u200d", "A" * 50, "1-in-4", "Biden-Kishida",
     "between", "and", "12/13/2014", "25:61", "9999-99-99", "per cent", "al-"]
)  # fmt: skip
DAYS = st.sampled_from([None, date.min, date(2024, 2, 29), date.max])


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]), DAYS)
def test_no_text_makes_the_extraction_fail(
    pieces: list[str], between: str, published: date | None
) -> None:
    text = between.join(pieces)
    source = article(text, title=text[:60] or None, published=published)
    line = encode(next(ENGINES["serial"]([source], DEFAULT_MODEL, 1)))
    validator("extraction").validate(json.loads(json.dumps(line, allow_nan=False)))
    for start, end in line["sentences"]:
        assert 0 <= start < end <= len(text)


def test_a_process_that_is_ended_from_outside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_extract", cached.die)
    with pytest.raises(BriefgenError, match="jobs: 1"):
        list(processes.run(["a", "b"], DEFAULT_MODEL, 1))
