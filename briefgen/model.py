"""The dataclasses for all that flows: articles in, spans and statements through, actors out.

Offsets are half-open Unicode code points into `Article.text`, which is final once an article is
read. This module imports nothing from the package.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Modality = Literal["asserted", "planned", "possible", "negated"]
"""How certain the source itself is of what it says."""

QuotationKind = Literal["direct", "mixed", "indirect"]
"""Direct: all in quotation marks. Mixed: partly so. Indirect: reported without marks."""

Attribution = Literal["stated", "attributed", "quoted", "anonymous"]
"""Who stands behind it: the article itself, someone it names or quotes, or nobody named."""

ActorType = Literal["person", "organization", "country", "force", "group", "place"]
"""`force` is an armed force or command, `group` a people, party or following without a seat."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one article's text."""

    article_id: str
    """The article whose text the offsets count in."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""

    def within(self, other: Span) -> bool:
        """Whether this span lies inside the other one."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Assessment:
    """The analyst's own judgement; never made by the program."""

    judgement: str
    """The judgement in the analyst's words."""
    likelihood: str | None = None
    """How likely, in the analyst's words ("likely")."""
    confidence: str | None = None
    """How well founded: low, moderate or high."""
    alternatives: tuple[str, ...] = ()
    """Other explanations that the analyst considered."""
    indicators: tuple[str, ...] = ()
    """What would change the judgement."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as read: final text and metadata."""

    id: str
    """Slug, unique in the corpus; part of every address."""
    title: str | None
    """The headline, None where none is known."""
    text: str
    """The body's final text; all offsets count in it."""
    sha256: str
    """Hex digest of the text in UTF-8."""
    published: date | None = None
    """The document creation time (DCT) that relative dates are resolved against."""
    updated: date | None = None
    """When the publisher last revised it."""
    retrieved: date | None = None
    """When the user took it from the publisher."""
    publisher: str | None = None
    """Who published it."""
    byline: str | None = None
    """Who wrote it, as the publisher says."""
    url: str | None = None
    """The publisher's page; http or https only."""
    language: str = "en"
    """BCP 47 code of the text."""
    rights: str = "all-rights-reserved"
    """Decides how much of the text is shown; see `readers.metadata`."""
    topics: tuple[str, ...] = ()
    """The user's topics, as slugs."""
    reliability: str = "F6"
    """Admiralty grade: source A-F, content 1-6."""
    handling: str | None = None
    """Traffic Light Protocol mark such as TLP:CLEAR."""
    notice: str | None = None
    """A sentence shown wherever the article is shown."""
    assessment: Assessment | None = None
    """The analyst's judgement, shown apart from what the source says."""
    credit: str | None = None
    """The agency that the publisher took it from, as the metadata says."""
    revises: str | None = None
    """Id of the article that this one is a newer version of."""
    path: str = ""
    """The file it came from, relative to the docs folder, with forward slashes."""
    metadata_path: str = ""
    """The file that holds its metadata: the sidecar or the article itself."""
    source_map: tuple[tuple[int, int], ...] = ()
    """(offset in text, offset in the decoded file) pairs, ascending; both run alike between."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Parts of the text that are no running prose."""

    headline: Span | None = None
    """The headline, where the text repeats it as its first line."""
    dateline: Span | None = None
    """Place, date and agency before the first sentence, separator included."""
    byline: Span | None = None
    """Who wrote it, where the text says so on a line of its own."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. What texts say; who is meant is an actor's business."""

    span: Span
    """The name without article, title or possessive."""
    label: str
    """OntoNotes label: PERSON NORP FAC ORG GPE LOC PRODUCT EVENT LAW; NOMINAL: a common noun that
    names an actor in this text ("military" in "US military")."""
    actor: str | None = None
    """Id of the article's actor it refers to, None where it refers to none or stays open."""
    rule: str = ""
    """Which rule found it and tied it to its actor."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 value."""

    span: Span
    """The expression's words."""
    type: str
    """DATE, TIME, DURATION or SET."""
    value: str | None
    """TIMEX3 value at the precision of the words, None where it cannot be resolved."""
    mod: str | None = None
    """TIMEX3 modifier such as APPROX, START, END, BEFORE."""
    rule: str = ""
    """Which rule resolved it, and against which anchor."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures."""

    span: Span
    """Number and unit."""
    value: float | tuple[float, float] | None
    """Normalised ("2.3 million" is 2300000), a pair for a range, None for "dozens" and the like."""
    unit: str | None
    """A plain singular name: "fighter", "percent", "US dollar"."""
    modifier: str | None = None
    """"about", "more than", "at least", ... as one of the names of `data/quantities.yml`."""
    thing: Span | None = None
    """The noun phrase that is counted, where the text has one."""
    rule: str = ""
    """Which rule found it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody is reported to have said."""

    kind: QuotationKind
    """Direct, mixed or indirect."""
    content: tuple[Span, ...]
    """The words said, several spans where the text interrupts them; marks excluded."""
    cue: Span | None = None
    """The reporting words ("said")."""
    speaker: Span | None = None
    """The speaker as the text beside the quote names them ("she")."""
    actor: str | None = None
    """Id of the article's actor who speaks, where known."""
    rule: str = ""
    """Which rule found it and its speaker."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who did what to whom, as the text says it."""

    id: str
    """Hash of article, predicate and slots: stable while the words stand."""
    event: str | None
    """PLOVER root code, None where no code fits."""
    predicate: Span
    """The verb or noun that carries the event."""
    actor: Span | None
    """Who does it."""
    recipient: Span | None
    """To or with whom."""
    time: str | None
    """TIMEX3 value."""
    place: Span | None
    """Where."""
    modality: Modality
    """The source's own certainty."""
    attributed_to: Span | None
    """Whoever the text credits."""
    evidence: tuple[Span, ...]
    """The sentences that say so; never empty."""
    attribution: Attribution = "stated"
    """What kind of credit stands behind it."""
    actor_ids: tuple[str, ...] = ()
    """Article's actors named in the actor slot."""
    recipient_ids: tuple[str, ...] = ()
    """Article's actors named in the recipient slot."""
    rule: str = ""
    """Which rule coded it."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the text states it."""

    text: str
    """The words: "Prime Minister of Japan"; always a stretch of the article's text."""
    span: Span
    """Where they stand."""


