"""The open questions, one by one: what each stands on, and the decision that an answer makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.decisions import Decision
from briefgen.errors import InputError, Problem
from briefgen.model import Actor, Article, Extraction, Resolution, Span
from briefgen.registers import Anchor
from briefgen.resolve.anchors import anchor
from briefgen.resolve.groups import Node
from briefgen.resolve.questions import ScoredQuestion, first_named, sentence_of

MOST_SENTENCES = 3
SAME, DIFFERENT = "same", "different"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Asks about one resolution."""

    articles: Mapping[str, Article]
    """By id."""
    resolution: Resolution
    """With its open questions."""
    path: str = "judgements.yml"
    """Where answers go, as messages show it."""

    def questions(self) -> tuple[ScoredQuestion, ...]:
        """All open questions: those of most articles first."""
        asked = [q for q in self.resolution.open_questions if isinstance(q, ScoredQuestion)]
        return tuple(sorted(asked, key=lambda q: (-len(q.members), q.name, q.id)))

    def told(self, question: ScoredQuestion) -> Iterator[str]:
        """The question in lines: the name where it stands, then each candidate."""
        yield f"{question.id}: who is {question.name!r}?"
        for node in question.members[:MOST_SENTENCES]:
            yield f"  {node[0]}: {self._sentence(node)}"
        for number, id in enumerate(question.candidates, 1):
            actor = self._actor(id)
            count = len({article for article, _ in actor.members})
            yield f"  {number}  {actor.name} ({id}), in {count} article{'s' * (count != 1)}"
            yield f"     {question.scores[number - 1]}"
            for node in actor.members[:1]:
                yield f"     {node[0]}: {self._sentence(node)}"

    def as_json(self, question: ScoredQuestion) -> dict[str, Any]:
        """The question for other programs."""
        return {
            "id": question.id,
            "name": question.name,
            "stands_in": [self._place(node) for node in question.members],
            "candidates": [
                {
                    "actor": id,
                    "name": self._actor(id).name,
                    "sum": scored.total,
                    "features": [
                        {"name": f.name, "detail": f.detail, "weight": f.weight}
                        for f in scored.features
                    ],
                    "stands_in": [self._place(node) for node in self._actor(id).members[:1]],
                }
                for id, scored in zip(question.candidates, question.scores, strict=True)
            ],
        }

    def decisions(self, question: ScoredQuestion, answer: str) -> list[Decision]:
        """What an answer decides: "same", "same:ID" or "different". Raises InputError."""
        what, _, chosen = answer.partition(":")
        if what == DIFFERENT and not chosen:
            return [
                Decision("keep_apart", (self._reference(id), self._quote(node)))
                for id in question.candidates
                for node in question.members
            ]
        if what != SAME or (chosen and chosen not in question.candidates):
            example = f"{question.id}={SAME}:{question.candidates[0]}"
            raise InputError(Problem(self.path, None, "no such answer", answer, example))
        if not chosen and len(question.candidates) > 1:
            example = f"{question.id}={SAME}:{question.candidates[0]}"
            message = "several actors could be the same: say which"
            raise InputError(Problem(self.path, None, message, answer, example))
        same = chosen or question.candidates[0]
        return [Decision("merge", (same, *map(self._quote, question.members)))]

    def _actor(self, id: str) -> Actor:
        return next(actor for actor in self.resolution.actors if actor.id == id)

    def _found(self, article_id: str) -> Extraction:
        return next(e for e in self.resolution.extractions if e.article_id == article_id)

    def _span(self, node: Node) -> Span | None:
        found = self._found(node[0])
        name = next(actor.name for actor in found.actors if actor.id == node[1])
        return first_named(found, node[1], name, self.articles[node[0]].text)

    def _sentence(self, node: Node) -> str:
        span = self._span(node)
        if span is None:
            return "not stated"
        sentence = sentence_of(self._found(node[0]), span)
        return " ".join(self.articles[node[0]].text[sentence.start : sentence.end].split())

    def _place(self, node: Node) -> dict[str, str]:
        return {"article": node[0], "sentence": self._sentence(node)}

    def _quote(self, node: Node) -> Anchor:
        span = self._span(node)
        article = self.articles[node[0]]
        if span is None:
            message = "no sentence names this actor, so it cannot be quoted"
            raise InputError(Problem(article.path, None, message, node[1]))
        return anchor(article, span)

    def _reference(self, id: str) -> str | Anchor:
        """The candidate by a quote; by its id only where the register alone knows it."""
        members = self._actor(id).members
        return self._quote(members[0]) if members else id
