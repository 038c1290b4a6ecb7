"""Rules for persons: other spellings of a name, and surnames alone.

Both look at what else is known of a person: roles stated, and the company they are named in.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from briefgen.resolve import names
from briefgen.resolve.groups import Node

if TYPE_CHECKING:
    from briefgen.resolve.merging import Merger

SAME_SPELLING = 85
"""Percent of letters that two spellings of a surname share at least."""
LONG_SURNAME = 6
SHOWN = 3


class Context:
    """What is known of every person at one moment; later joins do not change it."""

    def __init__(self, merger: Merger) -> None:
        """Gather roles and company of each person and each group of persons."""
        self.merger = merger
        self.compared: dict[Node, tuple[str, ...]] = {}
        self.roles: dict[Node, set[str]] = defaultdict(set)
        self.company: dict[Node, set[Node]] = defaultdict(set)
        self.root = {node: merger.groups.root(node) for node in merger.groups.parent}
        for node in merger.order:
            actor = merger.locals[node]
            if actor.type == "person" and (compared := names.person(actor.name)):
                self.compared[node] = compared
        self.full = [n for n, compared in self.compared.items() if not names.is_surname(compared)]
        self._gather()

    def _gather(self) -> None:
        settled = {
            article: {
                self.root[node]
                for node in nodes
                if node not in self.compared or not names.is_surname(self.compared[node])
            }
            for article, nodes in self.merger.in_article.items()
        }
        for node in self.compared:
            for who in {node, self.root[node]}:
                for role in self.merger.locals[node].roles:
                    self.roles[who] |= names.role_words(role.text)
                self.company[who] |= settled[node[0]] - {self.root[node]}
        for node, actor in self.merger.registered.items():
            for registered in actor.roles:
                self.roles[self.root[node]] |= names.role_words(registered.text)

    def same_roles(self, one: Node, other: Node) -> list[str]:
        """Words of a role that both hold."""
        return sorted(self.roles[one] & self.roles[other])

    def same_company(self, one: Node, other: Node) -> list[str]:
        """Names of actors that both stand beside: one that is no country, or two countries."""
        shared = self.company[one] & self.company[other]
        countries = sorted(
            self.merger.name_of(r) for r in shared if self.merger.type_of(r) == "country"
        )
        named = sorted(self.merger.name_of(r) for r in shared) if len(shared) else []
        others = [name for name in named if name not in countries]
        return [*others, *countries] if others or len(countries) > 1 else []

    def support(self, one: Node, other: Node) -> str | None:
        """What says that the two are one, None where nothing does."""
        if roles := self.same_roles(one, other):
            return f"same role: {', '.join(roles[:SHOWN])}"
        if company := self.same_company(one, other):
            return f"same company: {', '.join(company[:SHOWN])}"
        return None


def join_spellings(merger: Merger) -> None:
    """Zelensky and Zelenskyy: same first name, near the same surname, same role and company."""
    context = Context(merger)
    blocks: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for node in context.full:
        compared = context.compared[node]
        if len(compared[-1]) >= LONG_SURNAME:
            blocks["".join(compared[:-1]), compared[-1][:4]].add(context.root[node])
    for _, roots in sorted(blocks.items()):
        for one, other in itertools.pairwise(sorted(roots)):
            _compare(merger, context, one, other)


def _compare(merger: Merger, context: Context, one: Node, other: Node) -> None:
    first, second = (names.person(merger.name_of(node))[-1] for node in (one, other))
    score = fuzz.ratio(first, second)
    if first == second or score < SAME_SPELLING:
        return
    why = f"surnames {first} and {second} are {score:.0f} percent alike"
    roles, company = context.same_roles(one, other), context.same_company(one, other)
    if roles and company:
        shared = (
            f"same role: {', '.join(roles[:SHOWN])}; same company: {', '.join(company[:SHOWN])}"
        )
        merger.groups.join([one, other], f"{why}; {shared}")
    else:
        merger.doubt([other], [one], f"{why}, and little else says that they are one")


def join_surnames(merger: Merger) -> None:
    """A surname alone means the one bearer of it that the context supports."""
    context = Context(merger)
    bearers: dict[str, set[Node]] = defaultdict(set)
    in_front: dict[str, set[Node]] = defaultdict(set)
    for root, compared in _full_names(merger, context):
        for surname in names.surnames(compared):
            bearers[surname].add(root)
        in_front[compared[0]].add(root)
    alone: dict[str, list[Node]] = defaultdict(list)
    for node, compared in context.compared.items():
        if names.is_surname(compared) and context.root[node] == node:
            alone["".join(compared)].append(node)
    for surname, nodes in sorted(alone.items()):
        behind = bearers[surname]
        candidates = sorted(behind | in_front[surname])
        for node in nodes if candidates else ():
            _settle(merger, context, node, candidates, behind)
        if not candidates:
            _join_alike(merger, context, nodes)


def _full_names(merger: Merger, context: Context) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Every full name of a person, as compared, with the group it belongs to."""
    for node in context.full:
        yield context.root[node], context.compared[node]
    for node, actor in merger.registered.items():
        compared = names.person(actor.name)
        if actor.type == "person" and compared and not names.is_surname(compared):
            yield context.root[node], compared


def _settle(
    merger: Merger, context: Context, node: Node, candidates: list[Node], behind: set[Node]
) -> None:
    """Join a surname to the bearer it must mean, or leave it open.

    Where the surname stands in front of the full name it could be a first name: then only the
    same role will do.
    """
    where = f"{merger.name_of(node)} in {node[0]}"
    in_role = [c for c in candidates if context.same_roles(node, c)]
    supported = [c for c in candidates if c in in_role or context.same_company(node, c)]
    if len(candidates) == 1 and supported and (in_role or candidates[0] in behind):
        why = f"{where}: only one actor has this surname; {context.support(node, candidates[0])}"
        chosen = candidates[0]
    elif len(in_role) == 1 and supported == in_role:
        shared = ", ".join(context.same_roles(node, in_role[0])[:SHOWN])
        why = f"{where}: of {len(candidates)} with this surname the only one in the role: {shared}"
        chosen = in_role[0]
    else:
        several = f"{len(candidates)} actors bear this name"
        single = "one actor bears this name, but too little else says that they are one"
        merger.doubt([node], candidates, several if len(candidates) > 1 else single)
        return
    if not merger.groups.join([node, chosen], why):
        merger.doubt([node], [chosen], "judged to be kept apart")


def _join_alike(merger: Merger, context: Context, nodes: list[Node]) -> None:
    """Surnames of which no full name is known: those in one role or company are one person."""
    name = merger.name_of(nodes[0])
    in_role: dict[str, list[Node]] = defaultdict(list)
    beside: dict[Node, list[Node]] = defaultdict(list)
    for node in nodes:
        for word in context.roles[node]:
            in_role[word].append(node)
        for root in context.company[node]:
            if merger.type_of(root) != "country":
                beside[root].append(node)
    for word, alike in sorted(in_role.items()):
        merger.groups.join(alike, f"same surname {name} and same role: {word}")
    for root, alike in sorted(beside.items()):
        why = f"same surname {name} and same company: {merger.name_of(root)}"
        merger.groups.join(alike, why)
