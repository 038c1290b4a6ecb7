"""Views of articles, actors and sources: what their pages show, each claim with its Evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefgen.model import Actor, Article, Attribution, Modality
from briefgen.publishers import DescribedPublisher


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a claim stands on."""

    article_id: str
    """The article."""
    start: int
    """First code point in the article's text."""
    end: int
    """One past the last."""
    exact: str
    """The words, exactly as they stand there."""
    sentence: int
    """Number of the sentence that holds the first word, from 1; its anchor is s1, s2, ..."""
    shown: bool
    """Whether the article's rights let the sentence, and any that it runs on into, be shown."""


@dataclass(frozen=True, slots=True)
class When:
    """A date with the words it was read from."""

    words: Evidence
    """The expression as the text has it."""
    type: str
    """TIMEX3 type."""
    value: str | None
    """TIMEX3 value, None where it cannot be resolved."""
    mod: str | None
    """TIMEX3 modifier."""
    ahead: bool = False
    """Whether it ends after the article was published."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with what it counts."""

    words: Evidence
    """Number and unit as the text has them."""
    value: float | tuple[float, float] | None
    """Normalised value or range."""
    unit: str | None
    """Plain singular unit."""
    modifier: str | None
    """"about", "more than", ..."""
    thing: str | None
    """The noun phrase that is counted."""
    context: Evidence
    """The sentence."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement as a page shows it: verbatim words and what is known of them."""

    id: str
    """Statement id, or a hash of the evidence for a key fact without one."""
    evidence: Evidence
    """The sentence that says so."""
    short: str
    """Its slots' words alone, for articles whose sentences may not be shown."""
    status: Modality | None
    """The source's certainty, None where no event was recognised."""
    attribution: Attribution | None
    """Who stands behind it."""
    credited: str | None
    """Whoever the text credits, in its words."""
    event: str | None
    """PLOVER root code."""
    when: tuple[When, ...]
    """Dates that belong to it."""
    measures: tuple[Measure, ...]
    """Figures in its sentence."""
    actors: tuple[str, ...]
    """Ids of those who act."""
    recipients: tuple[str, ...]
    """Ids of those it is done to or with."""
    published: date | None
    """When the article appeared."""
    due: tuple[date, date] | None = None
    """First and last day of a plan's date."""
    progress: str | None = None
    """upcoming, due or passed, for a plan with a date, relative to the as-of date."""
    why: tuple[str, ...] = ()
    """What raised its rank."""

    @property
    def told(self) -> str:
        """The sentence, or the words of its slots where rights forbid to show it."""
        return self.evidence.exact if self.evidence.shown else self.short


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported speech as a page shows it."""

    kind: str
    """direct, mixed or indirect."""
    parts: tuple[Evidence, ...]
    """The words said."""
    speaker: str | None
    """The speaker in the words beside the quote."""
    actor: str | None
    """Id of the actor who speaks, where known."""
    verb: str | None
    """The reporting words."""
    published: date | None
    """When the article appeared."""


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A role with the date and place of its statement."""

    text: str
    """The words."""
    stated: date | None
    """When."""
    until: date | None
    """Last day, where the register says so."""
    evidence: Evidence | None
    """Where it was stated first; None for a role from the register."""
    times: int = 1
    """In how many articles it is stated in these words."""
    last: date | None = None
    """Publish date of the last of them."""


