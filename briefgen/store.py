"""Extractions by what they were made from, in SQLite: nothing is extracted twice.

An entry is what the contract writes, compressed. Its key hashes everything of the article that the
extraction reads; beside it stands the pipeline's fingerprint. The file can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

from briefgen.contract import decode, encode
from briefgen.model import Article, Extraction

log = logging.getLogger(__name__)

TABLE = """
CREATE TABLE IF NOT EXISTS extractions (
  article TEXT NOT NULL, pipeline TEXT NOT NULL, found BLOB NOT NULL,
  PRIMARY KEY (article, pipeline)
) WITHOUT ROWID
"""
WAIT_SECONDS = 30


def key(article: Article) -> str:
    """What identifies an article's input to the extraction."""
    published = article.published.isoformat() if article.published else None
    read = [article.id, article.title, published, article.publisher, article.byline, article.sha256]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work at once, unless another process is busy with the file.

    SQLite does not always wait for the lock here. Nothing is lost without it: the mode is the
    file's, so the other process sets it, and every other statement waits.
    """
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")


class Store:
    """The cache file. Never in the way: where it cannot be used, nothing is found in it."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; one that is no cache is replaced, with a warning."""
        self.path = path
        self.connection = self._open()

    def _open(self) -> sqlite3.Connection | None:
        for _attempt in ("as it is", "replaced"):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self.path, timeout=WAIT_SECONDS)
                _write_ahead(connection)
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute(TABLE)
                connection.execute("SELECT article, pipeline, found FROM extractions LIMIT 1")
                return connection
            except (sqlite3.OperationalError, OSError) as error:
                log.warning("%s cannot be used as cache: %s", self.path, error)
                return None
            except sqlite3.DatabaseError as error:
                self._replace(error)
        return None

    def _replace(self, error: sqlite3.DatabaseError) -> None:
        log.warning("%s is no usable cache (%s) and is replaced", self.path, error)
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def get(self, article: Article, pipeline: str) -> Extraction | None:
        """What this pipeline found in the article, where that is known."""
        if self.connection is None:
            return None
        try:
            row = self.connection.execute(
                "SELECT found FROM extractions WHERE article = ? AND pipeline = ?",
                (key(article), pipeline),
            ).fetchone()
            return decode(json.loads(zlib.decompress(row[0]))) if row else None
        except (sqlite3.Error, zlib.error, ValueError, KeyError, TypeError) as error:
            log.warning("an entry of %s cannot be read and is made anew: %s", self.path, error)
            return None

    def put(self, found: Iterable[tuple[Article, Extraction]]) -> None:
        """Keep what was found."""
        if self.connection is None:
            return
        rows = [
            (
                key(article),
                extraction.pipeline,
                zlib.compress(json.dumps(encode(extraction)).encode(), level=1),
            )
            for article, extraction in found
        ]
        try:
            with self.connection:
                self.connection.executemany(
                    "INSERT OR REPLACE INTO extractions VALUES (?, ?, ?)", rows
                )
        except sqlite3.Error as error:
            log.warning("%s cannot be written: %s", self.path, error)

    def close(self) -> None:
        """Let go of the file."""
        if self.connection is not None:
            self.connection.close()
