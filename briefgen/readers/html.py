"""HTML: the main text as trafilatura finds it, without navigation, scripts and comments."""

from __future__ import annotations

import trafilatura

from briefgen.readers.metadata import Body
from briefgen.readers.source import traced


def body(content: str, path: str) -> Body:
    """The main text of a decoded .html file; empty where there is none.

    There is no map back to the file: the text is no stretch of it.
    """
    found = trafilatura.extract(
        content,
        output_format="txt",
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        include_links=False,
        with_metadata=False,
        deduplicate=False,
    )
    return Body(traced(found or "").stripped().text, path)
