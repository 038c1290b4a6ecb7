"""Who is named with whom: bonds, groups, and no dependence on order."""

from __future__ import annotations

from datetime import date

import told

from briefgen.corpus import Corpus
from briefgen.pages import network

NAMES = ("Aero", "Borea", "Corto", "Delta")
TEXT = (
    "Aero met Borea in town.\nAero and Borea agreed.\nCorto sued Delta.\nDelta answered Corto.\n"
    "Aero wrote to Corto once."
)


def corpus(order: int) -> Corpus:
    inputs = [
        told.told(f"a{n}", TEXT, published=date(2024, 3, n), actors=NAMES, rights="full-text")
        for n in range(1, 3)
    ][::order]
    return told.corpus(inputs)


def test_bonds_count_sentences_and_keep_the_newest() -> None:
    bonds = {(b.one, b.other): b for b in corpus(1).network.bonds}
    assert bonds["aero", "borea"].count == 4
    assert bonds["aero", "borea"].evidence.article_id == "a2"
    assert bonds["aero", "corto"].count == 2
    assert ("borea", "delta") not in bonds


def test_those_named_together_make_a_group() -> None:
    assert set(corpus(1).network.groups) == {("aero", "borea"), ("corto", "delta")}


def test_the_order_of_articles_changes_nothing() -> None:
    assert corpus(1).network == corpus(-1).network


def test_the_page_has_a_row_behind_each_mark() -> None:
    page = next(iter(network.pages(corpus(1))))
    assert [edge.href for edge in page.context["edges"]] == ["#b-1", "#b-2", "#b-3"]
    assert {node.href for node in page.context["nodes"]} == {f"#a-{n.lower()}" for n in NAMES}
    assert page.context["edges"][0].label in TEXT.split("\n")


def test_nobody_is_named_with_anybody() -> None:
    alone = told.corpus([told.told("a1", "Aero left.", published=date(2024, 3, 1), actors=NAMES)])
    assert alone.network.bonds == alone.network.groups == ()
