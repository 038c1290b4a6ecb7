"""What the user decided, with what it changed: judgements held against what was read at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.assemble.identity import short_hash
from briefgen.assemble.views import Views
from briefgen.corpus import Decision, Evidence, Subject
from briefgen.corpus.corrections import Value
from briefgen.model import Extraction, Resolution, Span, Statement
from briefgen.registers import UNKNOWN, Anchor, Judgement, Judgements
from briefgen.resolve.anchors import locate
from briefgen.resolve.corrections import LAYERS, NoFactError, fact_at, number


@dataclass(frozen=True, slots=True)
class Decided:
    """The user's decisions, and what they were made about."""

    judgements: Judgements
    """As the file has them."""
    uncorrected: Iterable[Extraction]
    """What was read before they were applied."""
    complete: bool = True
    """Whether all articles are there; else a decision may rightly find nothing."""


def decisions(
    decided: Decided, views: Mapping[str, Views], resolution: Resolution
) -> tuple[Decision, ...]:
    """Every decision, the newest first, those without a day at the end."""
    history = _History(decided, views, resolution)
    found = [history.decision(one) for one in decided.judgements.entries]
    kept = [one for one in found if one.applies or decided.complete]
    return tuple(sorted(kept, key=lambda one: -one.decided.toordinal() if one.decided else 0))


class _History:
    """The decisions in file order: what one changes, the next one finds changed."""

    def __init__(
        self, decided: Decided, views: Mapping[str, Views], resolution: Resolution
    ) -> None:
        self.views, self.resolution = views, resolution
        self.path = decided.judgements.path
        self.articles = {i: view.article for i, view in views.items()}
        self.uncorrected = {found.article_id: found for found in decided.uncorrected}
        self.applied = {one.line for one in resolution.corrections}
        self.values: dict[tuple[Span, str], Value] = {}
        self.ids: Counter[str] = Counter()

    def decision(self, judgement: Judgement) -> Decision:
        subjects = tuple(self._subject(one) for one in judgement.about)
        missing = any(one.article and not one.place for one in subjects)
        applies = judgement.line in self.applied and not missing
        return Decision(
            id=self._id(judgement),
            kind=judgement.kind,
            line=judgement.line,
            subjects=subjects,
            applies=applies,
            field=judgement.field,
            reason=judgement.reason,
            by=judgement.by,
            decided=judgement.decided,
            **(self._changed(judgement, subjects) if applies else {}),
        )

    def _id(self, judgement: Judgement) -> str:
        names = [
            one if isinstance(one, str) else f"{one.article_id} {one.prefix}{one.exact}{one.suffix}"
            for one in judgement.about
        ]
        name = "c-" + short_hash(judgement.kind, judgement.field, *names)
        self.ids[name] += 1
        return name if self.ids[name] == 1 else f"{name}-{self.ids[name]}"

    def _subject(self, reference: str | Anchor) -> Subject:
        if isinstance(reference, str):
            return Subject(reference, None, None)
        place = locate(reference, self.articles, self.path)
        found = self._evidence(place) if isinstance(place, Span) else None
        return Subject(reference.exact, reference.article_id, found)

    def _evidence(self, span: Span) -> Evidence:
        return self.views[span.article_id].evidence(span)

    def _changed(self, judgement: Judgement, subjects: tuple[Subject, ...]) -> dict[str, Any]:
        """What only an applied decision has."""
        if judgement.kind in ("merge", "rename"):
            return {"actor": self._actor(subjects), "after": judgement.to}
        place = subjects[0].place
        if judgement.kind != "correct" or place is None or judgement.field is None:
            return {}
        kind, _, field = judgement.field.partition(".")
        view = self.views[place.article_id]
        span = Span(place.article_id, place.start, place.end)
        try:
            first = fact_at(self.uncorrected[place.article_id], view.article.text, kind, span)
        except NoFactError:  # another one that stood here was hidden by an earlier decision
            return {}
        own = LAYERS[kind][1](first)
        before = self.values.get((own, judgement.field), self._value(getattr(first, field)))
        after = self._after(judgement, view, own)
        self.values[own, judgement.field] = after
        return {
            "before": before,
            "after": after,
            "fact": self._evidence(own),
            "statement": first.id if isinstance(first, Statement) else None,
        }

    def _after(self, judgement: Judgement, view: Views, own: Span) -> Value:
        """What the entry makes of the fact at this place: an actor in the text's own words."""
        if judgement.to is None or judgement.to == UNKNOWN:
            return None
        if judgement.field == "quantity.value":
            return number(judgement.to)
        if judgement.field != "statement.actor":
            return judgement.to
        statements = (one for one in view.found.statements if one.predicate == own)
        return next((self._value(one.actor) for one in statements), None)

    def _value(self, value: Any) -> Value:
        return self._evidence(value).exact if isinstance(value, Span) else value

    def _actor(self, subjects: tuple[Subject, ...]) -> str | None:
        """The first subject's actor, as it is now."""
        known = {actor.id for actor in self.resolution.actors}
        for subject in subjects:
            if subject.article is None and subject.words in known:
                return subject.words
            place = subject.place
            for mention in self.views[place.article_id].found.mentions if place else ():
                here = place and mention.span.start < place.end and place.start < mention.span.end
                if here and mention.actor:
                    key = (mention.span.article_id, mention.actor)
                    return self.resolution.actor_of.get(key)
        return None
