"""A briefing as schema.org JSON-LD: a Report that is based on a NewsArticle."""

from __future__ import annotations

import json
from typing import Any

from briefgen import addresses
from briefgen.corpus import Brief, Corpus, Participant

Json = dict[str, Any]
TYPES = {"person": "Person", "country": "Country", "place": "Place"}
"""Of an actor; everything else that acts is an Organization."""
ABOUT = 3
"""So many of the most central actors a briefing is about; the others it mentions."""
LICENCES = {
    "public-domain": "https://creativecommons.org/publicdomain/mark/1.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
# In a script element nothing else could end it or begin a comment.
HARMLESS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def script(corpus: Corpus, brief: Brief, root: str) -> str:
    """The record as a script element. `root` leads from the page to the site's root."""
    text = json.dumps(record(corpus, brief, root), separators=(",", ":")).translate(HARMLESS)
    return f'<script type="application/ld+json">{text}</script>'


def record(corpus: Corpus, brief: Brief, root: str) -> Json:
    """The briefing, what it is based on, and whom it names."""
    article = brief.article
    page = addresses.on_the_web(root, addresses.briefing(article.id))
    named = [_actor(corpus, one, root) for one in brief.people]
    shown = " ".join(one.exact for one in brief.bottom_line if one.shown)
    source = _source(brief, page)
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Report",
            "@id": page,
            "url": page,
            "headline": article.title or article.id,
            "abstract": " ".join(shown.split()),
            "inLanguage": article.language,
            "dateModified": _day(article.updated or article.published),
            "isBasedOn": source,
            "citation": {"@id": source["@id"]},
            "about": named[:ABOUT],
            "mentions": named[ABOUT:],
            "keywords": list(article.topics),
            "isPartOf": {"@type": "WebSite", "name": corpus.site_name, "url": root or "./"},
        }
    )


def _source(brief: Brief, page: str) -> Json:
    article = brief.article
    named = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    return _known(
        {
            "@type": "NewsArticle",
            "@id": article.url or f"{page}#source",
            "url": article.url,
            "headline": article.title,
            "datePublished": _day(article.published),
            "dateModified": _day(article.updated),
            "inLanguage": article.language,
            "publisher": named,
            "creditText": article.byline,
            "license": _licence(article.rights),
        }
    )


def _actor(corpus: Corpus, one: Participant, root: str) -> Json:
    uri = None
    if one.actor in corpus.dossiers:
        uri = addresses.on_the_web(root, addresses.dossier(one.actor))
    return _known({"@type": TYPES.get(one.type, "Organization"), "name": one.name, "url": uri})


def _licence(rights: str) -> str | None:
    """The address of a Creative Commons licence: CC-BY-SA-4.0 -> .../by-sa/4.0/."""
    if rights in LICENCES or not rights.startswith("CC-"):
        return LICENCES.get(rights)
    kind, _, version = rights.removeprefix("CC-").rpartition("-")
    return f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None


def _known(record: Json) -> Json:
    """Without what is not stated."""
    return {key: value for key, value in record.items() if value}
