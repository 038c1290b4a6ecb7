"""The story in order: read, extract, resolve, assemble, choose pages, render, check. Then write.

Everything is gathered before anything is written, so that all pages agree with each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from briefgen import addresses, check
from briefgen.assemble import assemble
from briefgen.assemble.corrections import Decided
from briefgen.catalogue import own
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
from briefgen.inputs import Inputs, read_inputs
from briefgen.model import Article, Extraction, Resolution
from briefgen.pages import all_pages
from briefgen.registers import Register
from briefgen.render import Renderer
from briefgen.resolve import resolve
from briefgen.search import Record, records
from briefgen.stories import cluster, find_origins, origin_ids

ASSETS = "assets/briefgen"
PAGEFIND = "pagefind"
SEARCHES = (PAGEFIND, "material")
"""What the option `search` may be: our index, or the theme's own."""
Progress = Callable[[int, int], None]
"""Called with articles done and articles in all."""
Extracted = dict[tuple[str, str], Extraction]
"""By article id and the hash of the text: one id may have two versions."""


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
    records: dict[str, Record]
    """src_uri -> what search finds of it; empty where the theme searches."""
    problems: tuple[Problem, ...]
    """What was wrong with the user's files, which was left out, and what breaks a promise."""


def build_site(settings: Settings, progress: Progress | None = None) -> Site:
    """The whole site in memory.

    Raises ConfigError for an option that cannot be used, BriefgenError for a template that fails.
    """
    corpus, problems = gather_corpus(settings, progress)
    renderer = Renderer(settings.root / settings.templates, settings.language)
    intro = introduction(settings)
    pages = {page.src_uri: _titled(page, settings.language) for page in all_pages(corpus)}
    pages[addresses.HOME].context["intro"] = intro
    searched = settings.search == PAGEFIND
    if not searched:
        del pages[addresses.SEARCH]
    markdown = {uri: renderer.render(page) for uri, page in pages.items()}
    made = all_exports(corpus, settings.site_url, settings.cards)
    exports = {one.src_uri: one for one in made}
    files = {*asset_files(), *exports}
    breaches = _breaches(corpus, pages, markdown, files, renderer, intro)
    found = dict(records(corpus, pages)) if searched else {}
    return Site(corpus, pages, markdown, exports, found, (*problems, *breaches))


def _titled(page: Page, language: str) -> Page:
    """The page with its title in the site's language, where that is a word of the site's own."""
    return replace(page, title=own(page.title, language))


def gather_corpus(
    settings: Settings, progress: Progress | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """Everything that the user's files hold, and what was wrong with them.

    With an as-of day only what stood on it; what was left out brings no problem. What changed is
    told against an earlier build, or else against this one as it stood on a day; the latter costs a
    second assembly, of the earlier articles, and extracts nothing twice.
    """
    inputs, told = read_inputs(settings)
    now = inputs.on(settings.as_of) if settings.as_of else inputs
    earlier, wrong = previous_snapshot(settings)
    since = None if earlier else changes_since(now, settings)
    then = now.on(since) if since else None
    found, failures = extractions([one for one in (now, then) if one], settings, progress)
    if then:  # first, so that its corpus is gone before the present one is assembled
        earlier = snapshot(corpus_of(then, found, settings, since)[0])
    corpus, problems = corpus_of(now, found, settings, settings.as_of)
    if earlier:
        corpus = replace(corpus, changes=changes(earlier, snapshot(corpus)))
    return corpus, (*told, *wrong, *failures, *problems)


def previous_snapshot(settings: Settings) -> tuple[Snapshot | None, tuple[Problem, ...]]:
    """That of an earlier build, where the settings name one."""
    previous = settings.root / settings.previous
    if not settings.previous or not previous.exists():
        return None, ()
    try:
        return read_snapshot(previous, settings.root), ()
    except InputError as error:
        return None, (error.problem,)


def changes_since(inputs: Inputs, settings: Settings) -> date | None:
    """The day that changes are told from; None where the settings want none."""
    published = (article.published for article in inputs.articles)
    day = settings.as_of or max(filter(None, published), default=None)
    since = settings.changes_since
    if not since or not day:
        return None
    return since if isinstance(since, date) else day - timedelta(since)


def extractions(
    several: Sequence[Inputs], settings: Settings, progress: Progress | None = None
) -> tuple[Extracted, tuple[Problem, ...]]:
    """Each article of the inputs once, with what was found in it, and what failed."""
    articles = {_key(one): one for inputs in several for one in inputs.to_extract}
    found, failures = gather(
        tuple(articles.values()),
        settings.model,
        settings.jobs,
        settings.root / settings.cache,
        progress,
    )
    return {(one.article_id, one.sha256): one for one in found}, failures


def _key(article: Article) -> tuple[str, str]:
    return article.id, article.sha256


def current(inputs: Inputs, found: Extracted) -> tuple[list[Article], list[Extraction]]:
    """The articles in their newest versions, and what was found in each; without what failed."""
    articles = [article for article in inputs.versions.current if _key(article) in found]
    return articles, [found[_key(article)] for article in articles]


def gather_resolution(
    settings: Settings, progress: Progress | None = None
) -> tuple[list[Article], Resolution, Register]:
    """The articles, who is meant in them, and the register, as they stand on the as-of day."""
    inputs, _ = read_inputs(settings)
    inputs = inputs.on(settings.as_of) if settings.as_of else inputs
    found, _ = extractions([inputs], settings, progress)
    articles, own = current(inputs, found)
    resolution, _ = resolve(articles, own, inputs.register, inputs.judgements)
    return articles, resolution, inputs.register


def corpus_of(
    inputs: Inputs, found: Extracted, settings: Settings, as_of: date | None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus of these inputs, and the judgements that fit none of them.

    Where articles were left out, a judgement may rightly fit none: that is no problem then.
    """
    articles, own = current(inputs, found)
    before = {
        i: (old, found[_key(old)])
        for i, old in inputs.versions.before.items()
        if _key(old) in found
    }
    resolution, problems = resolve(articles, own, inputs.register, inputs.judgements)
    origins = find_origins(articles)
    corpus = assemble(
        articles,
        resolution,
        cluster(articles, origin_ids(origins)),
        origins=origins,
        before=before,
        as_of=as_of,
        fingerprint=fingerprint(settings.model),
        model=settings.model,
        quality=quality(),
        table_forms=settings.tables,
        page_size=settings.page_size,
        dossier_min_articles=settings.dossier_min_articles,
        register_path=settings.register,
        described=inputs.topics,
        site_name=settings.site_name,
        language=settings.language,
        sources=inputs.publishers,
        decided=Decided(inputs.judgements, own, complete=not inputs.later),
        judgements_path=settings.judgements,
        publishers_path=settings.sources,
    )
    return corpus, () if inputs.later else problems


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
