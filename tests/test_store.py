"""The cache: what went in comes out, and nothing that is wrong with the file stops a build."""

from __future__ import annotations

import functools
import multiprocessing
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from cached import MARK, extraction, fill
from conftest import article

from briefgen.model import Article
from briefgen.store import Store, key


def test_what_went_in_comes_out(tmp_path: Path) -> None:
    source = article("Hello there.", id="a")
    store = Store(tmp_path / "deep" / "cache.sqlite")
    assert store.get(source, MARK) is None
    store.put([(source, extraction(source))])
    assert store.get(source, MARK) == extraction(source)
    assert store.get(source, "another pipeline") is None
    store.close()


@pytest.mark.parametrize(
    "other",
    [
        article("Other text.", id="a"),
        article("Hello.", id="b"),
        article("Hello.", id="a", title="A title"),
        article("Hello.", id="a", published=date(2024, 3, 25)),
    ],
)
def test_whatever_the_extraction_reads_is_in_the_key(other: Article) -> None:
    assert key(other) != key(article("Hello.", id="a"))


def test_metadata_that_is_only_shown_is_not_in_the_key() -> None:
    assert key(article("x", handling="TLP:RED")) == key(article("x"))


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_replaced(
    content: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(content)
    source = article("Hello there.")
    store = Store(path)
    store.put([(source, extraction(source))])
    assert store.get(source, MARK) == extraction(source)
    assert "is replaced" in caplog.text
    store.close()


def test_a_table_of_another_shape_does_not_stop_anything(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE extractions (something INTEGER)")
    source = article("Hello there.")
    store = Store(path)
    store.put([(source, extraction(source))])
    store.get(source, MARK)
    store.close()


def test_a_broken_entry_is_made_anew(tmp_path: Path) -> None:
    source = article("Hello there.")
    store = Store(tmp_path / "cache.sqlite")
    store.put([(source, extraction(source))])
    store.close()
    with sqlite3.connect(tmp_path / "cache.sqlite") as connection:
        connection.execute("UPDATE extractions SET found = x'00'")
    store = Store(tmp_path / "cache.sqlite")
    assert store.get(source, MARK) is None
    store.close()


def test_a_place_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    source = article("Hello there.")
    store = Store(tmp_path / "file" / "cache.sqlite")
    store.put([(source, extraction(source))])
    assert store.get(source, MARK) is None
    store.close()


class Contended(sqlite3.Connection):
    """A connection to a file of which another process changes the mode at this moment."""

    def execute(self, sql: str, *rest: object) -> sqlite3.Cursor:
        if "journal_mode" in sql:
            raise sqlite3.OperationalError("database is locked")
        return super().execute(sql, *rest)


def test_a_file_whose_mode_another_process_changes_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = functools.partial(sqlite3.connect, factory=Contended)
    monkeypatch.setattr("briefgen.store.sqlite3.connect", connect)
    source = article("Hello there.", id="a")
    store = Store(tmp_path / "cache.sqlite")
    store.put([(source, extraction(source))])
    assert store.get(source, MARK) == extraction(source)
    store.close()


def test_processes_share_one_file(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=fill, args=(path, first)) for first in (0, 20)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    store = Store(path)
    assert all(store.get(article("Hello there.", id=f"a{n}"), MARK) for n in range(40))
    store.close()
