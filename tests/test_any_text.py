"""No text stops the pipeline: word salads of what its rules look for, in any order."""

from __future__ import annotations

import random
from datetime import date

import pytest

from briefgen import pipeline
from briefgen.extract import extract
from briefgen.model import Article, Extraction

WORDS = """
0 00/00/0000 31/02/2015 9999-12-31 10000 B.C. A.D. 25:99 noon Q9 W60 1,,000 3.5.2 1e9 -5% $0 ½ ² Ⅳ
١٢ 𝟙𝟚 F-35 1-in-4 two-thirds hundred million dozens between and 20 30 nineteen eighty-four
year years weeks after before later ago the winter of 2013 summer next last Friday Feb. 29 century
' '' " “ ” ‘ ’ ’s ( ) - — – : ; , . ! ? … / # @ & * _ ` < > \\
Mr. Mrs May Dr. Minister President U.S. US us UN (SDF) Georgia Turkey Kremlin State North South he
said told denied that refused to failed according officials who which not no never only if will
would may planned agreed attacked signed killed troops treaty sanctions against with by in on at
""".split()
DAYS = (None, date(1, 1, 1), date(2015, 2, 28), date(2024, 2, 29), date(9999, 12, 31))
SALADS = 300


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
