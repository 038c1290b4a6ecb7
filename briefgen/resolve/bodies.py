"""Rules for organisations, forces and groups: offices by country, acronyms, plurals."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from briefgen.resolve import names
from briefgen.resolve.countries import split
from briefgen.resolve.groups import Node
from briefgen.resolve.score import Score, is_same, score
from briefgen.resolve.tables import table

if TYPE_CHECKING:
    from briefgen.resolve.merging import Merger

SURE_ACRONYM = 4
"""Letters from which on initials decide: three are the same for many names."""
FAR_MORE = 10
SHORTEST_PLURAL = 3
ALIKE = 85
"""Percent of letters from which on two names with one acronym are spellings of one."""

Core = tuple[str, ...]


class Body(NamedTuple):
    """A body's name taken apart."""

    country: str | None
    """ISO 3166-1 alpha-3 of the country that the name says."""
    core: Core
    """The other words, sorted where the name is an office's."""
    shared: bool
    """Whether other countries have a body of this name."""


@functools.lru_cache(maxsize=100_000)
def of(name: str) -> Body:
    """A name's country and what remains: JPN and (defense, ministry)."""
    country, core = _parted(name)
    office = set(core) <= names.listed("offices") or core in _known()
    return Body(country, core, bool(core) and office)


def _parted(name: str) -> tuple[str | None, Core]:
    spoken = names.words(name)
    country, rest = split(spoken[1:] if spoken[:1] == ("the",) else spoken)
    spelled = table("resolve", "office_spellings")
    core = [spelled.get(w, w) for w in rest if w not in names.listed("unspoken")]
    telling = [word for word in core if word not in names.listed("office_unspoken")]
    return country, tuple(sorted(telling or core))


@functools.cache
def _known() -> dict[Core, str]:
    """Core -> the country that alone calls a body so."""
    return {
        _parted(name)[1]: country
        for country, known in sorted(table("resolve", "known_bearers").items())
        for name in known
    }


