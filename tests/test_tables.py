"""The tables of the whole site, read back by the csv module and held against their schema."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest
import sites
from hypothesis import given
from hypothesis import strategies as st
from told import corpus, told

from briefgen.corpus import Corpus
from briefgen.corpus.parts import MOST_ROWS, parts
from briefgen.exports.tables import TABLES, cell, columns, tables
from briefgen.readers.schemas import schema

SITE = "https://example.org/site/"


def written(found: Corpus) -> dict[str, str]:
    return {one.src_uri: b"".join(one.pieces()).decode() for one in tables(found, SITE)}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_both_forms_say_the_same_and_follow_the_schema(sample_corpus: Corpus, name: str) -> None:
    found = written(sample_corpus)
    objects = [json.loads(line) for line in found[f"downloads/{name}.jsonl"].splitlines()]
    shape = {"$ref": f"#/$defs/{name}", "$defs": schema("downloads")["$defs"]}
    jsonschema.Draft202012Validator.check_schema(shape)
    validator = jsonschema.Draft202012Validator(shape)
    for one in objects:
        validator.validate(one)
    assert objects
    cells = rows(found[f"downloads/{name}.csv"])
    assert len(cells) == len(objects)
    for of_csv, of_json in zip(cells, objects, strict=True):
        assert tuple(of_csv) == tuple(of_json) == columns(name)
        assert of_csv == {key: text(value) for key, value in of_json.items()}


def text(value: Any) -> str:
    """How a spreadsheet reads a cell."""
    return "" if value is None else str(cell(value))


def test_a_row_leads_to_its_words(sample_corpus: Corpus) -> None:
    found = written(sample_corpus)
    for name in ("statements", "figures"):
        for line in found[f"downloads/{name}.jsonl"].splitlines():
            row = json.loads(line)
            article = sample_corpus.briefs[row["article"]].article
            if row["exact"] is not None:
                assert article.text[row["start"] : row["end"]] == row["exact"]
            assert row["page"] == f"{SITE}briefings/{article.id}/#s{row['sentence']}"


def test_kept_back_sentences_stand_in_no_table(sample_corpus: Corpus) -> None:
    lines = written(sample_corpus)["downloads/statements.jsonl"].splitlines()
    found = [row for row in map(json.loads, lines) if row["rights"] == "facts-only"]
    assert found
    assert {row["exact"] for row in found} == {None}


def test_a_figure_names_its_line_in_the_ledger(sample_corpus: Corpus) -> None:
    lines = written(sample_corpus)["downloads/figures.jsonl"].splitlines()
    named = {row["ledger"]: row["relation"] for row in map(json.loads, lines) if row["ledger"]}
    assert named == {one.id: one.relation for one in sample_corpus.figures}


@given(st.text())
def test_no_text_runs_in_a_spreadsheet_and_none_is_lost(words: str) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(["first", cell(words)])
    (read,) = csv.reader(io.StringIO(buffer.getvalue(), newline=""))
    assert not read[1].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert read[1].removeprefix("'") == words.removeprefix("'") or read[1][1:] == words
    assert (read[1][1:] if read[1].startswith("'") else read[1]) == words


def test_hostile_words_in_a_table() -> None:
    hostile = "=HYPERLINK(1) hit Varna.\n@SUM hit Varna."
    statements = [{"predicate": "hit", "recipient": "Varna"}]
    made = told(
        "bad", hostile, published=date(2024, 3, 1), actors=("Varna",), statements=statements
    )
    (row,) = rows(written(corpus([made]))["downloads/statements.csv"])
    assert row["exact"] == "'=HYPERLINK(1) hit Varna."


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_cut_between_articles(sample_corpus: Corpus, name: str) -> None:
    (whole,) = parts(sample_corpus, name)
    cut = list(parts(sample_corpus, name, most=30))
    assert len(cut) > 1
    assert [part.stem for part in cut[:2]] == [name, f"{name}-2"]
    assert tuple(id for part in cut for id in part.ids) == whole.ids
    assert sum(part.rows for part in cut) == whole.rows < MOST_ROWS
    made = [list(TABLES[name](sample_corpus, SITE, part.ids)) for part in cut]
    assert [len(rows) for rows in made] == [part.rows for part in cut]
    assert [row for rows in made for row in rows] == list(
        TABLES[name](sample_corpus, SITE, whole.ids)
    )


@pytest.mark.parametrize(("forms", "count"), [((), 0), (("jsonl",), 3)])
def test_only_the_forms_asked_for_are_written(forms: tuple[str, ...], count: int) -> None:
    found = written(replace(corpus([]), table_forms=forms))
    assert len(found) == count
    assert all(uri.endswith(".jsonl") for uri in found)


def test_spreadsheets_take_it_for_utf8() -> None:
    empty = written(corpus([]))
    for name in TABLES:
        assert empty[f"downloads/{name}.csv"] == "\ufeff" + ",".join(columns(name)) + "\r\n"
        assert empty[f"downloads/{name}.jsonl"] == ""


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_documented(name: str) -> None:
    page = (sites.CHECKOUT / "docs" / "exports.md").read_text(encoding="utf-8")
    section = page.partition(f"### {name}")[2].partition("\n#")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", section, re.M)) == columns(name)
