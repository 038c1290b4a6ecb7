"""Open questions: the page on the sample site, `briefgen review` and `briefgen suggest actors`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sites
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from test_cli import call

from briefgen.cli import main
from briefgen.corpus import Corpus
from briefgen.decisions import Decision, append
from briefgen.errors import InputError
from briefgen.mkdocs_plugin import load_settings
from briefgen.registers import Anchor, read_judgements, read_register
from briefgen.render import Renderer
from briefgen.resolve.anchors import anchor, locate
from briefgen.resolve.score import weights

from briefgen import build  # isort: skip

ARTICLES = {
    "first.md": sites.article("First", "Defence adviser Aiko Tanaka spoke in Oslo."),
    "second.md": sites.article("Second", "Mr. Tanaka left Lima. Nobody asked Mr. Tanaka why."),
}
JUDGEMENTS = "# Ours; keep this comment.\n- hide: oslo   # a place\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = sites.small(tmp_path, ARTICLES)
    (folder / "content" / "judgements.yml").write_text(JUDGEMENTS, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def asked() -> list[dict[str, object]]:
    return [json.loads(line) for line in call("review", "--list", "--json").stdout.splitlines()]


def written(site: Path) -> str:
    return (site / "content" / "judgements.yml").read_text(encoding="utf-8")


def test_a_question_shows_what_it_stands_on(site: Path) -> None:
    (question,) = asked()
    assert question["name"] == "Tanaka"
    assert question["stands_in"] == [{"article": "second", "sentence": "Mr. Tanaka left Lima."}]
    (candidate,) = question["candidates"]  # type: ignore[misc]
    assert candidate["actor"] == "aiko-tanaka"
    assert {"name": "surname", "detail": "", "weight": 2.0} in candidate["features"]
    told = call("review", "--list").stdout
    assert "Mr. Tanaka left Lima." in told
    assert "surname 2" in told


def test_same_is_written_behind_the_rest_and_settles_it(site: Path) -> None:
    (question,) = asked()
    result = call(
        "review", "--answer", f"{question['id']}=same", "--reason", 'Said "so": yes', "--by", "Jo",
        "--date", "2024-03-26",
    )  # fmt: skip
    assert result.exit_code == 0
    assert written(site).startswith(JUDGEMENTS)
    entry = yaml.safe_load(written(site))[1]
    assert entry["merge"][0] == "aiko-tanaka"
    assert entry["reason"] == 'Said "so": yes'
    assert str(entry["date"]) == "2024-03-26"
    assert asked() == []
    assert "second" in call("explain", "aiko-tanaka").stdout
    assert call("check", "--strict").exit_code == 0


def test_different_is_written_and_settles_it(site: Path) -> None:
    (question,) = asked()
    assert call("review", "--answer", f"{question['id']}=different").exit_code == 0
    entry = yaml.safe_load(written(site))[1]
    assert [one["article"] for one in entry["keep_apart"]] == ["first", "second"]
    assert "date" not in entry
    assert asked() == []
    assert call("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("s\n", ["merge"]),
        ("1\n", ["merge"]),
        ("d\n", ["keep_apart"]),
        ("\n", []),
        ("q\n", []),
        ("x\n", []),
        ("", []),
    ],
)
def test_answers_from_standard_input(site: Path, typed: str, kinds: list[str]) -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(main, ["review"], input=typed)
    assert result.exit_code == 0, result.output
    assert [next(iter(one)) for one in yaml.safe_load(written(site))[1:]] == kinds
    assert written(site).startswith(JUDGEMENTS)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("00000000=same", "no open question"),
        ("ID=maybe", "no such answer"),
        ("ID=same:nobody", "no such answer"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_written(site: Path, answer: str, said: str) -> None:
    (question,) = asked()
    result = call("review", "--answer", answer.replace("ID", str(question["id"])))
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert written(site) == JUDGEMENTS


def test_a_file_that_cannot_take_an_entry_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "judgements.yml"
    for content in (
        "[{hide: oslo}]\n",
        "- hide: oslo\n  reason: |\n    text\n  - no\n",
        "hide: x\n",
    ):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError):
            append(path, tmp_path, [Decision("merge", ("a", "b"))])
        assert path.read_text(encoding="utf-8") == content
        assert sorted(one.name for one in tmp_path.iterdir()) == ["judgements.yml"]


@given(
    st.text(min_size=1, max_size=40).filter(lambda text: text.strip() and text.isprintable()),
    st.text(max_size=20),
    st.sampled_from(["", "# note", "# note\n", "- hide: x\n", "- hide: x", "\ufeff- hide: x\n"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_reads_back(
    tmp_path: Path, exact: str, prefix: str, before: str
) -> None:
    path = tmp_path / "judgements.yml"
    path.write_text(before, encoding="utf-8")
    quote = Anchor("a", exact, prefix.replace("\x00", ""))
    try:
        append(path, tmp_path, [Decision("merge", ("one", quote), reason=exact)])
    except InputError:
        assert path.read_text(encoding="utf-8") == before
        return
    assert path.read_text(encoding="utf-8").startswith(before)
    entries = read_judgements(path, tmp_path)[0].entries
    found = entries[-1].about[1]
    assert isinstance(found, Anchor)
    assert (found.exact, found.prefix) == (quote.exact, quote.prefix)


@given(st.text("ab .", min_size=1, max_size=30), st.data())
def test_an_anchor_finds_its_span_again(text: str, data: st.DataObject) -> None:
    from conftest import article

    from briefgen.model import Span

    start = data.draw(st.integers(0, len(text) - 1))
    span = Span("a", start, data.draw(st.integers(start + 1, len(text))))
    quoted = text[span.start : span.end]
    assume(quoted == quoted.strip())  # no name and no fact begins or ends in white space
    one = article(text, id="a")
    assert locate(anchor(one, span), {"a": one}, "") == span


def test_suggestions_are_a_register_and_never_what_is_registered(site: Path) -> None:
    suggested = call("suggest", "actors", "--least", "1").stdout
    path = site / "content" / "actors.yml"
    path.write_text(suggested, encoding="utf-8")
    register, wrong = read_register(path, site)
    assert not wrong
    ids = [actor.id for actor in register.actors]
    assert "aiko-tanaka" in ids
    assert any(role.text for actor in register.actors for role in actor.roles)
    assert "# stated 2024-03-25" in suggested
    assert not set(ids) & {line[6:] for line in call("suggest", "actors").stdout.splitlines()}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build.gather_corpus(load_settings(str(sites.CHECKOUT / "mkdocs.yml")))[0]


def test_the_sample_site_has_a_question_with_its_sentences(corpus: Corpus) -> None:
    question = next(one for one in corpus.questions if one.name == "Sullivan")
    assert [one.actor for one in question.candidates] == ["jake-sullivan"]
    assert question.evidence[0].article_id == "bangkok-talks"
    pages = [page for page in build.all_pages(corpus) if page.template == "review.md.j2"]
    shown = "".join(Renderer(sites.CHECKOUT / "templates").render(page) for page in pages)
    assert "two days of meetings in Bangkok" in shown
    assert "the surname alone" in shown


def test_the_sample_site_names_units_and_other_countries_offices(corpus: Corpus) -> None:
    assert corpus.dossiers["un-security-council"].part_of == ("united-nations",)
    assert "un-security-council" in corpus.dossiers["united-nations"].units


def test_the_sample_site_holds_nobody(corpus: Corpus) -> None:
    never = yaml.safe_load(
        (Path(__file__).parent / "evaluation" / "never_actors.yml").read_text(encoding="utf-8")
    )
    named = {actor.name for actor in corpus.actors.values()}
    assert not named & {name for names in never.values() for name in names}


def test_every_feature_has_its_words_and_its_row() -> None:
    template = (sites.CHECKOUT / "templates" / "review.md.j2").read_text(encoding="utf-8")
    docs = (sites.CHECKOUT / "docs" / "resolution.md").read_text(encoding="utf-8")
    for name, weight in weights().items():
        assert f'"{name}":' in template, name
        assert f"| `{name}` | {weight:g} |" in docs, name
