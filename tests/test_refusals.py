"""Whom no article makes an actor: by the form of the name, by the corpus, and what is kept."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from conftest import article

from briefgen.model import Article, Extraction, LocalActor, Mention, Role, Span
from briefgen.registers import Anchor, Judgement, Judgements, Register, RegisteredActor
from briefgen.resolve import resolve
from briefgen.resolve.refusals import by_form, refused

NEVER = yaml.safe_load(
    (Path(__file__).parent / "evaluation" / "never_actors.yml").read_text(encoding="utf-8")
)
NAMES = [name for names in NEVER.values() for name in names]


def named(
    id: str, text: str, *actors: LocalActor, sentences: bool = True
) -> tuple[Article, Extraction]:
    """A text and an extraction that mentions each actor wherever its name stands."""
    mentions = [
        Mention(Span(id, at, at + len(one.name)), "PERSON", one.id)
        for one in actors
        for at in range(len(text))
        if text.startswith(one.name, at)
    ]
    ends = [0, *(i + 2 for i in range(len(text)) if text[i : i + 2] == ". "), len(text)]
    spans = tuple(Span(id, a, b) for a, b in itertools.pairwise(ends))
    return article(text, id=id), Extraction(
        id, "", "", sentences=spans, mentions=tuple(mentions), actors=actors
    )


def reasons(*inputs: tuple[Article, Extraction]) -> dict[tuple[str, str], str]:
    return refused({one.id: one for one, _ in inputs}, [found for _, found in inputs])


def person(name: str, **more: object) -> LocalActor:
    return replace(LocalActor(name.lower(), name, "person"), **more)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("type", ["person", "place"])
def test_these_are_never_actors(name: str, type: str) -> None:
    assert by_form(name, type) or not name.strip("-"), name


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("Will Kim", "person"),
        ("US", "country"),
        ("WHO", "organization"),
        ("AT&T", "organization"),
        ("State Department", "organization"),
        ("joint headquarters", "force"),
        ("Marie de la Tour", "person"),
        ("Howard “Buck” McKeon", "person"),
        ("Parliament", "organization"),
    ],
)
def test_these_may_be(name: str, type: str) -> None:
    assert by_form(name, type) is None


def test_a_headline_in_capitals_is_nobody_unless_some_text_writes_it_small() -> None:
    shouted = LocalActor("x", "HARBOUR STRIKE ENDS", "organization")
    one = named("a", "HARBOUR STRIKE ENDS. It is over.", shouted)
    assert reasons(one) == {("a", "x"): "a fragment of a headline"}
    other = named(
        "b", "Harbour Strike Ends.", LocalActor("y", "Harbour Strike Ends", "organization")
    )
    assert reasons(one, other) == {}


def test_a_word_that_texts_write_small_is_no_name_but_a_stated_role_makes_it_one() -> None:
    text = "Broadcast was late. " + "the broadcast ended. " * 9
    assert reasons(named("a", text, person("Broadcast"))) == {
        ("a", "broadcast"): "written small elsewhere"
    }
    role = (Role("captain", Span("a", 0, 1)),)
    assert reasons(named("a", text, person("Broadcast", roles=role))) == {}


def test_a_line_of_the_page_names_nobody_but_a_reprint_does() -> None:
    line = "All rights with Harbour Wire. "
    wire = LocalActor("wire", "Harbour Wire", "organization")
    pages = [
        named(f"a{i}", f"{line}Ship {i} left. Ship {i} came. Ship {i} sank. ", wire)
        for i in range(6)
    ]
    assert set(reasons(*pages).values()) == {"a line of the page"}
    assert len(reasons(*pages)) == 6
    reprints = [named(f"a{i}", f"{line}Ship one left. Ship one came. ", wire) for i in range(6)]
    assert reasons(*reprints) == {}


def test_a_name_cut_from_a_longer_one() -> None:
    text = "The Harbour House Press Secretary spoke."
    cut = LocalActor("x", "Harbour House Press", "organization")
    assert reasons(named("a", text, cut)) == {("a", "x"): "cut from a longer name"}


def test_the_author_is_nobody_in_the_own_article() -> None:
    text, found = named("a", "By Ann Lee in Tokyo.", person("Ann Lee"))
    assert refused({"a": replace(text, byline="By Ann Lee and Jo Roe")}, [found])
    assert not refused({"a": replace(text, byline="Ann Leeds")}, [found])


def test_the_register_and_a_judgement_know_better() -> None:
    text, found = named("a", "State spoke.", person("State"))
    plain = resolve([text], [found], Register(), Judgements())[0]
    assert plain.actors == ()
    assert plain.actor_of == {}
    register = Register((RegisteredActor("state", "State", "person"),))
    assert resolve([text], [found], register, Judgements())[0].actor_of
    quoted = Judgement("rename", 1, (Anchor("a", "State"),), to="Ann State")
    renamed, problems = resolve([text], [found], Register(), Judgements((quoted,)))
    assert [actor.name for actor in renamed.actors] == ["Ann State"]
    assert not problems
