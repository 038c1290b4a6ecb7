"""Extractions and resolved actors -> Corpus: briefs, dossiers, timeline, publishers.

Nothing is worded here: a view says a span of an article, a value read from one, or metadata.
"""

from __future__ import annotations

import bisect
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from briefgen import addresses
from briefgen.contract import WS
from briefgen.corpus import (
    Brief,
    Claim,
    Companion,
    Corpus,
    Dossier,
    Entry,
    Evidence,
    Measure,
    Participant,
    Publisher,
    Quote,
    Sentence,
    StatedRole,
    When,
)
from briefgen.intervals import interval, progress
from briefgen.model import (
    Actor,
    Article,
    Attribution,
    DatedRole,
    Extraction,
    KeyFact,
    Quantity,
    Resolution,
    Span,
    Statement,
    Timex,
)
from briefgen.rights import shown_sentences

WORDS_A_MINUTE = 238  # silent reading of English non-fiction (Brysbaert 2019)
MOST_COMPANIONS = 12
PRONOUNS = frozenset(("he", "she", "they", "it", "who", "which", "we", "i", "you"))
MOST_PARTICIPANTS = 15
CENTRAL = 0.6  # salience from which one article is enough for a dossier


def assemble(
    articles: Iterable[Article],
    resolution: Resolution,
    stories: Mapping[str, str],
    *,
    as_of: date | None,
    fingerprint: str,
    model: str,
    quality: tuple[dict[str, Any], ...] = (),
    page_size: int = 50,
    dossier_min_articles: int = 2,
    register_path: str | None = None,
) -> Corpus:
    """The corpus of all articles. `stories` maps article ids to story ids.

    Without `as_of` the site speaks from its newest article's day: no clock is read.
    """
    by_id = {article.id: article for article in articles}
    found = {extraction.article_id: extraction for extraction in resolution.extractions}
    dates = [article.published for article in by_id.values() if article.published]
    day = as_of or max(dates, default=None)
    order = sorted(by_id.values(), key=lambda a: (-_ordinal(a.published), a.id))
    siblings: dict[str, list[str]] = defaultdict(list)
    for article in reversed(order):
        siblings[stories.get(article.id, article.id)].append(article.id)
    views = {a.id: _Views(a, found[a.id], resolution, day) for a in order}
    briefs = {
        i: view.brief(tuple(o for o in siblings[stories.get(i, i)] if o != i))
        for i, view in views.items()
    }
    actors = {actor.id: actor for actor in resolution.actors}
    return Corpus(
        briefs=briefs,
        dossiers=_dossiers(briefs, views, actors, resolution, dossier_min_articles),
        actors=actors,
        timeline=_timeline(briefs),
        publishers=_publishers(briefs),
        as_of=day,
        fingerprint=fingerprint,
        model=model,
        corrections=resolution.corrections,
        open_questions=resolution.open_questions,
        quality=quality,
        page_size=page_size,
        register_path=register_path,
    )


