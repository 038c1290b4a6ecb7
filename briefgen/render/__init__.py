"""Page -> Markdown. The only module that knows Jinja.

Whatever a template prints through `{{ }}` is text: characters that mean something to Markdown or
HTML become character references, so that an article can neither break the page nor run in it.
What the filters here return is markup of ours, and so are the words that a template marks for the
catalogue; what stands in them as a value is text again. Templates run in Jinja's sandbox with
undefined names as errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen import addresses, pictures
from briefgen.catalogue import ENGLISH, vocabulary
from briefgen.corpus import Evidence, Page
from briefgen.errors import BriefgenError
from briefgen.pages.series import bars
from briefgen.render.speech import Speech

PACKAGE = Path(__file__).parent.parent
# The wheel holds the templates inside the package, a checkout beside it.
DEFAULT_TEMPLATES = next(
    folder for folder in (PACKAGE / "templates", PACKAGE.parent / "templates") if folder.is_dir()
)
URL_SAFE = "%/:?#@!$&+,;=~-."


class Renderer:
    """Renders pages with the default templates and, before them, a site's own."""

    def __init__(self, own_templates: Path | None = None, language: str = ENGLISH) -> None:
        """`own_templates`: folder whose files take the place of defaults of the same name;
        `language`: that of the interface.
        """
        self.language = language
        speech = Speech(language)
        folders = [own_templates] if own_templates and own_templates.is_dir() else []
        self.environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([*folders, DEFAULT_TEMPLATES]),
            undefined=StrictUndefined,
            autoescape=True,  # so that what a macro returns counts as markup
            finalize=speech.text,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self.environment.filters.update(FILTERS | speech.filters)
        self.environment.globals.update(speech.functions)
        self.environment.newstyle_gettext = True  # type: ignore[attr-defined]  # by the extension
        self.environment.policies["json.dumps_kwargs"] = {"sort_keys": True}

    def render(self, page: Page) -> str:
        """The page's Markdown, ending in one newline.

        Raises BriefgenError naming the template and line where a template fails.
        """
        try:
            template = self.environment.get_template(page.template)
            text = template.render(page.context, page=page)
        except TemplateError as error:
            line = getattr(error, "lineno", None) or _template_line(error)
            name = getattr(error, "name", None) or page.template
            where = f"{name}:{line}" if line else name
            raise BriefgenError(
                f"template {where}: {error.message}; the templates' values are listed in "
                "docs/templates.md"
            ) from error
        lines = (line.rstrip() for line in text.splitlines())
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"

    def template_text(self) -> str:
        """All templates' source text, and the catalogue: the words that the site itself may say."""
        loader = self.environment.loader
        assert loader is not None
        sources = (loader.get_source(self.environment, n)[0] for n in loader.list_templates())
        return "\n".join([*sources, vocabulary(self.language)])


def _template_line(error: BaseException) -> int | None:
    """The line of the innermost template that the error passed through."""
    line, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".j2"):
            line = step.tb_lineno
        step = step.tb_next
    return line


@pass_context
def here(context: Context, target: str) -> Markup:
    """An address inside the site, as a link on the page being rendered writes it."""
    return Markup(addresses.relative(target, context["page"].src_uri))


@pass_context
def sentence(context: Context, evidence: Evidence) -> Markup:
    """The address of the sentence that holds the evidence."""
    target = f"{addresses.briefing(evidence.article_id)}#s{evidence.sentence}"
    if context["page"].src_uri == addresses.briefing(evidence.article_id):
        return Markup(f"#s{evidence.sentence}")
    return here(context, target)


def outward(url: str) -> Markup:
    """A web address that is safe as a Markdown link; raises where the scheme is not http(s)."""
    if urlsplit(url).scheme.lower() not in ("http", "https"):
        raise BriefgenError(f"not a web address: {url!r}; correct example: https://example.org/a")
    return Markup(quote(url, safe=URL_SAFE).replace("&", "&amp;"))


def at_publisher(evidence: Evidence, url: str) -> Markup:
    """The publisher's page, scrolled to the evidence."""
    return outward(addresses.text_fragment(url, evidence.exact))


def own_markdown(text: str) -> Markup:
    """The site owner's own Markdown, let through as it is."""
    return Markup(text)


def drawing(draw: Callable[..., str]) -> Callable[..., Markup]:
    """A picture as markup: its own module escapes what it draws."""
    return lambda *data, **words: Markup(draw(*data, **words))


FILTERS: dict[str, Callable[..., Any]] = {
    "here": here,
    "sentence": sentence,
    "outward": outward,
    "at_publisher": at_publisher,
    "own_markdown": own_markdown,
    "bars": bars,
    "network": drawing(pictures.network),
    "sparkline": drawing(pictures.sparkline),
    "timeline": drawing(pictures.timeline),
    "worldmap": drawing(pictures.worldmap),
}
