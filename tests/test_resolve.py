"""Who is meant across articles: golden cases in golden/resolve, corrections, order."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import article
from hypothesis import given
from hypothesis import strategies as st

from briefgen.addresses import slug
from briefgen.model import (
    Article,
    Extraction,
    KeyFact,
    LocalActor,
    Mention,
    Quantity,
    Resolution,
    Role,
    Span,
    Statement,
    Timex,
)
from briefgen.registers import Judgements, Register, read_judgements, read_register
from briefgen.resolve import resolve

GOLDEN = Path(__file__).parent / "golden" / "resolve"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
Input = tuple[Article, Extraction]


def made(id: str, actors: list[dict[str, Any]]) -> Input:
    """An article whose text names the actors one after the other, and their extraction."""
    text = ", ".join(actor["name"] for actor in actors)
    mentions, found = [], []
    for actor in actors:
        start = text.index(actor["name"])
        span = Span(id, start, start + len(actor["name"]))
        local = actor.get("id", slug(actor["name"]))
        mentions.append(Mention(span, "ORG", local))
        found.append(
            LocalActor(
                id=local,
                name=actor["name"],
                type=actor["type"],
                aliases=tuple(actor.get("aliases", ())),
                roles=tuple(Role(text, span) for text in actor.get("roles", ())),
                country=actor.get("country"),
            )
        )
    extraction = Extraction(id, "", "", mentions=tuple(mentions), actors=tuple(found))
    return article(text, id=id), extraction


def dated(one: Input, case: Mapping[str, Any]) -> Input:
    """With the countries that the article names and its day, where the case says so."""
    text, found = one
    countries = tuple(sorted(case.get("countries", {}).get(text.id, ())))
    published = case.get("published", {}).get(text.id, text.published)
    return replace(text, published=published), replace(found, countries=countries)


def users(root: Path, case: Mapping[str, Any]) -> tuple[Register, Judgements]:
    """The user's files of a case; JSON is YAML, too."""
    for name in ("register", "judgements"):
        lines = [
            f"- {yaml.safe_dump(one, default_flow_style=True, width=9999).strip()}\n"
            for one in case.get(name, [])
        ]
        (root / f"{name}.yml").write_text("".join(lines), encoding="utf-8")
    register, wrong = read_register(root / "register.yml", root)
    judgements, also_wrong = read_judgements(root / "judgements.yml", root)
    assert not wrong + also_wrong
    return register, judgements


def members(resolution: Resolution) -> dict[str, list[str]]:
    return {actor.id: [id for id, _ in actor.members] for actor in resolution.actors}


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict[str, Any], tmp_path: Path) -> None:
    inputs = [dated(made(id, actors), case) for id, actors in case["articles"].items()]
    register, judgements = users(tmp_path, case)
    articles, extractions = zip(*inputs, strict=True)
    resolution, problems = resolve(articles, extractions, register, judgements)
    assert members(resolution) == case["actors"]
    assert {q.name: list(q.candidates) for q in resolution.open_questions} == case.get("open", {})
    assert [str(problem) for problem in problems] == case.get("problems", [])
    for id, name in case.get("names", {}).items():
        assert {actor.id: actor.name for actor in resolution.actors}[id] == name
    for actor in resolution.actors:
        assert actor.why or len(actor.members) < 2, "a joining without a reason"
    shuffled = resolve(articles[::-1], extractions[::-1], register, judgements)
    assert shuffled == (resolution, problems)


TEXT = "Japan will buy 105 fighters by March 2025. Japan agreed. China agreed too."
A = "sale"


def facts() -> Input:
    """One article with a figure, a time and three statements."""
    sentences = (Span(A, 0, 42), Span(A, 43, 56), Span(A, 57, len(TEXT)))
    japan = [Span(A, 0, 5), Span(A, 43, 48)]
    china = Span(A, 57, 62)

    def statement(id: str, words: str, at: int, actor: Span, owner: str) -> Statement:
        start = TEXT.index(words, at)
        return Statement(
            id,
            "AGREE",
            Span(A, start, start + len(words)),
            actor,
            None,
            None,
            None,
            "asserted",
            None,
            (sentences[0],),
            actor_ids=(owner,),
            rule="verb",
        )

    statements = (
        statement("one", "buy", 0, japan[0], "japan"),
        statement("two", "agreed", 43, japan[1], "japan"),
        statement("three", "agreed", 57, china, "china"),
    )
    extraction = Extraction(
        A,
        "",
        "",
        sentences=sentences,
        mentions=(
            *(Mention(span, "GPE", "japan") for span in japan),
            Mention(china, "GPE", "china"),
        ),
        timexes=(Timex(Span(A, 28, 41), "DATE", "2025-03", rule="month"),),
        quantities=(Quantity(Span(A, 15, 27), 105.0, "fighter", None, rule="count"),),
        statements=statements,
        actors=(
            LocalActor("japan", "Japan", "country", country="JPN"),
            LocalActor("china", "China", "country", country="CHN"),
        ),
        key_facts=(KeyFact((sentences[1],), 0.5, "two"), KeyFact((sentences[0],), 0.4, "one")),
        bottom_line=(sentences[0], sentences[1]),
    )
    return article(TEXT, id=A), extraction


def corrected(root: Path, *judgements: dict[str, Any]) -> tuple[Extraction, list[str], Resolution]:
    text, found = facts()
    register, decided = users(root, {"judgements": judgements})
    resolution, problems = resolve([text], [found], register, decided)
    return resolution.extractions[0], [str(problem) for problem in problems], resolution


def anchor(exact: str, **context: str) -> dict[str, str]:
    return {"article": A, "exact": exact, **context}


