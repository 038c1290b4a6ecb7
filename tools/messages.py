#!/usr/bin/env python3
"""Gather the words of the interface into its catalogues.

    python3 tools/messages.py

writes briefgen/locale/briefgen.pot and brings each language's briefgen.po up to date: new messages
come in empty, those that are gone go. A new language begins with an empty file in its folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "briefgen" / "locale"
TEMPLATE = LOCALES / "briefgen.pot"
SOURCES = {"templates": "jinja2", "briefgen": "python"}
"""Folder -> how Babel reads its files."""
PATTERNS = {"jinja2": "**.j2", "python": "**.py"}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}


def template() -> Catalog:
    """Every message, with the files that say it, in alphabetical order."""
    found = Catalog(project="briefgen", charset="utf-8")
    for folder, method in SOURCES.items():
        rows = extract_from_dir(
            ROOT / folder, [(PATTERNS[method], method)], keywords=KEYWORDS, strip_comment_tags=True
        )
        for name, _, message, comments, context in rows:
            place = (f"{folder}/{name}", 0)
            found.add(message, None, [place], auto_comments=comments, context=context)
    return found


def write(path: Path, catalogue: Catalog) -> None:
    """Without dates, versions or line numbers, which would change with no word changed.

    A language's header holds the order of its plural forms: Babel's own table has changed.
    """
    with path.open("wb") as target:
        if catalogue.locale is not None:
            plural = f'"Plural-Forms: {catalogue.plural_forms}\\n"'
            charset = '"Content-Type: text/plain; charset=utf-8\\n"'
            target.write(f'msgid ""\nmsgstr ""\n{charset}\n{plural}\n\n'.encode())
        write_po(
            target,
            catalogue,
            width=100,
            omit_header=True,
            ignore_obsolete=True,
            sort_output=True,
            include_lineno=False,
        )


def main() -> None:
    """Write the template and update the languages."""
    words = template()
    write(TEMPLATE, words)
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/briefgen.po")):
        language = path.parts[-3]
        with path.open("rb") as source:
            known = read_po(source, locale=language)
        known.update(words, no_fuzzy_matching=True)
        write(path, known)
        missing = sum(not all(strings(one)) for one in known if one.id)
        print(f"{language}: {len(known)} messages, {missing} to be translated")


def strings(message: Message) -> list[str]:
    """The translations of a message: one, or one a plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ("",))


if __name__ == "__main__":
    sys.exit(main())
