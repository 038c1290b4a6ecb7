"""The evaluation gate: no score on our own annotated articles may fall below its floor."""

from __future__ import annotations

import json

import pytest
from evaluation.gate import DIGITS, FLOORS, QUALITY, ROOT, floors, measure, quality, raise_floors
from evaluation.gold import FOLDER, occurrences
from evaluation.score import Score

from briefgen.readers import read_folder

NOTICE = "Sample written for the briefgen project; not a news report."
HALF_A_POINT = 0.5  # another processor may round a parser's choice differently


@pytest.mark.parametrize("metric", sorted(floors()))
def test_no_score_is_below_its_floor(metric: str) -> None:
    score = measure()[metric].percent
    assert score >= floors()[metric], f"{metric} fell to {score:.1f}; see `--errors`"


def test_every_metric_has_a_floor() -> None:
    assert set(measure()) == set(floors())


def test_annotations_are_of_sample_articles_which_say_what_they_are() -> None:
    articles, problems = read_folder(ROOT / "content" / "articles", ROOT / "content")
    assert not problems
    annotated = {path.stem for path in FOLDER.glob("*.yml")}
    assert annotated <= {a.id for a in articles}
    assert len(annotated) >= 24
    assert {a.notice for a in articles} == {NOTICE}


def test_the_sites_figures_are_those_of_this_pipeline() -> None:
    shown = json.loads(QUALITY.read_text(encoding="utf-8"))["scores"]
    now = quality(measure())["scores"]
    assert [row | {"score": 0} for row in shown] == [row | {"score": 0} for row in now]
    scores = pytest.approx([row["score"] for row in now], abs=HALF_A_POINT)
    assert [row["score"] for row in shown] == scores, "run `python -m tests.evaluation --write`"


def test_floors_only_rise(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    copy = tmp_path / "floors.yml"
    copy.write_text(FLOORS.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("evaluation.gate.FLOORS", copy)
    before = floors()
    nothing = {name: Score() for name in before}
    raise_floors(nothing)
    assert floors() == before


def test_f1_and_share() -> None:
    f1, share = Score(), Score()
    f1.right, f1.found, f1.right_gold, f1.gold = 1, 2, 1, 1
    share.add(1)
    share.add(0, "missed")
    assert round(f1.percent, DIGITS) == 66.7
    assert (share.percent, share.missed) == (50, ["missed"])


def test_a_quote_is_found_by_words_and_occurrence() -> None:
    text = "Rome met Oslo. Romeo left Rome."
    assert occurrences("Rome", text) == [(0, 4), (26, 30)]
    assert occurrences("Rome#2", text) == [(26, 30)]
    assert occurrences("met ... left", text) == [(5, 25)]
    with pytest.raises(ValueError, match="Paris"):
        occurrences("Paris", text)
