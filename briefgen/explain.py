"""Why something is as it is: each rule, score and judgement behind an actor or a fact, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefgen.model import Actor, Article, Extraction, Resolution, Span, Statement
from briefgen.readers.schemas import nearest
from briefgen.resolve.refusals import refused
from briefgen.stories import Origin, Placed

INDENT = "  "


@dataclass(frozen=True, slots=True)
class Explainer:
    """Answers about one set of articles."""

    articles: dict[str, Article]
    """By id."""
    resolution: Resolution
    """Actors and corrected extractions of these articles."""
    origins: tuple[Origin, ...] = ()
    """Which of the articles are copies of one."""
    placed: Mapping[str, Placed] = field(default_factory=dict)
    """Article id -> its story."""

    def explain(self, wanted: str) -> list[str]:
        """Lines about everything that has this id; empty where nothing has.

        An id is an actor's, a statement's, an article's, or an article's with #s and the number
        of a sentence, as the address of a citation ends.
        """
        article_id, _, sentence = wanted.partition("#")
        lines = [
            line
            for actor in self.resolution.actors
            if actor.id == wanted
            for line in self._actor(actor)
        ]
        for found in self.resolution.extractions:
            if found.article_id == article_id and sentence:
                lines += self._sentence(found, sentence)
            elif found.article_id == article_id:
                lines += self._article(found)
            for statement in found.statements:
                if statement.id == wanted:
                    lines += [f"statement {wanted} in {found.article_id}"]
                    lines += _indented(self._statement(statement))
        return lines

    def nearest(self, wanted: str) -> str | None:
        """The id of an actor or an article that is most like this one, if any is at all."""
        known = sorted({*self.articles, *(actor.id for actor in self.resolution.actors)})
        return nearest(wanted, known)

    def _words(self, span: Span | None) -> str:
        if span is None:
            return "not stated"
        return " ".join(self.articles[span.article_id].text[span.start : span.end].split())

    def _actor(self, actor: Actor) -> Iterator[str]:
        yield f"actor {actor.id}: {actor.name} ({actor.type})"
        yield f"{INDENT}in {len({article for article, _ in actor.members})} articles"
        if actor.registered:
            yield f"{INDENT}stands in the user's register"
        if actor.aliases:
            yield f"{INDENT}also: {', '.join(actor.aliases)}"
        yield from _section("joined across articles because", actor.why)
        yield from _section("roles", (self._role(role) for role in actor.roles))
        by_article = {found.article_id: found for found in self.resolution.extractions}
        for article_id, local_id in actor.members:
            local = next(one for one in by_article[article_id].actors if one.id == local_id)
            yield f"{INDENT}in {article_id}: {local.name}, salience {local.salience:.2f}"
            yield from _indented(local.why, 2)
        yield from _section(
            "left open",
            (
                f"{one.name} in {', '.join(article for article, _ in one.members)}: {one.why}"
                for one in self.resolution.open_questions
                if actor.id in one.candidates
            ),
        )

    def _role(self, role: Any) -> str:
        where = f" in {role.evidence.article_id}" if role.evidence else " in the register"
        return f"{role.text}, {role.stated or 'undated'}{where}"

    def _article(self, found: Extraction) -> Iterator[str]:
        yield f"article {found.article_id}: {self.articles[found.article_id].title or 'no title'}"
        yield f"{INDENT}pipeline {found.pipeline}"
        yield from _indented(self._together(found.article_id))
        for fact in found.key_facts:
            yield f"{INDENT}key fact, score {fact.score:.2f}: {self._words(fact.evidence[0])}"
            yield from _indented(fact.why, 2)
        for span in found.bottom_line:
            yield f"{INDENT}bottom line: {self._words(span)}"
        if not found.bottom_line:
            yield f"{INDENT}bottom line: not stated, no lead is sure enough"
        for actor in found.actors:
            yield f"{INDENT}actor {self._global(found, actor.id)}, salience {actor.salience:.2f}"
            yield from _indented(actor.why, 2)
        nobody = refused(self.articles, self.resolution.extractions)
        yield from _section(
            "no actors",
            (
                f"{actor.name}: {nobody[found.article_id, actor.id]}"
                for actor in found.actors
                if (found.article_id, actor.id) in nobody
                and (found.article_id, actor.id) not in self.resolution.actor_of
            ),
        )
        yield from _section(
            "judgements",
            (
                f"line {one.line} {one.summary}"
                for one in self.resolution.corrections
                if one.evidence and one.evidence.article_id == found.article_id
            ),
        )

    def _together(self, article_id: str) -> Iterator[str]:
        """Its origin and its story, with what each decision stands on."""
        for origin in self.origins:
            if article_id in origin.articles:
                yield f"origin {origin.id}, articles: {len(origin.articles)}"
                copies = [copy for copy in origin.copies if article_id in (copy.article, origin.id)]
                yield from _indented(f"{c.article}, {c.rule}: {c.why}" for c in copies)
        if placed := self.placed.get(article_id):
            others = [one for one, other in self.placed.items() if other.story == placed.story]
            yield f"story {placed.story}, articles: {len(others)}; {placed.why}"
            if article_id == placed.story:
                yield from _indented(f"{one}: {self.placed[one].why}" for one in others[1:])

    def _global(self, found: Extraction, local_id: str) -> str:
        return self.resolution.actor_of.get((found.article_id, local_id), f"{local_id} (hidden)")

    def _sentence(self, found: Extraction, anchor: str) -> Iterator[str]:
        number = int(anchor[1:]) if anchor[1:].isdecimal() and anchor.startswith("s") else 0
        if not 0 < number <= len(found.sentences):
            return
        sentence = found.sentences[number - 1]
        yield f"sentence {number} of {found.article_id}: {self._words(sentence)}"
        yield from _indented(self._facts(found, sentence))

    def _facts(self, found: Extraction, sentence: Span) -> Iterator[str]:
        for fact in found.key_facts:
            if fact.evidence[0].overlaps(sentence):
                yield f"key fact, score {fact.score:.2f}: {'; '.join(fact.why)}"
        for timex in found.timexes:
            if timex.span.overlaps(sentence):
                told = f"{timex.type} {timex.value or 'unresolved'} {timex.mod or ''}".strip()
                yield f"date {self._words(timex.span)!r}: {told}; rule: {timex.rule}"
        for quantity in found.quantities:
            if quantity.span.overlaps(sentence):
                told = f"{quantity.value} {quantity.unit or ''}".strip()
                yield f"figure {self._words(quantity.span)!r}: {told}; rule: {quantity.rule}"
        for quotation in found.quotations:
            if quotation.content[0].overlaps(sentence):
                speaker = self._words(quotation.speaker)
                yield f"quotation, {quotation.kind}, speaker {speaker}; rule: {quotation.rule}"
        for mention in found.mentions:
            if mention.span.overlaps(sentence):
                actor = self._global(found, mention.actor) if mention.actor else "no actor"
                told = f"{mention.label}, {actor}"
                yield f"name {self._words(mention.span)!r}: {told}; rule: {mention.rule}"
        for statement in found.statements:
            if statement.predicate.overlaps(sentence):
                yield f"statement {statement.id}"
                yield from _indented(self._statement(statement))

    def _statement(self, statement: Statement) -> Iterator[str]:
        yield f"event: {statement.event or 'no code fits'} ({self._words(statement.predicate)})"
        yield f"who: {self._words(statement.actor)}; whom: {self._words(statement.recipient)}"
        yield f"when: {statement.time or 'not stated'}; where: {self._words(statement.place)}"
        yield f"{statement.modality}, {statement.attribution}"
        yield f"credited: {self._words(statement.attributed_to)}"
        yield f"rule: {statement.rule}"
        for span in statement.evidence:
            yield f"evidence: {self._words(span)}"


def _section(title: str, lines: Any) -> Iterator[str]:
    listed: Sequence[str] = list(lines)
    if listed:
        yield f"{INDENT}{title}:"
        yield from _indented(listed, 2)


def _indented(lines: Any, depth: int = 1) -> Iterator[str]:
    for line in lines:
        yield f"{INDENT * depth}{line}"
