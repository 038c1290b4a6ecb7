"""The source summary statement: counts from the articles alone, each with its list."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import told
import yaml

from briefgen.corpus import Corpus
from briefgen.pages import all_pages
from briefgen.pages.sourcing import LISTS, MOST, site_summary, source_summary
from briefgen.render import Renderer

GOLDEN = Path(__file__).parent / "golden" / "sourcing"
CASES = [
    pytest.param(case, id=case["name"])
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def made(case: dict[str, Any]) -> Corpus:
    inputs = []
    for id, given in case["articles"].items():
        credits = given["credits"]
        text = "\n".join(f"{words} said number {n}." for n, words in enumerate(credits))
        article, found = told.told(
            id,
            text,
            published=given.get("published"),
            actors=["Tanaka"] if "Tanaka" in text else [],
            statements=[
                {"predicate": f"said number {n}", "attributed_to": words}
                for n, words in enumerate(credits)
            ],
            reliability=given.get("reliability", "F6"),
        )
        statements = tuple(
            dataclasses.replace(one, attribution=kind, event="CONSULT")
            for one, kind in zip(found.statements, credits.values(), strict=True)
        )
        inputs.append((article, dataclasses.replace(found, statements=statements)))
    origins = {one: one for one in case["articles"]} | case.get("origins", {})
    first = next(iter(origins))
    return told.corpus(inputs, origins=origins, stories=dict.fromkeys(origins, first))


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict[str, Any]) -> None:
    corpus = made(case)
    summary = source_summary(corpus, corpus.briefs, "briefings/a.md")
    sources = summary.articles.rows
    assert [one.article for one in sources] == case["sources"]
    assert {one.article: one.copy_of for one in sources if one.copy_of} == case.get("copies", {})
    assert [one.article for one in summary.origins.rows] == case["origin"]
    named = {corpus.actors[one.actor].name: len(one.articles) for one in summary.named.rows}
    assert named == case["named"]
    words = {one.evidence.exact: len(one.articles) for one in summary.described.rows}
    assert words == case["described"]
    assert [one.evidence.exact for one in summary.anonymous.rows] == case["anonymous"]
    assert dict(summary.grades) == case["grades"]
    assert [one.article for one in summary.undated.rows] == case.get("undated", [])
    assert [one.name for one in summary.undescribed.rows] == case["undescribed"]
    for name in LISTS:
        counted = getattr(summary, name)
        assert (counted.total, counted.uri) == (
            len(counted.rows),
            f"briefings/a.md#sources-{name}",
        )


@pytest.mark.parametrize("case", CASES)
def test_each_count_of_the_site_leads_to_a_list_of_that_length(case: dict[str, Any]) -> None:
    corpus = made(case)
    summary = site_summary(corpus)
    pages = {page.src_uri: page for page in all_pages(corpus)}
    for name in LISTS:
        counted = getattr(summary, name)
        page = pages[counted.uri]
        assert page.context["total"] == counted.total, name
    pages["index.md"].context["intro"] = ""
    text = Renderer().render(pages["index.md"])
    assert "sources-named/index.md" in text or not summary.named.total


def test_a_page_keeps_no_more_rows_than_it_shows() -> None:
    credits = {f"official {n:03}": "anonymous" for n in range(MOST + 7)}
    corpus = made({"articles": {"a": {"credits": credits}}})
    anonymous = source_summary(corpus, ["a"], "x.md").anonymous
    assert (anonymous.total, len(anonymous.rows)) == (MOST + 7, MOST)
    page = next(one for one in all_pages(corpus) if one.src_uri == "briefings/a.md")
    assert f"The first {MOST} of {MOST + 7}" in Renderer().render(page)
