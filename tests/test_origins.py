"""Origins: golden cases in golden/origins, the words of a decision, order, names of agencies."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import article
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import Article
from briefgen.stories import find_origins, origin_ids
from briefgen.stories.credits import credits, plain_name

GOLDEN = Path(__file__).parent / "golden" / "origins" / "cases.yml"
CASES = [
    pytest.param(case, id=case["name"])
    for case in yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
]


def made(id: str, given: dict[str, Any], texts: dict[str, str]) -> Article:
    own = [f"{id} word{number} tells {number}." for number in range(given.get("before", 0) // 4)]
    metadata = {key: given.get(key) for key in ("publisher", "byline", "credit")}
    text = "\n".join([" ".join(own), *(texts[part] for part in given["parts"])])
    return article(text, id=id, published=date(2024, 3, given["day"]), **metadata)


@pytest.mark.parametrize("case", CASES)
def test_origins(case: dict[str, Any]) -> None:
    found = find_origins(made(id, one, case["texts"]) for id, one in case["articles"].items())
    assert {one.id: list(one.articles) for one in found} == case["expect"]
    rules = {copy.article: copy.rule for one in found for copy in one.copies}
    assert rules == case.get("why", {})


def test_a_decision_tells_its_evidence() -> None:
    case = next(p.values[0] for p in CASES if p.values[0].get("why") == {"brief": "excerpt"})
    found = find_origins(made(id, one, case["texts"]) for id, one in case["articles"].items())
    assert [one.copies[0].why for one in found] == [
        "100 percent of the shingles of brief stand in wire"
    ]


def test_marks_and_lines_make_no_other_text() -> None:
    text = "The coast guard said that no oil had leaked and that the hull held."
    other = text.upper().replace(" ", "\n", 3)
    assert origin_ids(find_origins([article(text, id="a"), article(other, id="b")])) == {
        "a": "a",
        "b": "a",
    }


def test_what_has_no_date_comes_last() -> None:
    text = "The coast guard said that no oil had leaked and that the hull held."
    dated = article(text, id="b", published=date(2024, 3, 1))
    assert origin_ids(find_origins([article(text, id="a"), dated])) == {"a": "b", "b": "b"}


def test_forty_reprints_are_one_origin() -> None:
    text = "Two tugs pulled the ferry free on Thursday, the coast guard said in Sandvik. " * 3
    reprints = [article(f"{text}Paper {n} adds a line.", id=f"r{n}") for n in range(40)]
    assert len(find_origins(reprints)) == 1


@pytest.mark.parametrize(
    ("text", "metadata", "expected"),
    [
        ("TOKYO (AP) -- It rained.", {}, {"associated press"}),
        ("TOKYO, Oct. 4 (Harbour Wire) — It rained.", {}, {"harbour wire"}),
        ("It rained.\n\n(Harbour Wire)", {}, {"harbour wire"}),
        ("It rained.\nThe Associated Press contributed to this report.", {}, {"associated press"}),
        ("It rained.", {"byline": "Ridge Herald staff, AFP"}, {"agence france presse"}),
        ("It rained.", {"credit": "The Harbour Wire (sample)"}, {"harbour wire"}),
        ("TOKYO (Reuters) - It rained.", {"publisher": "Reuters"}, set()),
        ("It rained (hard) - as AP photographers saw in the long night of Tokyo.", {}, {"hard"}),
    ],
)
def test_credits(text: str, metadata: dict[str, str], expected: set[str]) -> None:
    assert credits(article(text, **metadata), ["harbour wire"]) == expected


def test_an_agency_has_one_name() -> None:
    assert plain_name("AP") == plain_name("The Associated Press")


PIECES = [
    "The ferry ran aground off Lindholm island on Monday night with forty people on board.",
    "Rescue boats took all of them to the harbour of Sandvik before dawn, the coast guard said.",
    "The captain told investigators that a steering cable had failed near the northern light.",
    "Divers will look at the hull as soon as the wind drops and the ice has gone.",
]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sets(st.integers(0, 3)), st.integers(1, 9), st.sampled_from("ab"))),
    st.randoms(),
)
def test_order_does_not_matter(
    drawn: list[tuple[set[int], int, str]], chance: random.Random
) -> None:
    articles = [
        article(
            " ".join(PIECES[p] for p in sorted(parts)),
            id=f"a{n}",
            published=date(2024, 3, day),
            publisher=publisher,
        )
        for n, (parts, day, publisher) in enumerate(drawn)
    ]
    expected = find_origins(articles)
    chance.shuffle(articles)
    assert find_origins(articles) == expected
    assert sorted(origin_ids(expected)) == sorted(one.id for one in articles)
