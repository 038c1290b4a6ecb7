"""Sites for the tests that look at a whole one: made in a folder, built by the `mkdocs` command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
MKDOCS = Path(sys.executable).with_name("mkdocs")


def sample(folder: Path) -> Path:
    """A copy of the sample site's sources."""
    shutil.copytree(CHECKOUT / "content", folder / "content")
    shutil.copy(CHECKOUT / "mkdocs.yml", folder)
    return folder


def small(folder: Path, articles: dict[str, str], **options: object) -> Path:
    """A site of these articles: file name -> content."""
    (folder / "content" / "articles").mkdir(parents=True)
    for name, content in articles.items():
        (folder / "content" / "articles" / name).write_text(content, encoding="utf-8")
    config = (CHECKOUT / "mkdocs.yml").read_text(encoding="utf-8")
    for key in options:
        config = re.sub(rf"^      {key}:.*\n", "", config, flags=re.M)
    extra = "".join(f"      {key}: {value}\n" for key, value in options.items())
    before, after = config.split("      articles: articles", 1)
    rest = after.split("\n", 1)[1]
    (folder / "mkdocs.yml").write_text(f"{before}      articles: articles\n{extra}{rest}")
    return folder


def article(title: str, text: str, **metadata: object) -> str:
    """A Markdown article with front matter."""
    fields = {"title": f'"{title}"', "publisher": "Test Wire", "published": "2024-03-25"} | metadata
    lines = "\n".join(f"{key}: {value}" for key, value in fields.items())
    return f"---\n{lines}\n---\n\n{text}\n"


def mkdocs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in a site's folder."""
    return subprocess.run(
        [MKDOCS, *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def built(folder: Path, *arguments: str, **environment: str) -> Path:
    """Build a site; its folder of HTML."""
    result = mkdocs(folder, "build", *arguments, **environment)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a local port; yields its address with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
