"""Has Pagefind write its index; the only module that knows Pagefind.

Pagefind reads one small HTML file a page, written for it alone, so that neither the theme nor the
page's own tables weigh on the index. It is called once: its Python interface takes a tenth of a
second a call. Days and facets are a file of our own: Pagefind writes its filters in another order
each time, and the same input shall give the same bytes.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

from briefgen import wording
from briefgen.catalogue import ENGLISH
from briefgen.errors import BriefgenError
from briefgen.search.record import Passage, Record

FOLDER = "pagefind"
UNUSED = ("pagefind-*.css", "pagefind-*ui.js", "pagefind-highlight.js", "pagefind-worker.js")
"""What Pagefind adds for its own interface, which this site does not use."""
FACETS = "facets.bin"
SIGNATURE = b"pagefind_dcd"
"""What each of Pagefind's compressed files begins with."""
LICENCE = Path(__file__).with_name("pagefind-licence.txt")


def write_index(
    pages: Mapping[str, Record], site: Path, language: str = ENGLISH, interface: str = ENGLISH
) -> None:
    """Write the index of these pages into the site's folder.

    `pages`: address of the HTML file below the site, with forward slashes -> its record;
    `language`: whose word endings are folded, as BCP 47 code; `interface`: what results are told
    in. Raises BriefgenError where Pagefind is missing or fails.
    """
    target = site.resolve() / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for address, record in pages.items():
            path = Path(folder, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_document(record, interface), encoding="utf-8")
        _run(Path(folder), target, language)
    for pattern in UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    shutil.copy(LICENCE, target / "LICENSE")
    facets = json.dumps(_facets(pages, target), ensure_ascii=False, separators=(",", ":"))
    (target / FACETS).write_bytes(gzip.compress(facets.encode(), mtime=0))


def _run(source: Path, target: Path, language: str) -> None:
    program = get_executable()
    if program is None:
        raise BriefgenError(
            "Pagefind's program is not installed; correct example: pip install 'pagefind[bin]', "
            "or switch to the theme's search with `search: material`"
        )
    command = [str(program), "--site", str(source), "--output-path", str(target)]
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


def _document(record: Record, interface: str) -> str:
    """A page as Pagefind reads it: what is shown of it in the head, what is found in the body."""
    lines = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        *_head(record, interface),
        # An id is no text: it is kept with the page and not searched.
        f'</head><body data-pagefind-body><main id="{record.kind}">',
        f"<h1>{html.escape(record.title)}</h1>",
        *map(_passage, record.passages),
        "</main></body></html>",
    ]
    return "\n".join(lines)


def _head(record: Record, interface: str) -> Iterator[str]:
    if record.day:
        yield _meta("date", wording.day(record.day, interface))
    if record.publisher:
        yield _meta("publisher", record.publisher)


def _meta(name: str, value: str) -> str:
    return f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">'


def _passage(passage: Passage) -> str:
    anchor = f' id="{html.escape(passage.anchor)}"' if passage.anchor else ""
    weight = f' data-pagefind-weight="{passage.weight:g}"' if passage.weight != 1 else ""
    return f"<p{anchor}{weight}>{html.escape(passage.text)}</p>"


def _facets(pages: Mapping[str, Record], target: Path) -> dict[str, Any]:
    """`ids`: Pagefind's names of the pages, oldest first; `days`: their days, "" for none;
    `facets`: facet -> value -> their positions in `ids`, each less the one before it.
    """
    names = _names(target)
    order = sorted(pages, key=lambda address: (str(pages[address].day or ""), address))
    values: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, address in enumerate(order):
        record = pages[address]
        for facet, value in sorted({("kind", record.kind), *record.facets}):
            values[facet][value].append(position)
    return {
        "ids": [names[f"/{address.removesuffix('index.html')}"] for address in order],
        "days": [str(pages[address].day or "") for address in order],
        "facets": {
            facet: {value: _steps(of[value]) for value in sorted(of)}
            for facet, of in sorted(values.items())
        },
    }


def _steps(positions: list[int]) -> list[int]:
    return [one - before for before, one in zip([0, *positions], positions, strict=False)]


def _names(target: Path) -> dict[str, str]:
    """Address of each page, as Pagefind has it -> Pagefind's name for the page."""
    found = {}
    for path in (target / "fragment").iterdir():
        text = gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE)
        found[json.loads(text)["url"]] = path.stem
    return found
