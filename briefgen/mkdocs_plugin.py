"""The MkDocs plugin: hands the site's pages to MkDocs. Thin; the only module that knows MkDocs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.yaml import yaml_load

from briefgen import addresses, build, search
from briefgen.catalogue import languages
from briefgen.config import Settings
from briefgen.corpus import Export, Page
from briefgen.errors import BriefgenError, ConfigError
from briefgen.exports.head import head

log = get_plugin_logger(__name__)
DEFAULTS = Settings(root=Path(), docs_dir=Path())
MOST_DAYS = 36_500
"""A century: more days before a date may be before the calendar begins."""


class _Day(config_options.OptionallyRequired[date]):
    """A date, as YAML reads `2024-03-25`."""

    def run_validation(self, value: object) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise base.ValidationError(
                f"{value!r} is not a date; correct example: as_of: 2024-03-25"
            ) from None


class _Since(_Day):
    """A date, or a number of days."""

    def run_validation(self, value: object) -> date | int:  # type: ignore[override]
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_DAYS:
            return value
        try:
            return super().run_validation(value)
        except base.ValidationError:
            raise base.ValidationError(
                f"{value!r} is neither a date nor a number of days; correct example: "
                "changes_since: 2024-03-25"
            ) from None


class BriefgenConfig(base.Config):
    """The plugin's options; what each means stands in `config.Settings`."""

    articles = config_options.Type(str, default=DEFAULTS.articles)
    register = config_options.Type(str, default=DEFAULTS.register)
    judgements = config_options.Type(str, default=DEFAULTS.judgements)
    topics = config_options.Type(str, default=DEFAULTS.topics)
    sources = config_options.Type(str, default=DEFAULTS.sources)
    templates = config_options.Type(str, default=DEFAULTS.templates)
    model = config_options.Type(str, default=DEFAULTS.model)
    jobs = config_options.Type(int, default=DEFAULTS.jobs)
    cache = config_options.Type(str, default=DEFAULTS.cache)
    as_of = config_options.Optional(_Day())
    changes_since = _Since(default=DEFAULTS.changes_since)
    previous = config_options.Type(str, default=DEFAULTS.previous)
    tables = config_options.ListOfItems(
        config_options.Choice(addresses.TABLE_FORMS), default=list(DEFAULTS.tables)
    )
    page_size = config_options.Type(int, default=DEFAULTS.page_size)
    cards = config_options.Type(bool, default=DEFAULTS.cards)
    dossier_min_articles = config_options.Type(int, default=DEFAULTS.dossier_min_articles)
    language = config_options.Choice(languages(), default=DEFAULTS.language)
    search = config_options.Choice(build.SEARCHES, default=DEFAULTS.search)


class BriefgenPlugin(BasePlugin[BriefgenConfig]):
    """Adds the briefing pages to the files that MkDocs builds; writes nothing itself."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps this instance between the rebuilds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse options that cannot be used; add our stylesheets and scripts."""
        for name in ("page_size", "dossier_min_articles"):
            if self.config[name] < 1:
                raise PluginError(f"briefgen: option {name!r} must be at least 1")
        if self.config.jobs < 0:
            raise PluginError("briefgen: option 'jobs' must be 0 (all processors) or more")
        self._check_search(config)
        self._speak(config)
        own = [uri for uri in build.asset_files() if uri.startswith(f"{build.ASSETS}/")]
        if self.config.search != build.PAGEFIND:
            own = [uri for uri in own if not uri.startswith(f"{build.ASSETS}/search")]
        for suffix, listed in ((".css", config.extra_css), (".js", config.extra_javascript)):
            wanted = [uri for uri in own if uri.endswith(suffix)]
            listed[:0] = [uri for uri in wanted if uri not in listed]
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the user's input files out and put the generated pages in."""
        settings = settings_of(config, self.config)
        try:
            site = build.build_site(settings, _progress)
        except BriefgenError as error:
            raise PluginError(f"briefgen: {error}") from error
        for problem in site.problems:
            log.warning("%s", problem)
        for file in list(files):
            if _is_input(file.src_uri, settings) or file.src_uri in site.pages:
                files.remove(file)
        self.modified = {
            uri: page.modified or site.corpus.as_of for uri, page in site.pages.items()
        }
        self.searched: dict[str, search.Record] = {}
        self.language = search.language(site.corpus)
        for uri, text in site.markdown.items():
            file = _generated(config, site.pages[uri], text, settings)
            files.append(file)
            if uri in site.records:
                self.searched[file.dest_uri] = site.records[uri]
        for uri, path in build.asset_files().items():
            files.append(File.generated(config, uri, abs_src_path=str(path)))
        for export in site.exports.values():
            files.append(_ExportFile.of(config, export))
        self.site, self.settings = site, settings
        return files

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Date the page in the sitemap by what it shows, not by the clock."""
        modified = self.modified.get(page.file.src_uri)
        if modified:
            page.update_date = modified.isoformat()
        return page

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Tell other programs, in the page's head, what the page is about."""
        own = self.site.pages.get(page.file.src_uri)
        if own is None:
            return output
        told = head(self.site.corpus, own, page.url, self.settings.site_url, self.settings.cards)
        return output.replace("</head>", f"{told}</head>", 1)

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> None:
        """Let search find the site owner's own pages too."""
        if page.file.src_uri not in self.modified:
            text = search.Passage(Markup(html).striptags())
            self.searched[page.file.dest_uri] = search.Record(str(page.title), "page", (text,))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Have the index written, once all pages stand."""
        if self.config.search == build.PAGEFIND:
            try:
                search.write_index(
                    self.searched,
                    Path(config.site_dir),
                    self.language,
                    self.config.language,
                )
            except BriefgenError as error:
                raise PluginError(f"briefgen: {error}") from error

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Rebuild on a changed template too; the docs folder is watched by MkDocs."""
        settings = settings_of(config, self.config)
        templates = settings.root / settings.templates
        if templates.is_dir():
            server.watch(str(templates))
        return server

    def _speak(self, config: MkDocsConfig) -> None:
        """Have the theme speak the language of the pages, unless it was told another."""
        language = self.config.language
        told = _theme_language(config)
        if told is None:
            config.theme["language"] = language
        elif told != language:
            log.info("the theme speaks %r, the pages of briefgen speak %r", told, language)

    def _check_search(self, config: MkDocsConfig) -> None:
        """Say what is odd about two searches, or none."""
        listed = "search" in config.plugins or "material/search" in config.plugins
        if self.config.search == build.PAGEFIND and listed:
            log.info(
                "the plugin `search` is listed, so its box stays in the header and its index grows "
                "with the site; take `search` out of `plugins:` to have Pagefind's box there"
            )
        elif self.config.search != build.PAGEFIND and not listed:
            raise PluginError(
                "briefgen: with `search: material` the theme's own plugin must be listed; "
                "correct example: plugins: [search, briefgen]"
            )


