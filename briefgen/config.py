"""The options of a site, typed. Where they come from is not known here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.addresses import TABLE_FORMS
from briefgen.catalogue import ENGLISH
from briefgen.fingerprint import DEFAULT_MODEL


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what a site holds."""

    root: Path
    """The folder of mkdocs.yml; relative paths count from it."""
    docs_dir: Path
    """The site's source folder."""
    articles: str = "articles"
    """Folder of articles, below the docs folder."""
    register: str = "actors.yml"
    """The user's register of actors, below the docs folder; may be absent."""
    judgements: str = "judgements.yml"
    """The user's judgements, below the docs folder; may be absent."""
    topics: str = "topics.yml"
    """The user's topics, below the docs folder; may be absent."""
    sources: str = "sources.yml"
    """The user's publishers, below the docs folder; may be absent."""
    templates: str = "templates"
    """Folder of the site's own templates, below the root; may be absent."""
    model: str = DEFAULT_MODEL
    """An installed spaCy model."""
    jobs: int = 0
    """Processes for the extraction; 0 uses every processor, 1 works in this process."""
    cache: str = ".briefgen/cache.sqlite"
    """Where extractions are kept between builds, below the root."""
    as_of: date | None = None
    """The day that the site speaks from; None: that of its newest article."""
    changes_since: date | int = 7
    """What changed is told since this day, or since so many days before the as-of day; 0: never."""
    previous: str = ""
    """snapshot.json of an earlier build, below the root: what changed is told since that build, in
    place of `changes_since`; may be absent."""
    tables: tuple[str, ...] = TABLE_FORMS
    """In which forms the tables of the whole site are kept: csv, jsonl; none: no tables."""
    page_size: int = 50
    """Rows a page of a list."""
    search: str = "pagefind"
    """How the site is searched: pagefind, or material for the theme's own search."""
    language: str = ENGLISH
    """What the interface speaks: one of `catalogue.languages()`."""
    site_url: str = ""
    """Where the site is published, with a slash at the end, for addresses in exports; empty where
    it is not known. MkDocs' own option."""
    site_name: str = "briefgen"
    """What the site calls itself. MkDocs' own option."""
    cards: bool = True
    """Whether each briefing gets a picture for links to it; only where `site_url` is known, since
    such a picture needs a whole address."""
    dossier_min_articles: int = 2
    """An actor gets a dossier from this many articles on, by being central to one, or by standing
    in the register."""
