"""What the site must show of the article that the project grew from.

The article belongs to its publisher and is no part of the project; where it is not at hand, these
tests are skipped.
"""

from __future__ import annotations

from typing import Any

import pytest
import sites

from briefgen.extract import extract
from briefgen.model import Article, Extraction, Span
from briefgen.readers import read_folder

SEED = sites.CHECKOUT.parent / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed article is not at hand")


@pytest.fixture(scope="module")
def article() -> Article:
    articles, problems = read_folder(SEED, SEED)
    assert problems == ()
    return articles[0]


@pytest.fixture(scope="module")
def found(article: Article) -> Extraction:
    return next(extract([article]))


@pytest.fixture(scope="module")
def words(article: Article) -> Any:
    return lambda span: article.text[span.start : span.end] if isinstance(span, Span) else None


def test_bottom_line_and_key_facts_are_the_articles_news(found: Extraction, words: Any) -> None:
    assert "enhance its command headquarters" in words(found.bottom_line[0])
    facts = " ".join(words(span) for fact in found.key_facts for span in fact.evidence)
    assert "joint headquarters by March 2025" in facts
    assert "Defense News ," not in facts
    assert 3 <= len(found.key_facts) <= 7


@pytest.mark.parametrize(
    ("name", "kind", "role"),
    [
        ("United States", "country", None),
        ("Japan", "country", None),
        ("China", "country", None),
        ("North Korea", "country", None),
        ("Taiwan", "country", None),
        ("Fumio Kishida", "person", "Prime Minister"),
        ("Joe Biden", "person", "US President"),
        ("Kurt Campbell", "person", "US Deputy Secretary of State"),
        ("US military", "force", None),
        ("self-defense forces", "force", None),
        ("Indo-Pacific Command", "force", None),
        ("joint headquarters", "force", None),
        ("Kyodo", "organization", None),
    ],
)
def test_actors(found: Extraction, name: str, kind: str, role: str | None) -> None:
    actor = next(a for a in found.actors if name in (a.name, *a.aliases) or name in a.name)
    assert actor.type == kind
    if role:
        assert any(role in stated.text for stated in actor.roles)


def test_no_actor_is_made_of_fragments(found: Extraction) -> None:
    names = {name for actor in found.actors for name in (actor.name, *actor.aliases)}
    assert not names & {"State", "Biden-Kishida", "Counter China"}
    assert sum("US" in (a.name, *a.aliases) for a in found.actors) == 1
    states = next(a for a in found.actors if a.name == "United States")
    assert "US" in states.aliases


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2022", "2022"),
        ("March 2025", "2025-03"),
        ("next month", "2024-04"),
        ("2015", "2015"),
        ("1960", "1960"),
        ("2020", "2020"),
    ],
)
def test_dates(found: Extraction, words: Any, text: str, value: str) -> None:
    assert any(text in words(t.span) and t.value == value for t in found.timexes)


def test_figures(found: Extraction, words: Any) -> None:
    fighters = next(q for q in found.quantities if q.value == 105)
    assert "fighter" in (fighters.unit or "")
    years = next(q for q in found.quantities if q.value == 60)
    assert (years.unit or "").startswith("year")


def test_the_sale_is_by_the_us_in_2020(found: Extraction, words: Any) -> None:
    sale = next(s for s in found.statements if "approved" in words(s.predicate))
    assert "united-states" in sale.actor_ids
    assert "japan" in sale.recipient_ids
    assert sale.time == "2020"
    assert sale.modality == "asserted"


def test_capitals_stand_for_governments(found: Extraction, words: Any) -> None:
    meant = {words(m.span): m.actor for m in found.mentions if "metonym" in m.rule}
    assert meant.get("Tokyo") == "japan"
    assert meant.get("Washington") == "united-states"


def test_plans_are_planned_and_reports_attributed(found: Extraction, words: Any) -> None:
    plan = next(s for s in found.statements if words(s.predicate) == "establish" and s.time)
    assert (plan.modality, plan.time, plan.actor_ids) == ("planned", "2025-03", ("japan",))
    enhance = next(s for s in found.statements if words(s.predicate) == "enhance")
    assert enhance.modality == "planned"
    reported = [s for s in found.statements if s.attributed_to]
    assert any("Kyodo" in words(s.attributed_to) for s in reported)
    assert any(s.attribution in ("attributed", "anonymous") for s in reported)
