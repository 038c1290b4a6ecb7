"""What a page's head tells other programs: Open Graph, JSON-LD, the feeds that belong to it.

All words come out escaped. A whole address stands there only where `site_url` is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from briefgen import addresses
from briefgen.catalogue import N_, own
from briefgen.corpus import Brief, Corpus, Page
from briefgen.exports import cards as card
from briefgen.exports import jsonld
from briefgen.exports.words import line

CLOSE = "briefgen:close"
"""Under this name our scripts find what closes a panel, in the site's language."""


def head(corpus: Corpus, page: Page, url: str, site_url: str, cards: bool = True) -> str:
    """The page's tags, one a line. `url` is its address inside the site, as it is published."""
    brief: Brief | None = page.context.get("brief")
    root = site_url or "../" * url.removeprefix("./").count("/")
    tags = [_meta("property", "og:site_name", corpus.site_name), *_feeds(corpus, page, root)]
    tags.append(_meta("property", "og:title", page.title))
    tags.append(_meta("property", "og:type", "article" if brief else "website"))
    tags.append(_meta("name", CLOSE, own(N_("Close"), corpus.language)))
    if site_url:
        tags.append(_meta("property", "og:url", addresses.on_the_web(site_url, page.src_uri)))
    if brief:
        tags += _briefing(corpus, brief, site_url, cards)
        tags.append(jsonld.script(corpus, brief, root))
    return "\n".join([*tags, ""])


def _briefing(corpus: Corpus, brief: Brief, site_url: str, cards: bool) -> Iterator[str]:
    article = brief.article
    shown = " ".join(one.exact for one in brief.bottom_line if one.shown)
    if shown:
        yield _meta("property", "og:description", shown)
    for name, day in (("published", article.published), ("modified", article.updated)):
        if day:
            yield _meta("property", f"article:{name}_time", day.isoformat())
    if site_url and cards and card.drawable(brief):
        width, height = card.SIZE
        picture = site_url + addresses.beside(article.id, addresses.CARD)
        yield _meta("property", "og:image", picture)
        yield _meta("property", "og:image:width", str(width))
        yield _meta("property", "og:image:height", str(height))
        yield _meta("property", "og:image:alt", article.title or article.id)
        yield _meta("name", "twitter:card", "summary_large_image")
    else:
        yield _meta("name", "twitter:card", "summary")


def _feeds(corpus: Corpus, page: Page, root: str) -> Iterator[str]:
    """Where a feed reader finds the site's feed and the page's own."""
    # Feeds at the site's root only: the theme looks for a sitemap beside whatever is an alternate.
    yield _feed(root + addresses.FEED, corpus.site_name)
    if page.src_uri == addresses.CHANGES:
        yield _feed(root + addresses.CHANGES_FEED, page.title)


def _feed(href: str, title: str) -> str:
    shown = escape(line(title))
    return (
        f'<link rel="alternate" type="application/atom+xml" title="{shown}" href="{escape(href)}">'
    )


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(line(content))}">'
