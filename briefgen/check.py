"""The invariants of every build: evidence is verbatim, no new words, every internal link resolves.

They are checked on what was made, not on how: on the corpus's evidence and on the pages' Markdown.
"""

from __future__ import annotations

import dataclasses
import functools
import html
import posixpath
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from babel import Locale

from briefgen.catalogue import ENGLISH
from briefgen.corpus import (
    Change,
    Cited,
    Corpus,
    Country,
    Decision,
    Evidence,
    Figure,
    Measure,
    OldWords,
    Page,
    Period,
    Place,
    Publisher,
    Question,
    StatedRole,
    Subject,
    Topic,
    When,
)
from briefgen.corpus.questions import Reason
from briefgen.errors import Problem
from briefgen.model import Actor, Article, Assessment, Correction
from briefgen.pages.labels import Label
from briefgen.pages.references import ActorLink, ArticleLink, field_names, views
from briefgen.pages.series import Run
from briefgen.pages.sourcing import NumberedSource, SourceSummary
from briefgen.publishers import DescribedPublisher
from briefgen.wording import CALENDARS, day, figure, number, resolved

LINK = re.compile(r"\]\(([^()\s]+)\)")
ANCHOR = re.compile(r'\bid="([^"]+)"')
# The scale of a picture's axis says nothing of its own.
SCALE = re.compile(r'<text[^>]*class="bg-tick"[^>]*>[^<]*</text>')
TAG = re.compile(r"<[^>]*>")
# What only says in which language or direction the words inside are to be read.
SPOKEN = re.compile(r"</?bdi\b[^>]*>|[\u2068\u2069]")
ATTRIBUTES = re.compile(r"\{ [^{}\n]*\}")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
NAME = re.compile(r"[^\W\d_]+")
EDGE = "\x1f"
"""Stands where markup or a citation was, which no quotation reaches across."""
QUOTED = re.compile(rf"“([^“”\n{EDGE}]+)”")


def evidence_problems(corpus: Corpus) -> Iterator[Problem]:
    """Each claim has evidence, and evidence is exactly the article's words at its offsets."""
    for brief in corpus.briefs.values():
        article = brief.article
        for found in views(brief):
            if not isinstance(found, Evidence):
                continue
            if not found.exact or found.exact != article.text[found.start : found.end]:
                yield Problem(
                    article.path or article.id,
                    None,
                    f"evidence at {found.start}-{found.end} is not the article's text",
                    found.exact,
                )


def actor_problems(corpus: Corpus) -> Iterator[Problem]:
    """Each actor bears words of its articles, unless the register or a library names it.

    Words are held against each other in lower case: names from capitals are written as names.
    """
    allowed = {word.casefold() for word in _names(ENGLISH)}
    for correction in corpus.corrections:
        if correction.kind == "rename":
            allowed |= _vocabulary(correction.summary.casefold())

    @functools.cache
    def words_of(article_id: str) -> frozenset[str]:
        article = corpus.briefs[article_id].article
        return _vocabulary(f"{article.text} {article.title}".casefold())

    for actor in corpus.actors.values():
        if actor.registered or actor.type == "country":
            continue  # the register's name, or that of a library
        words = _vocabulary(actor.name.casefold()) - allowed
        for article_id, _ in actor.members:
            if words:
                words -= words_of(article_id)
        if words:
            word = min(words)
            yield Problem(f"actor {actor.id}", None, "a name that no source brought", word)


# Strings of a view that are no stretch of a source, but metadata or a value read from evidence that
# stands beside it. Every other string on a page must be found in the sources.
BROUGHT: dict[type, tuple[str, ...]] = {
    Actor: ("name", "aliases", "note", "country", "why"),
    ActorLink: ("name",),
    ArticleLink: ("title", "publisher", "reliability", "notice"),
    Change: ("name", "reason"),
    Cited: ("value",),
    Correction: ("summary", "reason"),
    Decision: ("reason", "by", "before", "after"),
    DescribedPublisher: ("name", "aliases", "description", "kind", "country", "reliability"),
    Country: ("code", "name", "region"),
    Figure: ("unit",),
    Label: ("name",),
    Measure: ("unit",),
    OldWords: ("words",),
    Period: ("key",),
    Place: ("name",),
    Publisher: ("name", "grades", "stated"),
    Question: ("id", "name"),
    Reason: ("name", "detail"),
    Run: ("first", "last"),
    NumberedSource: ("kind",),
    SourceSummary: ("grades",),
    Subject: ("words",),
    Topic: ("name", "description", "mediatopics"),
    When: ("value",),
}


