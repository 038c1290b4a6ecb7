"""What stood on an earlier day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import sites
from conftest import article

from briefgen import build
from briefgen.config import Settings
from briefgen.past import articles_on, judgements_on, register_on, stood
from briefgen.registers import (
    Anchor,
    Judgement,
    Judgements,
    Register,
    RegisteredActor,
    RegisteredRole,
)

DAY = date(2024, 3, 25)
LATER = date(2024, 3, 26)


@pytest.mark.parametrize(
    ("dates", "there"),
    [
        pytest.param({"published": DAY}, True, id="published on the day"),
        pytest.param({"published": LATER}, False, id="published later"),
        pytest.param({"published": DAY, "updated": LATER}, False, id="worded anew later"),
        pytest.param({"retrieved": LATER}, False, id="found later"),
        pytest.param({"published": DAY, "retrieved": LATER}, True, id="published, found later"),
        pytest.param({}, True, id="without a date"),
    ],
)
def test_an_article_stood(dates: dict[str, date], there: bool) -> None:
    one = article("Tokyo agreed.", **dates)
    assert stood(one, DAY) is there
    assert (articles_on([one], DAY) == (one,)) is there


def judgement(kind: str, *about: str | Anchor, decided: date | None = None) -> Judgement:
    return Judgement(kind, 1, about, decided=decided)


THERE, NOT_YET = Anchor("old", "Tokyo"), Anchor("new", "Tokyo")


@pytest.mark.parametrize(
    ("one", "left"),
    [
        pytest.param(judgement("hide", THERE), 1, id="no date"),
        pytest.param(judgement("hide", THERE, decided=DAY), 1, id="decided on the day"),
        pytest.param(judgement("hide", THERE, decided=LATER), None, id="decided later"),
        pytest.param(judgement("hide", NOT_YET), None, id="quotes a later article"),
        pytest.param(judgement("merge", THERE, NOT_YET), None, id="nothing left to merge"),
        pytest.param(judgement("merge", THERE, "japan", NOT_YET), 2, id="two are left"),
    ],
)
def test_a_judgement_stood(one: Judgement, left: int | None) -> None:
    kept = judgements_on(Judgements((one,)), DAY, {"new"}).entries
    assert [len(judgement.about) for judgement in kept] == ([] if left is None else [left])


def test_a_role_of_later_days_is_not_known_yet() -> None:
    roles = (
        RegisteredRole("Mayor", date(2020, 1, 1), LATER),
        RegisteredRole("Minister", LATER),
        RegisteredRole("Author"),
    )
    register = Register((RegisteredActor("a", "A", "person", roles=roles),))
    (known,) = register_on(register, DAY).actors
    assert [(role.text, role.until) for role in known.roles] == [("Mayor", None), ("Author", None)]


@pytest.fixture(scope="module")
def then(tmp_path_factory: pytest.TempPathFactory) -> build.Site:
    """The sample site as of the day before the headquarters opened."""
    folder = sites.sample(tmp_path_factory.mktemp("then"))
    settings = Settings(folder, folder / "content", as_of=date(2025, 3, 23), jobs=1)
    return build.build_site(settings)


@pytest.mark.slow
def test_the_site_as_it_stood(then: build.Site) -> None:
    assert not then.problems
    assert "joint-command-opens" not in then.corpus.briefs
    assert "two-plus-two" in then.corpus.briefs
    assert not [uri for uri, text in then.markdown.items() if "joint-command-opens" in text]
    plans = [
        one
        for one in then.corpus.commitments
        if one.claim.evidence.article_id == "command-upgrade-report"
    ]
    # The meeting of April 2024 lies behind, the command is still to be set up.
    assert [one.fate for one in plans] == ["passed", "due"]
    assert max(c.decided for c in then.corpus.corrections if c.decided) <= then.corpus.as_of


@pytest.mark.slow
def test_mkdocs_takes_the_day_from_the_environment(tmp_path: Path) -> None:
    folder = sites.small(
        tmp_path,
        {
            "one.md": sites.article("First talks", "Japan agreed with China."),
            "two.md": sites.article("Second talks", "Japan left.", published="2024-05-02"),
        },
    )
    site = sites.built(folder, AS_OF="2024-04-01")
    assert (site / "briefings" / "one" / "index.html").is_file()
    assert not (site / "briefings" / "two").exists()
    site = sites.built(folder)
    assert (site / "briefings" / "two" / "index.html").is_file()
