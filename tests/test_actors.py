"""Actors inside one article: the parts that need no sentence to be parsed."""

from __future__ import annotations

from typing import Any

import pytest

from briefgen.components.actors import slug_of
from briefgen.components.actors.readings import is_force, key_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Japan's Self-Defense Forces", "japan-self-defense-forces"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("U.S. Indo-Pacific Command", "us-indo-pacific-command"),
        ("日本", ""),
    ],
)
def test_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_one_key_for_one_name() -> None:
    assert key_of("U.N.") == key_of("UN")
    assert key_of("the Hague") == key_of("The Hague")
    assert key_of("São Paulo") == key_of("Sao Paulo")


@pytest.mark.parametrize(
    ("name", "force"),
    [
        ("US Indo-Pacific Command", True),
        ("Royal Navy", True),
        ("Revolutionary Guards", True),
        ("Climate Task Force", False),
        ("Navy League", False),
    ],
)
def test_force_by_its_last_word(name: str, force: bool) -> None:
    assert is_force(name) is force


STORY = (
    "Turkey and Iran agreed on a new crossing on Monday. Turkish President Leyla Aydin said that "
    "Ankara will pay for it. Aydin will visit Tehran in May. Omar Haddad, a critic, disagreed."
)


def test_the_title_counts(run: Any) -> None:
    plain = {actor.id: actor.salience for actor in run(STORY).actors}
    titled = {actor.id: actor.salience for actor in run(STORY, title="Haddad is angry").actors}
    assert titled["omar-haddad"] > plain["omar-haddad"]
    assert titled["leyla-aydin"] == plain["leyla-aydin"]


def test_most_salient_first_and_every_reason_given(run: Any) -> None:
    found = run(STORY)
    scores = [actor.salience for actor in found.actors]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert all(actor.why for actor in found.actors)
    turkey = next(actor for actor in found.actors if actor.id == "turkey")
    assert any("metonym" in reason for reason in turkey.why)


def test_each_mention_has_an_actor_of_the_article_or_none(run: Any) -> None:
    found = run(STORY)
    known = {actor.id for actor in found.actors}
    assert len(known) == len(found.actors)
    assert {mention.actor for mention in found.mentions} - {None} == known


def test_a_text_without_names(run: Any) -> None:
    found = run("It rained all day.")
    assert found.actors == ()
    assert found.countries == ()
