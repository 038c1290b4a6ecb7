"""brief.json follows its published schema, and shows no more than the briefing does."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import jsonschema
from told import corpus, told

from briefgen.corpus import Corpus
from briefgen.exports.briefs import brief_files
from briefgen.model import Quotation, Span
from briefgen.readers.schemas import schema

SITE = "https://example.org/site/"


def written(found: Corpus) -> dict[str, Any]:
    """Article id -> its record."""
    records = [json.loads(b"".join(one.pieces())) for one in brief_files(found, SITE)]
    return {record["id"]: record for record in records}


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a record."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            yield from objects(part)


def test_every_sample_follows_the_schema(sample_corpus: Corpus) -> None:
    jsonschema.Draft202012Validator.check_schema(schema("brief"))
    validator = jsonschema.Draft202012Validator(
        schema("brief"), format_checker=jsonschema.FormatChecker()
    )
    found = written(sample_corpus)
    assert found.keys() == sample_corpus.briefs.keys()
    for record in found.values():
        validator.validate(record)


def test_it_stands_beside_its_page(sample_corpus: Corpus) -> None:
    for one in brief_files(sample_corpus, SITE):
        record = json.loads(b"".join(one.pieces()))
        assert f"{SITE}{one.src_uri}" == f"{record['page']}brief.json"
        assert record["$schema"] == f"{SITE}schemas/brief.schema.json"


def test_words_stand_at_their_offsets(sample_corpus: Corpus) -> None:
    for record in written(sample_corpus).values():
        own = {key: part for key, part in record.items() if not key.startswith(("diff", "contes"))}
        text = sample_corpus.briefs[record["id"]].article.text
        for one in objects(own):
            if one.get("exact") is not None:
                assert text[one["start"] : one["end"]] == one["exact"]


def test_no_more_is_told_than_rights_allow(sample_corpus: Corpus) -> None:
    kept = 0
    for id, record in written(sample_corpus).items():
        told = json.dumps(record, ensure_ascii=False)
        brief = sample_corpus.briefs[id]
        for sentence in brief.sentences:
            if sentence.text is None and sentence.exact != brief.article.title:
                kept += 1
                assert json.dumps(sentence.exact, ensure_ascii=False)[1:-1] not in told
    assert kept > 20


def test_all_kinds_of_content_are_there(sample_corpus: Corpus) -> None:
    found = written(sample_corpus).values()
    for key in schema("brief")["properties"]:
        assert any(record[key] for record in found), key


def test_a_passage_that_runs_on_into_a_kept_back_sentence_is_kept_back() -> None:
    text = "Aurora hit Varna.\nThis sentence is nobody's business."
    made, found = told(
        "a",
        text,
        published=date(2024, 3, 1),
        rights="quotes-only",
        actors=("Aurora",),
        statements=[{"predicate": "hit"}],
    )
    both = Quotation("indirect", (Span("a", 0, len(text)),))
    record = written(corpus([(made, dataclasses.replace(found, quotations=(both,)))]))["a"]
    assert [one["text"] for one in record["sentences"]] == ["Aurora hit Varna.", None]
    assert record["quotes"][0]["parts"][0]["exact"] is None
    assert "business" not in json.dumps(record)
