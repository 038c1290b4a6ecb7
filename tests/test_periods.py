"""Days, weeks, and mentions over time."""

from __future__ import annotations

import itertools
import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, corpus, told

from briefgen.assemble.periods import week_key
from briefgen.corpus import Corpus
from briefgen.pages import periods as pages
from briefgen.pages.series import Run, series

NAMES = ("Aurora", "Lindholm")


def article(id: str, day: date, text: str = "Aurora met Lindholm.", **more: Any) -> Told:
    statement = {"actor": "Aurora", "predicate": "met", "recipient": "Lindholm", "event": "CONSULT"}
    statements = [statement] if "met" in text else []
    actors = [name for name in NAMES if name in text]
    return told(id, text, published=day, actors=actors, statements=statements, **more)


MONDAY = date(2024, 3, 25)
EVERY = [
    article("early", MONDAY - timedelta(1), "Lindholm spoke."),
    article("copy", MONDAY),
    article("first", MONDAY),
    article("second", MONDAY + timedelta(1)),
    article("other", MONDAY + timedelta(6), "Aurora slept."),
    article("later", MONDAY + timedelta(21), "Aurora woke."),
]
STORIES = {"copy": "s", "first": "s", "second": "s"}
ORIGINS = {"copy": "first", "first": "first"}


def made() -> Corpus:
    return corpus(EVERY, stories=STORIES, origins=ORIGINS)


@pytest.mark.parametrize(
    ("monday", "key"),
    [
        (date(2024, 3, 25), "2024-W13"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2020, 12, 28), "2020-W53"),
        (date(2023, 1, 2), "2023-W01"),
    ],
)
def test_a_week_has_its_iso_year(monday: date, key: str) -> None:
    assert week_key(monday) == key


def test_articles_stand_in_their_day_and_week() -> None:
    found = made()
    assert {day.key: day.articles for day in found.days} == {
        "2024-03-24": ("early",),
        "2024-03-25": ("copy", "first"),
        "2024-03-26": ("second",),
        "2024-03-31": ("other",),
        "2024-04-15": ("later",),
    }
    assert [(week.key, len(week.articles), week.articles_before) for week in found.weeks] == [
        ("2024-W12", 1, 0),
        ("2024-W13", 4, 1),
        ("2024-W16", 1, 0),
    ]
    assert (found.weeks[1].first, found.weeks[1].last) == (MONDAY, date(2024, 3, 31))


def test_the_first_independent_report_stands_for_a_story() -> None:
    lines = made().weeks[1].stories
    assert [(line.lead, line.others, line.reprints) for line in lines] == [
        ("first", 1, 1),
        ("other", 0, 0),
    ]


def test_attention_is_held_against_the_period_right_before() -> None:
    first, week, late = ({a.actor: a for a in one.actors} for one in made().weeks)
    assert (week["aurora"].articles, week["aurora"].before) == (4, 0)
    assert (week["lindholm"].articles, week["lindholm"].before) == (3, 1)
    assert late["aurora"].before == 0
    assert set(first) == {"lindholm"}


def test_an_event_told_by_several_origins_stands_once() -> None:
    found = made()
    (fact,) = pages.corroborated(found, found.weeks[1])
    assert (fact.event, found.corroboration[fact.id]) == ("CONSULT", 2)
    assert not pages.corroborated(found, found.weeks[0])


def test_pages_lead_to_their_neighbours() -> None:
    site = {page.src_uri: page for page in pages.pages(made())}
    assert [page.src_uri for page in site.values() if page.in_nav] == ["daily-weekly/index.md"]
    middle = site["weeks/2024-W13.md"].context
    assert (middle["previous"].uri, middle["next"].uri) == (
        "weeks/2024-W12.md",
        "weeks/2024-W16.md",
    )
    assert site["weeks/2024-W12.md"].context["previous"] is None
    assert site["weeks/2024-W16.md"].context["next"] is None
    assert site["days-of/2024.md"].context["total"] == 5


def test_a_crowded_day_is_paged() -> None:
    many = [article(f"n{number}", MONDAY) for number in range(60)]
    site = {p.src_uri: p for p in pages.pages(corpus(many, stories={"": ""}))}
    sizes = [len(site[f"days/2024-03-25{n}.md"].context["stories"]) for n in ("", "-page-2")]
    assert sizes == [50, 10]


def test_undated_articles_are_in_no_period() -> None:
    made, extraction = article("a", MONDAY)
    undated = told("a", made.text, published=None, actors=NAMES)  # type: ignore[arg-type]
    assert extraction.article_id == "a"
    found = corpus([undated])
    assert (found.days, found.weeks, found.months) == ((), (), ())


def test_silent_months_and_months_without_articles_are_told_apart() -> None:
    inputs = [
        article("a", date(2023, 11, 5)),
        article("b", date(2023, 12, 5), "Nothing."),
        article("c", date(2024, 1, 5), "Nothing."),
        article("d", date(2024, 1, 6), "Nothing."),
        article("e", date(2024, 4, 5)),
        article("f", date(2024, 5, 5), "Nothing."),
    ]
    found = corpus(inputs)
    assert series(found, (("2023-11", 1), ("2024-04", 1))) == (
        Run("2023-11", "2023-11", 1, 1),
        Run("2023-12", "2024-01", 0, 3),
        Run("2024-02", "2024-03", 0, 0),
        Run("2024-04", "2024-04", 1, 1),
    )
    assert series(found, ()) == ()


@given(st.dictionaries(st.dates(date(2019, 1, 1), date(2024, 12, 31)), st.booleans(), max_size=9))
def test_a_series_loses_no_article_and_no_month(drawn: dict[date, bool]) -> None:
    inputs = [
        article(f"a{number}", day, "Aurora." if said else "Nothing.")
        for number, (day, said) in enumerate(sorted(drawn.items()))
    ]
    found = corpus(inputs)
    months = [day.strftime("%Y-%m") for day, said in sorted(drawn.items()) if said]
    runs = series(found, [(month, months.count(month)) for month in dict.fromkeys(months)])
    assert sum(run.articles for run in runs) == len(months)
    if runs:
        inside = [d for d in drawn if runs[0].first <= d.strftime("%Y-%m") <= runs[-1].last]
        assert sum(run.of for run in runs) == len(inside)
        for one, after in itertools.pairwise(runs):
            following = date.fromisoformat(f"{one.last}-28") + timedelta(4)
            assert after.first == following.strftime("%Y-%m")


@settings(max_examples=20, deadline=None)
@given(st.randoms(), st.integers(0, len(EVERY)))
def test_order_does_not_matter(chance: random.Random, count: int) -> None:
    shuffled = EVERY[:count]
    chance.shuffle(shuffled)
    one, other = (corpus(a, stories=STORIES, origins=ORIGINS) for a in (shuffled, EVERY[:count]))
    assert (one.days, one.weeks, one.months) == (other.days, other.weeks, other.months)
