"""Fits the weights of the names stage to annotated articles.

    python -m bench.fit_names ARTICLES.jsonl [--every 1]

A line of ARTICLES holds `text` and `entities`: objects with `start`, `end` and a `label` of
Person, Organization, Location, Facility, NORP, Misc, Product. With `--every 2` only every
second article is fitted to, so that the others can measure. Writes briefgen/data/names_weights.yml.

The model is a semi-Markov conditional random field over the stage's own candidates: the names of
a text are the set of candidates without overlap whose weights add up to most.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from briefgen import pipeline
from briefgen.components.names import candidates, certain, evidence
from briefgen.components.names.decide import KINDS
from briefgen.components.names.form import Signs
from briefgen.components.names.view import View

WEIGHTS = Path(pipeline.__file__).parent / "data" / "names_weights.yml"
KIND_OF = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "LOC",
    "Facility": "LOC",
    "NORP": "NORP",
    "Misc": "OTHER",
    "Product": "OTHER",
}
RAREST = 10
PENALTY = 3.0
STEPS = 250
RATE = 0.05
ARTICLE = re.compile(r"(?i)(?:the|a|an)\s+(?=\S)")
POSSESSIVE = re.compile(r"\s*['’]s?$")

Candidate = tuple[int, int]
Cluster = list[tuple[int, int, int]]
"""(end, start, row) of candidates that overlap, places counted from 0."""


def read(path: Path, every: int) -> Iterator[tuple[list[Candidate], list[Signs], list[int]]]:
    """Candidates, their signs and the number of their kind (0 for no name) of each article."""
    nlp = pipeline.build()
    lines = path.read_text(encoding="utf-8").splitlines()[::every]
    for line in lines:
        article: dict[str, Any] = json.loads(line)
        with nlp.select_pipes(disable=[stage for stage in nlp.pipe_names if stage in OURS]):
            view = View(nlp(article["text"]))
        taken = {i for start, end, _, _ in certain.find(view) for i in range(start, end)}
        found = candidates.find(view, taken)
        kinds = {
            trimmed(one["start"], one["end"], view.text): KINDS.index(KIND_OF[one["label"]]) + 1
            for one in article["entities"]
            if one["label"] in KIND_OF
        }
        spans = [trimmed(view.starts[a], view.ends[b - 1], view.text) for a, b in found]
        yield found, evidence.gather(view, found), [kinds.get(span, 0) for span in spans]


OURS = frozenset(
    ["timexes", "names", "actors", "quantities", "quotations", "statements", "summary"]
)


def trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    """A span without article and possessive."""
    article = ARTICLE.match(text[start:end])
    start += article.end() if article else 0
    possessive = POSSESSIVE.search(text[start:end])
    return start, end - (len(possessive.group()) if possessive else 0)


def clusters(found: list[Candidate], first_row: int) -> Iterator[Cluster]:
    """The candidates of a text in groups that overlap, each group sorted by end."""
    group: list[tuple[int, int, int]] = []
    reach = -1
    for row, (start, end) in enumerate(found, first_row):
        if group and start >= reach:
            yield renumbered(group)
            group = []
        reach = max(reach, end) if group else end
        group.append((end, start, row))
    if group:
        yield renumbered(group)


def renumbered(group: Cluster) -> Cluster:
    """The group with places 0, 1, 2 ... in text order."""
    places = sorted({place for end, start, _ in group for place in (start, end)})
    number = {place: i for i, place in enumerate(places)}
    return sorted((number[end], number[start], row) for end, start, row in group)


def expected(scores: np.ndarray, groups: list[Cluster]) -> np.ndarray:
    """How likely each candidate is a name of each kind, over all sets without overlap."""
    strength = np.exp(np.clip(scores, -30, 30))
    total = strength.sum(axis=1).tolist()
    share = [0.0] * len(scores)
    for group in groups:
        size = group[-1][0] + 1
        ahead, behind = [1.0] * size, [1.0] * size
        for place in range(1, size):
            here = sum(ahead[s] * total[row] for e, s, row in group if e == place)
            ahead[place] = ahead[place - 1] + here
        for place in range(size - 2, -1, -1):
            here = sum(behind[e] * total[row] for e, s, row in group if s == place)
            behind[place] = behind[place + 1] + here
        for end, start, row in group:
            share[row] = ahead[start] * behind[end] / ahead[-1]
    return np.asarray(strength * np.array(share)[:, None])


def fit(rows: np.ndarray, kinds: np.ndarray, groups: list[Cluster]) -> np.ndarray:
    """Weights that make the annotated names likeliest (Adam with a falling rate)."""
    target = np.eye(len(KINDS) + 1)[kinds][:, 1:]
    weights = np.zeros((rows.shape[1], len(KINDS)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = rows.T @ (expected(rows @ weights, groups) - target) + PENALTY * weights
        slope /= len(rows)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = RATE * 0.5 * (1 + np.cos(np.pi * step / STEPS))
        move = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights -= rate * move
    return weights


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description="Fit the weights of the names stage.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    articles = list(read(options.articles, options.every))
    signs = [one for _, found, _ in articles for one in found]
    count = Counter(sign for one in signs for sign in one)
    column = {sign: i for i, sign in enumerate(sorted(s for s in count if count[s] >= RAREST))}
    rows = np.zeros((len(signs), len(column)))
    for row, one in enumerate(signs):
        for sign, strength in one.items():
            if sign in column:
                rows[row, column[sign]] = strength
    groups: list[Cluster] = []
    at = 0
    for found, _, _ in articles:
        groups.extend(clusters(found, at))
        at += len(found)
    weights = fit(rows, np.array([kind for _, _, kinds in articles for kind in kinds]), groups)
    write(column, weights)


def write(column: dict[str, int], weights: np.ndarray) -> None:
    """The table, two decimals; signs that hardly count are left out."""
    head = WEIGHTS.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [line for line in head if line.startswith("#")]
    for sign, i in column.items():
        row = [round(float(weight), 2) + 0.0 for weight in weights[i]]
        if max(map(abs, row)) >= 0.05:
            lines.append(f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(row)}\n")
    WEIGHTS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
