"""Speed as ratios against a named rival, both measured in one run.

    python -m bench components [ARTICLES.jsonl]   each stage, against bare spaCy with the same model
    python -m bench site [PAGES ...]              mkdocs build with briefgen, against MkDocs alone
                                                  on the same Markdown (the rendered pages), and
                                                  what each kind of file weighs; with SITE_URL set
                                                  in the environment, pictures for links as well
    python -m bench corpus ARTICLES.jsonl CACHE [SIZES ...]
                                                  the layer across articles: growth and memory
    python -m bench actors ARTICLES.jsonl CACHE [MOST]
                                                  who is named most, and names that look like nobody
    python -m bench search [ARTICLES.jsonl CACHE] [PAGES ...]
                                                  what a first search moves, as the site grows

Without a file the sample articles are used, over and over. Times are processor seconds of this
process and its children, so other work on the machine disturbs them little.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from bench import actors, corpus, search
from briefgen import pipeline
from briefgen.config import Settings
from briefgen.model import Article
from briefgen.readers import read_file, read_folder

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 300
KINDS: dict[str, Callable[[str, str], bool]] = {
    "pages": lambda name, top: name.endswith(".html"),
    "brief.json": lambda name, top: name == "brief.json",
    "citations": lambda name, top: name.startswith("cite."),
    "pictures": lambda name, top: name == "card.png",
    "tables": lambda name, top: top == "downloads",
    "feeds": lambda name, top: top in ("feeds", "feed.xml"),
    "search": lambda name, top: top == "search",
}
"""What a file of a built site is, by its name and its first folder; the first that fits."""


def articles(path: Path | None) -> list[Article]:
    """The articles of a file, or the sample articles repeated to a hundred."""
    if path is not None:
        found = (one for one in read_file(path, path.parent) if isinstance(one, Article))
        return list(islice(found, LIMIT))
    samples, _ = read_folder(ROOT / "content" / "articles", ROOT)
    return list(islice(cycle(samples), 100))


def components(path: Path | None) -> None:
    """Processor time of each stage as a share of bare spaCy's."""
    nlp = pipeline.build()
    stages = [stage.name for stage in pipeline.STAGES]

    def docs() -> Iterator[object]:
        for article in articles(path):
            doc = nlp.make_doc(article.text)
            doc._.article = article
            yield doc

    for doc in islice(docs(), 5):  # word lists and gazetteers load on first use
        nlp(doc)
    with nlp.select_pipes(disable=stages):
        start = time.process_time()
        parsed = list(nlp.pipe(docs(), batch_size=16))
        bare = time.process_time() - start
    print(f"{len(parsed)} articles; bare spaCy {bare:.1f} s = 1.000")
    total = 0.0
    for stage in stages:
        component = nlp.get_pipe(stage)
        start = time.process_time()
        for doc in parsed:
            component(doc)
        spent = time.process_time() - start
        total += spent
        print(f"  {stage:12} {spent / bare:6.3f}")
    print(f"  all stages   {total / bare:6.3f}; whole pipeline {1 + total / bare:.3f}")


def site(sizes: list[int]) -> None:
    """Build time with briefgen, cold and cached, against MkDocs alone on the same Markdown."""
    print("articles  pages  plain MkDocs  briefgen cold  cached   (cold, cached as ratios)")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write_site(folder, size)
            cold = _build(folder)
            cached = _build(folder)
            _run(folder, "briefgen", "render", "plain")
            pages = sum(1 for _ in (folder / "plain").rglob("*.md"))
            plain = _build_plain(folder)
            print(
                f"{size:8} {pages:6} {plain:11.1f} s {cold:12.1f} s {cached:6.1f} s"
                f"   {cold / plain:5.2f} {cached / plain:5.2f}"
            )
            for kind, (count, weight) in sorted(_weights(folder / "site").items()):
                print(f"    {kind:16} {count:7} files {weight / 1e6:8.2f} MB")


def _weights(folder: Path) -> dict[str, tuple[int, int]]:
    """Kind of file -> how many there are in a built site and how many bytes they hold."""
    found: dict[str, tuple[int, int]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            parts = path.relative_to(folder).parts
            kind = next((k for k, fits in KINDS.items() if fits(path.name, parts[0])), "other")
            count, weight = found.get(kind, (0, 0))
            found[kind] = count + 1, weight + path.stat().st_size
    return found


def _write_site(folder: Path, size: int) -> None:
    """The sample articles, each under as many ids as the size asks for."""
    samples, _ = read_folder(ROOT / "content" / "articles", ROOT)
    target = folder / "content" / "articles"
    target.mkdir(parents=True)
    for number, article in enumerate(islice(cycle(samples), size)):
        one = replace(article, id=f"{article.id}-{number}")
        (target / f"{one.id}.md").write_text(
            f"---\ntitle: {one.title!r}\npublisher: {one.publisher}\npublished: {one.published}\n"
            f"rights: full-text\n---\n\n{one.text}\n",
            encoding="utf-8",
        )
    shutil.copy(ROOT / "mkdocs.yml", folder)


def _build(folder: Path) -> float:
    return _run(folder, "mkdocs", "build")


def _build_plain(folder: Path) -> float:
    """MkDocs on the rendered Markdown, the plugin switched off."""
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"  - briefgen:\n(      .*\n)+", "", config)
    config = config.replace("docs_dir: content", "docs_dir: plain").replace(
        "strict: true", "strict: false\nextra_css: [assets/briefgen/briefgen.css]"
    )
    (folder / "plain.yml").write_text(config, encoding="utf-8")
    return _run(folder, "mkdocs", "build", "-f", "plain.yml")


def _run(folder: Path, command: str, *arguments: str) -> float:
    """Processor seconds of a command of this environment."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [Path(sys.executable).with_name(command), *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(arguments: list[str]) -> None:
    """Run the measurement that the command line names."""
    match arguments:
        case ["components"]:
            components(None)
        case ["components", path]:
            components(Path(path))
        case ["site", *sizes]:
            site([int(size) for size in sizes] or [100, 300])
        case ["corpus", path, cache, *sizes]:
            corpus.curve(Path(path), [int(size) for size in sizes], Path(cache))
        case ["actors", path, cache, *most]:
            actors.report(Path(path), Path(cache), int(most[0]) if most else actors.MOST)
        case ["corpus-once", folder, cache]:
            corpus.once(Path(folder), Path(cache))
        case ["search", path, cache, *sizes] if not path.isdecimal():
            with tempfile.TemporaryDirectory() as name:
                settings = corpus.settings_of(Path(path), None, Path(name), Path(cache))
                search.growth(settings, [int(size) for size in sizes])
        case ["search", *sizes]:
            settings = Settings(root=ROOT, docs_dir=ROOT / "content")
            search.growth(settings, [int(size) for size in sizes])
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