class _Views:
    """The views of one article; holds what each of them looks up."""

    def __init__(
        self, article: Article, found: Extraction, resolution: Resolution, as_of: date | None
    ) -> None:
        self.article = article
        self.found = found
        self.actor_of = resolution.actor_of
        self.as_of = as_of
        self.starts = [span.start for span in found.sentences]
        self.shown = shown_sentences(article, found)

    def brief(self, related: tuple[str, ...]) -> Brief:
        """All views together."""
        claims = tuple(self.claim(s) for s in self.found.statements if _tells(s))
        facts = tuple(self.key_fact(fact) for fact in self.found.key_facts)
        quotes = self.quotes()
        dates = tuple(self.when(timex) for timex in self.found.timexes if _on_calendar(timex))
        five_w = {w: tuple(map(self.evidence, getattr(self.found.five_w, w))) for w in WS}
        plans = [claim for claim in claims if claim.due]
        people = self.people(quotes)
        return Brief(
            article=self.article,
            publisher_id=addresses.slug(self.article.publisher or "unknown"),
            bottom_line=tuple(map(self.evidence, self.found.bottom_line)),
            key_facts=facts,
            five_w=five_w,
            people=people,
            measures=tuple(self.measure(q) for q in self.found.quantities),
            dates=tuple(sorted(dates, key=lambda d: (d.value or "", d.words.start))),
            quotes=quotes,
            plans=tuple(_once(sorted(plans, key=_due))),
            claims=claims,
            sentences=self.sentences(facts, quotes, claims),
            laws=self.named("LAW"),
            products=self.named("PRODUCT"),
            credited=self.credited(),
            countries=self.found.countries,
            gaps=self.gaps(five_w, people, plans),
            related=related,
            minutes=max(1, round(len(self.article.text.split()) / WORDS_A_MINUTE)),
        )

    def words(self, span: Span) -> str:
        return self.article.text[span.start : span.end]

    def sentence(self, offset: int) -> int:
        """Number, from 1, of the sentence that holds the offset."""
        return max(1, bisect.bisect_right(self.starts, offset))

    def evidence(self, span: Span) -> Evidence:
        number = self.sentence(span.start)
        return Evidence(
            self.article.id,
            span.start,
            span.end,
            self.words(span),
            number,
            number in self.shown,
        )

    def whole_sentence(self, span: Span) -> Span:
        """The sentence around a span, less a dateline before it."""
        if not self.found.sentences:
            return span
        sentence = self.found.sentences[self.sentence(span.start) - 1]
        dateline = self.found.layout.dateline
        in_dateline = dateline is not None and span.end <= dateline.end
        if dateline and not in_dateline and sentence.start < dateline.end < sentence.end:
            rest = self.article.text[dateline.end : sentence.end].lstrip()
            if rest:
                return Span(span.article_id, sentence.end - len(rest), sentence.end)
        return sentence

    def when(self, timex: Timex) -> When:
        days = interval(timex.value)
        published = self.article.published
        ahead = bool(days and published and days[1] > published)
        return When(self.evidence(timex.span), timex.type, timex.value, timex.mod, ahead)

    def measure(self, quantity: Quantity) -> Measure:
        return Measure(
            words=self.evidence(quantity.span),
            value=quantity.value,
            unit=quantity.unit,
            modifier=quantity.modifier,
            thing=self.words(quantity.thing) if quantity.thing else None,
            context=self.evidence(self.whole_sentence(quantity.span)),
        )

    def actors(self, local_ids: Iterable[str]) -> tuple[str, ...]:
        ids = (self.actor_of.get((self.article.id, local)) for local in local_ids)
        return tuple(dict.fromkeys(one for one in ids if one))

    def claim(self, statement: Statement) -> Claim:
        """A statement with what its sentence adds."""
        sentence = self.whole_sentence(statement.evidence[0])
        dated = [t for t in self.found.timexes if t.span.within(sentence)]
        own = [t for t in dated if statement.time and t.value == statement.time]
        slots = [statement.actor, statement.predicate, statement.recipient, statement.place]
        due = interval(statement.time) if statement.modality == "planned" else None
        return Claim(
            id=statement.id,
            evidence=self.evidence(sentence),
            short=" … ".join(self.words(slot) for slot in sorted(filter(None, slots))),
            status=statement.modality,
            attribution=statement.attribution,
            credited=self.words(statement.attributed_to) if statement.attributed_to else None,
            event=statement.event,
            when=tuple(map(self.when, own[:1])),
            measures=(),
            actors=self.actors(statement.actor_ids),
            recipients=self.actors(statement.recipient_ids),
            published=self.article.published,
            due=due,
            progress=progress(due, self.as_of) if due and self.as_of else None,
        )

    def key_fact(self, fact: KeyFact) -> Claim:
        """A key fact, with the slots of its main statement where it has one."""
        sentence = fact.evidence[0]
        main = next((s for s in self.found.statements if s.id == fact.statement), None)
        inside = self.whole_sentence(sentence)
        if main is None:
            credit, attribution, status, event = None, None, None, None
            actors: tuple[str, ...] = ()
            recipients: tuple[str, ...] = ()
        else:
            credit = self.words(main.attributed_to) if main.attributed_to else None
            attribution, status, event = main.attribution, main.modality, main.event
            actors, recipients = self.actors(main.actor_ids), self.actors(main.recipient_ids)
        return Claim(
            id=fact.statement or f"{self.article.id}-s{self.sentence(sentence.start)}",
            evidence=self.evidence(sentence),
            short=self.claim(main).short if main else "",
            status=status,
            attribution=attribution,
            credited=credit,
            event=event,
            when=tuple(
                self.when(t)
                for t in self.found.timexes
                if t.span.within(inside) and t.value and t.type in ("DATE", "TIME")
            ),
            measures=tuple(self.measure(q) for q in self.found.quantities if q.span.within(inside)),
            actors=actors,
            recipients=recipients,
            published=self.article.published,
            why=fact.why,
        )

    def quotes(self) -> tuple[Quote, ...]:
        return tuple(
            Quote(
                kind=quotation.kind,
                parts=tuple(map(self.evidence, quotation.content)),
                speaker=self.words(quotation.speaker) if quotation.speaker else None,
                actor=next(iter(self.actors([quotation.actor])), None) if quotation.actor else None,
                verb=self.words(quotation.cue) if quotation.cue else None,
                published=self.article.published,
            )
            for quotation in self.found.quotations
        )

    def people(self, quotes: tuple[Quote, ...]) -> tuple[Participant, ...]:
        """Who's who: the article's actors, most central first."""
        first: dict[str, Span] = {}
        for mention in self.found.mentions:
            if mention.actor:
                first.setdefault(mention.actor, mention.span)
        stance: dict[str, Quote] = {}
        for quote in quotes:
            if quote.actor and quote.kind != "indirect":
                stance.setdefault(quote.actor, quote)
        rows = []
        for local in self.found.actors[:MOST_PARTICIPANTS]:
            actor = next(iter(self.actors([local.id])), None)
            role = local.roles[0] if local.roles else None
            rows.append(
                Participant(
                    actor=actor,
                    name=local.name,
                    type=local.type,
                    salience=local.salience,
                    role=StatedRole(
                        role.text, self.article.published, None, self.evidence(role.span)
                    )
                    if role
                    else None,
                    stance=stance.get(actor or ""),
                    first=self.evidence(first[local.id]) if local.id in first else None,
                )
            )
        return tuple(rows)

    def named(self, label: str) -> tuple[Evidence, ...]:
        """The first mention of each name with the label."""
        first: dict[str, Span] = {}
        for mention in self.found.mentions:
            if mention.label == label:
                first.setdefault(self.words(mention.span).casefold(), mention.span)
        return tuple(map(self.evidence, first.values()))

    def credited(self) -> tuple[tuple[Evidence, Attribution], ...]:
        """The sources behind statements, in text order; pronouns name nobody."""
        first: dict[str, Statement] = {}
        for statement in self.found.statements:
            if statement.attributed_to:
                words = self.words(statement.attributed_to).casefold()
                if words not in PRONOUNS:
                    first.setdefault(words, statement)
        return tuple(
            (self.evidence(s.attributed_to), s.attribution)
            for s in first.values()
            if s.attributed_to
        )

    def sentences(
        self, facts: tuple[Claim, ...], quotes: tuple[Quote, ...], claims: tuple[Claim, ...]
    ) -> tuple[Sentence, ...]:
        cited = {one.evidence.sentence for one in (*facts, *claims)}
        cited |= {part.sentence for quote in quotes for part in quote.parts}
        rows = []
        end = 0
        for number, span in enumerate(self.found.sentences, 1):
            gap = self.article.text[end : span.start]
            text = self.words(span)
            rows.append(
                Sentence(
                    number=number,
                    text=text if number in self.shown else None,
                    opens=number == 1 or "\n" in gap,
                    cited=number in cited,
                    exact=text,
                )
            )
            end = span.end
        return tuple(rows)

    def gaps(
        self,
        five_w: dict[str, tuple[Evidence, ...]],
        people: tuple[Participant, ...],
        plans: list[Claim],
    ) -> dict[str, tuple[str, ...]]:
        """What a reader would miss."""
        speakers = {q.actor for q in self.found.quotations if q.actor}
        return {
            "not_stated": tuple(w for w in WS if not five_w[w]),
            "never_quoted": tuple(
                local.name
                for local in self.found.actors[:MOST_PARTICIPANTS]
                if local.type == "person" and local.id not in speakers
            ),
            "lapsed": tuple(
                when.words.exact
                for plan in plans
                if plan.progress == "passed"
                for when in plan.when
            ),
        }


