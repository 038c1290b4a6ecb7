"""Each briefing as brief.json in the folder of its page, as `schemas/brief.schema.json` says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from briefgen import addresses
from briefgen.corpus import Brief, Corpus, Difference, Export, Figure
from briefgen.exports import records
from briefgen.exports.records import Json
from briefgen.pages.contested import NOTHING, Contested, contested_by_article

NAMED = ("who", "when", "where")
"""Answers that are names and dates, which rights never keep back."""


def brief_files(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """One file a briefing."""
    contested = contested_by_article(corpus)
    for id, brief in corpus.briefs.items():
        make = partial(_content, corpus, site_url, brief, contested.get(id, NOTHING))
        yield Export(addresses.beside(id, addresses.BRIEF), make)


def _content(corpus: Corpus, site_url: str, brief: Brief, contested: Contested) -> tuple[bytes]:
    made = record(corpus, site_url, brief, contested)
    return (json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode() + b"\n",)


def record(corpus: Corpus, site_url: str, brief: Brief, contested: Contested) -> Json:
    """All that the briefing shows, as plain JSON values."""
    article = brief.article
    return {
        "$schema": f"{site_url or '../../'}{addresses.SCHEMAS}/brief.schema.json",
        "id": article.id,
        "page": addresses.on_the_web(site_url, addresses.briefing(article.id)),
        "as_of": records.day(corpus.as_of),
        "pipeline": corpus.fingerprint,
        "article": records.article(article),
        "bottom_line": [records.passage(one) for one in brief.bottom_line],
        "key_facts": [
            records.claim(one) | {"origins": corpus.corroboration.get(one.id, 1)}
            for one in brief.key_facts
        ],
        "five_w": {
            w: [(records.words if w in NAMED else records.passage)(one) for one in answers]
            for w, answers in brief.five_w.items()
        },
        "people": [records.participant(one) for one in brief.people],
        "figures": [records.measure(one) for one in brief.measures],
        "dates": [records.when(one) for one in brief.dates],
        "plans": [records.claim(one) for one in brief.plans],
        "quotes": [records.quote(one) for one in brief.quotes],
        "laws": [records.words(one) for one in brief.laws],
        "products": [records.words(one) for one in brief.products],
        "credited": [
            records.words(one) | {"attribution": attribution} for one, attribution in brief.credited
        ],
        "countries": list(brief.countries),
        "differences": [_difference(one) for one in contested.differences],
        "contested_figures": [_figure(one) for one in contested.figures],
        "judgement": records.judgement(article.assessment) if article.assessment else None,
        "gaps": {kind: list(found) for kind, found in brief.gaps.items()},
        "story": brief.story,
        "origin": brief.origin,
        "related": list(brief.related),
        "sentences": [
            {"number": s.number, "text": s.text, "opens": s.opens, "cited": s.cited}
            for s in brief.sentences
        ],
    }


def _difference(one: Difference) -> Json:
    sides = [{"origin": side.origin, "claim": records.claim(side.claim)} for side in one.sides]
    return {"id": one.id, "aspect": one.aspect, "rule": one.rule, "sides": sides}


def _figure(one: Figure) -> Json:
    return {
        "id": one.id,
        "thing": one.thing,
        "unit": one.unit,
        "relation": one.relation,
        "readings": [
            {
                "article": reading.measure.words.article_id,
                "origin": reading.origin,
                "published": records.day(reading.published),
                "measure": records.measure(reading.measure),
            }
            for reading in one.readings
        ],
    }
