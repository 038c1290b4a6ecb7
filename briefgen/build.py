"""The story in order: read, extract, resolve, assemble, choose pages, render, check. Then write.

Everything is gathered before anything is written, so that all pages agree with each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from briefgen import addresses, check
from briefgen.assemble import assemble
from briefgen.changes.compare import changes
from briefgen.changes.files import read as read_snapshot
from briefgen.changes.snapshot import Snapshot
from briefgen.changes.take import snapshot
from briefgen.config import Settings
from briefgen.corpus import Corpus, Export, Page
from briefgen.engines import gather
from briefgen.errors import InputError, Problem
from briefgen.exports import all_exports
from briefgen.fingerprint import fingerprint
from briefgen.model import Article, Extraction
from briefgen.pages import all_pages
from briefgen.past import articles_on, judgements_on, register_on
from briefgen.readers import read_folder
from briefgen.registers import Judgements, Register, read_judgements, read_register
from briefgen.render import Renderer
from briefgen.resolve import resolve
from briefgen.stories import cluster

ASSETS = "assets/briefgen"
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
    exports: dict[str, Export]
    """By src_uri: what other programs read."""
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
    markdown = {uri: renderer.render(page) for uri, page in pages.items()}
    made = all_exports(corpus, settings.site_url, settings.cards)
    exports = {one.src_uri: one for one in made}
    files = {*asset_files(), *exports}
    breaches = _breaches(corpus, pages, markdown, files, renderer, intro)
    return Site(corpus, pages, markdown, exports, (*problems, *breaches))


def gather_corpus(
    settings: Settings, progress: Progress | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """Everything that the user's files hold, and what was wrong with them.

    With an as-of day only what stood on it; what was left out brings no problem.
    """
    inputs, told = read_inputs(settings, progress)
    earlier, wrong = earlier_snapshot(inputs, settings)
    corpus, problems = corpus_of(inputs, settings, settings.as_of)
    if earlier:
        corpus = replace(corpus, changes=changes(earlier, snapshot(corpus)))
    return corpus, (*told, *wrong, *problems)


def earlier_snapshot(
    inputs: Inputs, settings: Settings
) -> tuple[Snapshot | None, tuple[Problem, ...]]:
    """What to tell changes against: an earlier build, or else this one as it stood on a day.

    The latter costs a second assembly, of the earlier articles, and no extraction.
    """
    previous = settings.root / settings.previous
    wrong: tuple[Problem, ...] = ()
    if settings.previous and previous.exists():
        try:
            return read_snapshot(previous, settings.root), ()
        except InputError as error:
            wrong = (error.problem,)
    published = (article.published for article in inputs.articles)
    day = settings.as_of or max(filter(None, published), default=None)
    since = settings.changes_since
    if not since or not day:
        return None, wrong
    since = since if isinstance(since, date) else day - timedelta(since)
    return snapshot(corpus_of(inputs.on(since), settings, since)[0]), wrong


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a corpus is made of."""

    articles: tuple[Article, ...]
    """Those that have an extraction."""
    found: tuple[Extraction, ...]
    """Their extractions, in the same order."""
    register: Register
    """The user's actors."""
    judgements: Judgements
    """The user's decisions."""
    later: frozenset[str] = frozenset()
    """Ids of articles left out, because they came after the as-of day."""

    def on(self, day: date) -> Inputs:
        """What of it stood on the day."""
        articles = articles_on(self.articles, day)
        kept = {article.id for article in articles}
        later = self.later | ({article.id for article in self.articles} - kept)
        return Inputs(
            articles,
            tuple(one for one in self.found if one.article_id in kept),
            register_on(self.register, day),
            judgements_on(self.judgements, day, later),
            later,
        )


def read_inputs(
    settings: Settings, progress: Progress | None = None
) -> tuple[Inputs, tuple[Problem, ...]]:
    """The user's files with an extraction of each article, and what was wrong with them."""
    articles, problems = read_articles(settings)
    register, register_problems = read_register(
        settings.docs_dir / settings.register, settings.root
    )
    judgements, judgement_problems = read_judgements(
        settings.docs_dir / settings.judgements, settings.root
    )
    inputs = Inputs(articles, (), register, judgements)
    inputs = inputs.on(settings.as_of) if settings.as_of else inputs
    found, failures = gather(
        inputs.articles,
        settings.model,
        settings.jobs,
        settings.root / settings.cache,
        progress,
    )
    inputs = replace(inputs, articles=extracted(inputs.articles, found), found=found)
    return inputs, (*problems, *register_problems, *judgement_problems, *failures)


def corpus_of(
    inputs: Inputs, settings: Settings, as_of: date | None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus of these inputs, and the judgements that fit none of them.

    Where articles were left out, a judgement may rightly fit none: that is no problem then.
    """
    resolution, problems = resolve(
        inputs.articles, inputs.found, inputs.register, inputs.judgements
    )
    corpus = assemble(
        inputs.articles,
        resolution,
        cluster(inputs.articles),
        as_of=as_of,
        fingerprint=fingerprint(settings.model),
        model=settings.model,
        quality=quality(),
        page_size=settings.page_size,
        dossier_min_articles=settings.dossier_min_articles,
        register_path=settings.register,
        site_name=settings.site_name,
    )
    return corpus, () if inputs.later else problems


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
    files = {uri: Export(uri, text.encode()) for uri, text in site.markdown.items()}
    files |= {uri: Export(uri, path.read_bytes()) for uri, path in asset_files().items()}
    files |= site.exports
    for uri, file in files.items():
        write_export(file, folder / uri)
    return len(files)


def write_export(file: Export, path: Path) -> None:
    """Write one file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        target.writelines(file.pieces())
