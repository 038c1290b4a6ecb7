"""What articles are about: topics and countries, each with its articles, stories and company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefgen.corpus.views import Evidence


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story among some articles: its first independent report stands for it."""

    story: str
    """Its id."""
    lead: str
    """Id of the first article among them, an origin of its own where there is one that day."""
    others: int
    """Further origins among them that tell it."""
    reprints: int
    """Further articles of origins that are counted already."""
    first: date | None
    """Publish date of the first article among them."""
    last: date | None
    """Publish date of the last."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor and how many of some articles name it."""

    actor: str
    """Its id."""
    articles: int
    """How many of them."""
    quoted: int
    """In how many of them its words stand."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the user's, with the articles filed under it or under a narrower one."""

    id: str
    """As articles' metadata have it."""
    name: str
    """The user's name for it, else its id."""
    description: str | None
    """In the user's words."""
    broader: str | None
    """Id of the topic that the user puts it under."""
    narrower: tuple[str, ...]
    """Ids of the topics right under it, sorted."""
    mediatopics: tuple[str, ...]
    """IPTC Media Topics that the user maps it to, as QCodes."""
    described: bool
    """Whether the user's file describes it."""
    own: int
    """Articles filed under this very topic."""
    articles: tuple[str, ...]
    """Ids, newest first."""
    stories: tuple[StoryLine, ...]
    """Newest first."""
    actors: tuple[Named, ...]
    """The most named, places aside."""
    months: tuple[tuple[str, int], ...]
    """(month, articles), ascending, without empty months."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city or region, as articles name it."""

    name: str
    """The words that name it most often, not in capitals throughout if any are not."""
    actor: str | None
    """Id of its actor, where the newest article has one."""
    articles: int
    """How many articles name it."""
    evidence: Evidence
    """The first words that name it in the newest of them."""


@dataclass(frozen=True, slots=True)
class Together:
    """Another country that the same articles name."""

    country: str
    """ISO 3166-1 alpha-3."""
    articles: int
    """How many articles name both."""
    newest: str
    """Id of the newest of them."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country, with the articles that name it, its people or a place in it."""

    code: str
    """ISO 3166-1 alpha-3."""
    name: str
    """Common English name."""
    region: str
    """Name of its continent."""
    actor: str | None
    """Id of its actor, None where no article has it act or names it outright."""
    named: tuple[Evidence, ...]
    """One an article, newest first: the words that name it, outright where they do."""
    stories: tuple[StoryLine, ...]
    """Newest first."""
    places: tuple[Place, ...]
    """Cities and regions in it that articles name, most named first."""
    together: tuple[Together, ...]
    """Countries named in the same articles, most often first."""
    months: tuple[tuple[str, int], ...]
    """(month, articles), ascending, without empty months."""
