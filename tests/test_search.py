"""What of a page is found, and the index that Pagefind makes of it."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sites
from told import corpus, told

from briefgen import addresses, search
from briefgen.corpus import Corpus
from briefgen.errors import BriefgenError
from briefgen.pages import all_pages
from briefgen.search import Passage, Record, index, record, records

HOSTILE = "<script>pwned()</script> \"><meta data-pagefind-filter='kind:evil'> & [x](y) {{ 7*7 }}"
FIRST = "Avia sold 105 jets to Borea."
SECOND = "Nobody else was asked."


def sample(rights: str = "full-text", **metadata: Any) -> Corpus:
    sale = {"event": "AID", "actor": "Avia", "predicate": "sold", "recipient": "Borea"}
    details = {"published": date(2024, 3, 25), "rights": rights} | metadata
    return corpus(
        [
            told(
                name,
                f"{FIRST}\n{SECOND}",
                actors=("Avia", "Borea"),
                statements=[sale],
                **(details | {"title": details.get("title", f"Sale {name}")}),
            )
            for name in ("a", "b")
        ],
        stories={"a": "a", "b": "a"},
    )


def found(made: Corpus) -> dict[str, Record]:
    return dict(records(made, {page.src_uri: page for page in all_pages(made)}))


def fragments(folder: Path) -> dict[str, Any]:
    """Pagefind's name of a page -> what it keeps of it."""
    paths = (folder / search.FOLDER / "fragment").iterdir()
    return {
        path.stem: json.loads(gzip.decompress(path.read_bytes()).removeprefix(index.SIGNATURE))
        for path in paths
    }


def facets(folder: Path) -> Any:
    return json.loads(gzip.decompress((folder / search.FOLDER / index.FACETS).read_bytes()))


def test_each_sentence_is_a_passage_with_its_own_address() -> None:
    one = found(sample())[addresses.briefing("a")]
    assert [(p.text, p.anchor) for p in one.passages] == [(FIRST, "s1"), (SECOND, "s2")]


def test_the_bottom_line_counts_more() -> None:
    made = sample()
    brief = made.briefs["a"]
    lead = replace(brief, bottom_line=(brief.key_facts[0].evidence,))
    made = replace(made, briefs=made.briefs | {"a": lead})
    first, second = found(made)[addresses.briefing("a")].passages
    assert first.weight > second.weight


def test_facets_are_what_readers_narrow_by() -> None:
    one = found(sample(topics=("trade",), publisher="Wire"))[addresses.briefing("a")]
    assert (one.kind, one.day) == ("briefing", date(2024, 3, 25))
    assert set(one.facets) == {
        ("actor", "Avia"),
        ("actor", "Borea"),
        ("topic", "trade"),
        ("story", "Sale a"),
        ("source", "Wire"),
    }


@pytest.mark.parametrize("rights", ["facts-only", "quotes-only"])
def test_a_sentence_that_may_not_be_shown_is_not_in_the_index(rights: str) -> None:
    one = found(sample(rights))[addresses.briefing("a")]
    assert SECOND not in " ".join(p.text for p in one.passages)
    first = one.passages[0]
    assert first.anchor == "s1"
    assert {"Avia", "sold", "Borea"} <= set(first.text.replace(".", "").split())


def test_lists_are_not_searched_but_landing_pages_are_by_name() -> None:
    made = found(sample())
    assert made[addresses.BRIEFINGS] == Record("Briefings", "overview")
    assert addresses.month("2024-03") not in made
    assert addresses.SEARCH not in made


def test_stories_topics_and_countries_are_found_by_what_they_are_called() -> None:
    made = found(sample(topics=("trade",)))
    story = made[addresses.story("a")]
    assert (story.title, story.kind, story.facets) == ("Sale a", "story", (("story", "Sale a"),))
    assert [passage.text for passage in story.passages] == ["Sale b"]
    topic = made[addresses.topic("trade")]
    assert (topic.title, topic.kind, topic.facets) == ("trade", "topic", (("topic", "trade"),))


def test_a_country_is_found_by_the_places_in_it() -> None:
    text = "Nantes is in France."
    named = {"Nantes": "GPE"}
    nantes = told("a", text, published=None, states={"France": "FRA"}, named=named)
    country = found(corpus([nantes]))[addresses.country("FRA")]
    assert [passage.text for passage in country.passages] == ["Nantes"]
    assert (country.title, country.kind) == ("France", "country")
    assert country.facets == (("country", "France"),)


