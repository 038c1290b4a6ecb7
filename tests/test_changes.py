"""What changed: one case a kind, what is no change, the snapshot, the feed, the sample's own."""

from __future__ import annotations

import dataclasses
import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
import sites
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, corpus, told

from briefgen import build
from briefgen.changes.compare import changes
from briefgen.changes.files import decode, encode, read
from briefgen.changes.snapshot import Snapshot
from briefgen.changes.take import snapshot
from briefgen.cli import main
from briefgen.config import Settings
from briefgen.corpus import Change, Corpus
from briefgen.corpus.changes import MATERIAL
from briefgen.errors import InputError
from briefgen.exports.changes_feed import changes_feed
from briefgen.model import Correction, Span
from briefgen.readers.schemas import validator

NAMES = ("Aurora", "Lindholm", "Varna")
OLD, NEW = date(2024, 3, 25), date(2024, 6, 30)


def article(id: str, text: str, day: date = date(2024, 3, 20), **given: Any) -> Told:
    return told(id, text, published=day, actors=NAMES, **given)


def account(id: str, text: str, day: date = date(2024, 3, 20), **statement: Any) -> Told:
    figures = statement.pop("figures", ())
    statement = {"actor": "Aurora", "recipient": "Varna", "event": "COERCE"} | statement
    return article(id, text, day, statements=[statement], figures=figures)


def plan(id: str, text: str, words: str, value: str, day: date = date(2024, 3, 20)) -> Told:
    statement = {
        "actor": "Aurora",
        "predicate": "visit",
        "recipient": "Varna",
        "time": value,
        "modality": "planned",
    }
    return article(id, text, day, statements=[statement], dates={words: value})


def count(id: str, words: str, value: int, text: str, day: date = date(2024, 3, 20)) -> Told:
    figure = {"words": words, "value": float(value), "unit": "house", "thing": words}
    statement = {"predicate": "damaged", "recipient": words, "time": "2024-03-19"}
    return article(id, text, day, statements=[statement], figures=[figure])


SEIZED = account("seized", "Aurora captured Varna on Monday.", predicate="captured")
REWORDED = account("seized", "On Monday Varna was captured by Aurora.", predicate="captured")
DENIED = account(
    "denied", "Aurora has never captured Varna.", predicate="captured", modality="negated"
)
LATER = account("later", "Aurora shelled Varna.", date(2024, 4, 2), predicate="shelled")
PLAN = plan("plan", "Aurora will visit Varna in April 2024.", "April 2024", "2024-04")
EDITED = plan("plan", "Aurora will visit Varna in May 2024.", "May 2024", "2024-05")
MOVED = plan(
    "moved",
    "Aurora will visit Varna in June 2024 instead.",
    "June 2024",
    "2024-06",
    date(2024, 3, 28),
)
FORTY = count("forty", "40 houses", 40, "The storm damaged 40 houses.")
SIXTY = count("sixty", "52 houses", 52, "The storm damaged 52 houses.")
MORE = count(
    "more", "52 houses", 52, "The storm damaged 52 houses, not 40 houses.", date(2024, 3, 21)
)
FEWER = count("forty", "30 houses", 30, "The storm damaged 30 houses.")


def taken(*inputs: Told, as_of: date = OLD, **given: Any) -> Snapshot:
    return snapshot(corpus(inputs, as_of=as_of, **given))


def found(before: list[Told], after: list[Told], **given: Any) -> dict[str, list[Change]]:
    """Changes by kind, of articles that are all one story."""
    rows = changes(taken(*before), taken(*after, as_of=given.pop("as_of", OLD), **given)).rows
    kinds: dict[str, list[Change]] = {}
    for row in rows:
        kinds.setdefault(row.kind, []).append(row)
    return kinds


def said(change: Change) -> tuple[list[str], list[str]]:
    """The values on both sides, or else the articles."""
    return (
        [side.value or side.article_id for side in change.before],
        [side.value or side.article_id for side in change.after],
    )


