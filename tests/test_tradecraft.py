"""Advice on assessments and sources: golden cases in golden/tradecraft, and what `check` tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sites
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli import main
from briefgen.publishers import DescribedPublisher, PublisherList
from briefgen.readers import read_folder
from briefgen.tradecraft import RULES, advice
from briefgen.tradecraft.terms import percentages, terms

GOLDEN = Path(__file__).parent / "golden" / "tradecraft"
CASES = [
    pytest.param(case, id=case["name"])
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
KNOWN = PublisherList(
    tuple(
        DescribedPublisher(name.lower().replace(" ", "-"), name, description="Invented.")
        for name in ("Test Wire", "unknown")
    )
)
WEAK = """assessment:
  judgement: We have high confidence that it is likely.
  likelihood: likely
  confidence: high
  alternatives: [It is not.]
  indicators: [Signs.]
"""


def given_advice(folder: Path, metadata: str, described: PublisherList) -> list[tuple[Any, ...]]:
    (folder / "talks.txt").write_text("The talks go on.")
    (folder / "talks.yml").write_text(metadata)
    articles, problems = read_folder(folder, folder)
    assert not problems
    found = advice(articles, described, folder)
    assert all(one.problem.path == "talks.yml" and one.problem.example for one in found)
    return [(one.rule, one.problem.line, one.problem.message) for one in found]


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict[str, Any], tmp_path: Path) -> None:
    described = KNOWN if case.get("described", True) else PublisherList()
    found = sorted(given_advice(tmp_path, case["metadata"], described))
    assert [(rule, line) for rule, line, _ in found] == [
        (rule, line) for rule, line, _ in case["advice"]
    ], found
    for (_, _, message), (_, _, words) in zip(found, case["advice"], strict=True):
        assert words in message


def test_every_rule_has_a_case() -> None:
    seen = {rule for case in CASES for rule, _, _ in case.values[0]["advice"]}
    elsewhere = {"one-origin", "context"}  # they look at more than one article's metadata
    assert seen | elsewhere == {rule.name for rule in RULES}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    articles = {"talks.md": sites.article("Talks", "Japan agreed with China.", reliability="B2")}
    monkeypatch.chdir(sites.small(tmp_path, articles))
    return tmp_path


def check(*options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *options])
    return result.exit_code, result.output


def test_a_clean_site_stays_clean_and_one_origin_counts_as_nothing(site: Path) -> None:
    assert check() == (0, "1 articles are fine\n")
    assert check("--strict") == (0, "1 articles are fine\n")
    status, told = check("--strict", "--tradecraft")
    assert status == 0
    assert "talks.md:2: 1 key fact of one origin only" in told
    assert "[one-origin: ICD 206, corroboration]" in told


def test_advice_is_no_problem_unless_strict(site: Path) -> None:
    path = site / "content" / "articles" / "talks.md"
    path.write_text(path.read_text().replace("reliability: B2\n", f"reliability: B2\n{WEAK}"))
    status, told = check()
    assert status == 0
    assert "advice: content/articles/talks.md:7: has likelihood and confidence in one" in told
    assert "[likelihood-with-confidence: ICD 203" in told
    assert "sources.yml does not describe this publisher (found: 'Test Wire')" in told
    assert check("--strict")[0] == 1


def test_a_quote_without_context_is_advised_and_counts_as_nothing(site: Path) -> None:
    (site / "content" / "judgements.yml").write_text(
        "- hide: {article: talks, exact: agreed}\n", encoding="utf-8"
    )
    status, told = check("--strict")
    assert status == 0
    assert "judgements.yml:1: this quote has no context" in told
    assert 'correct example: prefix: "Japan ", suffix: " with China."' in told


def test_the_sample_site_has_no_advice_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sites.CHECKOUT)
    status, told = check()
    assert status == 0
    assert "advice" not in told


@given(st.text(alphabet="likely un remote 7%.,()not very\n", max_size=80))
def test_nothing_makes_the_terms_fail(text: str) -> None:
    assert all(term.scales for term in terms(text))
    assert all(percent >= 0 for percent in percentages(text))
