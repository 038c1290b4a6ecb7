"""sources.yml: good entries count, bad ones are told; default grades; the publisher's page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import told
from conftest import article

from briefgen.publishers import (
    DescribedPublisher,
    PublisherList,
    graded,
    publisher_ids,
    read_publishers,
)
from briefgen.readers import read_folder

WIRE = """\
- id: wire
  name: Harbour Wire
  aliases: [HW, Harbour Wire Service]
  description: A news agency.
  kind: news agency
  country: USA
  reliability: B
  url: https://example.org
"""


def read(folder: Path, content: str) -> tuple[PublisherList, list[str]]:
    (folder / "sources.yml").write_text(content, encoding="utf-8")
    described, problems = read_publishers(folder / "sources.yml", folder)
    return described, [str(problem) for problem in problems]


def test_a_publisher_is_read_whole(tmp_path: Path) -> None:
    described, problems = read(tmp_path, WIRE)
    assert not problems
    assert described.publishers == (
        DescribedPublisher(
            "wire",
            "Harbour Wire",
            ("HW", "Harbour Wire Service"),
            "A news agency.",
            "news agency",
            "USA",
            "B",
            "https://example.org",
            1,
        ),
    )


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- {id: x}", ":9: name is missing"),
        ("- {id: wire, name: Other}", ":9: the id 'wire' stands twice, first on line 1"),
        ("- {id: x, name: hw}", ":9: this name or alias is taken by 'wire' (found: 'hw')"),
        ("- {id: x, name: X, kind: wire}", "kind must be one of news agency, newspaper"),
        ("- {id: x, name: X, reliability: B2}", "reliability must be the source's part"),
        ("- {id: x, name: X, country: JPX}", "must be an ISO 3166-1 alpha-3 country code"),
        ("- {id: x, name: X, url: 'javascript:1'}", "url must be the publisher's own page"),
        ("- {id: x, nmae: X}", "did you mean 'name'?"),
        ("- just words", "must be a publisher"),
    ],
)
def test_a_bad_entry_is_left_out(entry: str, said: str, tmp_path: Path) -> None:
    described, problems = read(tmp_path, f"{WIRE}{entry}\n")
    assert [one.id for one in described.publishers] == ["wire"]
    assert any(said in problem and "correct example" in problem for problem in problems), problems


def test_no_file_describes_nobody(tmp_path: Path) -> None:
    assert read_publishers(tmp_path / "sources.yml", tmp_path) == (PublisherList(), ())


def test_names_and_aliases_lead_to_one_publisher(tmp_path: Path) -> None:
    described, _ = read(tmp_path, WIRE)
    names = ["Harbour Wire", "hw", "Harbour Daily", None]
    articles = [article("x", id=f"a{n}", publisher=name) for n, name in enumerate(names)]
    ids = publisher_ids(articles, described)
    assert list(ids.values()) == ["wire", "wire", "harbour-daily", "unknown"]


@pytest.mark.parametrize(
    ("metadata", "grade"),
    [
        ("publisher: HW", "B6"),
        ("publisher: HW\nreliability: D3", "D3"),
        ("publisher: HW\nreliability: F6", "F6"),
        ("publisher: Other", "F6"),
        ("rights: full-text", "F6"),
    ],
)
def test_the_default_grade_is_for_articles_that_state_none(
    metadata: str, grade: str, tmp_path: Path
) -> None:
    described, _ = read(tmp_path, WIRE)
    (tmp_path / "articles").mkdir()
    text = f"---\ntitle: Talks\n{metadata}\n---\nJapan agreed.\n"
    (tmp_path / "articles" / "a.md").write_text(text)
    articles, _ = read_folder(tmp_path / "articles", tmp_path)
    assert [one.reliability for one in graded(articles, described, tmp_path)] == [grade]


def test_the_publishers_view_has_its_description_and_its_other_names(tmp_path: Path) -> None:
    described, _ = read(tmp_path, WIRE)
    inputs = [
        told.told(name, "Japan agreed.", published=date(2024, 1, day), publisher=publisher)
        for name, day, publisher in (("a", 1, "HW"), ("b", 2, "Harbour Wire"), ("c", 3, "Else"))
    ]
    publishers = told.corpus(inputs, sources=described).publishers
    assert list(publishers) == ["else", "wire"]
    assert (publishers["wire"].name, publishers["wire"].stated) == ("Harbour Wire", ("HW",))
    assert publishers["wire"].about == described.publishers[0]
    assert publishers["else"].about is None
