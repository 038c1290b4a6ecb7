"""Whom no article makes an actor: pronouns, common nouns, headline fragments, lines of a page.

A name in the user's register, or one that a judgement quotes, is never refused.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.model import Article, Extraction, LocalActor, Span
from briefgen.resolve import names
from briefgen.resolve.groups import Node
from briefgen.resolve.tables import table

LONGEST = {"person": 6}
LONGEST_OTHER = 12
"""Words, as blanks part them."""
LONGEST_HOMOGRAPH = 3
"""Letters up to which a small word in capitals may be an acronym: IT, US, WHO."""
FAR_MORE = 10
"""Times as many articles that name the bearer of the surname by the full name."""
SHORTEST_SHOUT = 3
"""Words in capitals from which on they are a headline's, not a name's."""
LOWER = 4
"""Times that a word must be written small for each time it is written large ..."""
FEWEST = 8
"""... and at least so often, to be a common noun."""
OTHER_KIND = 5
"""Times as many articles in which the name is that of another kind of actor."""
REPEATED = 5
"""Articles from which on an equal sentence is a line of the page."""
REPRINT = 0.5
"""Share of such sentences from which on an article is a reprint, not a page with fixed lines."""

MARKUP = re.compile(r"[{}<>@|\\#_=\n:;*…]|\w[\[\]]\w|https?|www\.|//|--")
QUOTE = re.compile(r"[\"“”]")
GLUED = re.compile(r"[a-z]{4}[A-Z]")
LETTERS = re.compile(r"[^\W\d_]+")


def by_form(name: str, type: str) -> str | None:
    """Why a name by itself is nobody's, None where nothing speaks against it."""
    spoken = names.words(name)
    return next((rule for rule, holds in FORM_RULES.items() if holds(name, spoken, type)), None)


@functools.cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(str, table("refused", name)))


