"""The JSON form of an extraction: one object an article, which other programs stand on.

`encode` and `decode` are inverse to each other; the cache stores what `briefgen extract` writes.
The JSON Schema in `schemas/extraction.schema.json` describes it.
"""

from __future__ import annotations

import sys
from typing import Any

from briefgen.model import (
    Extraction,
    FiveW,
    KeyFact,
    Layout,
    LocalActor,
    Mention,
    Quantity,
    Quotation,
    Role,
    Span,
    Statement,
    Timex,
)

Json = dict[str, Any]
WS = ("who", "what", "when", "where", "why", "how")


def encode(found: Extraction) -> Json:
    """The extraction as plain JSON values, keys in a fixed order."""
    return {
        "id": found.article_id,
        "sha256": found.sha256,
        "pipeline": found.pipeline,
        "layout": {
            "headline": _pair(found.layout.headline),
            "dateline": _pair(found.layout.dateline),
            "byline": _pair(found.layout.byline),
        },
        "sentences": _pairs(found.sentences),
        "mentions": [
            {**_ends(m.span), "label": m.label, "actor": m.actor, "rule": m.rule}
            for m in found.mentions
        ],
        "timexes": [
            {**_ends(t.span), "type": t.type, "value": t.value, "mod": t.mod, "rule": t.rule}
            for t in found.timexes
        ],
        "quotations": [
            {
                "kind": q.kind,
                "content": _pairs(q.content),
                "cue": _pair(q.cue),
                "speaker": _pair(q.speaker),
                "actor": q.actor,
                "rule": q.rule,
            }
            for q in found.quotations
        ],
        "quantities": [
            {
                **_ends(q.span),
                "value": list(q.value) if isinstance(q.value, tuple) else q.value,
                "unit": q.unit,
                "modifier": q.modifier,
                "thing": _pair(q.thing),
                "rule": q.rule,
            }
            for q in found.quantities
        ],
        "statements": [
            {
                "id": s.id,
                "event": s.event,
                "predicate": _pair(s.predicate),
                "actor": _pair(s.actor),
                "recipient": _pair(s.recipient),
                "time": s.time,
                "place": _pair(s.place),
                "modality": s.modality,
                "attributed_to": _pair(s.attributed_to),
                "attribution": s.attribution,
                "evidence": _pairs(s.evidence),
                "actor_ids": list(s.actor_ids),
                "recipient_ids": list(s.recipient_ids),
                "rule": s.rule,
            }
            for s in found.statements
        ],
        "actors": [
            {
                "id": a.id,
                "name": a.name,
                "type": a.type,
                "aliases": list(a.aliases),
                "roles": [{"text": r.text, **_ends(r.span)} for r in a.roles],
                "salience": a.salience,
                "country": a.country,
                "why": list(a.why),
            }
            for a in found.actors
        ],
        "five_w": {w: _pairs(getattr(found.five_w, w)) for w in WS},
        "countries": list(found.countries),
        "key_facts": [
            {
                "statement": k.statement,
                "evidence": _pairs(k.evidence),
                "score": k.score,
                "why": list(k.why),
            }
            for k in found.key_facts
        ],
        "bottom_line": _pairs(found.bottom_line),
    }


def decode(data: Json) -> Extraction:
    """The extraction that `encode` wrote. Raises KeyError or TypeError on anything else.

    Equal spans and words are one object each, here and across articles: a site of thousands of
    articles holds all of them in memory.
    """
    aid = data["id"]
    known: dict[tuple[int, int], Span] = {}

    def between(start: int, end: int) -> Span:
        return known.setdefault((start, end), Span(aid, start, end))

    def span(pair: list[int]) -> Span:
        return between(pair[0], pair[1])

    def maybe(pair: list[int] | None) -> Span | None:
        return None if pair is None else span(pair)

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple(span(pair) for pair in pairs)

    def ends(x: Json) -> Span:
        return between(x["start"], x["end"])

    return Extraction(
        article_id=aid,
        sha256=data["sha256"],
        pipeline=data["pipeline"],
        layout=Layout(**{part: maybe(pair) for part, pair in data["layout"].items()}),
        sentences=spans(data["sentences"]),
        mentions=tuple(
            Mention(ends(m), _one(m["label"]), _one(m["actor"]), _one(m["rule"]))
            for m in data["mentions"]
        ),
        timexes=tuple(
            Timex(ends(t), _one(t["type"]), _one(t["value"]), _one(t["mod"]), _one(t["rule"]))
            for t in data["timexes"]
        ),
        quotations=tuple(
            Quotation(
                _one(q["kind"]),
                spans(q["content"]),
                maybe(q["cue"]),
                maybe(q["speaker"]),
                _one(q["actor"]),
                _one(q["rule"]),
            )
            for q in data["quotations"]
        ),
        quantities=tuple(
            Quantity(
                ends(q),
                (q["value"][0], q["value"][1]) if isinstance(q["value"], list) else q["value"],
                _one(q["unit"]),
                _one(q["modifier"]),
                maybe(q["thing"]),
                _one(q["rule"]),
            )
            for q in data["quantities"]
        ),
        statements=tuple(
            Statement(
                id=s["id"],
                event=_one(s["event"]),
                predicate=span(s["predicate"]),
                actor=maybe(s["actor"]),
                recipient=maybe(s["recipient"]),
                time=_one(s["time"]),
                place=maybe(s["place"]),
                modality=_one(s["modality"]),
                attributed_to=maybe(s["attributed_to"]),
                evidence=spans(s["evidence"]),
                attribution=_one(s["attribution"]),
                actor_ids=tuple(map(_one, s["actor_ids"])),
                recipient_ids=tuple(map(_one, s["recipient_ids"])),
                rule=_one(s["rule"]),
            )
            for s in data["statements"]
        ),
        actors=tuple(
            LocalActor(
                id=_one(a["id"]),
                name=_one(a["name"]),
                type=_one(a["type"]),
                aliases=tuple(map(_one, a["aliases"])),
                roles=tuple(Role(_one(r["text"]), ends(r)) for r in a["roles"]),
                salience=a["salience"],
                country=_one(a["country"]),
                why=tuple(map(_one, a["why"])),
            )
            for a in data["actors"]
        ),
        five_w=FiveW(**{w: spans(data["five_w"][w]) for w in WS}),
        countries=tuple(map(_one, data["countries"])),
        key_facts=tuple(
            KeyFact(spans(k["evidence"]), k["score"], k["statement"], tuple(map(_one, k["why"])))
            for k in data["key_facts"]
        ),
        bottom_line=spans(data["bottom_line"]),
    )


def shared(found: Extraction) -> Extraction:
    """The same extraction as `decode` gives it, with each span and word in memory once."""
    return decode(encode(found))


def _one(words: Any) -> Any:
    """The one object for equal words; anything else as it is."""
    return sys.intern(words) if isinstance(words, str) else words


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _ends(span: Span) -> Json:
    return {"start": span.start, "end": span.end}
