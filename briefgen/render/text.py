"""Text as every Markdown dialect shows it: literally."""

from __future__ import annotations

import re
import string
from typing import Any

from markupsafe import Markup

from briefgen.errors import BriefgenError

# Apart from these and letters, nothing in ASCII is safe in every Markdown dialect at every place.
SAFE_PUNCTUATION = frozenset(" ,;?%/'")
REFERENCES = {
    ord(c): f"&#{ord(c)};" for c in string.punctuation if c not in SAFE_PUNCTUATION | {".", "-"}
}
# A full stop makes a list after a number and a link inside a host name; a hyphen makes a rule or
# list at a line's start and a dash when doubled; a point after a space or before one is prose.
DOT = re.compile(r"(?<=\w)\.(?=\w)|(?<=\d)\.")
HYPHEN = re.compile(r"(?<!\w)-|-(?!\w)")
# Python-Markdown keeps its own marks between control characters.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Several words, or a range: their ends would change places between words from right to left.
SEVERAL = re.compile("[ –]")


def isolate(value: Any) -> str:
    """Text that keeps its own direction on a page that is written from right to left."""
    if isinstance(value, Markup) or not SEVERAL.search(str(value).strip()):
        return escape(value)  # single words need none, and names of classes and anchors bear none
    return Markup(f"\u2068{escape(value)}\u2069")


def escape(value: Any) -> str:
    """Text as every Markdown dialect shows it: literally, on one line."""
    if isinstance(value, Markup):
        return value
    if value is None:
        raise BriefgenError("a template printed an empty value: test it first, or say `not stated`")
    printable = CONTROL.sub(" ", str(value))
    text = " ".join(printable.split()).translate(REFERENCES)
    text = DOT.sub("&#46;", text)
    return Markup(HYPHEN.sub("&#45;", text))