@functools.cache
def _furniture() -> re.Pattern[str]:
    phrases = sorted(_listed("furniture"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


# In this order; the first that holds is the reason.
FORM_RULES: dict[str, Callable[[str, tuple[str, ...], str], bool]] = {
    "no letters": lambda name, spoken, type: not LETTERS.search(name),
    "markup": lambda name, spoken, type: (
        bool(MARKUP.search(name))
        or len(QUOTE.findall(name)) % 2 > 0
        or (type == "person" and "/" in name)
    ),
    "a pronoun": lambda name, spoken, type: (
        set(spoken) <= _listed("pronouns") and not names.is_acronym(name)
    ),
    "function words": lambda name, spoken, type: (
        set(spoken) <= _listed("function_words") | _listed("pronouns")
        and (not names.is_acronym(name) or len(name) > LONGEST_HOMOGRAPH)
        and not (type == "person" and set(spoken) <= _listed("first_names"))
    ),
    "a common noun": lambda name, spoken, type: (
        len(spoken) == 1
        and name[:1].isupper()
        and spoken[0] in _listed("common_nouns")
        and not names.is_acronym(name)
    ),
    "a day or a month": lambda name, spoken, type: set(spoken) <= _listed("calendar"),
    "an article in front": lambda name, spoken, type: spoken[0] in ("a", "an") and name[0] == "a",
    "words of the page": lambda name, spoken, type: (
        len(spoken) > 1 and bool(_furniture().search(" ".join(spoken)))
    ),
    "words run together": lambda name, spoken, type: (
        type in ("person", "place") and bool(GLUED.search(name))
    ),
    "too long for a name": lambda name, spoken, type: (
        len(name.split()) > LONGEST.get(type, LONGEST_OTHER)
    ),
}


@dataclass(slots=True)
class _Counts:
    """What the corpus as a whole says of names and words."""

    kinds: dict[str, Counter[str]]
    """Name as compared -> articles in which it is each kind of actor."""
    mixed: set[str]
    """Names that some article writes with small letters in them."""
    bearers: Counter[str]
    """Surname -> articles that name its commonest bearer in full."""
    small: Counter[str]
    """First words of names, folded -> times the texts write them small."""
    large: Counter[str]
    """... and with a capital."""
    lines: dict[str, list[Span]]
    """Article -> its sentences that stand in many articles."""


def refused(
    articles: Mapping[str, Article],
    extractions: Iterable[Extraction],
    kept: Collection[Node] = frozenset(),
    known: Iterable[str] = (),
) -> dict[Node, str]:
    """Local actors that are nobody, with the rule that says so.

    `kept` are never refused, nor is a local actor with one of the `known` names.
    """
    found = sorted(extractions, key=lambda one: one.article_id)
    spare = {names.words(name) for name in known}
    counts = _count(articles, found)
    reasons: dict[Node, str] = {}
    for one in found:
        spans: dict[str, list[Span]] = defaultdict(list)
        for mention in one.mentions:
            if mention.actor:
                spans[mention.actor].append(mention.span)
        for actor in one.actors:
            node = one.article_id, actor.id
            if (
                actor.type != "country"
                and node not in kept
                and names.words(actor.name) not in spare
            ):
                named = Named(articles[one.article_id], one, actor, spans[actor.id])
                if why := _why(named, counts):
                    reasons[node] = why
    return reasons


class Named(NamedTuple):
    """A local actor where it is named."""

    article: Article
    """The article."""
    found: Extraction
    """All that was found in it."""
    actor: LocalActor
    """The actor."""
    spans: list[Span]
    """Its names in the text."""


def _why(named: Named, counts: _Counts) -> str | None:
    if not names.words(named.actor.name):
        return "no letters"
    return by_form(named.actor.name, named.actor.type) or next(
        (rule for rule, holds in CORPUS_RULES.items() if holds(named, counts)), None
    )


def _is_fragment(named: Named, counts: _Counts) -> bool:
    name = named.actor.name
    if not name.isupper() or " ".join(names.words(name)) in counts.mixed:
        return False
    written = [word.casefold() for word in name.split()]
    return len(written) >= SHORTEST_SHOUT or (
        len(written) > 1 and bool(set(written) & _listed("function_words"))
    )


def _is_bare(actor: LocalActor) -> bool:
    """Whether one word is all that the article says of it."""
    return len(names.words(actor.name)) == 1 and not actor.roles and not actor.aliases


def _is_small(named: Named, counts: _Counts) -> bool:
    name = named.actor.name
    compared = " ".join(names.words(name))
    small = counts.small[compared]
    return (
        _is_bare(named.actor)
        and not names.is_acronym(name)
        and small >= max(FEWEST, LOWER * counts.large[compared])
    )


def _has_word_too_many(named: Named, counts: _Counts) -> bool:
    """ "Team Obama", "Though Trump": a word that is no first name before a surname of others."""
    spoken = names.words(named.actor.name)
    if named.actor.type != "person" or len(spoken) != 2:
        return False
    words = _listed("function_words") | _listed("common_nouns") | _listed("too_many")
    own = counts.kinds[" ".join(spoken)]["person"]
    return (
        spoken[0] in words - _listed("first_names") and counts.bearers[spoken[1]] >= FAR_MORE * own
    )


def _is_other_kind(named: Named, counts: _Counts) -> bool:
    kinds = counts.kinds.get(" ".join(names.words(named.actor.name)), Counter())
    others = sum(number for kind, number in kinds.items() if kind != "person")
    person = named.actor.type == "person" and _is_bare(named.actor)
    return person and others >= OTHER_KIND * kinds["person"]


def _is_cut(named: Named, counts: _Counts) -> bool:
    """Whether the text goes on with the rest of the name."""
    spoken = names.words(named.actor.name)
    if len(spoken) < 2 or spoken[-1] not in _listed("cut_ends"):
        return False
    after = [LETTERS.match(named.article.text, span.end + 1) for span in named.spans]
    return any(word and word.group() in _listed("goes_on") for word in after)


def _is_author(named: Named, counts: _Counts) -> bool:
    spoken = " ".join(names.words(named.actor.name))
    byline = " ".join(names.words(named.article.byline or ""))
    return named.actor.type == "person" and " " in spoken and f" {spoken} " in f" {byline} "


def _is_line(named: Named, counts: _Counts) -> bool:
    """Whether all that names it is a line that many pages have."""
    lines = counts.lines.get(named.article.id, ())
    return bool(lines and named.spans) and all(
        any(span.within(line) for line in lines) for span in named.spans
    )


CORPUS_RULES: dict[str, Callable[[Named, _Counts], bool]] = {
    "a fragment of a headline": _is_fragment,
    "written small elsewhere": _is_small,
    "a word too many": _has_word_too_many,
    "the name of another kind of actor": _is_other_kind,
    "cut from a longer name": _is_cut,
    "the author": _is_author,
    "a line of the page": _is_line,
}


def _count(articles: Mapping[str, Article], found: list[Extraction]) -> _Counts:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    mixed: set[str] = set()
    for one in found:
        for actor in one.actors:
            for name in (actor.name, *actor.aliases):
                if not name.isupper():
                    mixed.add(" ".join(names.words(name)))
            kinds[" ".join(names.words(actor.name))][names.KIND[actor.type]] += 1
    bearers: Counter[str] = Counter()
    for name, of_kind in kinds.items():
        if " " in name:
            surname = name.rpartition(" ")[2]
            bearers[surname] = max(bearers[surname], of_kind["person"])
    single = {name.partition(" ")[0] for name in kinds}
    small, large = _written(articles, [one.article_id for one in found], single)
    return _Counts(kinds, mixed, bearers, small, large, _lines(articles, found))


def _written(
    articles: Mapping[str, Article], ids: Iterable[str], single: set[str]
) -> tuple[Counter[str], Counter[str]]:
    """How often the texts write each word small and large."""
    written: Counter[str] = Counter()
    for id in ids:
        written.update(LETTERS.findall(articles[id].text))
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for word, times in written.items():
        folded = word.casefold()
        if folded in single:
            (small if word[0].islower() else large)[folded] += times
    return small, large


def _lines(articles: Mapping[str, Article], found: list[Extraction]) -> dict[str, list[Span]]:
    """Sentences that stand word for word in many articles that are no reprints of each other."""
    said: dict[str, list[bytes]] = {}
    times: Counter[bytes] = Counter()
    for one in found:
        text = articles[one.article_id].text
        said[one.article_id] = [_digest(text[s.start : s.end].strip()) for s in one.sentences]
        times.update(set(said[one.article_id]))
    lines = {}
    for one in found:
        pairs = zip(one.sentences, said[one.article_id], strict=True)
        repeated = [sentence for sentence, digest in pairs if times[digest] >= REPEATED]
        if repeated and len(repeated) < REPRINT * len(one.sentences):
            lines[one.article_id] = repeated
    return lines


def _digest(sentence: str) -> bytes:
    return hashlib.blake2b(sentence.encode(), digest_size=8).digest()
