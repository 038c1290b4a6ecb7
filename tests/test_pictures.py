"""Pictures: well-formed, labelled, linked, and the same for the same data."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.pictures import network, sparkline, timeline, worldmap
from briefgen.pictures.network import Edge, Node
from briefgen.pictures.timeline import Mark
from briefgen.pictures.worldmap import Place

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</svg><script>alert(1)</script> \" ' & \n\n# x"


def read(drawn: str) -> ElementTree.Element:
    assert "\n" not in drawn
    return ElementTree.fromstring(drawn)


def hrefs(drawn: str) -> list[str]:
    return [link.get("href", "") for link in read(drawn).iter(f"{SVG}a")]


@given(st.lists(st.none() | st.integers(0, 10_000), max_size=400))
def test_a_sparkline_has_a_bar_for_all_that_is_known(values: list[int | None]) -> None:
    drawn = read(sparkline(values, "Articles a month"))
    bars = drawn.findall(f"{SVG}rect")
    known = sum(value is not None for value in values)
    assert len(bars) == known or len(values) > 120
    assert all(float(bar.get("height", "")) <= 28 for bar in bars)
    assert drawn.get("role") == "img" and drawn.get("aria-label") == "Articles a month"


def test_the_map_marks_shapes_and_what_is_too_small_for_one() -> None:
    places = {
        "JPN": Place(8, "Japan: 8", "#jpn"),
        "SGP": Place(1, "Singapore: 1", "#sgp"),
        "HUN": Place(2, HOSTILE, "#hun"),
    }
    drawn = worldmap(places, "Countries")
    assert hrefs(drawn) == ["#hun", "#jpn", "#sgp"]
    links = {link.get("href"): link for link in read(drawn).iter(f"{SVG}a")}
    assert "bg-land--5" in (links["#jpn"].find(f"{SVG}path")).get("class")
    assert links["#sgp"].find(f"{SVG}circle").get("class") == "bg-land bg-land--2"
    assert links["#hun"].find(f"{SVG}title").text == " ".join(HOSTILE.split())
    assert "<script" not in drawn


@pytest.mark.parametrize("code", ["PSE", "MMR", "SRB", "TWN", "XKX", "BHR", "MLT", "VAT", "SSD"])
def test_every_country_has_its_place_on_the_map(code: str) -> None:
    assert hrefs(worldmap({code: Place(1, code, "#x")}, "Countries")) == ["#x"]


def test_the_network_leads_from_each_dot_and_line() -> None:
    nodes = [Node("Ada", 0, 3, "#a"), Node(HOSTILE, 0, 1, "#b"), Node("Oslo", 1, 2, "#c")]
    edges = [Edge(0, 1, 2, "Ada met him.", "#e1"), Edge(0, 2, 1, HOSTILE, "#e2")]
    drawn = network(nodes, edges, "Who with whom")
    assert hrefs(drawn) == ["#e1", "#e2", "#a", "#b", "#c"]
    assert "<script" not in drawn
    assert drawn == network(nodes, edges, "Who with whom")


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    marks = [
        Mark(date(2024, 1, 1), date(2024, 1, 1), "a day", "#a"),
        Mark(date(2024, 3, 1), date(2024, 3, 31), "a month", "#b", planned=True),
        Mark(date(2024, 12, 31), date(2024, 12, 31), "the end", "#c"),
    ]
    drawn = read(timeline(marks, date(2024, 6, 1), "Dates"))
    shapes = {link.get("href"): list(link)[1] for link in drawn.iter(f"{SVG}a")}
    assert shapes["#a"].tag == f"{SVG}circle"
    assert shapes["#b"].tag == f"{SVG}rect" and "planned" in shapes["#b"].get("class", "")
    assert drawn.find(f"{SVG}path[@class='bg-today']") is not None


@given(st.lists(st.tuples(st.dates(), st.integers(0, 4000)), max_size=60))
def test_any_dates_can_be_drawn(spans: list[tuple[date, int]]) -> None:
    marks = [
        Mark(day, date.fromordinal(min(day.toordinal() + more, date.max.toordinal())), "x", f"#{n}")
        for n, (day, more) in enumerate(spans)
    ]
    drawn = timeline(marks, None, "Dates")
    assert drawn == timeline(marks[::-1], None, "Dates")
    read(drawn)


@pytest.mark.parametrize("days", [0, 1, 2, 40, 100, 1000])
def test_a_timelines_dates_stay_inside_it(days: int) -> None:
    first = date(2024, 4, 9)
    last = first + timedelta(days=days)
    drawn = read(timeline([Mark(first, first, "a", "#a"), Mark(last, last, "b", "#b")], None, "D"))
    width = float(drawn.attrib["viewBox"].split()[2])
    words = list(drawn.iter(f"{SVG}text"))
    assert words
    for one in words:
        x, letters = float(one.attrib["x"]), 7 * len(one.text or "")
        left = x - letters if one.attrib.get("text-anchor") == "end" else x
        assert 0 <= left <= left + letters <= width
