"""Topics: the user's file, what articles are filed under, and the page of each."""

from __future__ import annotations

import random
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, corpus, told

from briefgen.pages import topics as pages
from briefgen.topics import DescribedTopic, TopicList, concept, mistyped, read_topics

TOPICS = """\
- id: security
  name: Security
  mediatopics: [medtop:16000000]
- id: shipping
  name: Ships and straits
  description: What happens to merchant ships.
  broader: security
"""


def test_topics_are_read_whole(tmp_path: Path) -> None:
    (tmp_path / "topics.yml").write_text(TOPICS)
    found, problems = read_topics(tmp_path / "topics.yml", tmp_path)
    assert not problems
    assert found.topics == (
        DescribedTopic("security", "Security", None, None, ("medtop:16000000",), 1),
        DescribedTopic(
            "shipping", "Ships and straits", "What happens to merchant ships.", "security", (), 4
        ),
    )


@pytest.mark.parametrize("content", [None, "", "# nothing yet\n", "[]\n"])
def test_no_file_and_an_empty_one_hold_nothing(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "t.yml").write_text(content)
    assert read_topics(tmp_path / "t.yml", tmp_path) == (TopicList((), "t.yml"), ())


@pytest.mark.parametrize(
    ("entry", "said", "kept"),
    [
        ("- {id: x}", "name is missing", False),
        ("- {id: X Y, name: X}", "id must be small letters", False),
        ("- {id: x, nmae: X}", "did you mean 'name'?", False),
        ("- {id: x, name: X, mediatopics: [medtop:16]}", "must be medtop: and eight digits", False),
        ("- {id: x, name: X, mediatopics: ['16000000']}", "medtop: and eight digits", False),
        ("- {id: x, name: X, mediatopics: medtop:16000000}", "must be a list", False),
        ("- {id: shipping, name: X}", "stands twice, first on line 4", False),
        ("- {id: x, name: X, broader: securty}", "did you mean 'security'?", True),
        ("- {id: x, name: X, broader: zoology}", "must describe too", True),
        ("- {id: x, name: X, broader: x}", "leads back to the topic itself", True),
        ("- just words", "must be a topic", False),
    ],
)
def test_a_bad_entry_is_told(entry: str, said: str, kept: bool, tmp_path: Path) -> None:
    (tmp_path / "topics.yml").write_text(f"{TOPICS}{entry}\n")
    found, problems = read_topics(tmp_path / "topics.yml", tmp_path)
    assert [topic.id for topic in found.topics] == ["security", "shipping", *["x"] * kept]
    assert found.topics[-1].broader == (None if kept else "security")
    assert any(said in p.message and p.line == 8 for p in problems), problems
    assert all(problem.example for problem in problems)


def test_a_circle_is_broken_once(tmp_path: Path) -> None:
    ring = "".join(f"- {{id: t{n}, name: T, broader: t{(n + 1) % 3}}}\n" for n in range(3))
    (tmp_path / "topics.yml").write_text(ring)
    found, (problem,) = read_topics(tmp_path / "topics.yml", tmp_path)
    assert problem.line == 1
    assert [topic.broader for topic in found.topics] == [None, "t2", "t0"]


@given(st.text(alphabet="- {}[]:,'\"\nidnamebroatpcs01", max_size=120))
def test_nothing_makes_the_file_fail(content: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "t.yml"
        path.write_text(content)
        read_topics(path, Path(name))


def test_only_a_lookalike_of_a_used_topic_is_mistyped() -> None:
    described = TopicList((DescribedTopic("red-see", "R"), DescribedTopic("whaling", "W")))
    (problem,) = mistyped(described, {"red-sea", "trade"})
    assert "did you mean 'red-sea'" in problem.message
    assert not list(mistyped(described, {"red-see", "red-sea"}))


def test_a_code_leads_to_its_public_address() -> None:
    assert concept("medtop:16000000") == "http://cv.iptc.org/newscodes/mediatopic/16000000"


def article(id: str, day: int, *topics: str, **more: Any) -> Told:
    return told(id, f"Aurora spoke of {id}.", published=date(2024, 3, day), topics=topics, **more)


EVERY = [
    article("a", 1, "shipping", actors=["Aurora"]),
    article("b", 2, "shipping", "trade"),
    article("c", 3, "security"),
    article("d", 4),
]
DESCRIBED = TopicList(
    (
        DescribedTopic("security", "Security"),
        DescribedTopic("shipping", "Ships", broader="security"),
        DescribedTopic("whaling", "Whaling"),
    )
)


def test_an_article_counts_for_every_broader_topic() -> None:
    found = corpus(EVERY, described=DESCRIBED).topics
    filed = {topic.id: (topic.own, topic.articles) for topic in found.values()}
    assert filed == {
        "security": (1, ("c", "b", "a")),
        "shipping": (2, ("b", "a")),
        "trade": (1, ("b",)),
        "whaling": (0, ()),
    }
    assert found["security"].narrower == ("shipping",)
    assert (found["trade"].name, found["trade"].described) == ("trade", False)


def test_stories_and_actors_of_a_topic() -> None:
    found = corpus(
        EVERY, described=DESCRIBED, stories={"a": "s", "b": "s"}, origins={"b": "a"}
    ).topics["security"]
    assert [(line.lead, line.others, line.reprints) for line in found.stories] == [
        ("c", 0, 0),
        ("a", 0, 1),
    ]
    assert [(one.actor, one.articles, one.quoted) for one in found.actors] == [("aurora", 1, 0)]


def test_pages_stand_under_their_broader_topic_and_are_paged() -> None:
    many = [article(f"n{number:03}", 1 + number % 28, "shipping") for number in range(120)]
    site = {page.src_uri: page for page in pages.pages(corpus(many, described=DESCRIBED))}
    outline = [(depth, topic.id) for depth, topic in site["topics/index.md"].context["rows"]]
    assert outline == [(0, "security"), (1, "shipping"), (0, "whaling")]
    assert [page.src_uri for page in site.values() if page.in_nav] == ["topics/index.md"]
    sizes = {uri: len(page.context.get("lines", ())) for uri, page in site.items()}
    assert [sizes[f"topics/shipping{n}.md"] for n in ("", "-page-2", "-page-3")] == [50, 50, 20]
    assert site["topics/whaling.md"].context["lines"] == {}


def test_gaps_are_counted() -> None:
    found = corpus(EVERY, described=DESCRIBED, stories={"a": "s", "b": "s"})
    gaps = pages.gaps(found, found.topics["security"], [])
    assert (gaps["one_origin"], gaps["undated"]) == (1, 0)
    assert gaps["not_stated"] == dict.fromkeys(("who", "what", "when", "where", "why", "how"), 3)


@settings(max_examples=20, deadline=None)
@given(st.randoms(), st.integers(0, len(EVERY)))
def test_order_does_not_matter(chance: random.Random, count: int) -> None:
    shuffled = EVERY[:count]
    chance.shuffle(shuffled)
    one, other = (corpus(a, described=DESCRIBED) for a in (shuffled, EVERY[:count]))
    assert one.topics == other.topics
