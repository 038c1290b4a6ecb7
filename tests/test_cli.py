"""The command line: status, messages, and never a traceback."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import sites
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.cli import main
from briefgen.readers.schemas import validator

LINE = {"id": "a1", "title": None, "published": "2024-03-25", "text": "Tokyo agreed on Friday."}
PLAIN = """
site_name: Rendered
strict: true
theme: {name: material, font: false}
extra_css: [assets/briefgen/briefgen.css]
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - toc: {permalink: true}
validation:
  links: {anchors: warn, not_found: warn}
"""
DOCS = (sites.CHECKOUT / "docs" / "cli.md").read_text(encoding="utf-8")


def call(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def lines(path: Path, *values: object) -> Path:
    path.write_text("".join(f"{json.dumps(value)}\n" for value in values), encoding="utf-8")
    return path


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = sites.small(
        tmp_path,
        {
            "talks.md": sites.article("Talks", "Japan agreed with China, Aiko Tanaka said."),
            "more.md": sites.article("More talks", "Aiko Tanaka left. Japan will buy 5 ships."),
        },
    )
    monkeypatch.chdir(folder)
    return folder


def test_extract_writes_one_line_an_article(tmp_path: Path) -> None:
    source = lines(tmp_path / "in.jsonl", LINE, LINE | {"id": "a2", "text": ""})
    result = call("extract", source)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [one["id"] for one in found] == ["a1", "a2"]
    for one in found:
        validator("extraction").validate(one)


def test_a_bad_line_is_told_and_the_rest_extracted(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(json.dumps(LINE).encode() + b"\n{nope\n\xff\n")
    target = tmp_path / "out.jsonl"
    result = call("extract", source, tmp_path / "nowhere.jsonl", "-o", target)
    assert result.exit_code == 1
    assert len(target.read_text(encoding="utf-8").splitlines()) == 1
    told = result.stderr.splitlines()
    assert "in.jsonl:2: is no article: no valid JSON" in told[0]
    assert "in.jsonl:3: is no article: not encoded in UTF-8" in told[1]
    assert "nowhere.jsonl: cannot be read: No such file" in told[2]


def test_the_cache_and_the_processes_change_nothing(tmp_path: Path) -> None:
    source = lines(tmp_path / "in.jsonl", *(LINE | {"id": f"a{n}"} for n in range(3)))
    plain = call("extract", source).stdout
    for _ in ("filled", "used"):
        assert call("extract", source, "--cache", tmp_path / "c.sqlite").stdout == plain


def test_stories(tmp_path: Path) -> None:
    source = lines(tmp_path / "in.jsonl", LINE, LINE | {"id": "a2"})
    result = call("stories", source)
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": "a1", "story": "a1", "origin": "a1"},
        {"id": "a2", "story": "a1", "origin": "a1"},
    ]


def test_check_finds_nothing_wrong(site: Path) -> None:
    assert call("check").exit_code == 0
    assert call("check", "--strict").exit_code == 0


def test_check_tells_each_problem(site: Path) -> None:
    (site / "content" / "articles" / "bad.md").write_text("---\ntitel: Talks\n---\nText.\n")
    (site / "content" / "actors.yml").write_text("- {id: x}\n")
    (site / "content" / "judgements.yml").write_text("- hide: {article: talks, exact: Nobody}\n")
    result = call("check")
    assert result.exit_code == 1
    assert "content/articles/bad.md:2: unknown key; did you mean 'title'?" in result.stderr
    assert "content/actors.yml:1: name is missing" in result.stderr
    assert "judgements" not in result.stderr
    assert "content/judgements.yml:1: this quote no longer" in call("check", "--strict").stderr


def test_explain_an_actor_an_article_and_a_sentence(site: Path) -> None:
    actor = call("explain", "aiko-tanaka").stdout
    assert "2 articles name 'Aiko Tanaka': same name 6" in actor
    assert "key fact, score" in call("explain", "talks").stdout
    sentence = call("explain", "more#s2").stdout
    assert "sentence 2 of more: Japan will buy 5 ships." in sentence
    assert "figure" in sentence


def test_explain_names_the_nearest_id(site: Path) -> None:
    result = call("explain", "aiko-tanakka")
    assert result.exit_code == 2
    assert "the nearest is aiko-tanaka" in result.stderr


def test_render_writes_markdown(site: Path) -> None:
    assert call("render", site / "out").exit_code == 0
    assert (site / "out" / "briefings" / "talks.md").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "--jobs", "-1", "x"),
        ("frobnicate",),
        ("check", "--config-file", "nowhere.yml"),
        ("extract", "in.jsonl", "--model", "en_core_web_nowhere"),
        ("extract", "in.jsonl", "-o", "no/such/folder/out.jsonl"),
    ],
)
def test_wrong_usage_has_status_2(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines(tmp_path / "in.jsonl", LINE)
    assert call(*arguments).exit_code == 2


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_is_documented(command: str) -> None:
    result = call(command, "--help")
    assert "Examples:" in result.stdout
    assert f"## briefgen {command}" in DOCS
    for parameter in main.commands[command].params:
        for option in parameter.opts:
            assert not option.startswith("-") or f"`{option}`" in DOCS, option


def examples() -> list[str]:
    """Each example in a command's help and in docs/cli.md, without its comment."""
    helps = [DOCS, *(str(command.epilog) for command in main.commands.values()), str(main.epilog)]
    found = re.findall(r"^ +(briefgen .+?)(?: +# .*)?$", "\n".join(helps), re.M)
    return sorted(set(found))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = sites.sample(tmp_path_factory.mktemp("sample"))
    lines(folder / "articles.jsonl", LINE, LINE | {"id": "a2"})
    assert call("render", folder / "site", "-f", folder / "mkdocs.yml").exit_code == 0
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("example", examples())
def test_examples_run(example: str, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample)
    result = call(*shlex.split(example)[1:])
    assert result.exit_code == 0, result.stderr


@pytest.mark.slow
def test_what_render_writes_is_a_site_without_briefgen(sample: Path, tmp_path: Path) -> None:
    assert call("render", tmp_path / "docs", "-f", sample / "mkdocs.yml").exit_code == 0
    (tmp_path / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    plain, own = sites.built(tmp_path), sites.built(sample)
    pages = {path.relative_to(own) for path in own.rglob("*.html")}
    assert pages == {path.relative_to(plain) for path in plain.rglob("*.html")}
    for page in pages:
        assert body(plain / page) == body(own / page), page


def body(page: Path) -> str:
    """A page's own text, without the address that edits it."""
    html = page.read_text(encoding="utf-8")
    article = re.search(r"<article.*?</article>", html, re.S)[0]
    return re.sub(r"<a [^>]*class=\"md-content__button[^\"]*\".*?</a>", "", article, flags=re.S)


def test_version() -> None:
    assert call("--version").stdout.startswith("briefgen ")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    content=st.binary(max_size=200)
    | st.text(alphabet='{}[]":,idtextpublshe1 \n\\u', max_size=200).map(str.encode)
)
def test_stories_of_anything_end_without_traceback(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(content)
    assert call("stories", tmp_path / "in.jsonl").exit_code in (0, 1)
