"""The page of corrections: what each entry changed, and which no longer apply."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from test_resolve import TEXT, A, anchor, facts, users

from briefgen.assemble import assemble
from briefgen.assemble.corrections import Decided
from briefgen.corpus import Corpus
from briefgen.pages import all_pages
from briefgen.render import Renderer
from briefgen.resolve import resolve


def corpus(root: Path, *judgements: dict[str, Any], complete: bool = True) -> Corpus:
    text, found = facts()
    register, decided = users(root, {"judgements": judgements})
    resolution, _ = resolve([text], [found], register, decided)
    return assemble(
        [text],
        resolution,
        {},
        as_of=None,
        fingerprint="",
        model="",
        decided=Decided(decided, [found], complete),
    )


def rendered(made: Corpus, uri: str) -> str:
    page = next(page for page in all_pages(made) if page.src_uri == uri)
    return Renderer().render(page)


@pytest.mark.parametrize(
    ("exact", "field", "to", "before", "after"),
    [
        ("105 fighters", "quantity.value", "147", 105.0, 147.0),
        ("105 fighters", "quantity.value", "2..3", 105.0, (2.0, 3.0)),
        ("105 fighters", "quantity.unit", "unknown", "fighter", None),
        ("March 2025", "timex.value", "2025-04", "2025-03", "2025-04"),
        ("buy", "statement.event", "COOPERATE", "AGREE", "COOPERATE"),
        ("buy", "statement.actor", "china", "Japan", "China"),
    ],
)
def test_before_and_after(
    exact: str, field: str, to: str, before: Any, after: Any, tmp_path: Path
) -> None:
    entry = {"correct": anchor(exact), "field": field, "to": to, "by": "Jane", "reason": "So."}
    (one,) = corpus(tmp_path, entry).decisions
    assert (one.applies, one.before, one.after, one.by, one.reason) == (
        True,
        before,
        after,
        "Jane",
        "So.",
    )
    assert one.fact is not None
    assert one.fact.exact == TEXT[one.fact.start : one.fact.end]
    assert (one.statement == "one") == (exact == "buy")


def test_a_second_correction_begins_where_the_first_ended(tmp_path: Path) -> None:
    value = {"correct": anchor("105 fighters"), "field": "quantity.value"}
    first = value | {"to": "147", "date": "2024-01-01"}
    second = value | {"to": "150", "date": "2024-01-02"}
    newest, oldest = corpus(tmp_path, first, second).decisions
    assert [(one.before, one.after) for one in (oldest, newest)] == [(105.0, 147.0), (147.0, 150.0)]
    assert oldest.id != newest.id


def test_the_newest_day_stands_first_and_no_day_last(tmp_path: Path) -> None:
    hides = [
        {"hide": anchor("agreed", prefix="Japan ")},
        {"hide": anchor("buy"), "date": "2024-01-01"},
        {"hide": "china", "date": "2024-01-02"},
    ]
    made = corpus(tmp_path, *hides)
    assert [one.line for one in made.decisions] == [3, 2, 1]
    text = rendered(made, "corrections.md")
    headings = re.findall(r"^## (.*)$", text, re.M)
    assert headings == ["2 January 2024", "1 January 2024", "Day not stated", "No longer applying"]


@pytest.mark.parametrize(
    "entry",
    [
        {"hide": anchor("is planning")},
        {"hide": anchor("agreed", prefix="India ")},
        {"hide": anchor("March 2025")},
        {"hide": "nobody"},
        {"rename": "nobody", "to": "Somebody"},
        {"keep_apart": ["japan", anchor("India")]},
        {"correct": anchor("buy"), "field": "quantity.value", "to": "1"},
    ],
)
def test_what_does_not_apply_is_listed_as_such(entry: dict[str, Any], tmp_path: Path) -> None:
    made = corpus(tmp_path, entry)
    assert [one.applies for one in made.decisions] == [False]
    text = rendered(made, "corrections.md")
    assert f'id="{made.decisions[0].id}"' in text.partition("## No longer applying")[2]
    assert "0 decisions apply" in text
    assert corpus(tmp_path, entry, complete=False).decisions == ()


def test_the_briefing_marks_what_was_corrected_and_leads_to_the_entry(tmp_path: Path) -> None:
    made = corpus(
        tmp_path,
        {"correct": anchor("105 fighters"), "field": "quantity.value", "to": "147"},
        {"correct": anchor("March 2025"), "field": "timex.value", "to": "2025-04"},
        {"correct": anchor("buy"), "field": "statement.modality", "to": "planned"},
    )
    text = rendered(made, f"briefings/{A}.md")
    for one in made.decisions:
        assert f"](../corrections.md#{one.id}){{ .bg-corrected" in text
        assert f'id="{one.id}"' in rendered(made, "corrections.md")
    assert "Read at first: 105" in text
    assert "## Corrected by hand" in text


def test_an_entry_keeps_its_address_when_others_are_added(tmp_path: Path) -> None:
    entry = {"hide": anchor("buy"), "reason": "No."}
    alone = corpus(tmp_path, entry).decisions[0].id
    later = corpus(tmp_path, {"hide": "china"}, entry | {"reason": "Not at all."}).decisions
    assert alone in [one.id for one in later]