def _dossiers(
    briefs: dict[str, Brief],
    views: dict[str, _Views],
    actors: dict[str, Actor],
    resolution: Resolution,
    min_articles: int,
) -> dict[str, Dossier]:
    """A dossier for each actor of enough articles, central to one, or in the register."""
    did: dict[str, list[Claim]] = defaultdict(list)
    received: dict[str, list[Claim]] = defaultdict(list)
    said: dict[str, list[Quote]] = defaultdict(list)
    for brief in briefs.values():
        for claim in brief.claims:
            for one in claim.actors:
                did[one].append(claim)
            for one in claim.recipients:
                received[one].append(claim)
        for quote in brief.quotes:
            if quote.actor:
                said[quote.actor].append(quote)
    companions = _companions(views, resolution)
    central = {
        person.actor
        for brief in briefs.values()
        for person in brief.people
        if person.salience >= CENTRAL and person.type != "place"
    }
    namesakes = _namesakes(actors)
    newest_first = {article: rank for rank, article in enumerate(briefs)}
    dossiers = {}
    for i, actor in sorted(actors.items()):
        named_in = tuple(sorted({a for a, _ in actor.members}, key=newest_first.__getitem__))
        worth = actor.registered or len(named_in) >= min_articles or i in central
        if not worth:
            continue
        days = [day for a in named_in if (day := briefs[a].article.published)]
        dossiers[i] = Dossier(
            actor=actor,
            first=min(days, default=None),
            last=max(days, default=None),
            articles=named_in,
            months=tuple(sorted(Counter(day.strftime("%Y-%m") for day in days).items())),
            roles=_roles(actor, views),
            said=tuple(said[i]),
            did=tuple(_once(did[i])),
            received=tuple(_once(received[i])),
            plans=tuple(_once(sorted((c for c in did[i] if c.due), key=_due))),
            companions=companions.get(i, ()),
            confusable=tuple(o for o in namesakes[_surname(actor)] if o != i),
        )
    return dossiers