@dataclass(frozen=True, slots=True)
class LocalActor:
    """Somebody or something that acts, inside one article."""

    id: str
    """Slug of the name."""
    name: str
    """The fullest name the article gives, or the country's common name."""
    type: ActorType
    """What kind of actor."""
    aliases: tuple[str, ...] = ()
    """Other names the article uses, in order of appearance."""
    roles: tuple[Role, ...] = ()
    """Roles stated, in order of appearance."""
    salience: float = 0.0
    """How central to this article, 0 to 1."""
    country: str | None = None
    """ISO 3166-1 alpha-3, for a country."""
    why: tuple[str, ...] = ()
    """Each merge and typing decision, in words."""


@dataclass(frozen=True, slots=True)
class FiveW:
    """Answers to the five Ws and how, best first."""

    who: tuple[Span, ...] = ()
    """Main actors."""
    what: tuple[Span, ...] = ()
    """What happened."""
    when: tuple[Span, ...] = ()
    """When."""
    where: tuple[Span, ...] = ()
    """Where."""
    why: tuple[Span, ...] = ()
    """Stated reasons."""
    how: tuple[Span, ...] = ()
    """Stated means."""


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A sentence worth knowing."""

    evidence: tuple[Span, ...]
    """The sentence."""
    score: float
    """0 to 1, comparable inside the article."""
    statement: str | None = None
    """Id of its main statement."""
    why: tuple[str, ...] = ()
    """What raised or lowered the score."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article."""

    article_id: str
    """The article."""
    sha256: str
    """Of its text."""
    pipeline: str
    """Fingerprint of model, rules and options."""
    layout: Layout = field(default_factory=Layout)
    """Headline, dateline and byline inside the text."""
    sentences: tuple[Span, ...] = ()
    """Every sentence in order."""
    mentions: tuple[Mention, ...] = ()
    """Names, in order."""
    timexes: tuple[Timex, ...] = ()
    """Times, in order."""
    quotations: tuple[Quotation, ...] = ()
    """Reported speech, in order."""
    quantities: tuple[Quantity, ...] = ()
    """Figures, in order."""
    statements: tuple[Statement, ...] = ()
    """Events, in order."""
    actors: tuple[LocalActor, ...] = ()
    """Most salient first."""
    five_w: FiveW = field(default_factory=FiveW)
    """Who, what, when, where, why, how."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3, sorted."""
    key_facts: tuple[KeyFact, ...] = ()
    """Best first."""
    bottom_line: tuple[Span, ...] = ()
    """One or two sentences that say it all, in text order."""


@dataclass(frozen=True, slots=True)
class DatedRole:
    """A role on the date on which it was stated."""

    text: str
    """The words, as the text or the register has them."""
    stated: date | None
    """When: the article's publish date, or the register's start date."""
    until: date | None = None
    """Last day, only where the register says so."""
    evidence: Span | None = None
    """Where the text says so; None for a role that the user's register brings."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, across all articles."""

    id: str
    """Slug, stable from build to build."""
    name: str
    """Canonical name: the register's, or the fullest that an article gives."""
    type: ActorType
    """What kind of actor."""
    members: tuple[tuple[str, str], ...]
    """(article id, id of its local actor) pairs, sorted."""
    aliases: tuple[str, ...] = ()
    """Other names, sorted."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    roles: tuple[DatedRole, ...] = ()
    """By date; the same words on the same date once."""
    note: str | None = None
    """The register's note."""
    registered: bool = False
    """Whether the user's register holds it."""
    why: tuple[str, ...] = ()
    """Each merge with its rule and score, in words."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A name that could be several actors: left apart, and shown."""

    name: str
    """The name as the texts have it."""
    candidates: tuple[str, ...]
    """Ids of the actors it could be."""
    members: tuple[tuple[str, str], ...]
    """(article id, local actor id) pairs that stay open."""
    why: str
    """What made it undecidable."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A judgement of the user that was applied."""

    kind: str
    """merge, keep_apart, rename, hide or correct."""
    line: int
    """Its line in judgements.yml."""
    summary: str
    """What it does, in words."""
    reason: str | None = None
    """The user's reason."""
    decided: date | None = None
    """When the user decided."""
    evidence: Span | None = None
    """The anchor it was matched to, where it has one."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is meant, across all articles, after the user's register and judgements."""

    extractions: tuple[Extraction, ...]
    """With corrected and without hidden statements, quantities and times; in article order."""
    actors: tuple[Actor, ...]
    """By id."""
    actor_of: dict[tuple[str, str], str]
    """(article id, local actor id) -> actor id; a hidden actor has none."""
    open_questions: tuple[OpenQuestion, ...] = ()
    """What stayed unresolved."""
    corrections: tuple[Correction, ...] = ()
    """Judgements applied, in file order."""
