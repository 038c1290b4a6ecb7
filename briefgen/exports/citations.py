"""Each article and its briefing to be cited: CSL-JSON, BibTeX and RIS beside the briefing.

Each file holds two records: the article under its id, and the briefing under `ID-briefing`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from briefgen import addresses
from briefgen.corpus import Brief, Corpus, Export
from briefgen.exports.words import line

Make = Callable[[list["Citation"]], str]


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited, in the words of its metadata."""

    id: str
    """Slug, unique in the site."""
    title: str
    """Its headline, or its id."""
    author: str | None
    """Who wrote it, as the publisher says."""
    container: str | None
    """The publisher, or the site's name."""
    issued: date | None
    """When it was published; the day that a briefing speaks from."""
    accessed: date | None
    """When it was taken from the publisher."""
    url: str | None
    """Where it stands on the web."""
    language: str
    """BCP 47 code."""
    news: bool
    """Whether it is an article, not a briefing."""


def citations(corpus: Corpus, site_url: str) -> Iterator[Export]:
    """One file a format and briefing."""
    for id, brief in corpus.briefs.items():
        for style, name in addresses.CITATIONS.items():
            make = partial(_content, corpus, site_url, brief, STYLES[style])
            yield Export(addresses.beside(id, name), make)


def _content(corpus: Corpus, site_url: str, brief: Brief, make: Make) -> tuple[bytes]:
    return (make([source(brief), briefing(corpus, site_url, brief)]).encode(),)


def source(brief: Brief) -> Citation:
    """The article at its publisher."""
    article = brief.article
    return Citation(
        id=article.id,
        title=line(article.title or article.id),
        author=line(article.byline) if article.byline else None,
        container=line(article.publisher) if article.publisher else None,
        issued=article.published,
        accessed=article.retrieved,
        url=article.url,
        language=article.language,
        news=True,
    )


def briefing(corpus: Corpus, site_url: str, brief: Brief) -> Citation:
    """The briefing on this site."""
    page = addresses.briefing(brief.article.id)
    return Citation(
        id=f"{brief.article.id}-briefing",
        title=line(brief.article.title or brief.article.id),
        author=None,
        container=line(corpus.site_name),
        issued=corpus.as_of,
        accessed=None,
        url=addresses.on_the_web(site_url, page) if site_url else None,
        language=brief.article.language,
        news=False,
    )


def csl(cited: list[Citation]) -> str:
    """CSL-JSON, which Zotero, pandoc and others read."""

    def parts(day: date | None) -> dict[str, list[list[int]]] | None:
        return {"date-parts": [[day.year, day.month, day.day]]} if day else None

    items = [
        {
            "id": one.id,
            "type": "article-newspaper" if one.news else "webpage",
            "title": one.title,
            "author": [{"literal": one.author}] if one.author else None,
            "container-title": one.container,
            "issued": parts(one.issued),
            "accessed": parts(one.accessed),
            "URL": one.url,
            "language": one.language,
        }
        for one in cited
    ]
    known = [{key: value for key, value in one.items() if value is not None} for one in items]
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


# Braces are counted even where they are escaped, so that they need names.
TEX = {"\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
TEX |= {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}"} | {c: f"\\{c}" for c in "$&#_%"}
TEX_SPECIAL = re.compile("[" + re.escape("".join(TEX)) + "]")


def tex(words: str) -> str:
    """Words as TeX shows them literally."""
    return TEX_SPECIAL.sub(lambda found: TEX[found[0]], words)


def bibtex(cited: list[Citation]) -> str:
    """BibTeX; the second braces keep capitals, and a byline from being taken apart."""
    entries = []
    for one in cited:
        fields = {
            "title": f"{{{tex(one.title)}}}",
            "author": f"{{{tex(one.author)}}}" if one.author else None,
            "howpublished": tex(one.container) if one.container else None,
            "year": f"{one.issued:%Y}" if one.issued else None,
            "month": str(one.issued.month) if one.issued else None,
            "date": one.issued.isoformat() if one.issued else None,
            "url": one.url,
            "urldate": one.accessed.isoformat() if one.accessed else None,
        }
        lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
        entries.append(f"@misc{{{one.id},\n{''.join(lines)}}}\n")
    return "\n".join(entries)


def ris(cited: list[Citation]) -> str:
    """RIS: a tag and a value a line, lines as the format has them."""
    rows: list[tuple[str, str | None]] = []
    for one in cited:
        rows += [
            ("TY", "NEWS" if one.news else "ELEC"),
            ("ID", one.id),
            ("TI", one.title),
            ("AU", one.author),
            ("T2", one.container),
            ("PY", f"{one.issued:%Y}" if one.issued else None),
            ("DA", f"{one.issued:%Y/%m/%d}" if one.issued else None),
            ("Y2", f"{one.accessed:%Y/%m/%d}" if one.accessed else None),
            ("UR", one.url),
            ("LA", one.language),
            ("ER", ""),
        ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value is not None)


# A new style is a function, a file name in `addresses.CITATIONS` and a row.
STYLES: dict[str, Make] = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl}
