"""The words of the interface in the site's language: one catalogue a language, read by Babel.

English is what templates and modules are written in, so it has no catalogue. The others stand in
`locale/<language>/LC_MESSAGES/briefgen.po` and are read as they are: nothing compiled is kept.
"""

from __future__ import annotations

import functools
import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ENGLISH = "en"
FOLDER = Path(__file__).parent / "locale"


class Term(str):
    """A word of the site's own, in English; anything else on a page is a word of the sources."""

    __slots__ = ()


N_ = Term
"""Marks a word for the catalogue where it stands; it is translated where it is shown."""


def path(language: str) -> Path:
    """The catalogue of a language."""
    return FOLDER / language / "LC_MESSAGES" / "briefgen.po"


def languages() -> tuple[str, ...]:
    """Those that the interface speaks, as BCP 47 codes."""
    return (ENGLISH, *sorted(one.parts[-3] for one in FOLDER.glob("*/LC_MESSAGES/briefgen.po")))


@functools.cache
def catalogue(language: str) -> NullTranslations:
    """What says the interface's words in a language; a word that it lacks stays English."""
    if language == ENGLISH:
        return NullTranslations()
    with path(language).open("rb") as source:
        messages = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def own(words: str, language: str) -> str:
    """The words in the language where they are the site's own; those of sources as they are."""
    return catalogue(language).gettext(words) if isinstance(words, Term) else words


@functools.cache
def vocabulary(language: str) -> str:
    """All words that the interface may say in a language beside those of the templates."""
    if language == ENGLISH:
        return ""
    with path(language).open("rb") as source:
        messages = list(read_po(source, locale=language))
    said = (one.string or "" for one in messages)
    return "\n".join(one if isinstance(one, str) else "\n".join(one) for one in said)


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return Locale.parse(language, sep="-").text_direction == "rtl"
