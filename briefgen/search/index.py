"""Has Pagefind write its index; the only module that knows Pagefind.

Pagefind reads one small HTML file a page, written for it alone, so that neither the theme nor the
page's own tables weigh on the index. It is called once: its Python interface takes a tenth of a
second a call.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from pagefind.service import get_executable

from briefgen import wording
from briefgen.errors import BriefgenError
from briefgen.search.records import Passage, Record

FOLDER = "pagefind"
UNUSED = ("pagefind-*.css", "pagefind-*ui.js", "pagefind-highlight.js", "pagefind-worker.js")
"""What Pagefind adds for its own interface, which this site does not use."""
LICENCE = Path(__file__).with_name("pagefind-licence.txt")


def write_index(pages: Mapping[str, Record], site: Path, language: str = "en") -> None:
    """Write the index of these pages into the site's folder.

    `pages`: address of the HTML file below the site, with forward slashes -> its record;
    `language`: whose word endings are folded, as BCP 47 code. Raises BriefgenError where Pagefind
    is missing or fails.
    """
    target = site.resolve() / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for address, record in pages.items():
            path = Path(folder, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_document(record), encoding="utf-8")
        _run(Path(folder), target, language)
    for pattern in UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    shutil.copy(LICENCE, target / "LICENSE.txt")


def _run(source: Path, target: Path, language: str) -> None:
    program = get_executable()
    if program is None:
        raise BriefgenError(
            "Pagefind's program is not installed; correct example: pip install 'pagefind[bin]', "
            "or switch to the theme's search with `search: material`"
        )
    command = [program, "--site", source, "--output-path", target]
    # Its settings may come from the environment and from files beside it; ours are all here.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    done = subprocess.run(
        [*command, "--force-language", language.split("-")[0], "--quiet"],
        cwd=source,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BriefgenError(f"Pagefind failed: {(done.stderr or done.stdout).strip()}")


def _document(record: Record) -> str:
    """A page as Pagefind reads it: metadata in the head, title and passages in the body."""
    lines = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        *_head(record),
        "</head><body data-pagefind-body>",
        f"<h1>{html.escape(record.title)}</h1>",
        *map(_passage, record.passages),
        "</body></html>",
    ]
    return "\n".join(lines)


def _head(record: Record) -> Iterator[str]:
    yield _attribute("filter", "kind", record.kind)
    # A page without a value to sort by would be missing from sorted results.
    yield _attribute("sort", "date", record.day.strftime("%Y%m%d") if record.day else "0")
    if record.day:
        yield _attribute("filter", "month", record.day.isoformat()[:7])
        yield _attribute("meta", "date", wording.day(record.day))
    for facet, value in record.facets:
        yield _attribute("filter", facet, value)


def _attribute(use: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{use}="{name}[content]" content="{html.escape(value)}">'


def _passage(passage: Passage) -> str:
    anchor = f' id="{html.escape(passage.anchor)}"' if passage.anchor else ""
    weight = f' data-pagefind-weight="{passage.weight:g}"' if passage.weight != 1 else ""
    return f"<p{anchor}{weight}>{html.escape(passage.text)}</p>"
