"""What templates say in the language of the interface: its words, and filters that word values."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefgen import wording
from briefgen.catalogue import ENGLISH, Term, catalogue, is_right_to_left
from briefgen.corpus import Cited, Evidence
from briefgen.pages.references import ArticleLink
from briefgen.render.text import escape, isolate
from briefgen.terms import TERMS

Named = dict[str, Callable[..., Any]]
"""Functions by the names that templates have for them."""


class Speech:
    """One language, as templates speak it."""

    def __init__(self, language: str) -> None:
        """`language`: that of the interface."""
        self.language = language
        self.words = catalogue(language)
        self.text: Callable[[Any], str] = isolate if is_right_to_left(language) else escape
        """What every value passes that a template prints."""

    @property
    def functions(self) -> Named:
        """Jinja's own would escape values for HTML alone, which leaves them Markdown."""
        return {"_": self.gettext, "gettext": self.gettext, "ngettext": self.ngettext}

    @property
    def filters(self) -> Named:
        """Those that depend on the language."""
        worded = {
            "day": wording.day,
            "resolved": wording.resolved,
            "number": wording.number,
            "figure": wording.figure,
            "language_name": wording.language_name,
        }
        return {name: partial(say, language=self.language) for name, say in worded.items()} | {
            "term": self.term,
            "spoken_in": self.spoken_in,
            "exact": self.exact,
            "headline": self.headline,
        }

    def gettext(self, message: str, **values: Any) -> Markup:
        """A message with its values."""
        return self._filled(self.words.gettext(message), values)

    def ngettext(self, one: str, many: str, count: int, **values: Any) -> Markup:
        """A message that counts; its `num` is the count in words of the language."""
        message = self.words.ngettext(one, many, count)
        return self._filled(message, {"num": wording.number(count, self.language), **values})

    def _filled(self, message: str, values: dict[str, Any]) -> Markup:
        shown = {name: self.text(value) for name, value in values.items()}
        try:
            return Markup(message % shown)
        except (KeyError, ValueError, TypeError) as error:
            raise TemplateRuntimeError(
                f"the message {message!r} lacks a value or holds a lone percent sign ({error}); "
                'correct example: {{ _("grade %(grade)s", grade=article.reliability) }}'
            ) from error

    def term(self, value: str) -> str:
        """A value of a fixed vocabulary in words; anything else as it is."""
        known = isinstance(value, Term) or value in TERMS
        return self.words.gettext(value) if known else value

    def spoken_in(self, words: str, language: str) -> Markup:
        """Words of a source: marked where they are in another language than the page."""
        if _base(language) == _base(self.language):
            return Markup(escape(words))
        return Markup(f'<bdi lang="{escape(language)}">{escape(words)}</bdi>')

    @pass_context
    def exact(self, context: Context, evidence: Evidence | Cited) -> Markup:
        """The words of evidence, in the language of their article."""
        article = context.get("articles", {}).get(evidence.article_id)
        return self.spoken_in(evidence.exact, article.language if article else ENGLISH)

    def headline(self, article: ArticleLink) -> Markup:
        """The title of an article, in its language."""
        return self.spoken_in(article.title, article.language)


def _base(language: str) -> str:
    return language.lower().split("-")[0]
