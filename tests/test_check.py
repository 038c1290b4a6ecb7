"""The invariants catch what they promise to catch."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from conftest import article

from briefgen import check
from briefgen.assemble import assemble
from briefgen.corpus import Corpus, Page
from briefgen.model import Actor, Correction, Extraction, KeyFact, Resolution, Span
from briefgen.pages import all_pages
from briefgen.render import Renderer

TEXT = "Japan will buy 105 fighters. “We agreed,” Kishida said."


@pytest.fixture
def corpus() -> Corpus:
    one = article(TEXT, title="A plan", published=date(2024, 3, 25), rights="full-text")
    sentences = (Span("a", 0, 28), Span("a", 29, len(TEXT)))
    found = Extraction(
        "a", one.sha256, "p", sentences=sentences, key_facts=(KeyFact((sentences[0],), 1.0),)
    )
    actors = (Actor("japan", "Japan", "country", (("a", "japan"),), country="JPN"),)
    resolution = Resolution((found,), actors, {("a", "japan"): "japan"})
    return assemble([one], resolution, {}, as_of=None, fingerprint="p", model="m")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


def said(problems: Any) -> str:
    return "\n".join(map(str, problems))


def words(corpus: Corpus, renderer: Renderer, change: Any = lambda text: text) -> str:
    """What the check says of the briefing's Markdown after a change to it."""
    pages = {page.src_uri: page for page in all_pages(corpus)}
    page: Page = pages["briefings/a.md"]
    checker = check.NewWords(corpus, renderer.template_text())
    return said(checker.problems(page, change(renderer.render(page))))


def test_an_honest_page_passes(corpus: Corpus, renderer: Renderer) -> None:
    assert words(corpus, renderer) == ""
    assert said(check.evidence_problems(corpus)) == ""
    assert said(check.actor_problems(corpus)) == ""


@pytest.mark.parametrize(
    ("old", "new", "caught"),
    [
        ("105 fighters", "106 fighters", "106"),
        ("Japan will", "Taiping will", "Taiping"),
        ("## Gaps", "“We never agreed.”\n\n## Gaps", "We never agreed."),
    ],
)
def test_a_new_word_is_caught(
    corpus: Corpus, renderer: Renderer, old: str, new: str, caught: str
) -> None:
    assert caught in words(corpus, renderer, lambda text: text.replace(old, new, 1))


def test_evidence_that_is_not_the_text_is_caught(corpus: Corpus) -> None:
    brief = corpus.briefs["a"]
    fact = brief.key_facts[0]
    wrong = dataclasses.replace(fact.evidence, exact="Japan may buy 105 fighters.")
    fact = dataclasses.replace(fact, evidence=wrong)
    changed = dataclasses.replace(
        corpus, briefs={"a": dataclasses.replace(brief, key_facts=(fact,))}
    )
    assert "Japan may buy" in said(check.evidence_problems(changed))


def test_a_name_that_no_source_brought_is_caught(corpus: Corpus) -> None:
    wrong = Actor("x", "Kishidov", "person", (("a", "x"),))
    assert "kishidov" in said(
        check.actor_problems(dataclasses.replace(corpus, actors={"x": wrong}))
    )


def test_a_rename_brings_its_own_words_and_no_others(corpus: Corpus) -> None:
    rename = Correction("rename", 1, "renames Kishida to Kishidov")
    actors = {name: Actor(name, name, "person", (("a", "x"),)) for name in ("Kishidov", "Bidenov")}
    changed = dataclasses.replace(corpus, actors=actors, corrections=(rename,))
    found = said(check.actor_problems(changed))
    assert "bidenov" in found
    assert "kishidov" not in found


def test_a_dangling_link_is_caught() -> None:
    pages = {"index.md": "[a](briefings/a.md#s1) [b](gone.md)", "briefings/a.md": "text"}
    found = said(check.link_problems(pages))
    assert "briefings/a.md#s1" in found
    assert "gone.md" in found
    pages["briefings/a.md"] = '<span id="s1"></span>'
    assert said(check.link_problems(pages | {"gone.md": ""})) == ""
