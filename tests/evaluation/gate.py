"""Measures the pipeline on the sample articles, and keeps the floors and the site's figures."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

import yaml

from briefgen.extract import extract
from briefgen.fingerprint import DEFAULT_MODEL, fingerprint
from briefgen.readers import read_folder

from .gold import FOLDER, load
from .score import Score, score_all

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).parent / "floors.yml"
QUALITY = ROOT / "briefgen" / "data" / "quality.json"
DIGITS = 1
HEADER = """\
# The least that each score may be, in percent. A floor only rises:
# python -m tests.evaluation --raise-floors
"""


@cache
def measure(model: str = DEFAULT_MODEL) -> dict[str, Score]:
    """The scores of the pipeline over all annotated sample articles."""
    articles, problems = read_folder(ROOT / "content" / "articles", ROOT / "content")
    assert not problems, problems
    annotated = [a for a in articles if (FOLDER / f"{a.id}.yml").is_file()]
    found = extract(annotated, model)
    return score_all((one, load(a.id, a.text)) for one, a in zip(found, annotated, strict=True))


def floors() -> dict[str, float]:
    """The pinned floors."""
    return dict(yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}) if FLOORS.exists() else {}


def raise_floors(scores: dict[str, Score]) -> None:
    """Lifts every floor to its score, rounded down to a whole percent; lowers none."""
    old = floors()
    new = {name: max(old.get(name, 0), math.floor(s.percent)) for name, s in scores.items()}
    FLOORS.write_text(HEADER + yaml.safe_dump(new, sort_keys=False), encoding="utf-8")


def quality(scores: dict[str, Score]) -> dict[str, object]:
    """The scores as the site's quality page shows them."""
    return {
        "pipeline": fingerprint(),
        "model": DEFAULT_MODEL,
        "articles": len(list(FOLDER.glob("*.yml"))),
        "scores": [
            dict(zip(("layer", "metric"), name.split(", "), strict=True))
            | {"score": round(score.percent, DIGITS), "n": score.gold}
            for name, score in scores.items()
        ],
    }


def write_quality(scores: dict[str, Score]) -> None:
    """Writes the file that the site's quality page reads."""
    QUALITY.write_text(json.dumps(quality(scores), indent=2) + "\n", encoding="utf-8")