@pytest.mark.parametrize(
    ("before", "after", "kind", "rule", "sides"),
    [
        pytest.param(
            [SEIZED],
            [SEIZED, DENIED],
            "conflict",
            "polarity",
            (["seized"], ["denied"]),
            id="a new account contradicts",
        ),
        pytest.param(
            [FORTY],
            [FORTY, SIXTY],
            "conflict",
            "same thing, other value",
            (["40 houses"], ["52 houses"]),
            id="a new count contradicts",
        ),
        pytest.param(
            [FORTY],
            [FORTY, MORE],
            "figure",
            "names the earlier figure",
            (["40 houses"], ["52 houses"]),
            id="a new count takes the place of an earlier one",
        ),
        pytest.param(
            [FORTY],
            [FEWER],
            "figure",
            "article revised",
            (["40 houses"], ["30 houses"]),
            id="an article corrects its own count",
        ),
        pytest.param(
            [PLAN],
            [PLAN, MOVED],
            "date",
            "another date for the same plan",
            (["2024-04"], ["2024-06"]),
            id="a later article gives another date",
        ),
        pytest.param(
            [PLAN],
            [EDITED],
            "date",
            "article revised",
            (["2024-04"], ["2024-05"]),
            id="an article gives another date than before",
        ),
        pytest.param(
            [SEIZED],
            [SEIZED, LATER],
            "statement",
            "known story",
            ([], ["later"]),
            id="news of a known story",
        ),
        pytest.param(
            [SEIZED, LATER],
            [SEIZED],
            "withdrawn",
            "article removed",
            (["later"], []),
            id="an article is gone",
        ),
        pytest.param(
            [],
            [SEIZED],
            "article",
            "new story",
            ([], ["seized"]),
            id="a new story",
        ),
    ],
)
def test_change(
    before: list[Told], after: list[Told], kind: str, rule: str, sides: tuple[list[str], list[str]]
) -> None:
    (change,) = found(before, after)[kind]
    assert change.rule == rule
    assert said(change) == sides


def test_a_plan_is_passed_by_the_calendar() -> None:
    (change,) = found([PLAN], [PLAN], as_of=NEW)["fate"]
    assert (change.rule, change.day) == ("calendar", date(2024, 5, 1))
    assert said(change) == (["upcoming"], ["passed"])


def test_a_new_actor_is_named_by_new_articles_alone() -> None:
    one = told("one", "Aurora left.", published=OLD, actors=["Aurora"])
    two = told("two", "Aurora met Lindholm.", published=NEW, actors=["Aurora", "Lindholm"])
    three = told("three", "Lindholm stayed.", published=NEW, actors=["Lindholm"])
    (change,) = found([one], [one, two, three])["actor"]
    assert (change.actor, change.name) == ("lindholm", "Lindholm")


def without_statement(one: Told) -> Told:
    """As a judgement leaves it that hides the statement."""
    made, extraction = one
    return made, dataclasses.replace(extraction, statements=(), key_facts=())


def test_a_judgement_withdraws_a_statement() -> None:
    hidden = Correction(
        "hide",
        1,
        "hides the statement",
        "It was a rumour.",
        date(2024, 3, 24),
        Span("seized", 0, 6),
    )
    after = dataclasses.replace(
        corpus([without_statement(SEIZED)], as_of=OLD), corrections=(hidden,)
    )
    rows = changes(taken(SEIZED), snapshot(after)).rows
    assert [(one.kind, one.rule, one.day) for one in rows] == [
        ("correction", "hide", date(2024, 3, 24)),
        ("withdrawn", "judgement", date(2024, 3, 24)),
    ]
    assert rows[0].reason == "It was a rumour."
    assert rows[1].before[0].exact == "Aurora captured Varna on Monday."
    assert rows[1].before[0].stands


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([SEIZED], [SEIZED], id="nothing"),
        pytest.param([SEIZED], [REWORDED], id="other words for the same"),
        pytest.param([FORTY, SIXTY], [FORTY, SIXTY], id="an old conflict"),
    ],
)
def test_no_change(before: list[Told], after: list[Told]) -> None:
    assert not found(before, after)


