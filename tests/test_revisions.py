"""Newer versions of an article: which takes whose place, and what changed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from told import told

from briefgen.assemble.revisions import revision
from briefgen.assemble.views import Views
from briefgen.corpus import Revision
from briefgen.model import Article, Resolution
from briefgen.revisions import settle

GOLDEN = Path(__file__).parent / "golden" / "revisions" / "cases.yml"
CASES = [
    pytest.param(case, id=case["name"])
    for case in yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
]


def made(id: str, **metadata: Any) -> Article:
    return Article(id=id, title=id, text=f"text of {id}", sha256="", path=f"{id}.md", **metadata)


@pytest.mark.parametrize("case", CASES)
def test_versions(case: dict[str, Any]) -> None:
    articles = [made(id, **metadata) for id, metadata in case["articles"].items()]
    versions, problems = settle(articles)
    shown = {one.id: one.text.removeprefix("text of ") for one in versions.current}
    assert shown == case["expect"]
    before = {id: old.text.removeprefix("text of ") for id, old in versions.before.items()}
    assert before == case.get("before", {})
    assert len(problems) == len(case.get("problem", ()))
    for problem, words in zip(problems, case.get("problem", ()), strict=True):
        assert words in str(problem)


def test_a_problem_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "talks.md").write_text("---\ntitle: Talks\nrevises: nothing\n---\nText.\n")
    article = replace(made("talks", revises="nothing"), metadata_path="talks.md")
    assert str(settle([article], tmp_path)[1][0]).startswith("talks.md:3: revises an article")


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefx") | st.none()), st.randoms()
)
def test_any_revises_settles_whatever_the_order(
    drawn: dict[str, str | None], chance: random.Random
) -> None:
    articles = [made(id, revises=revises) for id, revises in sorted(drawn.items())]
    expected = settle(articles)
    chance.shuffle(articles)
    assert settle(articles) == expected
    ids = [one.id for one in expected[0].current]
    assert len(set(ids)) == len(ids)
    assert len(ids) + len({old.text for old in expected[0].before.values()}) <= len(articles)


OLD = """The strikes hit 30 locations on 12 March, the ministry said.
Nobody was hurt.
The ministry did not say how many of the targets were destroyed.
The president thanked the crews."""
NEW = """The strikes hit 28 locations on 13 March, the ministry said.
The president thanked the crews.
Nobody was hurt.
The number had grown because more sites were attacked after the first wave."""


def compared(rights: str = "full-text", old_rights: str = "full-text") -> Revision:
    def views(id: str, text: str, figure: str, value: float, day: str, how: str) -> Views:
        made, found = told(
            id,
            text,
            published=date(2024, 3, 14),
            figures=[{"words": figure, "value": value, "unit": "location"}],
            dates={day: f"2024-03-{day[:2]}"},
            rights=how,
        )
        return Views(made, found, Resolution((found,), (), {}), None)

    old = views("talks--before", OLD, "30 locations", 30, "12 March", old_rights)
    return revision(old, views("talks", NEW, "28 locations", 28, "13 March", rights))


def test_sentences_added_withdrawn_and_changed() -> None:
    found = compared()
    assert [one.exact for one in found.added] == [NEW.splitlines()[3]]
    assert [one.old.words for one in found.withdrawn] == [OLD.splitlines()[2]]
    assert [(x.old.words, x.now.exact) for x in found.changed] == [
        (OLD.splitlines()[0], NEW.splitlines()[0])
    ]
    assert found.before == date(2024, 3, 14)


def test_figures_and_dates_that_line_up() -> None:
    assert [(x.kind, x.old.words, x.now.exact) for x in compared().changed[0].shifts] == [
        ("figure", "30 locations", "28 locations"),
        ("date", "12 March", "13 March"),
    ]


def test_evidence_leads_to_the_version_shown() -> None:
    found = compared()
    assert {e.article_id for e in (*found.added, *(x.now for x in found.changed))} == {"talks"}


@pytest.mark.parametrize(
    ("rights", "old_rights", "shown"),
    [
        ("full-text", "full-text", True),
        ("full-text", "facts-only", False),
        ("facts-only", "full-text", False),
        ("full-text", "all-rights-reserved", False),
    ],
)
def test_old_words_respect_the_rights_of_both(rights: str, old_rights: str, shown: bool) -> None:
    found = compared(rights, old_rights)
    assert [one.old.shown for one in found.withdrawn] == [shown]


def test_the_same_text_changed_nothing() -> None:
    made, found = told("a", NEW, published=date(2024, 3, 14))
    views = Views(made, found, Resolution((found,), (), {}), None)
    assert not any((revision(views, views).added, revision(views, views).changed))