class NewWords:
    """Finds words on a page that neither a source, the metadata nor the site's frame brought."""

    def __init__(self, corpus: Corpus, template_text: str, frame: Iterable[str] = ()) -> None:
        """`frame`: further words of the site owner, such as the home page's introduction."""
        self.corpus = corpus
        self.template_text = template_text
        self.language = corpus.language
        locale = Locale(CALENDARS.get(corpus.language, corpus.language))
        months = " ".join(locale.months["format"]["wide"].values())
        names = _names(corpus.language) | _names(ENGLISH)  # actors keep the names of their texts
        self.frame = _vocabulary(" ".join([template_text, months, *frame])) | names
        self.sources: dict[str, tuple[str, frozenset[str]]] = {}

    def problems(self, page: Page, markdown: str) -> Iterator[Problem]:
        """A problem for each number, capitalised word or quoted string that nothing brought."""
        sources = [self._source(article_id) for article_id in page.context.get("articles", {})]
        brought_text = " ".join([page.title, *_brought(page.context, self.language)])
        brought = _vocabulary(brought_text)
        visible = visible_text(markdown)
        for word in dict.fromkeys([*NUMBER.findall(visible), *_capitalised(visible)]):
            known = word in self.frame or word in brought
            if not known and not any(word in words for _, words in sources):
                yield Problem(page.src_uri, None, "a word that no source brought", word)
        for quoted in dict.fromkeys(QUOTED.findall(visible)):
            said = " ".join(quoted.split())
            ours = said in brought_text or said in self.template_text
            if not ours and not any(said in text for text, _ in sources):
                yield Problem(page.src_uri, None, "a quotation that no source brought", quoted)

    def _source(self, article_id: str) -> tuple[str, frozenset[str]]:
        """One article's text and metadata on one line, and its words."""
        if article_id not in self.sources:
            article = self.corpus.briefs[article_id].article
            text = " ".join([article.text, *_strings(article, self.language)])
            line = " ".join(text.split())
            self.sources[article_id] = (line, _vocabulary(line))
        return self.sources[article_id]


def _brought(value: Any, language: str) -> list[str]:
    """Numbers, dates and metadata of a page's views; of Evidence only the sentence's number."""
    words: list[str] = []
    _bring(value, words, language)
    return words


def _bring(value: Any, words: list[str], language: str) -> None:
    # Into one list: passing each word up through as many generators takes most of a large build.
    if value is None or isinstance(value, str | int | float | date):
        words.extend(_formats(value, language))
    elif isinstance(value, Evidence):
        words.append(str(value.sentence))
    elif isinstance(value, tuple | list):
        words.extend(_formats(len(value), language))
        for one in value:
            _bring(one, words, language)
    elif isinstance(value, Mapping):
        words.append(str(len(value)))
        for key, one in value.items():
            words.extend(_formats(key, language))
            _bring(one, words, language)
    else:
        _bring_view(value, words, language)


def _bring_view(value: Any, words: list[str], language: str) -> None:
    strings = BROUGHT.get(type(value), ())
    if isinstance(value, StatedRole) and value.evidence is None:
        strings = ("text",)  # the user's register says so
    if isinstance(value, Cited) and not value.stands:
        strings = ("exact", "title", "publisher", "value")  # the earlier build had them
    for name in field_names(value.__class__):
        part = getattr(value, name)
        if name in strings or not _is_words(part):
            _bring(part, words, language)
        elif isinstance(part, tuple):
            words.append(str(len(part)))


def _is_words(value: Any) -> bool:
    """Whether a view's field holds words: a string, or strings."""
    return isinstance(value, str) or (
        isinstance(value, tuple) and bool(value) and isinstance(value[0], str)
    )


def _formats(value: Any, language: str) -> Iterator[str]:
    """A value in each form that the pages' filters give it."""
    if isinstance(value, date):
        yield day(value, language)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield number(value, language)
    elif isinstance(value, str):
        yield value
        if value[:1].isdigit():
            yield resolved(value, language)
            yield figure(value, language)


def _strings(article: Article, language: str) -> Iterator[str]:
    """An article's metadata as text."""
    for one in dataclasses.fields(article):
        value = getattr(article, one.name)
        if isinstance(value, date):
            yield day(value, language)
        elif isinstance(value, str) and one.name not in ("text", "sha256"):
            yield value
        elif isinstance(value, Assessment):
            yield " ".join([value.judgement, *value.alternatives, *value.indicators])
            yield f"{value.likelihood} {value.confidence}"
        elif one.name == "topics":
            yield " ".join(value)


def visible_text(markdown: str) -> str:
    """What a reader sees of our Markdown: no tags, attributes, link targets or references."""
    text = SPOKEN.sub("", FRONT_MATTER.sub("", markdown))
    text = LINK.sub(EDGE, SCALE.sub(EDGE, text))
    text = ATTRIBUTES.sub(EDGE, text)
    return html.unescape(TAG.sub(EDGE, text))


def link_problems(pages: Mapping[str, str], files: Iterable[str] = ()) -> Iterator[Problem]:
    """Each internal link leads to a page that exists and, where it names one, to an anchor there.

    `pages` maps src_uri to Markdown; `files` are the addresses of what is no page.
    """
    anchors = dict.fromkeys(files, frozenset[str]())
    anchors |= {uri: frozenset(ANCHOR.findall(text)) for uri, text in pages.items()}
    for uri, text in pages.items():
        for target in dict.fromkeys(LINK.findall(text)):
            if "://" in target:
                continue
            path, _, anchor = target.partition("#")
            joined = posixpath.join(posixpath.dirname(uri), path)
            resolved_uri = posixpath.normpath(joined) if path else uri
            if resolved_uri not in anchors:
                yield Problem(uri, None, "a link to a page that does not exist", target)
            elif anchor and anchor not in anchors[resolved_uri]:
                yield Problem(uri, None, "a link to a place that does not exist", target)


def _vocabulary(text: str) -> frozenset[str]:
    # Interned, since the articles of a site share most of their words.
    return frozenset(map(sys.intern, NUMBER.findall(text) + NAME.findall(text)))


def _capitalised(text: str) -> list[str]:
    return [word for word in NAME.findall(text) if word[0].isupper()]


@functools.cache
def _names(language: str) -> frozenset[str]:
    """The words of all names of countries and languages, as Unicode CLDR has them."""
    locale = Locale(language)
    named = (*locale.territories.values(), *locale.languages.values())
    return _vocabulary(" ".join(map(str, named)))
