"""The user's publishers (sources.yml): who they are, and how far each is trusted by default.

A publisher is what an article's metadata say under `publisher`. The file may describe it, under its
name or one of its aliases (case aside); one that it does not describe keeps its name alone.

    - id: harbour-wire
      name: Harbour Wire
      aliases: [Harbour Wire Service]
      description: A news agency with bureaus in Washington and Tokyo; owned by its member papers.
      kind: news agency
      country: USA
      reliability: B                # Admiralty, source A to F: where an article states no grade
      url: https://example.org
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pycountry

from briefgen.addresses import slug
from briefgen.errors import Problem, relative
from briefgen.model import Article
from briefgen.readers import UNGRADED, states
from briefgen.readers.source import clean
from briefgen.readers.yaml_lines import Node
from briefgen.registers import read_entries

NOT_STATED = "unknown"
"""Id of the publisher of articles that state none."""


@dataclass(frozen=True, slots=True)
class DescribedPublisher:
    """A publisher as the user describes it."""

    id: str
    """Slug; part of its page's address."""
    name: str
    """The name that is shown on its page."""
    aliases: tuple[str, ...] = ()
    """Other names that articles' metadata use."""
    description: str | None = None
    """Who it is and what it stands for: the source descriptor."""
    kind: str | None = None
    """One of the schema's kinds, such as news agency."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    reliability: str | None = None
    """Admiralty grade of the source alone, A to F."""
    url: str | None = None
    """Its own page; http or https only."""
    line: int = 0
    """Its line in the file."""


@dataclass(frozen=True, slots=True)
class PublisherList:
    """The user's publishers."""

    publishers: tuple[DescribedPublisher, ...] = ()
    """In file order."""
    path: str = "sources.yml"
    """The file, as messages show it."""

    def by_name(self) -> dict[str, DescribedPublisher]:
        """Each name and alias, in lower case, with its publisher."""
        return {key: one for one in self.publishers for key in _keys(one)}


def read_publishers(path: Path, root: Path) -> tuple[PublisherList, tuple[Problem, ...]]:
    """The publishers; a file that is not there holds none, a bad entry is left out."""
    shown = relative(path, root)
    described, found = read_entries(path, root, "sources", _publisher, _problems)
    kept: dict[str, DescribedPublisher] = {}
    names: dict[str, DescribedPublisher] = {}
    for one in described:
        taken = next((key for key in _keys(one) if key in names), None)
        if one.id in kept:
            message = f"the id {one.id!r} stands twice, first on line {kept[one.id].line}"
            found.append(Problem(shown, one.line, message, one.id, f"id: {one.id}-2"))
        elif taken is not None:
            message = f"this name or alias is taken by {names[taken].id!r}"
            example = f"name: {one.name} (second)"
            found.append(Problem(shown, one.line, message, taken, example))
        else:
            kept[one.id] = one
            names |= dict.fromkeys(_keys(one), one)
    found.sort(key=lambda problem: (problem.line or 0, problem.message))
    return PublisherList(tuple(kept.values()), shown), tuple(found)


def publisher_ids(articles: Iterable[Article], described: PublisherList) -> dict[str, str]:
    """Article id -> id of its publisher: the described one's, else the slug of the name."""
    by_name = described.by_name()
    ids = {}
    for article in articles:
        known = by_name.get((article.publisher or "").casefold())
        ids[article.id] = known.id if known else slug(article.publisher or NOT_STATED)
    return ids


def graded(articles: Iterable[Article], described: PublisherList, root: Path) -> list[Article]:
    """The articles; those that state no grade bear that of their publisher, where it has one.

    The publisher's letter says nothing of the content, so that the content's part is 6.
    """
    by_name = described.by_name()

    def own(article: Article) -> Article:
        known = by_name.get((article.publisher or "").casefold())
        letter = known.reliability if known else None
        if letter is None or article.reliability != UNGRADED or states(article, root, GRADE):
            return article
        return replace(article, reliability=f"{letter}{UNGRADED[1]}")

    return [own(article) for article in articles]


GRADE = "reliability"


def _keys(one: DescribedPublisher) -> list[str]:
    return list(dict.fromkeys(name.casefold() for name in (one.name, *one.aliases)))


def _problems(node: Node, path: str) -> list[Problem]:
    """What the schema cannot say of a publisher."""
    country = node.plain().get("country")
    if country is None or pycountry.countries.get(alpha_3=country):
        return []
    assert isinstance(node.value, dict)
    message = "country must be an ISO 3166-1 alpha-3 country code"
    return [Problem(path, node.value["country"].line, message, country, "country: JPN")]


def _publisher(node: Node) -> DescribedPublisher:
    values = node.plain()

    def words(key: str) -> str | None:
        return clean(values[key]) if key in values else None

    return DescribedPublisher(
        id=values["id"],
        name=clean(values["name"]),
        aliases=tuple(map(clean, values.get("aliases", ()))),
        description=words("description"),
        kind=values.get("kind"),
        country=values.get("country"),
        reliability=values.get(GRADE),
        url=values.get("url"),
        line=node.line,
    )
