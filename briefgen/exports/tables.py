"""All statements, actors and figures as tables: CSV for spreadsheets, JSON Lines for programs.

A table's columns are those of `schemas/downloads.schema.json`, in its order. Rows are made while
the file is written. A CSV cell whose words could run as a formula has an apostrophe before them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from briefgen import addresses
from briefgen.corpus import Brief, Corpus, Export
from briefgen.corpus.parts import parts
from briefgen.exports import records
from briefgen.readers.schemas import schema

Rows = Iterator[dict[str, Any]]
BOM = "\ufeff"
"""Spreadsheets take a file for UTF-8 when it begins with this."""
BETWEEN = ";"
"""Between the members of a list in a cell; they are ids, dates and names."""
APOSTROPHE = "'"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", APOSTROPHE)
"""What a cell that could run begins with, and the mark itself, so that it can come off."""


def tables(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """The files of each table, in the forms that the site keeps."""
    for name, rows in TABLES.items():
        for part in parts(corpus, name):
            made = partial(rows, corpus, site_url, part.ids)
            written = {"csv": partial(_csv, name, made), "jsonl": partial(_json_lines, made)}
            for form in corpus.table_forms:
                yield Export(addresses.download(f"{part.stem}.{form}"), written[form])


def columns(name: str) -> tuple[str, ...]:
    """A table's columns in order."""
    return tuple(schema("downloads")["$defs"][name]["properties"])


def cell(value: Any) -> Any:
    """A value as a CSV cell: text cannot run, a list is one cell, nothing is an empty one."""
    if isinstance(value, list | tuple):
        value = BETWEEN.join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(RUNS):
        return APOSTROPHE + value
    return value


def _csv(name: str, rows: Callable[[], Rows]) -> Iterator[bytes]:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns(name))
    buffer.write(BOM)
    writer.writeheader()
    for row in rows():
        writer.writerow({key: cell(value) for key, value in row.items()})
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode()


def _json_lines(rows: Callable[[], Rows]) -> Iterator[bytes]:
    for row in rows():
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _origin(brief: Brief, site_url: str, sentence: int) -> dict[str, Any]:
    """Where a row comes from."""
    article = brief.article
    page = addresses.on_the_web(site_url, f"{addresses.briefing(article.id)}#s{sentence}")
    return {
        "article": article.id,
        "publisher": article.publisher,
        "published": records.day(article.published),
        "rights": article.rights,
        "page": page,
        "sentence": sentence,
    }


def statements(corpus: Corpus, site_url: str, articles: Iterable[str]) -> Rows:
    """One row a statement of these articles."""
    for brief in map(corpus.briefs.__getitem__, articles):
        for one in brief.claims:
            first, last = one.due or (None, None)
            yield {
                "id": one.id,
                **_origin(brief, site_url, one.evidence.sentence),
                **_offsets(records.passage(one.evidence)),
                "words": one.short,
                "event": one.event,
                "status": one.status,
                "attribution": one.attribution,
                "credited": one.credited,
                "actors": list(one.actors),
                "recipients": list(one.recipients),
                "dates": [when.value for when in one.when if when.value],
                "due_first": records.day(first),
                "due_last": records.day(last),
                "progress": one.progress,
            }


def actors(corpus: Corpus, site_url: str, ids: Iterable[str]) -> Rows:
    """One row for each of these actors."""
    for id in ids:
        one = corpus.actors[id]
        dossier = corpus.dossiers.get(id)
        page = addresses.on_the_web(site_url, addresses.dossier(id)) if dossier else None
        yield {
            "id": id,
            "name": one.name,
            "type": one.type,
            "country": one.country,
            "aliases": list(one.aliases),
            "roles": list(dict.fromkeys(role.text for role in one.roles)),
            "registered": one.registered,
            "articles": len({article for article, _ in one.members}),
            "first": records.day(dossier.first) if dossier else None,
            "last": records.day(dossier.last) if dossier else None,
            "page": page,
        }


def figures(corpus: Corpus, site_url: str, articles: Iterable[str]) -> Rows:
    """One row a figure of these articles, with its line in the ledger where it has one."""
    lines = {
        (reading.measure.words.article_id, reading.measure.words.start): figure
        for figure in corpus.figures
        for reading in figure.readings
    }
    for id in articles:
        brief = corpus.briefs[id]
        for one in brief.measures:
            low, high = one.value if isinstance(one.value, tuple) else (one.value, one.value)
            line = lines.get((id, one.words.start))
            yield {
                **_origin(brief, site_url, one.words.sentence),
                **_offsets(records.words(one.words)),
                "low": low,
                "high": high,
                "unit": one.unit,
                "modifier": one.modifier,
                "thing": one.thing,
                "ledger": line.id if line else None,
                "relation": line.relation if line else None,
            }


def _offsets(evidence: Mapping[str, Any]) -> dict[str, Any]:
    return {key: evidence[key] for key in ("start", "end", "exact")}


# A new table is a function, its part of the schema, a row in `corpus.parts.TABLES` and one here.
TABLES: dict[str, Callable[[Corpus, str, Iterable[str]], Rows]] = {
    "statements": statements,
    "actors": actors,
    "figures": figures,
}
