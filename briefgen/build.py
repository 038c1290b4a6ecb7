"""The story in order: read, extract, resolve, assemble, choose pages, render, check. Then write.

Everything is gathered before anything is written, so that all pages agree with each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from briefgen import addresses, check
from briefgen.assemble import assemble
from briefgen.config import Settings
from briefgen.corpus import Corpus, Page
from briefgen.engines import gather
from briefgen.errors import Problem
from briefgen.exports import all_exports
from briefgen.fingerprint import fingerprint
from briefgen.model import Article, Extraction
from briefgen.pages import all_pages
from briefgen.readers import read_folder
from briefgen.registers import read_judgements, read_register
from briefgen.render import Renderer
from briefgen.resolve import resolve
from briefgen.search import Record, records
from briefgen.stories import cluster

ASSETS = "assets/briefgen"
PAGEFIND = "pagefind"
SEARCHES = (PAGEFIND, "material")
"""What the option `search` may be: our index, or the theme's own."""
Progress = Callable[[int, int], None]
"""Called with articles done and articles in all."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site in memory, ready to be written or handed to MkDocs."""

    corpus: Corpus
    """What it shows."""
    pages: dict[str, Page]
    """By src_uri."""
    markdown: dict[str, str]
    """src_uri -> rendered Markdown."""
    exports: dict[str, bytes]
    """src_uri -> content of what other programs read."""
    records: dict[str, Record]
    """src_uri -> what search finds of it; empty where the theme searches."""
    problems: tuple[Problem, ...]
    """What was wrong with the user's files, which was left out, and what breaks a promise."""


def build_site(settings: Settings, progress: Progress | None = None) -> Site:
    """The whole site in memory.

    Raises ConfigError for an option that cannot be used, BriefgenError for a template that fails.
    """
    corpus, problems = gather_corpus(settings, progress)
    renderer = Renderer(settings.root / settings.templates)
    intro = introduction(settings)
    pages = {page.src_uri: page for page in all_pages(corpus)}
    pages[addresses.HOME].context["intro"] = intro
    searched = settings.search == PAGEFIND
    if not searched:
        del pages[addresses.SEARCH]
    markdown = {uri: renderer.render(page) for uri, page in pages.items()}
    exports = {one.src_uri: one.content for one in all_exports(corpus, settings.site_url)}
    files = {*asset_files(), *exports}
    breaches = _breaches(corpus, pages, markdown, files, renderer, intro)
    found = dict(records(corpus, pages)) if searched else {}
    return Site(corpus, pages, markdown, exports, found, (*problems, *breaches))


def gather_corpus(
    settings: Settings, progress: Progress | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """Everything that the user's files hold, and what was wrong with them."""
    articles, problems = read_articles(settings)
    register, register_problems = read_register(
        settings.docs_dir / settings.register, settings.root
    )
    judgements, judgement_problems = read_judgements(
        settings.docs_dir / settings.judgements, settings.root
    )
    found, failures = gather(
        articles,
        settings.model,
        settings.jobs,
        settings.root / settings.cache,
        progress,
    )
    articles = extracted(articles, found)
    resolution, resolve_problems = resolve(articles, found, register, judgements)
    corpus = assemble(
        articles,
        resolution,
        cluster(articles),
        as_of=settings.as_of,
        fingerprint=fingerprint(settings.model),
        model=settings.model,
        quality=quality(),
        page_size=settings.page_size,
        dossier_min_articles=settings.dossier_min_articles,
        register_path=settings.register,
    )
    told = (*problems, *register_problems, *judgement_problems, *failures, *resolve_problems)
    return corpus, told


def read_articles(settings: Settings) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of the site's folder; a folder that is missing is a problem."""
    folder = settings.docs_dir / settings.articles
    if not folder.is_dir():
        missing = Problem(
            folder.name, None, "the folder of articles does not exist", str(folder), "articles"
        )
        return (), (missing,)
    return read_folder(folder, settings.root)


def extracted(articles: Iterable[Article], found: Iterable[Extraction]) -> tuple[Article, ...]:
    """The articles that have an extraction."""
    ids = {extraction.article_id for extraction in found}
    return tuple(article for article in articles if article.id in ids)


def introduction(settings: Settings) -> str:
    """The site owner's own index.md, which opens the home page; empty where there is none."""
    path = settings.docs_dir / addresses.HOME
    return path.read_text(encoding="utf-8-sig") if path.is_file() else ""


def quality() -> dict[str, Any]:
    """The measured quality that this release ships; `python -m tests.evaluation` writes it."""
    path = resources.files("briefgen") / "data" / "quality.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _breaches(
    corpus: Corpus,
    pages: dict[str, Page],
    markdown: dict[str, str],
    files: Iterable[str],
    renderer: Renderer,
    intro: str,
) -> Iterator[Problem]:
    """Every place where a promise of the site is broken; a strict build fails on them."""
    yield from check.evidence_problems(corpus)
    yield from check.actor_problems(corpus)
    new_words = check.NewWords(corpus, renderer.template_text(), [intro])
    for uri, page in pages.items():
        yield from new_words.problems(page, markdown[uri])
    yield from check.link_problems(markdown, files)


def asset_files() -> dict[str, Path]:
    """src_uri -> file of what a site holds beside its pages: stylesheet and JSON Schemas."""
    package = Path(__file__).parent
    folders = {ASSETS: package / "assets", addresses.SCHEMAS: package / "schemas"}
    return {
        f"{uri}/{path.name}": path
        for uri, folder in folders.items()
        for path in sorted(folder.iterdir())
    }


def write_site(site: Site, folder: Path) -> int:
    """Write the pages and their assets as files below a folder; returns how many.

    Files that stand there already are replaced, others are left alone.
    """
    contents = {uri: text.encode() for uri, text in site.markdown.items()}
    contents |= {uri: path.read_bytes() for uri, path in asset_files().items()}
    contents |= site.exports
    for uri, content in contents.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return len(contents)