class _ExportFile(File):
    """A file that is made while MkDocs writes it."""

    export: Export

    @classmethod
    def of(cls, config: MkDocsConfig, export: Export) -> File:
        file = cls.generated(config, export.src_uri, content=b"")
        assert isinstance(file, cls)
        file.export = export
        return file

    def copy_file(self, dirty: bool = False) -> None:
        build.write_export(self.export, Path(self.abs_dest_path))


def settings_of(config: MkDocsConfig, options: BriefgenConfig) -> Settings:
    """The site's settings from mkdocs.yml."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    own = {key: options[key] for key in options}
    site_url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    return Settings(
        root=root,
        docs_dir=Path(config.docs_dir),
        site_url=site_url,
        site_name=config.site_name or DEFAULTS.site_name,
        **own,
    )


def _theme_language(config: MkDocsConfig) -> str | None:
    """What mkdocs.yml itself, not the theme, says of the theme's language."""
    if not config.config_file_path:
        return None
    with Path(config.config_file_path).open(encoding="utf-8-sig") as source:
        theme = yaml_load(source).get("theme")
    return theme.get("language") if isinstance(theme, dict) else None


def load_settings(config_file: str) -> Settings:
    """The settings that `mkdocs build` would use with this file.

    Raises ConfigError where the file or its options cannot be used or the plugin is not in it.
    """
    try:
        config = load_config(config_file)
    except Exception as error:  # MkDocs raises several kinds that share no base but Exception
        raise ConfigError(f"{config_file}: {error}") from error
    plugin = config.plugins.get("briefgen")
    if not isinstance(plugin, BriefgenPlugin):
        raise ConfigError(
            f"{config_file}: the plugin is not switched on; correct example: plugins: [briefgen]"
        )
    return settings_of(config, plugin.config)


def _is_input(uri: str, settings: Settings) -> bool:
    """Whether a file below the docs folder is input, not a page: rights decide what is shown."""
    own = (settings.register, settings.judgements, settings.topics, settings.sources)
    return uri in own or uri.startswith(f"{settings.articles.strip('/')}/")


def _generated(config: MkDocsConfig, page: Page, text: str, settings: Settings) -> File:
    level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.src_uri, content=text, inclusion=level)
    if page.edit_path:
        prefix = settings.docs_dir.resolve().relative_to(settings.root.resolve()).as_posix() + "/"
        file.edit_uri = page.edit_path.removeprefix(prefix)
    elif page.src_uri == addresses.HOME:
        file.edit_uri = addresses.HOME
    return file


def _progress(done: int, total: int) -> None:
    """A line each tenth of a long extraction."""
    step = max(total // 10, 100)
    if done % step == 0 or (done == total and total >= step):
        log.info("%d of %d articles read", done, total)
