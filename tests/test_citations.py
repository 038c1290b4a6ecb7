"""Citations are read back by pybtex, rispy and citeproc."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import rispy
from citeproc import Citation as CitationCite
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string

from briefgen.corpus import Corpus
from briefgen.exports.citations import Citation, bibtex, citations, csl, ris, tex
from briefgen.exports.words import line

SITE = "https://example.org/site/"
STYLE = CitationStylesStyle("harvard-cite-them-right", validate=False)
HOSTILE = "50% of {A} & B_1 #2 $3 ~^ \\end{x} } {  –  ER  - \r\nTY  - BOOK"


def citation(title: str, **fields: object) -> Citation:
    known = {"author": None, "container": None, "issued": None, "accessed": None, "url": None}
    return Citation(id="a", title=line(title), language="en", news=True, **known | fields)


def bib(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def rendered(items: list[dict[str, Any]]) -> list[str]:
    """The bibliography that a citation processor makes of CSL-JSON."""
    made = CitationStylesBibliography(STYLE, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(CitationCite([CitationItem(item["id"])]))
    return [str(entry) for entry in made.bibliography()]


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_every_sample_is_cited_in_every_style(sample_corpus: Corpus, site_url: str) -> None:
    styles = {one.src_uri: b"".join(one.pieces()) for one in citations(sample_corpus, site_url)}
    assert len(styles) == 3 * len(sample_corpus.briefs)
    for id, brief in sample_corpus.briefs.items():
        folder = f"briefings/{id}/cite"
        entries = bib(styles[f"{folder}.bib"].decode()).entries
        items = json.loads(styles[f"{folder}.csl.json"])
        assert brief.article.title in rendered(items)[0]
        (article, briefing) = rispy.loads(styles[f"{folder}.ris"].decode())
        assert list(entries) == [id, f"{id}-briefing"]
        assert entries[id].fields["year"] == article["year"] == str(brief.article.published.year)
        assert article["type_of_reference"] == "NEWS"
        assert article["title"] == items[0]["title"] == brief.article.title
        assert article["secondary_title"] == items[0]["container-title"]
        assert briefing["secondary_title"] == "Sample"
        assert briefing.get("urls") == ([f"{SITE}briefings/{id}/"] if site_url else None)


def test_hostile_headlines_stay_headlines() -> None:
    cited = [citation(HOSTILE, author="} and {", issued=date(2024, 3, 1))]
    (entry,) = bib(bibtex(cited)).entries.values()
    assert set(entry.fields) == {"title", "year", "month", "date"}
    (record,) = rispy.loads(ris(cited))
    assert record["title"] == line(HOSTILE)
    (item,) = json.loads(csl(cited))
    assert item["title"] == line(HOSTILE)


printable = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@given(printable)
def test_any_headline_is_read_back(words: str) -> None:
    cited = [citation(words)]
    (entry,) = bib(bibtex(cited)).entries.values()
    assert entry.fields["title"] == f"{{{tex(line(words))}}}"
    (record,) = rispy.loads(ris(cited))
    assert record["title"] == line(words)


@given(st.text("\\{}$&#_%~^aB1 ", min_size=1))
def test_tex_shows_what_was_written(words: str) -> None:
    named = {
        "\\textbackslash{}": "\\",
        "\\textbraceleft{}": "{",
        "\\textbraceright{}": "}",
        "\\textasciitilde{}": "~",
        "\\textasciicircum{}": "^",
    }
    shown, rest = "", tex(words)
    while rest:
        found = next((name for name in named if rest.startswith(name)), rest[0])
        if found == "\\":
            found = rest[:2]
        shown += named.get(found, found[-1])
        rest = rest[len(found) :]
    assert shown == words
