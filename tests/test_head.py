"""What a page's head tells: JSON-LD read by rdflib without network, Open Graph, feeds, pictures."""

from __future__ import annotations

import dataclasses
import io
import json
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rdflib
import sites
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from told import corpus, told

from briefgen.corpus import Corpus, Page
from briefgen.exports import all_exports, cards
from briefgen.exports.head import head
from briefgen.pages import all_pages
from briefgen.unread import is_read

SITE = "https://example.org/site/"
SDO_WORDS = frozenset(dir(rdflib.SDO))


class Head(HTMLParser):
    """Tags and scripts of a head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.feeds: list[str] = []
        self.tags: list[str] = []
        self.data = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        if tag == "meta":
            self.meta[found.get("property") or found["name"]] = found["content"]
        if tag == "link":
            self.feeds.append(found["href"])

    def handle_data(self, data: str) -> None:
        self.data += data

    def record(self) -> dict[str, Any]:
        return json.loads(self.data)


def heads(found: Corpus, site_url: str = SITE, cards: bool = True) -> dict[str, Head]:
    """src_uri -> what the head says."""

    def url(page: Page) -> str:
        return page.src_uri.removesuffix("index.md").replace(".md", "/")

    return {
        page.src_uri: Head(head(found, page, url(page), site_url, cards))
        for page in all_pages(found)
    }


def graph(record: dict[str, Any]) -> rdflib.Graph:
    """The record's triples; the context is given here, so that nothing is fetched."""
    assert record["@context"] == "https://schema.org"
    local = {"@vocab": str(rdflib.SDO)}
    local |= {key: {"@type": "@id"} for key in ("url", "license")}
    text = json.dumps(record | {"@context": local})
    return rdflib.Graph().parse(data=text, format="json-ld", base="https://example.org/page/")


def test_every_briefing_is_a_report_based_on_an_article(sample_corpus: Corpus) -> None:
    for uri, found in heads(sample_corpus).items():
        if not uri.startswith("briefings/") or uri == "briefings/index.md":
            assert "script" not in found.tags
            continue
        triples = graph(found.record())
        for _, name, value in triples:
            word = value if name == rdflib.RDF.type else name
            assert word in SDO_WORDS, word
        (report,) = triples.subjects(rdflib.RDF.type, rdflib.SDO.Report)
        (article,) = triples.subjects(rdflib.RDF.type, rdflib.SDO.NewsArticle)
        assert str(report) == SITE + uri.replace(".md", "/")
        assert (report, rdflib.SDO.isBasedOn, article) in triples
        assert (report, rdflib.SDO.citation, article) in triples
        brief = sample_corpus.briefs[uri.removeprefix("briefings/").removesuffix(".md")]
        assert any(triples.objects(report, rdflib.SDO.about)) == is_read(brief.article)
        id = uri.removeprefix("briefings/").removesuffix(".md")
        assert article == rdflib.URIRef(sample_corpus.briefs[id].article.url)


HOSTILE = "</script><script>alert(1)</script><!-- <b> & \" ' \u2028 ]]>"


def hostile(words: str) -> Corpus:
    made = told("bad", "Aurora met Varna.", published=date(2024, 3, 1), title=words, byline=words)
    return dataclasses.replace(corpus([made]), site_name=words)


@given(st.one_of(st.just(HOSTILE), st.text(min_size=1, max_size=40)))
def test_no_headline_breaks_out_of_the_head(words: str) -> None:
    found = heads(hostile(words))["briefings/bad.md"]
    assert set(found.tags) <= {"meta", "link", "script"}
    assert found.tags.count("script") == 1
    assert found.record()["headline"] == words


def test_kept_back_sentences_stand_in_no_head(sample_corpus: Corpus) -> None:
    for id, brief in sample_corpus.briefs.items():
        found = heads_of(sample_corpus, id)
        if not any(one.shown for one in brief.bottom_line):
            assert "og:description" not in found.meta
            assert "abstract" not in found.record()
            break
    else:
        pytest.fail("no sample keeps its bottom line back")


def heads_of(found: Corpus, id: str) -> Head:
    return heads(found)[f"briefings/{id}.md"]


def test_without_address_nothing_claims_a_whole_one(sample_corpus: Corpus) -> None:
    for uri, found in heads(sample_corpus, "").items():
        assert "og:image" not in found.meta
        assert "og:url" not in found.meta
        assert all(feed.startswith(("../", "feed")) for feed in found.feeds), uri
    assert not [x for x in all_exports(sample_corpus, "") if x.src_uri.endswith(".png")]


def test_the_page_of_changes_names_its_feed(sample_corpus: Corpus) -> None:
    assert f"{SITE}changes.xml" in heads(sample_corpus)["changes/index.md"].feeds


def test_a_dossier_names_no_feed_but_the_sites(sample_corpus: Corpus) -> None:
    """The theme asks for a sitemap beside each alternate; the page itself links its own feed."""
    found = heads(sample_corpus)["actors/japan.md"]
    assert found.feeds == [f"{SITE}feed.xml"]


def test_pictures_are_small_whole_and_the_same_each_time(sample_corpus: Corpus) -> None:
    made = {x.src_uri: x for x in all_exports(sample_corpus, SITE) if x.src_uri.endswith(".png")}
    assert len(made) == len(sample_corpus.briefs)
    for uri, one in made.items():
        content = b"".join(one.pieces())
        assert len(content) < 40_000
        assert content == b"".join(one.pieces())
        picture = Image.open(io.BytesIO(content))
        picture.load()
        assert picture.size == (1200, 630)
        id = uri.split("/")[1]
        assert heads_of(sample_corpus, id).meta["og:image"] == SITE + uri
        break


@pytest.mark.parametrize(
    "title", ["word " * 200, "w" * 500, "A", "Łódź, Ærø, Đà Nẵng, Київ, Αθήνα: 100 % “safe”…"]
)
def test_any_length_of_headline_fits(title: str) -> None:
    (brief,) = hostile(title).briefs.values()
    picture = Image.open(io.BytesIO(cards.png("Site " * 100, brief))).convert("L")
    width, height = picture.size
    assert picture.crop((width - 40, 0, width, height)).getextrema()[1] < 60
    assert picture.crop((20, height - 40, width, height)).getextrema()[1] < 60


def test_letters_that_the_font_lacks_get_no_picture() -> None:
    found = hostile("日本の首相")
    assert not list(cards.pictures(found))
    assert "og:image" not in heads(found)["briefings/bad.md"].meta


def test_the_option_switches_pictures_off(sample_corpus: Corpus) -> None:
    assert not [x for x in all_exports(sample_corpus, SITE, False) if x.src_uri.endswith(".png")]
    found = heads(sample_corpus, cards=False)["briefings/joint-command-opens.md"]
    assert "og:image" not in found.meta


@pytest.mark.slow
def test_the_built_page_has_it_all(tmp_path: Path) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article(f"A < B {HOSTILE[:9]}", "Ana met Bo.")})
    site = sites.built(folder, SITE_URL=SITE)
    text = (site / "briefings/one/index.html").read_text(encoding="utf-8")
    top, _, rest = text.partition("</head>")
    assert 'property="og:image"' in top
    assert top.count("application/ld+json") == 1
    assert "<body" in rest
    for name in ("brief.json", "card.png", "cite.bib", "cite.ris", "cite.csl.json"):
        assert (site / "briefings/one" / name).stat().st_size, name
    assert "<lastmod>2024-03-25</lastmod>" in (site / "sitemap.xml").read_text(encoding="utf-8")