def _roles(actor: Actor, views: dict[str, _Views]) -> tuple[StatedRole, ...]:
    """Each wording once, where it was stated first; the register's roles as they are."""
    wordings: dict[tuple[str, bool], list[DatedRole]] = defaultdict(list)
    for role in actor.roles:
        wordings[role.text.casefold(), role.evidence is None].append(role)
    rows = []
    for same in wordings.values():
        span = same[0].evidence
        evidence = views[span.article_id].evidence(span) if span else None
        last = max((role.stated for role in same if role.stated), default=None)
        rows.append(
            StatedRole(same[0].text, same[0].stated, same[0].until, evidence, len(same), last)
        )
    return tuple(rows)


def _surname(actor: Actor) -> str | None:
    """The last name of a person with several, by which people are confused."""
    names = actor.name.casefold().split()
    return names[-1] if actor.type == "person" and len(names) > 1 else None


def _namesakes(actors: dict[str, Actor]) -> dict[str | None, list[str]]:
    """Surname -> persons of that name."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for actor in actors.values():
        if surname := _surname(actor):
            found[surname].append(actor.id)
    found[None] = []
    return found


def _companions(
    views: dict[str, _Views], resolution: Resolution
) -> dict[str, tuple[Companion, ...]]:
    """Who is named in the same sentences, with the newest such sentence."""
    count: Counter[tuple[str, str]] = Counter()
    newest: dict[tuple[str, str], Evidence] = {}
    for article_id, view in views.items():
        named: dict[int, set[str]] = defaultdict(set)
        for mention in view.found.mentions:
            actor = resolution.actor_of.get((article_id, mention.actor or ""))
            if actor:
                named[view.sentence(mention.span.start)].add(actor)
        for number, together in sorted(named.items()):
            if len(together) > 1:
                evidence = view.evidence(view.found.sentences[number - 1])
                for pair in itertools.permutations(sorted(together), 2):
                    count[pair] += 1
                    newest.setdefault(pair, evidence)
    rows: dict[str, list[Companion]] = defaultdict(list)
    for (one, other), times in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        if len(rows[one]) < MOST_COMPANIONS:
            rows[one].append(Companion(other, times, newest[one, other]))
    return {actor: tuple(companions) for actor, companions in rows.items()}


def _timeline(briefs: dict[str, Brief]) -> tuple[Entry, ...]:
    """Each sentence once a date, under the date that its statement happens on."""
    entries: dict[tuple[str, int, str], Entry] = {}
    for brief in briefs.values():
        for claim in brief.claims:
            if not claim.when or not (claim.actors or claim.recipients):
                continue
            value = claim.when[0].value
            days = interval(value)
            if value and days:
                key = (claim.evidence.article_id, claim.evidence.sentence, value)
                entries.setdefault(key, Entry(value, *days, claim))
    return tuple(
        sorted(
            entries.values(),
            key=lambda e: (e.first, e.last, e.claim.evidence.article_id, e.claim.evidence.start),
        )
    )


def _publishers(briefs: dict[str, Brief]) -> dict[str, Publisher]:
    grouped: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs.values():
        grouped[brief.publisher_id].append(brief)
    rows = {}
    for name, members in sorted(grouped.items()):
        days = [brief.article.published for brief in members if brief.article.published]
        rows[name] = Publisher(
            id=name,
            name=members[0].article.publisher,
            articles=tuple(brief.article.id for brief in members),
            grades=tuple(sorted(Counter(brief.article.reliability for brief in members).items())),
            first=min(days, default=None),
            last=max(days, default=None),
        )
    return rows


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim a sentence: two predicates of one sentence would show it twice."""
    kept: dict[tuple[str, int], Claim] = {}
    for claim in claims:
        kept.setdefault((claim.evidence.article_id, claim.evidence.sentence), claim)
    return list(kept.values())


def _tells(statement: Statement) -> bool:
    """Whether it says more than that somebody did something."""
    return bool(statement.event or statement.recipient or statement.time)


def _on_calendar(timex: Timex) -> bool:
    """Whether it names a stretch of the calendar, not a length of time or "now"."""
    return timex.type in ("DATE", "TIME") and (timex.value or "")[:1].isdigit()


def _due(claim: Claim) -> tuple[date, date, str, int]:
    assert claim.due is not None
    return (*claim.due, claim.evidence.article_id, claim.evidence.start)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
