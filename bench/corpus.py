"""How the layer across articles grows: time and memory from hundreds to thousands of articles.

Each size runs in a process of its own, on extractions that are already in the cache, so that time
and peak memory are those of reading, resolving and assembling alone.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from briefgen import build
from briefgen.addresses import slug
from briefgen.config import Settings
from briefgen.engines import gather
from briefgen.inputs import read_inputs
from briefgen.stories import cluster, find_origins, origin_ids

SIZES = (500, 1000, 2000, 5000)


def curve(articles: Path, sizes: list[int], cache: Path) -> None:
    """Print a row for each size; the last column is 1.00 where time grows as n log n."""
    print(
        "articles  read + cache  corpus layer  of it origins, stories  peak memory"
        "  seconds / (n log n), first row = 1"
    )
    first = None
    for size in sizes or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            _write(articles, size, Path(folder))
            # Extracted by processes that end, so that no model counts as memory.
            briefgen = str(Path(sys.executable).with_name("briefgen"))
            extract = [briefgen, "extract", f"{folder}/content/articles", "--cache", str(cache)]
            subprocess.run(extract, check=False, stdout=subprocess.DEVNULL)
            command = [sys.executable, "-m", "bench", "corpus-once", folder, str(cache)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        row = json.loads(done.stdout)
        growth = row["corpus"] / (row["articles"] * math.log(row["articles"]))
        first = first or growth
        print(
            f"{row['articles']:8} {row['read']:11.1f} s {row['corpus']:11.1f} s"
            f" {row['origins']:13.1f} s, {row['stories']:4.1f} s"
            f" {row['peak']:8.0f} MiB  {growth / first:6.2f}"
        )


def _write(articles: Path, size: int | None, folder: Path) -> None:
    target = folder / "content" / "articles"
    target.mkdir(parents=True)
    with articles.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, size)]
    text = "".join(json.dumps(row | {"id": slug(row["id"])}) + "\n" for row in rows)
    (target / "articles.jsonl").write_text(text, encoding="utf-8")


def settings_of(articles: Path, size: int | None, folder: Path, cache: Path) -> Settings:
    """A site of the first `size` articles of a file, all for None, made in a folder."""
    _write(articles, size, folder)
    return Settings(root=folder, docs_dir=folder / "content", cache=str(cache.resolve()))


def once(folder: Path, cache: Path) -> None:
    """One size: seconds of reading and of the corpus layer, peak memory in MiB, as JSON."""
    settings = Settings(root=folder, docs_dir=folder / "content", cache=str(cache))
    start = time.process_time()
    inputs, _ = read_inputs(settings)
    gather(inputs.to_extract, settings.model, 0, cache)
    read = time.process_time() - start
    start = time.process_time()
    corpus, _ = build.gather_corpus(settings)
    whole = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row = {"articles": len(corpus.briefs), "read": read, "corpus": whole - read, "peak": peak}
    start = time.process_time()
    origins = find_origins(inputs.versions.current)
    row["origins"] = time.process_time() - start
    start = time.process_time()
    cluster(inputs.versions.current, origin_ids(origins))
    row["stories"] = time.process_time() - start
    print(json.dumps(row))
