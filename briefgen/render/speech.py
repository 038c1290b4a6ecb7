"""What templates say in the language of the interface: its words, and filters that word values."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefgen import wording
from briefgen.catalogue import ENGLISH, Term, catalogue, is_right_to_left
from briefgen.corpus import Cited, Evidence
from briefgen.pages.references import ArticleLink
from briefgen.render.text import escape, isolate
from briefgen.terms import TERMS


def spoken(language: str) -> dict[str, Callable[..., Markup]]:
    """What templates call to say the catalogue's words: `_()` or `gettext()`, and `ngettext()`.

    Jinja's own would escape values for HTML alone, which leaves them Markdown.
    """
    words = catalogue(language)
    shown = text(language)

    def _filled(message: str, values: dict[str, Any]) -> Markup:
        return Markup(message % {name: shown(value) for name, value in values.items()})

    def gettext(message: str, **values: Any) -> Markup:
        return _filled(words.gettext(message), values)

    def ngettext(one: str, many: str, count: int, **values: Any) -> Markup:
        number = wording.number(count, language)
        return _filled(words.ngettext(one, many, count), {"num": number, **values})

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


def text(language: str) -> Callable[[Any], str]:
    """What every value passes that a template prints."""
    return isolate if is_right_to_left(language) else escape


def worded(language: str) -> dict[str, Callable[..., Any]]:
    """The filters that speak the language of the interface."""
    words = catalogue(language)

    def term(value: str) -> str:
        """A value of a fixed vocabulary in words; anything else as it is."""
        known = isinstance(value, Term) or value in TERMS
        return words.gettext(value) if known else value

    def spoken_in(words_of: str, other: str) -> Markup:
        """Words of a source: marked where they are in another language than the page."""
        if _base(other) == _base(language):
            return Markup(escape(words_of))
        return Markup(f'<bdi lang="{escape(other)}">{escape(words_of)}</bdi>')

    @pass_context
    def exact(context: Context, evidence: Evidence | Cited) -> Markup:
        """The words of evidence, in the language of their article."""
        article = context.get("articles", {}).get(evidence.article_id)
        return spoken_in(evidence.exact, article.language if article else ENGLISH)

    def headline(article: ArticleLink) -> Markup:
        """The title of an article, in its language."""
        return spoken_in(article.title, article.language)

    spoken: dict[str, Callable[..., Any]] = {
        name: partial(say, language=language)
        for name, say in (
            ("day", wording.day),
            ("resolved", wording.resolved),
            ("number", wording.number),
            ("figure", wording.figure),
            ("language_name", wording.language_name),
        )
    }
    own: dict[str, Callable[..., Any]] = {
        "term": term,
        "spoken_in": spoken_in,
        "exact": exact,
        "headline": headline,
    }
    return spoken | own


def _base(language: str) -> str:
    return language.lower().split("-")[0]
