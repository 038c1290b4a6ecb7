"""Stories: copies and follow-ups belong together, neighbours in subject do not."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from conftest import article
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import Article
from briefgen.stories import cluster

FERRY = "The ferry Aurora ran aground off Lindholm island on Monday and forty passengers were saved"
FERRY_LATER = (
    "Divers inspected the ferry Aurora, aground off Lindholm island, after passengers left"
)
BUDGET = "Parliament passed the budget after a night of talks about school funding and local taxes"
STRIKE = (
    "Bakers in the capital ended their strike when owners offered shorter shifts and higher pay"
)


def told(id: str, text: str, day: int = 1, **metadata: Any) -> Article:
    return article(text, id=id, published=date(2024, 3, day), **metadata)


def test_a_story_has_the_id_of_its_first_article() -> None:
    articles = [
        told("later", FERRY_LATER, 3, title="Divers at the Aurora"),
        told("budget", BUDGET, 1, title="Budget passed"),
        told("first", FERRY, 1, title="Ferry Aurora aground"),
        told("copy", FERRY, 2, title="Ferry Aurora aground"),
        told("strike", STRIKE, 2, title="Bakers' strike over"),
    ]
    assert cluster(articles) == {
        "first": "first",
        "copy": "first",
        "later": "first",
        "budget": "budget",
        "strike": "strike",
    }


def test_two_copies_alone_are_one_story() -> None:
    assert cluster([told("a", FERRY), told("b", FERRY)]) == {"a": "a", "b": "a"}


def test_texts_without_words_are_stories_of_their_own() -> None:
    assert cluster([told("a", ""), told("b", "1 2 3"), told("c", "")]) == {
        "a": "a",
        "b": "b",
        "c": "c",
    }


def test_nothing_makes_no_story() -> None:
    assert cluster([]) == {}


@given(
    st.lists(
        st.tuples(st.sampled_from([FERRY, FERRY_LATER, BUDGET, STRIKE, ""]), st.integers(0, 9))
    ),
    st.randoms(),
)
def test_order_does_not_matter(drawn: list[tuple[str, int]], chance: random.Random) -> None:
    articles = [
        article(text, id=f"a{n}", published=date(2024, 1, 1) + timedelta(day) if day else None)
        for n, (text, day) in enumerate(drawn)
    ]
    expected = cluster(articles)
    chance.shuffle(articles)
    assert cluster(articles) == expected
    assert set(expected.values()) <= set(expected)


def test_a_copy_joins_the_story_of_its_origin() -> None:
    articles = [told("a", FERRY), told("b", BUDGET, 2)]
    assert cluster(articles, {"a": "a", "b": "a"}) == {"a": "a", "b": "a"}


def test_half_a_year_later_the_same_likeness_is_another_story() -> None:
    first, both, later = (
        [f"{side}{chr(97 + n)}" for n in range(count)]
        for side, count in (("red", 16), ("blue", 4), ("green", 16))
    )
    fillers = [told(f"filler{word}", word) for word in (*first, *later)]
    articles = [told("a", " ".join(first + both)), *fillers]
    soon, late = (
        article(" ".join(both + later), id="z", published=date(2024, month, 3)) for month in (3, 12)
    )
    assert cluster([*articles, soon])["z"] == "a"
    assert cluster([*articles, late])["z"] == "z"