def test_a_figure_is_corrected_and_says_so(tmp_path: Path) -> None:
    found, problems, resolution = corrected(
        tmp_path,
        {
            "correct": anchor("105 fighters"),
            "field": "quantity.value",
            "to": "147",
            "reason": "Later notice.",
            "date": "2024-04-01",
        },
        {"correct": anchor("105"), "field": "quantity.unit", "to": "jet"},
    )
    assert not problems
    assert (found.quantities[0].value, found.quantities[0].unit) == (147.0, "jet")
    assert "corrected by judgement, line 1" in found.quantities[0].rule
    first = resolution.corrections[0]
    assert (first.kind, first.line, first.reason) == ("correct", 1, "Later notice.")
    assert first.evidence == Span(A, 15, 27)


@pytest.mark.parametrize(
    ("field", "exact", "to", "layer", "value"),
    [
        ("timex.value", "March 2025", "2025-04", "timexes", "2025-04"),
        ("timex.value", "March 2025", "unknown", "timexes", None),
        ("quantity.value", "105", "100..110", "quantities", (100.0, 110.0)),
        ("statement.event", "buy", "COOPERATE", "statements", "COOPERATE"),
        ("statement.modality", "buy", "planned", "statements", "planned"),
        ("statement.time", "buy", "2025-03", "statements", "2025-03"),
        ("statement.actor", "buy", "unknown", "statements", None),
        ("statement.actor", "buy", "china", "statements", Span(A, 57, 62)),
    ],
)
def test_each_field(
    field: str, exact: str, to: str, layer: str, value: Any, tmp_path: Path
) -> None:
    found, problems, _ = corrected(tmp_path, {"correct": anchor(exact), "field": field, "to": to})
    assert not problems
    assert getattr(getattr(found, layer)[0], field.partition(".")[2]) == value


def test_a_hidden_statement_takes_its_key_fact_along(tmp_path: Path) -> None:
    found, problems, _ = corrected(tmp_path, {"hide": anchor("agreed", prefix="Japan ")})
    assert not problems
    assert [statement.id for statement in found.statements] == ["one", "three"]
    assert [fact.statement for fact in found.key_facts] == ["one"]
    assert found.bottom_line == (Span(A, 0, 42),)


def test_a_quote_over_several_statements_hides_them_all_but_corrects_none(tmp_path: Path) -> None:
    text = facts()[0].text
    found, problems, _ = corrected(tmp_path, {"hide": anchor(text)})
    assert (found.statements, found.key_facts, problems) == ((), (), [])
    event = {"field": "statement.event", "to": "COOPERATE"}
    _, problems, _ = corrected(tmp_path, {"correct": anchor(text), **event})
    assert "3 facts of the kind statement; quote 'buy' or 'agreed' or 'agreed'" in problems[0]


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (anchor("agreed"), "stands 2 times"),
        (anchor("106 fighters"), 'the nearest is "105 fighters"'),
        (anchor("agreed", prefix="India "), "no longer stands"),
        (anchor("China"), "holds no statement; the nearest is 'agreed'"),
    ],
)
def test_a_quote_that_fails_fails_loudly(quote: dict[str, str], said: str, tmp_path: Path) -> None:
    found, problems, resolution = corrected(tmp_path, {"hide": quote})
    assert len(problems) == 1
    assert said in problems[0]
    assert problems[0].startswith("judgements.yml:1: ")
    assert found == facts()[1]
    assert not resolution.corrections


def test_a_hidden_actor_is_nobody(tmp_path: Path) -> None:
    _, _, resolution = corrected(tmp_path, {"hide": "japan"})
    assert [actor.id for actor in resolution.actors] == ["china"]
    assert resolution.actor_of == {(A, "china"): "china"}


NAMES = st.sampled_from(
    [
        "Tanaka",
        "Aiko Tanaka",
        "Ken Tanaka",
        "Dr. Aiko Tanaka",
        "STO",
        "Strait Traffic Office",
        "Harbour Wire",
        "the police",
        "Robert Johnsen",
        "Robert Johnson",
        "Kim Jong-un",
        "Kim",
    ]
)
ACTORS = st.fixed_dictionaries(
    {
        "name": NAMES,
        "type": st.sampled_from(["person", "organization", "force", "group", "place"]),
        "aliases": st.lists(NAMES, max_size=2),
        "roles": st.lists(st.sampled_from(["envoy", "defence minister"]), max_size=1),
    }
)


@given(
    st.lists(st.lists(ACTORS, max_size=4, unique_by=lambda a: a["name"]), max_size=6), st.randoms()
)
def test_the_order_of_articles_does_not_matter(
    corpus: list[list[dict[str, Any]]], chance: random.Random
) -> None:
    inputs = [made(f"a{number}", actors) for number, actors in enumerate(corpus)]
    expected = resolve(*_split(inputs), Register(), Judgements())
    chance.shuffle(inputs)
    assert resolve(*_split(inputs), Register(), Judgements()) == expected
    resolution = expected[0]
    ids = [actor.id for actor in resolution.actors]
    assert len(ids) == len(set(ids))
    nodes = {(found.article_id, actor.id) for _, found in inputs for actor in found.actors}
    assert set(resolution.actor_of) == nodes
    assert sum(len(actor.members) for actor in resolution.actors) == len(nodes)


def _split(inputs: list[Input]) -> tuple[list[Article], list[Extraction]]:
    return [one for one, _ in inputs], [other for _, other in inputs]


def test_roles_are_dated_by_the_article() -> None:
    text, found = made("a", [{"name": "Aiko Tanaka", "type": "person", "roles": ["envoy"]}])
    resolution, _ = resolve([replace(text, published=None)], [found], Register(), Judgements())
    assert [(role.text, role.stated) for role in resolution.actors[0].roles] == [("envoy", None)]
