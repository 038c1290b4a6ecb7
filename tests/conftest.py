"""What several tests share."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import sites

from briefgen import build, pipeline
from briefgen.config import Settings
from briefgen.corpus import Corpus
from briefgen.extract import extract
from briefgen.fingerprint import DEFAULT_MODEL
from briefgen.model import Article, Extraction


def article(text: str, *, id: str = "a", **metadata: object) -> Article:
    return Article(
        id=id,
        title=metadata.pop("title", None),
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        **metadata,
    )


@pytest.fixture(scope="session")
def nlp():
    return pipeline.build(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def run(nlp):
    """Extraction of one text: run(text, published=date(2024, 3, 25), title=...)."""

    def run_one(text: str, published: date | None = None, title: str | None = None) -> Extraction:
        return next(extract([article(text, published=published, title=title)]))

    return run_one


@pytest.fixture(scope="session")
def sample_corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The corpus of the sample site."""
    cache = tmp_path_factory.mktemp("cache") / "cache.sqlite"
    root = sites.CHECKOUT
    options = Settings(root=root, docs_dir=root / "content", cache=str(cache), site_name="Sample")
    corpus, problems = build.gather_corpus(options)
    assert not problems
    return corpus


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built once for all who only read it."""
    return sites.built(sites.sample(tmp_path_factory.mktemp("sample")))
