"""Corpus -> Snapshot."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from briefgen.assemble.identity import short_hash
from briefgen.assemble.sameness import content
from briefgen.changes.snapshot import (
    Amount,
    Contest,
    Fact,
    Named,
    Place,
    Plan,
    Ruling,
    Snapshot,
    Text,
)
from briefgen.corpus import Brief, Claim, Corpus, Evidence, Measure
from briefgen.model import Correction
from briefgen.wording import number

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
SENSE_DIGITS = 6
"""Of a hash that only tells the statements of one article and story apart."""


def snapshot(corpus: Corpus) -> Snapshot:
    """What of the corpus a later one is compared with."""
    briefs = [(brief, _senses(brief)) for _, brief in sorted(corpus.briefs.items())]
    return Snapshot(
        as_of=corpus.as_of,
        pipeline=corpus.fingerprint,
        articles={brief.article.id: _text(brief, senses) for brief, senses in briefs},
        facts=tuple(fact for brief, senses in briefs for fact in _facts(brief, senses)),
        plans=tuple(_plans(corpus)),
        contests=(*_figures(corpus), *_differences(corpus)),
        actors=tuple(_actors(corpus)),
        rulings=tuple(_ruling(corpus, one) for one in corpus.corrections),
    )


def _place(claim: Claim, value: str = "") -> Place:
    return Place(claim.evidence.article_id, claim.evidence.sentence, claim.told, value)


def _shown(evidence: Evidence, value: str = "") -> Place:
    exact = evidence.exact if evidence.shown else ""
    return Place(evidence.article_id, evidence.sentence, exact, value)


def _text(brief: Brief, senses: Mapping[str, str]) -> Text:
    article = brief.article
    lead = next(iter(brief.bottom_line), None)
    return Text(
        title=article.title or article.id,
        sha256=article.sha256,
        story=brief.story,
        origin=brief.origin,
        publisher=article.publisher,
        published=article.published,
        updated=article.updated,
        url=article.url,
        revises=article.revises,
        lead=_shown(lead) if lead else None,
        senses=tuple(sorted(set(senses.values()))),
    )


def sense(claim: Claim) -> str:
    """A hash of what a statement says, apart from its wording.

    Who, to whom, what, how certain, when, and every number. Without an event code the words of its
    slots stand for what happened.
    """
    happened = claim.event or " ".join(sorted(set(content(claim.short))))
    when = [one.value for one in claim.when]
    numbers = sorted(NUMERAL.findall(claim.evidence.exact))
    said = (happened, claim.status, sorted(claim.actors), sorted(claim.recipients), when, numbers)
    return short_hash(*said)[:SENSE_DIGITS]


def _senses(brief: Brief) -> dict[str, str]:
    """Statement id -> sense, for all that the article states."""
    # A statement's own claim takes the place of its key fact, which has more dates.
    return {claim.id: sense(claim) for claim in (*_told(brief), *brief.claims)}


def _told(brief: Brief) -> Iterator[Claim]:
    """The key facts that rest on a statement."""
    return (fact for fact in brief.key_facts if fact.status)


def _facts(brief: Brief, senses: Mapping[str, str]) -> Iterator[Fact]:
    for fact in _told(brief):
        amounts = [
            Amount(_thing(m), number(m.value), m.words.exact)
            for m in fact.measures
            if m.value is not None
        ]
        yield Fact(fact.id, senses[fact.id], _place(fact), fact.event or "", tuple(amounts))


def _thing(measure: Measure) -> str:
    return " ".join([*content(measure.thing or ""), measure.unit or ""])


def _plans(corpus: Corpus) -> Iterator[Plan]:
    for one in corpus.commitments:
        follow_up = one.follow_up
        dated = follow_up.when[0].value if follow_up and follow_up.when else None
        yield Plan(
            id=one.id,
            plan=short_hash(one.claim.evidence.article_id, one.words),
            place=_place(one.claim, one.value),
            fate=one.fate,
            follow_up=_place(follow_up, dated or "") if follow_up else None,
            rule=one.rule,
        )


def _figures(corpus: Corpus) -> Iterator[Contest]:
    kinds = {"conflicts": "conflict", "superseded": "figure"}
    for figure in corpus.figures:
        places = [_shown(one.measure.context, one.measure.words.exact) for one in figure.readings]
        for relation, kind in kinds.items():
            pairs = [
                (one.earlier, one.later, one.rule)
                for one in figure.comparisons
                if one.relation == relation
            ]
            if pairs:
                yield _contest(kind, places, pairs)


def _contest(kind: str, places: list[Place], pairs: list[tuple[int, int, str]]) -> Contest:
    """The contest with the sides alone that take part in it."""
    used = sorted({side for one, other, _ in pairs for side in (one, other)})
    numbers = {side: at for at, side in enumerate(used)}
    return Contest(
        kind,
        tuple(places[side] for side in used),
        tuple((numbers[one], numbers[other], rule) for one, other, rule in pairs),
    )


def _differences(corpus: Corpus) -> Iterator[Contest]:
    for one in corpus.differences:
        places = [_place(side.claim) for side in one.sides]
        pairs = [(a, b, one.aspect) for b in range(len(places)) for a in range(b)]
        yield Contest("conflict", tuple(places), tuple(pairs))


def _actors(corpus: Corpus) -> Iterator[Named]:
    for actor_id, dossier in sorted(corpus.dossiers.items()):
        if dossier.actor.type == "place" or not dossier.articles:
            continue
        brief = corpus.briefs[dossier.articles[-1]]
        named = (row.first for row in brief.people if row.actor == actor_id and row.first)
        acting = (
            claim.evidence
            for claim in brief.claims
            if actor_id in (*claim.actors, *claim.recipients)
        )
        first = next(itertools.chain(named, acting), None)
        if first:
            place = Place(brief.article.id, first.sentence, _sentence(brief, first.sentence))
            yield Named(actor_id, dossier.actor.name, place)


def _sentence(brief: Brief, number: int) -> str:
    """The sentence's words, empty where rights forbid them."""
    return brief.sentences[number - 1].text or "" if number <= len(brief.sentences) else ""


def _ruling(corpus: Corpus, one: Correction) -> Ruling:
    place = None
    if one.evidence:
        brief, end, sentence = corpus.briefs[one.evidence.article_id], 0, 0
        while sentence < len(brief.sentences) and end <= one.evidence.start:
            exact = brief.sentences[sentence].exact
            end = brief.article.text.index(exact, end) + len(exact)
            sentence += 1
        sentence = max(sentence, 1)
        place = Place(brief.article.id, sentence, _sentence(brief, sentence))
    return Ruling(one.kind, one.summary, one.reason, one.decided, place)
