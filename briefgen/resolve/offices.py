"""An office without its holder's name: "the prime minister" in a 2024 article about Japan.

Where an article names nobody in an office, and the register or other articles say who held it on
the article's day, the words are that person's. Everything else stays unresolved: no actor.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from briefgen.addresses import slug
from briefgen.model import Article, Extraction, LocalActor, Mention, Span
from briefgen.resolve import names
from briefgen.resolve.countries import LONGEST, country_of
from briefgen.resolve.groups import Node
from briefgen.resolve.score import Score, is_same, score
from briefgen.resolve.tables import table

if TYPE_CHECKING:
    from briefgen.resolve.merging import Merger

RULE = "an office, held on the article's day as the register or other articles state"
OWNER = r"(?:(?P<the>[Tt]he)|(?P<owner>(?:[A-Z][\w.-]*\s){0,3}?[A-Z][\w.-]*)(?:['’]s)?)"

NEAR = 30
"""Characters before an office that are looked at."""
LONGEST_GAP = 180
"""Days between two articles that state who held an office, with nothing else said between."""

Office = tuple[str, str]
"""The office in words as compared, and its country's ISO 3166-1 alpha-3 code."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An office in a text that names nobody in it."""

    span: Span
    """The words with their country, without "the"."""
    office: Office
    """Which office."""
    owned: bool
    """Whether the words name the country, so that only its own office can be meant."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, as one source has it."""

    node: Node
    """Who."""
    first: date
    """First day; the article's day, where an article states it."""
    last: date
    """Last day; the same day, where an article states it."""


@functools.cache
def _pattern() -> re.Pattern[str]:
    offices = "|".join(map(re.escape, sorted(table("resolve", "held_offices"), key=len)[::-1]))
    after = r"(?:\sof\s(?:the\s)?(?P<of>[A-Z]\w+(?:\s[A-Z]\w+)?))?(?![\w-])(?!,?\s[A-Z])(?!,\s)"
    return re.compile(rf"\b{OWNER}\s(?P<office>{offices}){after}")


def phrases(article: Article, found: Extraction) -> Iterator[Phrase]:
    """Every office of a country that the article leaves without a name."""
    stated = {words for actor in found.actors for role in actor.roles for words in _held(role.text)}
    only = found.countries[0] if len(found.countries) == 1 else None
    for match in _pattern().finditer(article.text):
        office = _compared(match["office"])
        country, start = _owner(match, only)
        before = (names.words(article.text[max(0, start - NEAR) : start]) or ("",))[-1]
        if country and office not in stated and before not in table("resolve", "not_in_office"):
            owned = match["the"] is None or match["of"] is not None
            yield Phrase(Span(article.id, start, match.end()), (office, country), owned)


def _owner(match: re.Match[str], only: str | None) -> tuple[str | None, int]:
    """The country whose office it is, and where the words that say so begin."""
    start = match.start("office")
    if match["of"]:
        return country_of(names.words(match["of"])), start
    if match["the"]:
        return (None if match["office"] in table("resolve", "never_bare") else only), start
    # "When Japan's", "The Japanese": a sentence begins with a capital, too.
    for word in re.finditer(r"\S+", match["owner"]):
        if country := country_of(names.words(match["owner"][word.start() :])):
            return country, match.start("owner") + word.start()
    return None, start


def _compared(office: str) -> str:
    spelled = table("resolve", "office_spellings")
    return " ".join(spelled.get(word, word) for word in names.words(office))


def _held(role: str) -> list[str]:
    """The offices that a role's words are, none for "former prime minister"."""
    spoken = _compared(role)
    words = set(spoken.split())
    if words & set(table("resolve", "not_in_office")):
        return []
    offices = {_compared(office) for office in table("resolve", "held_offices")}
    return sorted(office for office in offices if f" {office} " in f" {spoken} ")


def _country(role: str) -> str | None:
    """The one country that a role's words name."""
    spoken = names.words(role)
    found = set()
    start = 0
    while start < len(spoken):
        lengths = range(min(LONGEST, len(spoken) - start), 0, -1)
        length = next((n for n in lengths if country_of(spoken[start : start + n])), 0)
        if length:
            found.add(country_of(spoken[start : start + length]))
        start += length or 1
    return found.pop() if len(found) == 1 else None


def holders(merger: Merger) -> dict[Office, list[Holder]]:
    """Who held which office when, as the register and the articles' roles say."""
    found: dict[Office, list[Holder]] = defaultdict(list)
    for node, actor in sorted(merger.registered.items()):
        for role in actor.roles:
            country = _country(role.text) or actor.country
            for office in _held(role.text) if country and role.start else ():
                period = Holder(node, role.start or date.min, role.until or date.max)
                found[office, country or ""].append(period)
    for node in merger.order:
        day = merger.published.get(node[0])
        for stated in merger.locals[node].roles if day else ():
            if country := _country(stated.text):
                for office in _held(stated.text):
                    found[office, country].append(Holder(node, day or date.min, day or date.min))
    return found


def is_named(merger: Merger, known: Mapping[Office, list[Holder]], phrase: Phrase) -> bool:
    """Whether the article names anybody who ever was in such an office: it could mean that one."""
    here = set(merger.groups.roots(merger.in_article.get(phrase.span.article_id, ())))
    return any(
        merger.groups.root(one.node) in here
        for (office, country), several in known.items()
        if office == phrase.office[0] and (not phrase.owned or country == phrase.office[1])
        for one in several
    )


def holder(merger: Merger, known: list[Holder], day: date) -> tuple[Node, Score] | None:
    """The one who surely held the office on that day, and why."""
    registered = merger.groups.roots(
        one.node for one in known if not one.node[0] and one.first <= day <= one.last
    )
    if registered:
        scores = [score("in_office")] * len(registered)
        return (registered[0], scores[0]) if is_same(scores[0], scores[1:]) else None
    stated = [one for one in known if one.node[0]]
    before = max((one.first for one in stated if one.first <= day), default=None)
    after = min((one.first for one in stated if one.first >= day), default=None)
    if before is None or after is None or (after - before).days > LONGEST_GAP:
        return None
    near = merger.groups.roots(one.node for one in stated if before <= one.first <= after)
    return (near[0], score("stated_around")) if len(near) == 1 else None


def with_holder(found: Extraction, said: list[Phrase], name: str) -> tuple[Extraction, LocalActor]:
    """The extraction with the phrases as mentions of an actor of its own, wherever they stand."""
    taken = {actor.id for actor in found.actors}
    id = next(i for i in (f"{slug(name)}{'-office' * n}" for n in range(9)) if i not in taken)
    actor = LocalActor(id, name, "person", why=(RULE,))
    spans = [phrase.span for phrase in said]

    def meant(span: Span | None, ids: tuple[str, ...] = ()) -> bool:
        return not ids and span is not None and any(span.overlaps(one) for one in spans)

    mentions = [Mention(span, "NOMINAL", id, RULE) for span in spans]
    statements = tuple(
        replace(
            one,
            actor_ids=(id,) if meant(one.actor, one.actor_ids) else one.actor_ids,
            recipient_ids=((id,) if meant(one.recipient, one.recipient_ids) else one.recipient_ids),
        )
        for one in found.statements
    )
    quotations = tuple(
        replace(one, actor=id) if one.actor is None and meant(one.speaker) else one
        for one in found.quotations
    )
    changed = replace(
        found,
        actors=(*found.actors, actor),
        mentions=tuple(sorted((*found.mentions, *mentions), key=lambda one: one.span)),
        statements=statements,
        quotations=quotations,
    )
    return changed, actor
