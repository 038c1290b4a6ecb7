"""What a reader's first search moves over the network, as the site grows; time and memory to index.

The pages are those of the articles at hand, under further addresses once all are used. Scripts
are compressed on the way, as GitHub Pages does; Pagefind has compressed its own files.
"""

from __future__ import annotations

import functools
import gzip
import io
import re
import resource
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markdown import markdown
from playwright.sync_api import Browser, sync_playwright

from briefgen import addresses, build
from briefgen.config import Settings
from briefgen.pages import all_pages
from briefgen.render import Renderer
from briefgen.search import FOLDER, Record, records, write_index

SIZES = (100, 1_000, 10_000)
QUERIES = 9
"""Searches; each for the two longest words of a title."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ASSETS = Path(build.__file__).parent / "assets"
PAGE = '<!doctype html><html lang="en"><body><article>{}</article><script src="{}"></script></body>'


def growth(settings: Settings, sizes: list[int]) -> None:
    """Print a row a size: pages, index, what box and search page load for one search."""
    corpus, _ = build.gather_corpus(settings)
    pages = {page.src_uri: page for page in all_pages(corpus)}
    found = [one for _, one in records(corpus, pages) if one.kind == "briefing"]
    form = markdown(Renderer().render(pages[addresses.SEARCH]), extensions=["md_in_html"])
    queries = _queries(found)
    print(f"{len(found)} briefings; searches: {', '.join(queries)}")
    print(
        "   pages  index files  all of it   time  memory  first search: mean    most  with facets"
    )
    for size in sorted(sizes or SIZES):
        with tempfile.TemporaryDirectory() as name, _browser() as browser:
            site = Path(name)
            seconds, memory = _apart(_index, list(islice(cycle(found), size)), site)
            _frame(site, form)
            sizes_of = [p.stat().st_size for p in (site / FOLDER).rglob("*") if p.is_file()]
            with _served(site) as base:
                moved = [_moved(browser, base, query) for query in queries]
                faceted = [_moved(browser, f"{base}search/", query) for query in queries]
            print(
                f"{size:8} {len(sizes_of):12} {sum(sizes_of) / 1e6:7.1f} MB {seconds:4.1f} s"
                f" {memory:4.0f} MiB {sum(moved) / len(moved) / 1e3:15.0f} kB"
                f" {max(moved) / 1e3:4.0f} kB {max(faceted) / 1e3:9.0f} kB",
                flush=True,
            )


def _queries(found: list[Record]) -> list[str]:
    """The two longest words of titles spread over the first pages, which every size holds."""
    few = found[: min(SIZES)]
    titles = [record.title for record in few[:: max(1, len(few) // QUERIES)]][:QUERIES]
    words = [sorted(re.findall(r"\w{3,}", title), key=lambda w: (-len(w), w)) for title in titles]
    return [" ".join(longest[:2]) for longest in words]


def _apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """Call it in a process of its own: one begun here counts this one's memory as its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def _index(found: list[Record], site: Path) -> tuple[float, float]:
    """Seconds to index the pages, and Pagefind's peak memory in MiB."""
    addressed = {f"briefings/{number}/index.html": one for number, one in enumerate(found)}
    start = time.monotonic()
    write_index(addressed, site)
    seconds = time.monotonic() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _frame(site: Path, form: str) -> None:
    """Just enough of a site for the box and the search page."""
    shutil.copytree(ASSETS, site / build.ASSETS)
    script = f"{build.ASSETS}/search.js"
    (site / "search").mkdir()
    (site / "index.html").write_text(PAGE.format("", script), encoding="utf-8")
    (site / "search" / "index.html").write_text(PAGE.format(form, f"../{script}"), encoding="utf-8")


def _moved(browser: Browser, address: str, query: str) -> int:
    """Bytes of the index's files that a fresh reader loads for a first search."""
    with browser.new_context() as context:
        page = context.new_page()
        sizes: list[int] = []
        page.on("requestfinished", lambda request: _note(request, sizes))
        if address.endswith("search/"):
            page.goto(f"{address}?q={quote(query)}")
        else:
            page.goto(address)
            page.keyboard.press("/")
            page.locator("input[name=q]").fill(query)
        page.locator(".bg-search-results a").first.wait_for()
        page.wait_for_load_state("networkidle")
        return sum(sizes)


def _note(request: Any, sizes: list[int]) -> None:
    if f"/{FOLDER}/" in request.url:
        sizes.append(request.sizes()["responseBodySize"])


@contextmanager
def _browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


class _Host(SimpleHTTPRequestHandler):
    """What a host of static pages does."""

    def send_head(self) -> Any:
        """Scripts go out compressed."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in (".js", ".mjs") or not path.is_file():
            return super().send_head()
        packed = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        return io.BytesIO(packed)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