def test_later_pages_of_a_list_are_not_found() -> None:
    made = found(replace(sample(), page_size=1))
    assert [uri for uri, one in made.items() if one.kind == "story"] == [addresses.story("a")]


def test_names_that_several_bear_are_told_apart() -> None:
    labels = record._labels([("kim-1", "Kim"), ("lee", "Lee"), ("kim-2", "Kim")])
    assert labels == {"kim-1": "Kim (kim-1)", "lee": "Lee", "kim-2": "Kim (kim-2)"}


def test_a_facet_holds_the_most_frequent_values_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "MOST_VALUES", 1)
    facets = found(sample())[addresses.briefing("a")].facets
    assert [value for facet, value in facets if facet == "actor"] == ["Avia"]


@pytest.mark.parametrize("code", ["JPN", "USA"])
def test_the_language_of_most_articles_decides_word_endings(code: str) -> None:
    assert search.language(sample(language="de")) == "de"
    assert search.language(corpus([])) == "en"


def test_hostile_text_is_found_as_text(tmp_path: Path) -> None:
    passages = (Passage(HOSTILE, "s1"),)
    one = Record(HOSTILE, "page", passages, None, HOSTILE, (("source", HOSTILE),))
    search.write_index({"a/index.html": one}, tmp_path)
    (kept,) = fragments(tmp_path).values()
    assert kept["meta"]["title"] == HOSTILE
    assert HOSTILE in kept["content"]
    assert kept["filters"] == {}
    assert kept["meta"]["publisher"] == HOSTILE
    assert [one["id"] for one in kept["anchors"]] == ["page", "s1"]
    assert facets(tmp_path)["facets"] == {"kind": {"page": [0]}, "source": {HOSTILE: [0]}}


MANY = {
    f"{n}/index.html": Record(
        f"Page {n}",
        ("briefing", "actor")[n % 2],
        tuple(Passage(f"word{n * k} common {chr(97 + k) * 5}", f"s{k}") for k in range(1, 20)),
        date(2024, 1 + n % 12, 1),
        "Wire",
        (("actor", f"Actor {n % 7}"), ("topic", f"t{n % 5}")),
    )
    for n in range(300)
}


def test_same_pages_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the order, the number of processors, the environment, or what stood there before."""
    search.write_index(MANY, tmp_path / "one")
    monkeypatch.setenv("PAGEFIND_GLOB", "nothing/*")
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    stale = tmp_path / "two" / search.FOLDER / "fragment" / "stale.pf_fragment"
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"old")
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_setaffinity") else set()
    try:
        if allowed:
            os.sched_setaffinity(0, {min(allowed)})
        search.write_index(dict(reversed(MANY.items())), tmp_path / "two")
    finally:
        if allowed:
            os.sched_setaffinity(0, allowed)
    first, second = sites.tree(tmp_path / "one"), sites.tree(tmp_path / "two")
    assert first == second
    assert len([name for name in first if "fragment" in name]) == len(MANY)


def test_what_is_not_used_is_not_published(tmp_path: Path) -> None:
    search.write_index(dict([*MANY.items()][:3]), tmp_path)
    names = {path.name for path in (tmp_path / search.FOLDER).iterdir() if path.is_file()}
    assert {"LICENSE", "pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name or "worker" in name]


def test_a_missing_program_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "get_executable", lambda: None)
    with pytest.raises(BriefgenError, match=r"pagefind\[bin\]"):
        search.write_index(MANY, tmp_path)


def test_a_failing_program_is_told_with_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "broken"
    program.write_text("#!/bin/sh\necho no room left >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(index, "get_executable", lambda: program)
    with pytest.raises(BriefgenError, match="no room left"):
        search.write_index(MANY, tmp_path / "site")


def test_facets_name_pages_by_what_pagefind_calls_them(tmp_path: Path) -> None:
    search.write_index(MANY, tmp_path)
    written = facets(tmp_path)
    assert written["days"] == sorted(written["days"])
    names = {one["url"]: name for name, one in fragments(tmp_path).items()}
    position, wanted = 0, set()
    for step in written["facets"]["actor"]["Actor 3"]:
        position += step
        wanted.add(written["ids"][position])
    assert wanted == {names[f"/{n}/"] for n in range(300) if n % 7 == 3}