@dataclass(frozen=True, slots=True)
class Participant:
    """One row of a briefing's who's who."""

    actor: str | None
    """Actor id, None for one that was hidden or stays open."""
    name: str
    """Name in this article."""
    type: str
    """Kind of actor."""
    salience: float
    """How central, 0 to 1."""
    role: StatedRole | None
    """The first role stated here."""
    stance: Quote | None
    """Its first quote here."""
    first: Evidence | None
    """Its first mention."""

    @property
    def tells(self) -> bool:
        """Whether more than the name is known: a role, or words of theirs."""
        return bool(self.role or self.stance)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the source text."""

    number: int
    """From 1."""
    text: str | None
    """The words, None where rights forbid to show them."""
    opens: bool
    """Whether it opens a paragraph."""
    cited: bool
    """Whether a claim stands on it."""
    exact: str
    """The words, for the publisher link."""


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a briefing shows of one article."""

    article: Article
    """The article with its metadata."""
    publisher_id: str
    """Slug of the publisher, "unknown" where none is stated."""
    bottom_line: tuple[Evidence, ...]
    """One or two sentences."""
    key_facts: tuple[Claim, ...]
    """Best first."""
    five_w: dict[str, tuple[Evidence, ...]]
    """who, what, when, where, why, how: best first."""
    people: tuple[Participant, ...]
    """Most central first."""
    measures: tuple[Measure, ...]
    """In text order."""
    dates: tuple[When, ...]
    """Resolved ones, in order of their value."""
    quotes: tuple[Quote, ...]
    """In text order."""
    plans: tuple[Claim, ...]
    """Plans and promises with a date."""
    claims: tuple[Claim, ...]
    """Statements with an event, a recipient or a time, in text order."""
    sentences: tuple[Sentence, ...]
    """The source text."""
    laws: tuple[Evidence, ...]
    """Laws and treaties named, each once."""
    products: tuple[Evidence, ...]
    """Weapons, platforms and other products named, each once."""
    credited: tuple[tuple[Evidence, Attribution], ...]
    """Whom the text credits, each once, and with what kind of credit."""
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-3."""
    gaps: dict[str, tuple[str, ...]]
    """What is missing: "not_stated" Ws, "never_quoted" names, "lapsed" date words."""
    related: tuple[str, ...]
    """Other articles of the same story, by date."""
    story: str
    """Id of its story, which is that of the story's first article."""
    origin: str
    """Id of its origin, which is that of the first article of that origin."""
    minutes: int
    """Reading time of the source text."""


@dataclass(frozen=True, slots=True)
class Companion:
    """An actor that appears in the same sentences."""

    actor: str
    """Its id."""
    count: int
    """In how many sentences."""
    evidence: Evidence
    """The newest of them."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one actor."""

    actor: Actor
    """Who."""
    first: date | None
    """Publish date of the first article."""
    last: date | None
    """Publish date of the last article."""
    articles: tuple[str, ...]
    """Article ids, newest first."""
    months: tuple[tuple[str, int], ...]
    """(month, articles that name the actor), ascending, without empty months."""
    roles: tuple[StatedRole, ...]
    """By date."""
    said: tuple[Quote, ...]
    """Newest first."""
    did: tuple[Claim, ...]
    """Newest first."""
    received: tuple[Claim, ...]
    """Newest first."""
    plans: tuple[Claim, ...]
    """By due date."""
    companions: tuple[Companion, ...]
    """Most frequent first."""
    part_of: tuple[str, ...]
    """Bodies that it is a unit of, as its name says."""
    units: tuple[str, ...]
    """Bodies that are units of it."""
    confusable: tuple[str, ...]
    """Ids of actors whose names could be taken for this one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline."""

    value: str
    """TIMEX3 value at its own precision."""
    first: date
    """First day it covers."""
    last: date
    """Last day it covers."""
    claim: Claim
    """What is said to happen then."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """One source of articles."""

    id: str
    """Slug."""
    name: str | None
    """As sources.yml or else the metadata state it, None where they state none."""
    articles: tuple[str, ...]
    """Article ids, newest first."""
    grades: tuple[tuple[str, int], ...]
    """(Admiralty grade, articles), sorted."""
    first: date | None
    """Earliest publish date."""
    last: date | None
    """Latest publish date."""
    about: DescribedPublisher | None = None
    """What sources.yml says of it."""
    stated: tuple[str, ...] = ()
    """Other names that the metadata give it, sorted."""