def join_offices(merger: Merger) -> None:
    """One country's ministry is one, by whatever words; two countries' ministries never are."""
    owned: dict[Core, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    bare: list[tuple[Node, Core]] = []
    for node, actor in _all_bodies(merger):
        body = of(actor)
        own = body.country or _alias_country(merger, node, body.core)
        if body.shared and own:
            owned[body.core][own].append(node)
            _mark(merger, node, own)
        elif body.shared and any(map(str.isupper, actor)):
            bare.append((node, body.core))
    for _, by_country in sorted(owned.items()):
        for _, nodes in sorted(by_country.items()):
            merger.join_block(nodes, "same_name")
    for node, core in bare:
        _claim(merger, node, core, owned[core])


def _mark(merger: Merger, node: Node, country: str) -> None:
    """Two countries' bodies are never one."""
    if "country" not in merger.groups.marks[merger.groups.root(node)]:
        merger.groups.mark(node, "country", country)


def _alias_country(merger: Merger, node: Node, core: Core) -> str | None:
    """The country that the article gives beside the office elsewhere."""
    actor = merger.locals.get(node)
    for alias in actor.aliases if actor else ():
        other = of(alias)
        if other.country and other.core == core:
            return other.country
    return None


def _claim(merger: Merger, node: Node, core: Core, owned: dict[str, list[Node]]) -> None:
    """Give an office without its country to the country that its article must mean."""
    here = merger.countries.get(node[0], frozenset())
    known = _known().get(core)
    countries = {*owned, *([known] if known else ()), *(here if len(here) == 1 else ())}
    scores = {
        country: score(
            "without_country",
            ("known_bearer", country) if country == known else None,
            ("country_named", country) if country in here else None,
            ("one_country_named", country) if {country} == here else None,
            "only_country" if len(countries) == 1 and owned else None,
        )
        for country in sorted(countries)
    }
    best = max(sorted(scores), key=lambda country: scores[country].total, default=None)
    others = [one for country, one in scores.items() if country != best]
    if best and best not in owned and is_same(scores[best], others):
        # The first of this country: later ones are joined to it.
        owned[best].append(node)
        _mark(merger, node, best)
        return
    merger.settle(node, {nodes[0]: scores[c] for c, nodes in sorted(owned.items())})


def join_plurals(merger: Merger) -> None:
    """ "Republican" and "Republicans", "Revolutionary Guard" and "Revolutionary Guards"."""
    folded: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node, name in _keyed(merger):
        folded[" ".join(map(_singular, name.split()))][name].append(node)
    for _, forms in sorted(folded.items()):
        first, *others = sorted(forms)
        kinds = {merger.type_of(node) for nodes in forms.values() for node in nodes}
        if others and (" " in first or kinds == {"group"}):
            for other in others:
                merger.join_pair(forms[first][0], forms[other][0], score("plural"))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > SHORTEST_PLURAL and word.endswith("s") else word


def join_short_names(merger: Merger) -> None:
    """One article says "IAEA", another "International Atomic Energy Agency (IAEA)"."""
    bearers: dict[str, list[Node]] = defaultdict(list)
    for node in merger.order:
        actor = merger.locals[node]
        if names.KIND[actor.type] == "body":
            for alias in actor.aliases:
                compared = names.key(alias, actor.type)
                telling = names.is_acronym(alias) or len(names.words(alias)) > 1
                if compared and telling and compared != names.key(actor.name, actor.type):
                    bearers[compared].append(node)
    _join_longer(merger, bearers)
    subjects: dict[str, set[Node]] = defaultdict(set)
    for node, name in _keyed(merger):
        if name in bearers and node not in bearers[name]:
            subjects[name].add(node)
    for name, nodes in sorted(subjects.items()):
        given = Counter(merger.groups.root(node) for node in bearers[name])
        acronym = any(names.is_acronym(merger.name_of(node)) for node in nodes)
        for subject in merger.groups.roots(nodes):
            candidates = {r: n for r, n in given.items() if r != subject}
            if candidates and subject not in given:
                spelled = _spelled_out(merger, name, bearers[name]) if acronym else set()
                merger.settle(subject, _expansions(merger, candidates, subject, acronym, spelled))


def _join_longer(merger: Merger, bearers: dict[str, list[Node]]) -> None:
    """ "Islamic State" and "Islamic State of Iraq and Syria", both with the acronym ISIS."""
    for acronym, nodes in sorted(bearers.items()):
        letters = acronym.replace(" ", "")
        spoken = {root: names.words(merger.name_of(root)) for root in merger.groups.roots(nodes)}
        for longer, name in sorted(spoken.items()):
            if letters not in _initials(merger.name_of(longer)):
                continue
            for shorter, start in sorted(spoken.items()):
                alike = fuzz.ratio(" ".join(name), " ".join(start)) >= ALIKE
                if len(start) > 1 and name[: len(start)] == start and name != start:
                    merger.join_pair(longer, shorter, score(("longer_name", acronym.upper())))
                elif longer != shorter and alike:
                    scored = score(("same_acronym", acronym.upper()), "alike")
                    merger.join_pair(longer, shorter, scored)


def _initials(name: str) -> tuple[str, str]:
    """Initials without and with the small words."""
    return names.initials(name), "".join(word[0] for word in names.words(name))


def _spelled_out(merger: Merger, acronym: str, nodes: list[Node]) -> set[Node]:
    """Groups that some article gives a name of just these initials."""
    letters = acronym.replace(" ", "")
    return {
        merger.groups.root(node) for node in nodes if letters in _initials(merger.name_of(node))
    }


def _expansions(
    merger: Merger, given: dict[Node, int], subject: Node, acronym: bool, spelled: set[Node]
) -> dict[Node, Score]:
    """How well each bearer of a short name fits it; `given`: the articles that give both names."""
    ranked = sorted(given.values(), reverse=True)
    found = {}
    for root, times in sorted(given.items()):
        lead = len(ranked) > 1 and times >= FAR_MORE * ranked[1]
        found[root] = score(
            "given_beside" if acronym else "short_name",
            "initials" if root in spelled else None,
            "only_one" if len(given) == 1 else "far_more_named" if lead else None,
            None if acronym else _company(merger, subject, root),
        )
    return found


def join_initials(merger: Merger) -> None:
    """An acronym that no article spells out, where one name in all has these initials."""
    bearers: dict[str, list[Node]] = defaultdict(list)
    for node, _ in _keyed(merger):
        bearers[names.initials(merger.name_of(node))].append(node)
    given = {
        names.key(alias, actor.type) for actor in merger.locals.values() for alias in actor.aliases
    }
    for node, compared in _keyed(merger):
        letters = compared.replace(" ", "")
        if compared in given:
            continue  # articles say themselves what it stands for
        if not names.is_acronym(merger.name_of(node)) or len(letters) < SURE_ACRONYM - 1:
            continue
        fitting = merger.groups.roots(bearers.get(letters, []))
        if fitting and merger.groups.root(node) not in fitting:
            first = "four_initials" if len(letters) >= SURE_ACRONYM else "three_initials"
            only = "only_one" if len(fitting) == 1 else None
            merger.settle(node, {r: score(first, only, _company(merger, node, r)) for r in fitting})


def _company(merger: Merger, node: Node, other: Node) -> tuple[str, str] | None:
    """A third actor of few articles that both stand beside."""
    around, others = (_beside(merger, one) for one in (node, other))
    shared = sorted(around & others - set(merger.groups.roots((node, other))))
    return ("company", merger.name_of(shared[0])) if shared else None


def _beside(merger: Merger, node: Node) -> set[Node]:
    return {
        merger.groups.root(one)
        for one in merger.in_article.get(node[0], ())
        if merger.type_of(one) != "country" and merger.is_telling(one)
    }


def _all_bodies(merger: Merger) -> Iterator[tuple[Node, str]]:
    for node in merger.order:
        if names.KIND[merger.type_of(node)] == "body":
            yield node, merger.name_of(node)
    for node, actor in sorted(merger.registered.items()):
        if names.KIND[actor.type] == "body":
            yield node, actor.name


def _keyed(merger: Merger) -> list[tuple[Node, str]]:
    """Every body with a name of its own, and the name as compared."""
    return [
        (node, compared)
        for node in merger.order
        if names.KIND[merger.type_of(node)] == "body"
        and (compared := names.key(merger.name_of(node), merger.type_of(node)))
    ]
