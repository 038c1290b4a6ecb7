"""What of each page is found: its title, its passages with their anchors, its facets.

A briefing is indexed by the sentences of its source text, each once, so that a result lands on the
sentence itself; what the page repeats of them in tables is left out. Lists are left out too: they
would stand before the briefings that they lead to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from briefgen import addresses, wording
from briefgen.corpus import Brief, Corpus, Country, Dossier, Page, Story, Topic

MOST_VALUES = 300
"""Values of one facet: the most frequent. Each reader who filters loads all of them."""
STORY_SIZE = 2
"""A story of one article narrows nothing."""
LEAD, PLAIN = 3.0, 1.0
"""How much a word counts in the bottom line, and anywhere else."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a page that a result can land on."""

    text: str
    """The words, as the page shows them."""
    anchor: str | None = None
    """Id of its element on the page; None: the page as a whole."""
    weight: float = PLAIN
    """How much its words count, from 0 to 10; a title's count 7."""


@dataclass(frozen=True, slots=True)
class Record:
    """One page as search knows it."""

    title: str
    """Its heading."""
    kind: str
    """briefing, actor, story, topic, country, overview or page."""
    passages: tuple[Passage, ...] = ()
    """In page order."""
    day: date | None = None
    """What results are sorted and narrowed by."""
    publisher: str | None = None
    """Shown with the result."""
    facets: tuple[tuple[str, str], ...] = ()
    """(facet, value) pairs beside its kind."""


def records(corpus: Corpus, pages: Mapping[str, Page]) -> Iterator[tuple[str, Record]]:
    """(src_uri, record) of each page that is searched: see RECORDED; and of the landing pages."""
    facets = _Facets(corpus)
    for uri, page in pages.items():
        pager = page.context.get("pager")
        if record := RECORDED.get(page.template):
            if pager is None or pager.number == 1:  # later pages are lists of the same
                yield uri, record(page, facets)
        elif page.in_nav and uri != addresses.SEARCH:
            yield uri, Record(page.title, "overview")


def language(corpus: Corpus) -> str:
    """BCP 47 code of most articles' language, which decides how word endings are folded."""
    codes = Counter(brief.article.language for brief in corpus.briefs.values())
    return min(codes, key=lambda code: (-codes[code], code), default="en")


class _Facets:
    """The values that articles and actors are narrowed by."""

    def __init__(self, corpus: Corpus) -> None:
        self.language = corpus.language
        ranked = sorted(corpus.dossiers.values(), key=lambda d: (-len(d.articles), d.actor.id))
        self.actors = _labels((d.actor.id, d.actor.name) for d in ranked[:MOST_VALUES])
        self.actors_in: dict[str, list[str]] = defaultdict(list)
        for dossier in ranked[:MOST_VALUES]:
            for article in dossier.articles:
                self.actors_in[article].append(self.actors[dossier.actor.id])
        sizes = Counter(brief.story for brief in corpus.briefs.values())
        self.stories = _labels(
            (story, corpus.briefs[story].article.title or story)
            for story, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
            if size >= STORY_SIZE and story in corpus.briefs
        )

    def of_brief(self, brief: Brief) -> Iterator[tuple[str, str]]:
        """Of an article."""
        article = brief.article
        yield from (("actor", name) for name in self.actors_in[article.id])
        yield from (("country", wording.country(code, self.language)) for code in brief.countries)
        yield from (("topic", topic) for topic in article.topics)
        if brief.story in self.stories:
            yield "story", self.stories[brief.story]
        if article.publisher:
            yield "source", article.publisher

    def of_dossier(self, dossier: Dossier) -> Iterator[tuple[str, str]]:
        """Of an actor."""
        if dossier.actor.id in self.actors:
            yield "actor", self.actors[dossier.actor.id]
        if dossier.actor.country:
            yield "country", wording.country(dossier.actor.country, self.language)


def _labels(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Id -> name; where several bear one name, each has its id behind it."""
    pairs = list(named)[:MOST_VALUES]
    bearers = Counter(name for _, name in pairs)
    return {id: name if bearers[name] == 1 else f"{name} ({id})" for id, name in pairs}


def _briefing(page: Page, facets: _Facets) -> Record:
    brief: Brief = page.context["brief"]
    article = brief.article
    return Record(
        page.title,
        "briefing",
        tuple(_sentences(brief)),
        article.published,
        article.publisher,
        tuple(facets.of_brief(brief)),
    )


def _sentences(brief: Brief) -> Iterator[Passage]:
    """The shown sentences; of a hidden one, just the words that the page shows of it."""
    lead = {evidence.sentence for evidence in brief.bottom_line}
    shown_of: dict[int, list[str]] = defaultdict(list)
    for claim in (*brief.key_facts, *brief.claims):
        shown_of[claim.evidence.sentence].append(claim.short)
    for person in brief.people:
        if person.first:
            shown_of[person.first.sentence].append(person.name)
    for sentence in brief.sentences:
        number = sentence.number
        words = sentence.text or " · ".join(dict.fromkeys(filter(None, shown_of[number])))
        if words:
            yield Passage(words, f"s{number}", LEAD if number in lead else PLAIN)


def _dossier(page: Page, facets: _Facets) -> Record:
    dossier: Dossier = page.context["dossier"]
    actor = dossier.actor
    names = dict.fromkeys((*actor.aliases, *(role.text for role in dossier.roles)))
    done = [claim.evidence for key in ("did", "received") for claim in page.context[key]]
    said = [part for quote in page.context["said"] for part in quote.parts]
    told = [evidence.exact for evidence in (*done, *said) if evidence.shown]
    return Record(
        page.title,
        "actor",
        (
            Passage(" · ".join(filter(None, (*names, actor.note))), weight=LEAD),
            Passage(" ".join(dict.fromkeys(told))),
        ),
        dossier.last,
        facets=tuple(facets.of_dossier(dossier)),
    )


def _story(page: Page, facets: _Facets) -> Record:
    """What its articles are called: their sentences are found in their briefings."""
    story: Story = page.context["story"]
    titles = dict.fromkeys(page.context["articles"][u.article].title for u in story.updates)
    names = [facets.stories[story.id]] if story.id in facets.stories else []
    return Record(
        page.title,
        "story",
        (Passage(" · ".join(title for title in titles if title != page.title)),),
        story.last,
        facets=tuple(("story", name) for name in names),
    )


def _topic(page: Page, facets: _Facets) -> Record:
    topic: Topic = page.context["topic"]
    passages = (Passage(topic.description, weight=LEAD),) if topic.description else ()
    return Record(page.title, "topic", passages, page.modified, facets=(("topic", topic.id),))


def _country(page: Page, facets: _Facets) -> Record:
    """With the places in it, by which it is looked for too."""
    country: Country = page.context["country"]
    places = " · ".join(place.name for place in page.context["places"])
    return Record(
        page.title,
        "country",
        (Passage(places),) if places else (),
        page.modified,
        facets=(("country", country.name),),
    )


RECORDED: dict[str, Callable[[Page, _Facets], Record]] = {
    "briefing.md.j2": _briefing,
    "dossier.md.j2": _dossier,
    "story.md.j2": _story,
    "topic.md.j2": _topic,
    "country.md.j2": _country,
}
"""Template -> what of its pages is found. A new kind of page that readers look for is a row;
what readers call its kind stands in the template of the search page."""
