"""What the program knows of countries and places."""

from __future__ import annotations

import pytest

from briefgen.components import places


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("the United States", "USA"),
        ("JAPAN", "JPN"),
        ("UK", "GBR"),
        ("Britain", "GBR"),
        ("South Korea", "KOR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("Türkiye", "TUR"),
        ("Kosovo", "XKX"),
        ("us", None),
        ("turkey", None),
        ("Island", None),
        ("Tokyo", None),
    ],
)
def test_country_of(name: str, country: str | None) -> None:
    assert places.country_of(name) == country


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Japanese", "JPN"),
        ("Americans", "USA"),
        ("British", "GBR"),
        ("South Korean", "KOR"),
        ("Chinese", "CHN"),
        ("Indian", "IND"),
        ("polish", None),
        ("Republican", None),
    ],
)
def test_country_of_demonym(word: str, country: str | None) -> None:
    assert places.country_of_demonym(word) == country


def test_capitals_go_both_ways() -> None:
    assert places.capital_of("JPN") == "Tokyo"
    assert places.country_of_capital("Tokyo") == "JPN"
    assert places.country_of_capital("Washington") == "USA"
    assert places.country_of_capital("Osaka") is None


def test_country_name_is_the_common_one() -> None:
    codes = ("USA", "KOR", "TWN", "NLD")
    assert [places.country_name(code) for code in codes] == [
        "United States",
        "South Korea",
        "Taiwan",
        "Netherlands",
    ]
    assert places.country_name("???") == "???"


def test_a_city_is_where_most_people_live() -> None:
    assert places.city_country("Paris") == "FRA"
    assert places.city_country("Bombay") == "IND"


def test_a_city_of_two_readings_needs_context() -> None:
    assert places.city_country("Cambridge") is None
    assert places.city_country("Cambridge", {"CAN", "JPN"}) == "CAN"


def test_regions() -> None:
    assert places.region_countries("Ontario") == ("CAN",)
    assert places.region_countries("Punjab") == ("IND", "PAK")
    assert places.us_state("Georgia")
