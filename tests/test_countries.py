"""Countries: in which one a place lies, who names it by which words, and with which others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, corpus, told

from briefgen import geography
from briefgen.assemble import assemble
from briefgen.model import Resolution
from briefgen.pages import all_pages

GOLDEN = Path(__file__).parent / "golden" / "places" / "countries.yml"
CASES = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.get('place', c.get('people'))}")
def test_country_of(case: dict[str, Any]) -> None:
    if "place" in case:
        assert geography.country_of_place(case["place"], case["among"]) == case["country"]
    else:
        assert geography.country_of_people(case["people"], case["among"]) == case["country"]


def test_names_and_continents() -> None:
    names = [(geography.country_name(c), geography.continent(c)) for c in ("JPN", "GBR", "XXX")]
    assert names == [("Japan", "Asia"), ("United Kingdom", "Europe"), ("XXX", "world")]


TREATY = told(
    "treaty",
    "The talks in Tokyo ended.\nJapan signed with Japanese and French envoys.",
    published=date(2024, 3, 20),
    states={"Japan": "JPN"},
    named={"Tokyo": "GPE", "Japanese": "NORP", "French": "NORP"},
    countries=["FRA"],
)
VISIT = told(
    "visit",
    "The minister left TOKYO for Paris.",
    published=date(2024, 5, 2),
    named={"TOKYO": "GPE", "Paris": "GPE"},
    countries=["FRA", "JPN"],
)
SEA = told(
    "sea",
    "Ships in the Gulf waited.\nA bar called Bar was closed.",
    published=date(2024, 5, 3),
    named={"Gulf": "LOC", "Bar": "GPE"},
    countries=["MNE", "PNG"],
)
EVERY = [TREATY, VISIT, SEA]


def test_the_clearest_words_name_a_country() -> None:
    places = corpus(EVERY).places
    assert sorted(places) == ["FRA", "JPN"]
    japan = places["JPN"]
    assert [(one.article_id, one.exact) for one in japan.named] == [
        ("visit", "TOKYO"),
        ("treaty", "Japan"),
    ]
    assert (japan.name, japan.region, japan.actor) == ("Japan", "Asia", "japan")
    assert [one.exact for one in places["FRA"].named] == ["Paris", "French"]
    assert places["FRA"].actor is None


def test_a_sea_or_a_small_place_alone_names_no_country() -> None:
    assert not corpus([SEA]).places


def test_a_place_is_one_whatever_its_capitals() -> None:
    (tokyo,) = corpus(EVERY).places["JPN"].places
    assert (tokyo.name, tokyo.articles, tokyo.evidence.article_id) == ("Tokyo", 2, "visit")


def test_countries_of_the_same_articles() -> None:
    (other,) = corpus(EVERY).places["JPN"].together
    assert (other.country, other.articles, other.newest) == ("FRA", 2, "visit")


def test_a_country_without_dossier_shows_its_claims_itself() -> None:
    (page,) = (p for p in all_pages(corpus([TREATY])) if p.src_uri == "places/jpn.md")
    assert page.context["dossier"] is None
    page_of_many = next(
        p
        for p in all_pages(corpus([TREATY, _again(TREATY, "again")]))
        if p.src_uri == "places/jpn.md"
    )
    assert page_of_many.context["dossier"].actor.id == "japan"


def _again(one: Told, id: str) -> Told:
    return told(id, one[0].text, published=one[0].published, states={"Japan": "JPN"})


@settings(max_examples=20, deadline=None)
@given(st.randoms(), st.integers(0, len(EVERY)))
def test_order_does_not_matter(chance: random.Random, count: int) -> None:
    drawn: Sequence[Told] = EVERY[:count]
    shuffled = list(drawn)
    chance.shuffle(shuffled)
    assert corpus(shuffled).places == corpus(drawn).places


def test_a_hidden_country_is_named_by_nothing() -> None:
    made, extraction = TREATY
    resolution = Resolution((extraction,), (), {})
    found = assemble([made], resolution, {}, as_of=None, fingerprint="", model="")
    assert sorted(found.places) == ["FRA", "JPN"]
    assert [one.exact for one in found.places["JPN"].named] == ["Japanese"]