def test_another_pipeline_alone_changes_nothing() -> None:
    old = dataclasses.replace(taken(SEIZED, FORTY), pipeline="other")
    assert not changes(old, taken(without_statement(SEIZED), FORTY)).rows


@pytest.mark.parametrize("inputs", [[FORTY, SIXTY], [PLAN, MOVED]], ids=["a conflict", "a fate"])
def test_what_old_articles_said_is_no_change(inputs: list[Told]) -> None:
    """Another grouping can bring it to light, but no article is new and none was judged."""
    new = taken(*inputs)
    plans = tuple(dataclasses.replace(one, fate="upcoming", follow_up=None) for one in new.plans)
    assert not changes(dataclasses.replace(new, contests=(), plans=plans), new).rows


def test_words_that_stand_no_longer_have_no_link() -> None:
    (change,) = found([FORTY], [FEWER])["figure"]
    assert (change.before[0].stands, change.after[0].stands) == (False, True)


EVERY = [SEIZED, DENIED, LATER, PLAN, MOVED, FORTY, SIXTY, MORE]


@settings(max_examples=40, deadline=None)
@given(st.permutations(EVERY), st.integers(0, len(EVERY)))
def test_order_does_not_matter(inputs: list[Told], kept: int) -> None:
    old, new = inputs[:kept], list(inputs)
    expected = changes(taken(*sorted(old, key=str)), taken(*EVERY))
    random.Random(kept).shuffle(new)
    assert changes(taken(*old), taken(*new)) == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(EVERY), unique_by=lambda one: one[0].id))
def test_a_snapshot_comes_back_from_its_file(inputs: list[Told]) -> None:
    one = taken(*inputs)
    written = json.loads(encode(one))
    assert not list(validator("snapshot").iter_errors(written))
    assert decode(written, "snapshot.json") == one


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"articles": []},
        {"facts": [{"id": "x", "place": {"article": "nowhere", "sentence": 1}}]},
        {"contests": [{"kind": "conflict", "places": [], "pairs": [[0, 1, "rule"]]}]},
        {"plans": [{"id": "x", "plan": "x", "fate": "eaten", "place": {}}]},
        {"as_of": "2024-02-30"},
    ],
)
def test_what_is_no_snapshot_is_told(change: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"old\.json: is no "):
        decode(json.loads(encode(taken(SEIZED))) | change, "old.json")


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5))
def test_any_json_is_read_or_told(value: object) -> None:
    written = json.loads(encode(taken(SEIZED, FORTY, PLAN)))
    for key in written:
        try:
            decode(written | {key: value}, "old.json")
        except InputError:
            continue


def compared(old: list[Told], new: list[Told]) -> Corpus:
    after = corpus(new, as_of=OLD)
    return dataclasses.replace(after, changes=changes(taken(*old), snapshot(after)))


def feed(found: Corpus, site_url: str) -> Any:
    (export,) = changes_feed(found, site_url)
    assert export.content == next(iter(changes_feed(found, site_url))).content
    parsed = feedparser.parse(export.content)
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


@pytest.mark.parametrize("site_url", ["", "https://example.org/site/"])
def test_the_feed_is_read_back(site_url: str) -> None:
    parsed = feed(compared([FORTY], [FORTY, SIXTY, LATER]), site_url)
    assert {entry.tags[0].term for entry in parsed.entries} == {"conflict", "statement"}
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries)
    assert parsed.feed.updated.startswith("2024-04-02")
    (conflict,) = [one for one in parsed.entries if one.tags[0].term == "conflict"]
    assert "40 houses" in conflict.summary and "52 houses" in conflict.summary
    assert conflict.link == f"{site_url}briefings/sixty/#s1"


def test_the_feed_of_nothing() -> None:
    assert not feed(compared([], []), "").entries
    assert not feed(corpus([]), "").entries


