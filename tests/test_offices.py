"""An office without a name: whose it was on the article's day, and when nobody may say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from conftest import article

from briefgen.model import (
    Article,
    Extraction,
    LocalActor,
    Mention,
    Quotation,
    Resolution,
    Role,
    Span,
    Statement,
)
from briefgen.registers import Judgements, Register, RegisteredActor, RegisteredRole
from briefgen.resolve import resolve

KISHIDA = RegisteredActor(
    "fumio-kishida",
    "Fumio Kishida",
    "person",
    country="JPN",
    roles=(RegisteredRole("Prime Minister of Japan", date(2021, 10, 4), date(2024, 10, 1)),),
)
RIVAL = replace(KISHIDA, id="rival", name="Aiko Rival")


def said(
    text: str,
    day: date | None = date(2024, 3, 25),
    countries: tuple[str, ...] = ("JPN",),
    id: str = "a",
) -> tuple[Article, Extraction]:
    """A text about Japan that names nobody, with a statement and a quotation of its first words."""
    start = Span(id, 0, text.index(" minister") + len(" minister"))
    verb = Span(id, start.end + 1, start.end + 5)
    statement = Statement(
        "s", None, verb, start, None, None, None, "asserted", None, (Span(id, 0, len(text)),)
    )
    found = Extraction(
        id,
        "",
        "",
        statements=(statement,),
        quotations=(Quotation("indirect", (verb,), None, start),),
        countries=countries,
    )
    return replace(article(text, id=id), published=day), found


def outcome(
    *inputs: tuple[Article, Extraction], register: tuple[RegisteredActor, ...] = (KISHIDA,)
) -> Resolution:
    articles, found = zip(*inputs, strict=True)
    forward = resolve(articles, found, Register(register), Judgements())
    assert resolve(articles[::-1], found[::-1], Register(register), Judgements()) == forward
    return forward[0]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The prime minister left.", ("JPN",)),
        ("Japan's prime minister left.", ("JPN", "USA")),
        ("The Japanese prime minister left.", ("JPN", "USA")),
        ("The prime minister of Japan left.", ("JPN", "USA")),
    ],
)
def test_the_register_says_who_held_it(text: str, countries: tuple[str, ...]) -> None:
    resolution = outcome(said(text, countries=countries))
    (actor,) = resolution.actors
    assert (actor.id, actor.name, actor.aliases) == ("fumio-kishida", "Fumio Kishida", ())
    assert [article for article, _ in actor.members] == ["a"]
    assert "in office 5" in "".join(actor.why)
    (found,) = resolution.extractions
    local = found.actors[0].id
    assert found.statements[0].actor_ids == (local,)
    assert found.quotations[0].actor == local
    assert [mention.label for mention in found.mentions] == ["NOMINAL"]


@pytest.mark.parametrize(
    ("text", "day", "countries"),
    [
        ("The prime minister left.", date(2024, 12, 1), ("JPN",)),  # after the last day
        ("The prime minister left.", None, ("JPN",)),  # no date
        ("The prime minister left.", date(2024, 3, 25), ("JPN", "USA")),  # whose?
        ("The former prime minister left.", date(2024, 3, 25), ("JPN",)),
        ("The deputy prime minister left.", date(2024, 3, 25), ("JPN",)),
        ("The prime minister, Aiko Rival, left.", date(2024, 3, 25), ("JPN",)),
        ("The prime minister Aiko Rival left.", date(2024, 3, 25), ("JPN",)),
        ("The minister said that the president left.", date(2024, 3, 25), ("JPN",)),
        ("No Japanese prime minister left.", date(2024, 3, 25), ("JPN",)),
        ("A prime minister left.", date(2024, 3, 25), ("JPN",)),
        ("South Korea's prime minister left.", date(2024, 3, 25), ("JPN",)),
    ],
)
def test_everything_else_stays_unresolved(
    text: str, day: date | None, countries: tuple[str, ...]
) -> None:
    resolution = outcome(said(text, day, countries))
    assert [actor.members for actor in resolution.actors] == [()]
    assert resolution.extractions[0].mentions == ()


def test_two_of_the_register_in_one_office_are_one_too_many() -> None:
    resolution = outcome(said("The prime minister left."), register=(KISHIDA, RIVAL))
    assert [actor.members for actor in resolution.actors] == [(), ()]


def test_an_article_that_names_somebody_in_the_office_means_that_one() -> None:
    text, found = said("The prime minister left. Aiko Rival, the prime minister, was ill.")
    span = Span("a", 25, 35)
    rival = LocalActor("r", "Aiko Rival", "person", roles=(Role("prime minister", span),))
    named = replace(found, actors=(rival,), mentions=(Mention(span, "PERSON", "r"),))
    resolution = outcome((text, named))
    assert {actor.id: len(actor.members) for actor in resolution.actors} == {
        "aiko-rival": 1,
        "fumio-kishida": 0,
    }


def stating(id: str, day: date, name: str) -> tuple[Article, Extraction]:
    text = f"{name}, prime minister of Japan, spoke."
    role = Role("prime minister of Japan", Span(id, len(name) + 2, len(name) + 25))
    actor = LocalActor("x", name, "person", roles=(role,))
    mention = Mention(Span(id, 0, len(name)), "PERSON", "x")
    found = Extraction(id, "", "", mentions=(mention,), actors=(actor,), countries=("JPN",))
    return replace(article(text, id=id), published=day), found


def test_articles_before_and_after_say_who_held_it() -> None:
    before = stating("b", date(2024, 1, 1), "Fumio Kishida")
    after = stating("c", date(2024, 6, 1), "Fumio Kishida")
    office = said("The prime minister left.")
    resolution = outcome(before, office, after, register=())
    assert [[id for id, _ in actor.members] for actor in resolution.actors] == [["a", "b", "c"]]
    assert "stated around 5" in "".join(resolution.actors[0].why)
    for inputs in (
        (before, office),
        (before, office, stating("c", date(2024, 6, 1), "Aiko Rival")),
        (
            before,
            office,
            after,
            stating("d", date(2024, 3, 1), "Aiko Rival"),
            stating("e", date(2024, 3, 25), "Fumio Kishida"),
        )[:4],
    ):
        apart = outcome(*inputs, register=())
        assert all(("a", "prime-minister") not in actor.members for actor in apart.actors)
