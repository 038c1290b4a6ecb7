"""Files in, articles and problems out: golden cases in golden/readers, and hostile input."""

from __future__ import annotations

import dataclasses
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.errors import Problem
from briefgen.model import Article
from briefgen.readers import READERS, jsonl, markdown, read_file, read_folder
from briefgen.readers.source import MAX_BYTES, traced

GOLDEN = Path(__file__).parent / "golden" / "readers"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
GOOD = "---\ntitle: Talks\n---\nThe talks resumed.\n"


def folder(root: Path, files: dict[str, str | bytes]) -> Path:
    articles = root / "articles"
    articles.mkdir()
    for name, content in files.items():
        path = articles / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return articles


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict[str, Any], tmp_path: Path) -> None:
    articles, problems = read_folder(folder(tmp_path, case["files"]), tmp_path)
    assert [str(problem) for problem in problems] == case.get("problems", [])
    expected = case.get("articles", [])
    assert len(articles) == len(expected)
    for fields, article in zip(expected, articles, strict=True):
        found = dataclasses.asdict(article)
        for key, value in fields.items():
            value = tuple(value) if isinstance(value, list) else value
            assert found[key] == value, key


def test_the_assessment_is_the_analysts_own(tmp_path: Path) -> None:
    text = (
        "---\ntitle: T\nassessment:\n  judgement: It holds.\n  alternatives: [It fails.]\n---\nx\n"
    )
    articles, _ = read_folder(folder(tmp_path, {"a.md": text}), tmp_path)
    assert articles[0].assessment is not None
    assert articles[0].assessment.judgement == "It holds."
    assert articles[0].assessment.alternatives == ("It fails.",)


def test_wrong_encoding_names_the_line_and_the_bytes(tmp_path: Path) -> None:
    files = {"a.md": b"---\ntitle: Caf\xe9 talks\n---\nx\n", "b.md": GOOD}
    articles, problems = read_folder(folder(tmp_path, files), tmp_path)
    assert [article.id for article in articles] == ["b"]
    assert (problems[0].line, problems[0].text) == (2, "E9 20 74 61")
    assert "UTF-8" in problems[0].message


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    _, problems = read_folder(folder(tmp_path, {"a.md": b"x" * (MAX_BYTES + 1)}), tmp_path)
    assert "too big" in problems[0].message


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    articles = folder(tmp_path, {"real.md": GOOD})
    secret = tmp_path / "secret.md"
    secret.write_text(GOOD)
    (articles / "out.md").symlink_to(secret)
    (articles / "away").symlink_to(tmp_path)
    (tmp_path / "secret.yml").write_text("title: Secret\n")
    (articles / "text.txt").write_text("The talks resumed.")
    (articles / "text.yml").symlink_to(tmp_path / "secret.yml")
    (articles / "dangling.md").symlink_to(tmp_path / "nowhere.md")
    (articles / "inside.md").symlink_to(articles / "real.md")
    found, problems = read_folder(articles, tmp_path)
    assert [article.id for article in found] == ["inside", "real"]
    assert [p.path for p in problems] == [
        f"articles/{n}" for n in ("away", "dangling.md", "out.md", "text.yml", "text.txt")
    ]
    assert all("link" in problem.message for problem in problems[:4])
    assert "without sidecar" in problems[4].message


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    articles = folder(tmp_path, {})
    os.mkfifo(articles / "a.md")
    assert "no regular file" in read_folder(articles, tmp_path)[1][0].message