def test_a_reprint_brings_no_statement() -> None:
    copy = account("copy", "Aurora captured Varna on Monday.", predicate="captured")
    kinds = found([SEIZED], [SEIZED, copy], origins={"seized": "seized", "copy": "seized"})
    assert "statement" not in kinds
    assert "statement" in found([SEIZED], [SEIZED, copy])


def test_text_of_others_stays_text_in_a_feed() -> None:
    hostile = account("x", "Aurora <b>shelled</b> & Varna\x08.", predicate="shelled")
    parsed = feed(compared([SEIZED], [SEIZED, hostile]), "")
    assert parsed.entries[0].title == "Aurora <b>shelled</b> & Varna ."
    assert parsed.entries[0].title_detail.type == "text/plain"


@pytest.fixture(scope="module")
def sample() -> build.Site:
    settings = Settings(
        sites.CHECKOUT,
        sites.CHECKOUT / "content",
        changes_since=date(2025, 1, 15),
        jobs=1,
    )
    return build.build_site(settings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("figure", ["58 people"], ["74 people"]),
        ("date", ["2027"], ["2030-03"]),
        ("fate", ["upcoming"], ["done"]),
        ("fate", ["upcoming"], ["passed"]),
        ("withdrawn", ["biden-kishida-summit"], []),
        ("statement", [], ["galaxy-leader-freed"]),
        ("actor", [], ["joint-command-opens"]),
        ("article", [], ["mageshima-delay"]),
        ("correction", [], ["biden-kishida-summit"]),
    ],
)
def test_the_sample_has_real_cases(
    sample: build.Site, kind: str, before: list[str], after: list[str]
) -> None:
    assert not sample.problems
    assert sample.corpus.changes is not None
    assert (before, after) in [said(one) for one in sample.corpus.changes.rows if one.kind == kind]
    page = sample.markdown["changes/index.md"]
    sides = [side for one in sample.corpus.changes.rows for side in (*one.before, *one.after)]
    assert all(f"briefings/{side.article_id}.md#s{side.sentence}" in page for side in sides)


@pytest.mark.slow
def test_the_home_page_has_the_newest(sample: build.Site) -> None:
    home = sample.markdown["index.md"]
    assert "## What changed" in home and "74 people" in home


@pytest.mark.slow
def test_the_feed_of_the_sample(sample: build.Site) -> None:
    parsed = feedparser.parse(sample.exports["changes.xml"].content)
    assert not parsed.bozo
    assert {entry.tags[0].term for entry in parsed.entries} <= MATERIAL


@pytest.mark.slow
def test_the_snapshot_of_the_sample_is_valid(sample: build.Site, tmp_path: Path) -> None:
    path = tmp_path / "snapshot.json"
    path.write_bytes(sample.exports["snapshot.json"].content)
    assert read(path) == snapshot(sample.corpus)


@pytest.mark.slow
def test_two_builds_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Japan captured the islands on Monday. It will open a base in May 2024."
    folder = sites.small(
        tmp_path,
        {"one.md": sites.article("Islands", text), "two.md": sites.article("Rain", "Kenya left.")},
        previous="old.json",
    )
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(main, ["render", "out"]).exit_code == 0
    (folder / "old.json").write_bytes((folder / "out" / "snapshot.json").read_bytes())
    path = folder / "content" / "articles" / "one.md"
    path.write_text(path.read_text().replace("May 2024", "June 2024"))
    (folder / "content" / "articles" / "two.md").unlink()
    assert CliRunner().invoke(main, ["render", "out"]).exit_code == 0
    page = (folder / "out" / "changes" / "index.md").read_text(encoding="utf-8")
    assert "## Moved dates" in page and "no longer stands here" in page
    result = CliRunner().invoke(main, ["changes", "old.json", "--format", "json"])
    assert {one["kind"] for one in json.loads(result.stdout)["changes"]} >= {"date"}
    (folder / "old.json").write_text("{}")
    result = CliRunner().invoke(main, ["render", "out"])
    assert result.exit_code == 1 and "old.json: is no snapshot" in result.stderr
