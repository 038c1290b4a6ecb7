"""What is known of every person at one moment: roles held, and whom they are named beside."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from briefgen.resolve import names
from briefgen.resolve.countries import country_of
from briefgen.resolve.groups import Node
from briefgen.resolve.score import Feature

if TYPE_CHECKING:
    from briefgen.resolve.merging import Merger

EVERYWHERE = 0.01
"""Share of the articles from which on an actor is company for everybody ..."""
FEW = 10
"""... but never one that no more articles name than these."""
FAR = 5 * 365
"""Days between two articles from which on they are years apart."""
APART = 0.2
"""Share of the rarer one's articles that name both, from which on they are two."""
SHOWN = 3


class Company:
    """Roles, company and dates of nodes and of groups; later joins do not change it."""

    def __init__(self, merger: Merger) -> None:
        """Gather them for each person."""
        self.merger = merger
        self.root = {node: merger.groups.root(node) for node in merger.groups.parent}
        self.compared: dict[Node, tuple[str, ...]] = {}
        for node in merger.order:
            actor = merger.locals[node]
            if actor.type == "person" and (compared := names.person(actor.name)):
                self.compared[node] = compared
        self.full = [n for n, compared in self.compared.items() if not names.is_surname(compared)]
        self.roles: dict[Node, set[str]] = defaultdict(set)
        self.beside: dict[Node, set[Node]] = defaultdict(set)
        self.articles: dict[Node, set[str]] = defaultdict(set)
        self.days: dict[Node, tuple[date, date]] = {}
        self.forms: dict[Node, set[names.Form]] = defaultdict(set)
        self._gather()

    def _gather(self) -> None:
        for node, root in self.root.items():
            if node[0]:
                self.articles[root].add(node[0])
        most = max(FEW, EVERYWHERE * len(self.merger.in_article))
        settled = {
            article: {
                self.root[node]
                for node in nodes
                if (node not in self.compared or not names.is_surname(self.compared[node]))
                and (
                    len(self.articles[self.root[node]]) <= most
                    or self.merger.type_of(node) == "country"
                )
            }
            for article, nodes in self.merger.in_article.items()
        }
        for node in self.compared:
            self._add(node, settled[node[0]])
        for node, actor in self.merger.registered.items():
            for registered in actor.roles:
                self.roles[self.root[node]] |= names.role_words(registered.text)

    def _add(self, node: Node, company: set[Node]) -> None:
        day = self.merger.published.get(node[0])
        self.forms[self.root[node]].add(names.full_form(self.merger.name_of(node)))
        for who in {node, self.root[node]}:
            for role in self.merger.locals[node].roles:
                self.roles[who] |= names.role_words(role.text)
            self.beside[who] |= company - {self.root[node]}
            if day:
                first, last = self.days.get(who, (day, day))
                self.days[who] = min(first, day), max(last, day)

    def named(self, node: Node) -> int:
        """How many articles name the group."""
        return len(self.articles[self.root[node]])

    def support(self, one: Node, other: Node) -> list[Feature]:
        """What else than their names speaks for or against the two being one."""
        features = [self._role(one, other), self._beside(one, other), self._apart(one, other)]
        features += [self._other_country(one, other), self._years(one, other)]
        return [feature for feature in features if feature]

    def _role(self, one: Node, other: Node) -> Feature | None:
        shared = self.roles[one] & self.roles[other]
        telling = sorted(shared - names.listed("common_roles") - _countries(shared))
        if telling or len(shared) > 2:
            return Feature("same_role", ", ".join((telling or sorted(shared))[:SHOWN]))
        return Feature("common_role", ", ".join(sorted(shared)[:SHOWN])) if shared else None

    def _beside(self, one: Node, other: Node) -> Feature | None:
        shared = self.beside[one] & self.beside[other]
        countries: list[str] = []
        others: list[str] = []
        for root in shared:
            kind = countries if self.merger.type_of(root) == "country" else others
            kind.append(self.merger.name_of(root))
        told = ", ".join([*sorted(others), *sorted(countries)][:SHOWN])
        if len(others) > 1:
            return Feature("much_company", told)
        if others:
            return Feature("company", told)
        return Feature("same_countries", told) if len(countries) > 1 else None

    def _apart(self, one: Node, other: Node) -> Feature | None:
        """Whether so many articles name both that it is no slip of the extraction."""
        first, second = self._articles(one), self._articles(other)
        both = first & second
        often = len(both) >= APART * min(len(first), len(second))
        return Feature("named_apart", min(both)) if both and often else None

    def _articles(self, node: Node) -> set[str]:
        return self.articles[node] if self.root[node] == node else {node[0]}

    def _other_country(self, one: Node, other: Node) -> Feature | None:
        first, second = _countries(self.roles[one]), _countries(self.roles[other])
        if not first or not second:
            return None
        codes = [{country_of((word,)) for word in words} for words in (first, second)]
        told = f"{min(first)}, {min(second)}"
        return None if codes[0] & codes[1] else Feature("other_role_country", told)

    def _years(self, one: Node, other: Node) -> Feature | None:
        if one not in self.days or other not in self.days:
            return None
        (first, last), (begin, end) = self.days[one], self.days[other]
        days = max((begin - last).days, (first - end).days)
        return Feature("years_apart") if days > FAR else None


def _countries(roles: set[str]) -> set[str]:
    return {word for word in roles if country_of((word,))}
