"""No text stops the pipeline: word salads of what its rules look for, in any order."""

from __future__ import annotations

import random
from datetime import date

import pytest
import sites

from briefgen import pipeline
from briefgen.extract import extract
from briefgen.model import Article, Extraction

WORDS = (sites.CHECKOUT / "tests" / "salad.txt").read_text(encoding="utf-8").split()
DAYS = (None, date(1, 1, 1), date(2015, 2, 28), date(2024, 2, 29), date(9999, 12, 31))
SALADS = 1500


def salad(number: int) -> Article:
    chance = random.Random(number)
    words = chance.choices(WORDS, k=chance.randint(1, 60))
    text = "".join(word + chance.choice(("", " ", " ", " ", " ", "\n\n")) for word in words)
    return Article(f"a{number}", None, text, "", published=chance.choice(DAYS))


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "“", "not", "\u200b", "\ufeff\x00"])
def test_nearly_nothing(text: str) -> None:
    (found,) = extract([Article("a", None, text, "")])
    assert isinstance(found, Extraction)


def test_word_salads() -> None:
    pipeline.build()
    failed = [one for one in extract(map(salad, range(SALADS))) if not isinstance(one, Extraction)]
    assert not failed, failed[0].message