@pytest.mark.parametrize("name", ["../up.md", "con text.md", "日本.md", "a" * 200 + ".md"])
def test_ids_are_path_safe(name: str, tmp_path: Path) -> None:
    found, _ = read_folder(folder(tmp_path, {Path(name).name: GOOD}), tmp_path)
    assert found[0].id
    assert set(found[0].id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(found[0].id) <= 120


def test_a_jsonl_line_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "A 1", "title": null, "published": null, "text": " \\u0000x\\r\\n", "more": 1}\n'
        '\nnot json\n{"id": "A 1", "text": "again"}\n{"id": "b", "text": 1}\n'
        '{"id": "c", "text": "\\ud800"}\n{"id": "d", "published": "soon", "text": "x"}\n[]\n'
    )
    found = list(jsonl.read_lines(path, tmp_path))
    articles = [one for one in found if isinstance(one, Article)]
    problems = [one for one in found if isinstance(one, Problem)]
    assert [(a.id, a.title, a.text, a.published) for a in articles] == [
        ("A 1", None, " \x00x\r\n", None)
    ]
    assert [problem.line for problem in problems] == [3, 4, 5, 6, 7, 8]


def test_the_time_of_day_is_dropped() -> None:
    values = {"id": "a", "text": "x", "published": "2024-03-25T23:30:00+09:00"}
    assert jsonl.article_of(values, "").published == date(2024, 3, 25)


def test_a_map_leads_back_to_the_file() -> None:
    content = "The **minister** said\r\nthat [the plan](https://example.org) holds\u200b.\n"
    body = markdown.body(content, "a.md")
    assert body.text == "The minister said that the plan holds."
    ends = [*(start for start, _ in body.source_map[1:]), len(body.text)]
    for (start, origin), end in zip(body.source_map, ends, strict=True):
        stretch = content[origin : origin + end - start].replace("\r", " ").replace("\n", " ")
        assert stretch == body.text[start:end]


@given(st.text(max_size=300))
def test_cleaning_keeps_the_map(content: str) -> None:
    found = traced(content)
    assert len(found.text) == len(found.origins)
    assert all(
        found.text[i] == content[o] or found.text[i] == "\n" for i, o in enumerate(found.origins)
    )


MARKED = st.text(alphabet="a *_`~[]()<>!#-|>\\&;:=^\n\r\t\0\u202e'\"{}1./", max_size=200)


@given(MARKED)
def test_markdown_never_fails_and_maps_every_character(content: str) -> None:
    body = markdown.body(content, "a.md")
    origins = [origin for _, origin in body.source_map]
    assert all(0 <= origin < len(content) for origin in origins)
    assert bool(body.text) == bool(body.source_map)


@pytest.mark.parametrize(
    "mark", ["*", "_", "[", "<", "`", "<!--", "![", "~~", "> ", "- ", "|", " "]
)
def test_marks_without_end_take_no_time(mark: str) -> None:
    markdown.body(mark * 20_000 + "x", "a.md")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    suffix=st.sampled_from(sorted(READERS)),
    article=st.one_of(
        st.binary(max_size=200),
        MARKED.map(str.encode),
        st.tuples(MARKED, MARKED).map(lambda two: f"---\n{two[0]}\n---\n{two[1]}".encode()),
        st.text(alphabet="<>/abdivp =\"'&;!-", max_size=200).map(str.encode),
    ),
    sidecar=st.one_of(
        st.binary(max_size=100),
        st.text(alphabet="title:- &*!{}[]'\"\n|>%@`?#,a1", max_size=100).map(str.encode),
    ),
)
def test_nothing_makes_a_reader_fail(suffix: str, article: bytes, sidecar: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / f"a{suffix}").write_bytes(article)
        (root / "a.yml").write_bytes(sidecar)
        for found in read_file(root / f"a{suffix}", root):
            assert isinstance(found, Article | Problem)
        read_folder(root, root)


def test_a_reader_that_fails_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise RecursionError("too deep")

    files = {"a.html": "<p>x</p>", "a.yml": "title: A\n", "b.md": GOOD}
    monkeypatch.setattr("trafilatura.extract", fail)
    articles, problems = read_folder(folder(tmp_path, files), tmp_path)
    assert [article.id for article in articles] == ["b"]
    assert "articles/a.html: cannot be read: RecursionError" in str(problems[0])
