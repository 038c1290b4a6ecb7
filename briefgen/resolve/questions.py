"""Open questions: a name, who it could be, and what speaks for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from briefgen.model import Extraction, OpenQuestion, Span
from briefgen.resolve.groups import Node
from briefgen.resolve.merging import Doubt
from briefgen.resolve.score import Feature, Score


@dataclass(frozen=True, slots=True)
class ScoredQuestion(OpenQuestion):
    """An open question that knows the score of each candidate."""

    scores: tuple[Score, ...] = ()
    """One for each of `candidates`, in their order."""

    @property
    def id(self) -> str:
        """Eight hex digits that stay while the first article and the candidates do."""
        text = "\x1f".join([self.name, *self.members[0], *self.candidates])
        return sha256(text.encode()).hexdigest()[:8]


Answers = Callable[[Doubt, Node], dict[str, Node]]
"""Ids of the candidates that are still open for a node of the doubt, each with its node."""


def open_questions(doubts: Iterable[Doubt], still_open: Answers) -> tuple[ScoredQuestion, ...]:
    """The doubts that no later rule and no judgement settled; equal ones are told once.

    Doubts are equal where name, candidates and features are; details come from the first article.
    """
    told: dict[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], dict[Node, list[Score]]]
    told = defaultdict(dict)
    for doubt in doubts:
        scores = dict(doubt.candidates)
        for node in doubt.nodes:
            ids = sorted(still_open(doubt, node).items())
            if ids:
                fitting = [scores[candidate] for _, candidate in ids]
                key = doubt.name, tuple(id for id, _ in ids), tuple(map(_names, fitting))
                told[key].setdefault(node, fitting)
    return tuple(_question(name, ids, nodes) for (name, ids, _), nodes in sorted(told.items()))


def _question(name: str, ids: tuple[str, ...], nodes: dict[Node, list[Score]]) -> ScoredQuestion:
    scores = nodes[min(nodes)]
    many = len(nodes) > 1
    shown = tuple(_plain(one) if many else one for one in scores)
    why = "; ".join(
        f"{id}: {one}" if len(ids) > 1 else str(one) for id, one in zip(ids, shown, strict=True)
    )
    return ScoredQuestion(name, ids, tuple(sorted(nodes)), why, shown)


def _names(one: Score) -> tuple[str, ...]:
    return tuple(feature.name for feature in one.features)


def _plain(one: Score) -> Score:
    """Without the details of one article."""
    return Score(tuple(Feature(feature.name) for feature in one.features))


def first_named(found: Extraction, actor: str, name: str, text: str) -> Span | None:
    """Where the article first calls its actor so, else where it first names it."""
    spans = [mention.span for mention in found.mentions if mention.actor == actor]
    return next((s for s in spans if text[s.start : s.end] == name), spans[0] if spans else None)


def sentence_of(found: Extraction, span: Span) -> Span:
    """The sentence that holds a span."""
    return next((one for one in found.sentences if span.within(one)), span)
