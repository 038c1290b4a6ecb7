"""The views of one article: claims, quotes, figures, dates, people, sentences."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from datetime import date

from briefgen.contract import WS
from briefgen.corpus import (
    Brief,
    Claim,
    Evidence,
    Measure,
    Participant,
    Quote,
    Sentence,
    StatedRole,
    When,
)
from briefgen.intervals import Interval, interval, progress
from briefgen.model import (
    Article,
    Attribution,
    Extraction,
    KeyFact,
    Quantity,
    Resolution,
    Span,
    Statement,
    Timex,
)
from briefgen.rights import shown_sentences
from briefgen.unread import is_read

WORDS_A_MINUTE = 238  # silent reading of English non-fiction (Brysbaert 2019)
MOST_PARTICIPANTS = 15
PRONOUNS = frozenset(("he", "she", "they", "it", "who", "which", "we", "i", "you"))


class Views:
    """The views of one article; holds what each of them looks up."""

    def __init__(
        self, article: Article, found: Extraction, resolution: Resolution, as_of: date | None
    ) -> None:
        """`as_of`: the day that plans are held against."""
        self.article = article
        self.found = found
        self.actor_of = resolution.actor_of
        self.as_of = as_of
        self.starts = [span.start for span in found.sentences]
        self.shown = shown_sentences(article, found)
        self.known: dict[Span, Evidence] = {}

    def brief(self, related: tuple[str, ...], story: str, origin: str, publisher_id: str) -> Brief:
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
            publisher_id=publisher_id,
            bottom_line=tuple(map(self.evidence, self.found.bottom_line)),
            key_facts=facts,
            five_w=five_w,
            people=people,
            measures=tuple(self.measure(q) for q in self.found.quantities),
            dates=tuple(sorted(dates, key=lambda d: (d.value or "", d.words.start))),
            quotes=quotes,
            plans=tuple(once(sorted(plans, key=by_due))),
            claims=claims,
            sentences=self.sentences(facts, quotes, claims),
            laws=self.named("LAW"),
            products=self.named("PRODUCT"),
            credited=self.credited(),
            countries=self.found.countries,
            gaps=self.gaps(five_w, people, plans),
            related=related,
            story=story,
            origin=origin,
            minutes=max(1, round(len(self.article.text.split()) / WORDS_A_MINUTE)),
        )

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.article.text[span.start : span.end]

    def sentence(self, offset: int) -> int:
        """Number, from 1, of the sentence that holds the offset."""
        return max(1, bisect.bisect_right(self.starts, offset))

    def evidence(self, span: Span) -> Evidence:
        """The span with its words and its sentence; the same object for the same span."""
        if span not in self.known:
            number = self.sentence(span.start)
            last = self.sentence(max(span.start, span.end - 1))
            self.known[span] = Evidence(
                self.article.id,
                span.start,
                span.end,
                self.words(span),
                number,
                all(one in self.shown for one in range(number, last + 1)),
            )
        return self.known[span]

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
        """A time with the words it was read from."""
        days = interval(timex.value)
        published = self.article.published
        ahead = bool(days and published and days[1] > published)
        return When(self.evidence(timex.span), timex.type, timex.value, timex.mod, ahead)

    def measure(self, quantity: Quantity) -> Measure:
        """A figure with its sentence."""
        return Measure(
            words=self.evidence(quantity.span),
            value=quantity.value,
            unit=quantity.unit,
            modifier=quantity.modifier,
            thing=self.words(quantity.thing) if quantity.thing else None,
            context=self.evidence(self.whole_sentence(quantity.span)),
        )

    def actors(self, local_ids: Iterable[str]) -> tuple[str, ...]:
        """The corpus's actors for the article's own, each once; hidden ones left out."""
        ids = (self.actor_of.get((self.article.id, local)) for local in local_ids)
        return tuple(dict.fromkeys(one for one in ids if one))

    def claim(self, statement: Statement) -> Claim:
        """A statement with what its sentence adds."""
        sentence = self.whole_sentence(statement.evidence[0])
        dated = [t for t in self.found.timexes if t.span.within(sentence)]
        own = [t for t in dated if statement.time and t.value == statement.time]
        slots = [statement.actor, statement.predicate, statement.recipient, statement.place]
        due = self.due(statement)
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

    def due(self, statement: Statement) -> Interval | None:
        """The days that a plan is for; one that was over when the article appeared is none."""
        days = interval(statement.time) if statement.modality == "planned" else None
        published = self.article.published
        return days if days and published and days[1] >= published else None

    def key_fact(self, fact: KeyFact) -> Claim:
        """A key fact, with the slots of its main statement where it has one."""
        sentence = fact.evidence[0]
        main = next((s for s in self.found.statements if s.id == fact.statement), None)
        inside = self.whole_sentence(sentence)
        told = self.claim(main) if main else None
        return Claim(
            id=fact.statement or f"{self.article.id}-s{self.sentence(sentence.start)}",
            evidence=self.evidence(sentence),
            short=told.short if told else "",
            status=told.status if told else None,
            attribution=told.attribution if told else None,
            credited=told.credited if told else None,
            event=told.event if told else None,
            when=tuple(
                self.when(t)
                for t in self.found.timexes
                if t.span.within(inside) and t.value and t.type in ("DATE", "TIME")
            ),
            measures=tuple(self.measure(q) for q in self.found.quantities if q.span.within(inside)),
            actors=told.actors if told else (),
            recipients=told.recipients if told else (),
            published=self.article.published,
            why=fact.why,
        )

    def quotes(self) -> tuple[Quote, ...]:
        """Reported speech, in text order."""
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
        """The source text, as far as its rights allow."""
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
        """What a reader would miss; of an article that nobody read, that is not known."""
        if not is_read(self.article):
            return {"not_stated": (), "never_quoted": (), "lapsed": ()}
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


def _tells(statement: Statement) -> bool:
    """Whether it says more than that somebody did something."""
    return bool(statement.event or statement.recipient or statement.time)


def _on_calendar(timex: Timex) -> bool:
    """Whether it names a stretch of the calendar, not a length of time or "now"."""
    return timex.type in ("DATE", "TIME") and (timex.value or "")[:1].isdigit()


def once(claims: Iterable[Claim]) -> list[Claim]:
    """One claim a sentence, which several predicates would show twice: the first with an event."""
    kept: dict[tuple[str, int], Claim] = {}
    for claim in claims:
        key = (claim.evidence.article_id, claim.evidence.sentence)
        if key not in kept or (claim.event and not kept[key].event):
            kept[key] = claim
    return list(kept.values())


def by_due(claim: Claim) -> tuple[date, date, str, int]:
    """Sort key of a plan: when it is due, then where it stands."""
    assert claim.due is not None
    return (*claim.due, claim.evidence.article_id, claim.evidence.start)
