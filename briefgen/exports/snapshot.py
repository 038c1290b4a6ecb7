"""The snapshot that a later build is compared with."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.changes.files import encode
from briefgen.changes.take import snapshot
from briefgen.corpus import Corpus, Export


def snapshots(corpus: Corpus, _site_url: str) -> Iterator[Export]:
    """The one snapshot."""
    yield Export(addresses.SNAPSHOT, encode(snapshot(corpus)))
