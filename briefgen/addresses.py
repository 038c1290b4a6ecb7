"""Where each page lives: the one place that spells addresses inside the site.

All are paths below the docs folder with forward slashes, made of slugs only.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import quote

HOME = "index.md"
BRIEFINGS = "briefings/index.md"
ACTORS = "actors/index.md"
TIMELINE = "timeline/index.md"
SOURCES = "sources/index.md"
METHOD = "method.md"
REVIEW = "review/index.md"
SEARCH = "search.md"
CORRECTIONS = "corrections.md"
FIGURES = "figures/index.md"
STORIES = "stories/index.md"
COMMITMENTS = "commitments/index.md"
NETWORK = "network/index.md"
TOPICS = "topics/index.md"
PLACES = "places/index.md"
PERIODS = "daily-weekly/index.md"
CALENDAR = "commitments.ics"
FEED = "feed.xml"
DOWNLOADS = "downloads.md"
TABLE_FORMS = ("csv", "jsonl")
"""For spreadsheets, and for programs."""
BRIEF = "brief.json"
CITATIONS = {"BibTeX": "cite.bib", "RIS": "cite.ris", "CSL-JSON": "cite.csl.json"}
CARD = "card.png"
"""In the folder of each briefing's page."""
CHANGES = "changes/index.md"
CHANGES_FEED = "changes.xml"
SNAPSHOT = "snapshot.json"
SCHEMAS = "schemas"


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits, single hyphens; other letters as their code points."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    named = "".join(c if c.isascii() else f"-u{ord(c):x}-" if c.isalnum() else "-" for c in plain)
    return re.sub(r"[^a-z0-9]+", "-", named).strip("-") or "unnamed"


def briefing(article_id: str) -> str:
    """The briefing of one article."""
    return f"briefings/{_leaf(article_id)}.md"


def month(key: str) -> str:
    """The briefings of one month, "2024-03", or "undated"."""
    return f"months/{key}.md"


def dossier(actor_id: str) -> str:
    """The dossier of one actor."""
    return f"actors/{_leaf(actor_id)}.md"


def actor_calendar(actor_id: str) -> str:
    """The commitments of one actor, for calendar programs."""
    return f"calendars/{_leaf(actor_id)}.ics"


def story(story_id: str) -> str:
    """The articles of one story."""
    return f"stories/{_leaf(story_id)}.md"


def beside(article_id: str, name: str) -> str:
    """A file of one article's briefing for other programs, in the folder of its page."""
    return f"briefings/{_leaf(article_id)}/{name}"


def download(name: str) -> str:
    """A table of the whole site for other programs."""
    return f"downloads/{name}"


def feed_of(kind: str, key: str) -> str:
    """The feed of one of the `actors`, `topics` or `stories`."""
    return f"feeds/{kind}/{_leaf(key)}.xml"


def actor_index(key: str) -> str:
    """The actors under one letter, or "other"."""
    return f"actors-a-z/{key}.md"


def year(key: str) -> str:
    """The timeline of one year."""
    return f"years/{key}.md"


def publisher(publisher_id: str) -> str:
    """The articles of one publisher."""
    return f"publishers/{_leaf(publisher_id)}.md"


def source_list(name: str) -> str:
    """What one count of the site's source summary counts."""
    return f"sources-{name}/index.md"


def topic(topic_id: str) -> str:
    """The page of one topic."""
    return f"topics/{_leaf(topic_id)}.md"


def country(code: str) -> str:
    """The page of one country, by its ISO 3166-1 alpha-3 code."""
    return f"places/{code.lower()}.md"


def period(key: str) -> str:
    """The briefing of one day, "2024-03-25", or of one ISO week, "2024-W13"."""
    return f"{'weeks' if 'W' in key else 'days'}/{key}.md"


def period_index(kind: str, year: str) -> str:
    """The days or weeks of one year; `kind` is "days" or "weeks"."""
    return f"{kind}-of/{year}.md"


def paged(first: str, number: int) -> str:
    """Page `number` (from 1) of a list whose first page is `first`."""
    return first if number == 1 else f"{first.removesuffix('.md')}-page-{number}.md"


def on_the_web(site_url: str, target: str) -> str:
    """The address of a page, with its #anchor, where MkDocs publishes it; `site_url` ends in /."""
    path, mark, anchor = target.partition("#")
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{site_url}{folder}{'/' if folder else ''}{mark}{anchor}"


def relative(target: str, origin: str) -> str:
    """The target, with its #anchor, as a link on the page `origin` writes it."""
    path, mark, anchor = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(origin) or ".") + mark + anchor


def text_fragment(url: str, words: str) -> str:
    """The publisher's page, scrolled to the words and marked there by browsers that know how.

    Long passages are given by their first and last words, as the text fragment syntax allows
    (https://wicg.github.io/scroll-to-text-fragment/).
    """
    parts = words.split()
    ends = [words] if len(parts) <= 10 else [" ".join(parts[:5]), " ".join(parts[-5:])]
    encoded = ",".join(quote(" ".join(end.split()), safe="").replace("-", "%2D") for end in ends)
    separator = "" if "#" in url else "#"
    return f"{url}{separator}:~:text={encoded}"


def _leaf(name: str) -> str:
    """A file name that is no folder's index."""
    return f"{name}-" if name == "index" else name
