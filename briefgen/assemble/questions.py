"""Open questions with the sentences that they stand on."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.assemble.views import Views
from briefgen.corpus import Candidate, Evidence, Question
from briefgen.corpus.questions import Reason
from briefgen.model import Actor, Resolution
from briefgen.resolve.groups import Node
from briefgen.resolve.questions import ScoredQuestion, first_named

MOST_SENTENCES = 3


def questions(
    resolution: Resolution, views: Mapping[str, Views], actors: Mapping[str, Actor]
) -> tuple[Question, ...]:
    """Every open question, those of most articles first."""
    asked = [one for one in resolution.open_questions if isinstance(one, ScoredQuestion)]
    asked.sort(key=lambda one: (-len(one.members), one.name, one.id))
    return tuple(
        Question(
            id=one.id,
            name=one.name,
            evidence=_sentences(one.members[:MOST_SENTENCES], views),
            articles=len({article for article, _ in one.members}),
            candidates=tuple(
                Candidate(
                    actor=id,
                    articles=len({article for article, _ in actors[id].members}),
                    evidence=_sentences(actors[id].members[:1], views),
                    reasons=tuple(Reason(f.name, f.detail, f.weight) for f in scored.features),
                    total=scored.total,
                )
                for id, scored in zip(one.candidates, one.scores, strict=True)
            ),
        )
        for one in asked
    )


def _sentences(nodes: tuple[Node, ...], views: Mapping[str, Views]) -> tuple[Evidence, ...]:
    found = []
    for article, local in nodes:
        view = views[article]
        name = next(actor.name for actor in view.found.actors if actor.id == local)
        span = first_named(view.found, local, name, view.article.text)
        if span is not None:
            found.append(view.evidence(view.whole_sentence(span)))
    return tuple(found)
