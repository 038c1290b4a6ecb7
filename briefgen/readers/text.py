"""Plain text: every character of the file is the article's, but for those that are not seen."""

from __future__ import annotations

from briefgen.readers.metadata import Body
from briefgen.readers.source import traced


def body(content: str, path: str) -> Body:
    """The text of a decoded .txt file."""
    text = traced(content).stripped()
    return Body(text.text, path, text.source_map())
