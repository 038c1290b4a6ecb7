"""Which local actors are one across articles: each rule in turn, the surest first.

No rule compares all pairs: candidates come from blocks of equal keys. Each pair has a score of
named features, and one of three outcomes: joined, apart, or an open question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.model import ActorType, Article, Extraction, LocalActor
from briefgen.registers import RegisteredActor
from briefgen.resolve import bodies, company, names, persons, spellings
from briefgen.resolve.groups import Groups, Node
from briefgen.resolve.score import Score, is_same, score, worth_asking


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that could be one of several actors."""

    name: str
    """As the text has it."""
    nodes: tuple[Node, ...]
    """Whose it is."""
    candidates: tuple[tuple[Node, Score], ...]
    """Who they could be, and how well each fits."""


class Merger:
    """Joins the local actors of all articles and the register's actors."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        extractions: Iterable[Extraction],
        registered: Iterable[RegisteredActor],
        refused: Collection[Node] = frozenset(),
    ) -> None:
        """Every local actor that is not refused and every registered actor on its own."""
        found = tuple(extractions)
        self.published = {id: one.published for id, one in articles.items() if one.published}
        self.countries = {one.article_id: frozenset(one.countries) for one in found}
        self.locals: dict[Node, LocalActor] = {
            (one.article_id, actor.id): actor
            for one in found
            for actor in one.actors
            if (one.article_id, actor.id) not in refused
        }
        self.registered = {("", actor.id): actor for actor in registered}
        self.groups = Groups()
        self.doubts: list[Doubt] = []
        self.named_in: Counter[Node] = Counter()
        self.order = sorted(self.locals)
        self.in_article: dict[str, list[Node]] = defaultdict(list)
        for node in self.order:
            self.groups.add(node)
            self.in_article[node[0]].append(node)
        for node in self.registered:
            self.groups.add(node)
            self.groups.mark(node, "register", node[1])

    def merge(self) -> None:
        """Apply every rule."""
        self._by_register()
        self._by_country()
        self._by_name()
        self.named_in = Counter(self.groups.root(node) for node in self.order)
        bodies.join_offices(self)
        bodies.join_plurals(self)
        bodies.join_short_names(self)
        bodies.join_initials(self)
        persons.join_spellings(self)
        persons.join_surnames(self)

    def _by_register(self) -> None:
        claims: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node, actor in sorted(self.registered.items()):
            for name in dict.fromkeys((actor.name, *actor.aliases)):
                claims[names.KIND[actor.type], " ".join(names.words(name))].append(node)
            if actor.type == "country" and actor.country:
                claims["country", f"({actor.country})"].append(node)
        for node in self.order:
            actor_here = self.locals[node]
            claimed = claims.get(
                ("country", f"({actor_here.country})")
                if actor_here.type == "country" and actor_here.country
                else (names.KIND[actor_here.type], " ".join(names.words(actor_here.name))),
                [],
            )
            scored = score(("register_name", actor_here.name))
            self.settle(node, dict.fromkeys(claimed, scored))

    def _by_country(self) -> None:
        blocks: dict[str, list[Node]] = defaultdict(list)
        for node in self.order:
            actor = self.locals[node]
            if actor.type == "country" and actor.country:
                blocks[actor.country].append(node)
        for _, nodes in sorted(blocks.items()):
            self.join_block(nodes, "country_code")

    def _by_name(self) -> None:
        blocks: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for node, name, kind in self._names():
            compared = names.key(name, self.type_of(node))
            if compared and not (kind == "body" and bodies.of(name).shared):
                blocks[kind][compared].append(node)
        persons.join_full_names(self, blocks.pop("person", {}))
        for _, keys in sorted(blocks.items()):
            for _, nodes in sorted(keys.items()):
                self.join_block(nodes, "same_name")

    def _names(self) -> Iterable[tuple[Node, str, str]]:
        """Each actor's own name, and a person's further full names, with the kind of actor."""
        for node in self.order:
            actor = self.locals[node]
            kind = names.KIND[actor.type]
            yield node, actor.name, kind
            if kind == "person":
                for alias in actor.aliases:
                    # A father among a son's other names is nobody's other name.
                    if spellings.are_one(actor.name, alias):
                        yield node, alias, kind
        for node, registered in sorted(self.registered.items()):
            for name in (registered.name, *registered.aliases):
                yield node, name, names.KIND[registered.type]

    def add(self, article_id: str, actor: LocalActor) -> None:
        """A local actor that the articles do not name by themselves."""
        self.locals[article_id, actor.id] = actor
        self.groups.add((article_id, actor.id))

    def join_block(self, nodes: Sequence[Node], feature: str) -> None:
        """Join all of them; where some are known to differ, the others become a doubt."""
        why = f"{_count(nodes)} name {self.name_of(nodes[0])!r}: {score(feature)}"
        if len({self.groups.root(node) for node in nodes}) < 2 or self.groups.join(nodes, why):
            return
        marked = [node for node in nodes if self.groups.marks.get(self.groups.root(node))]
        rest = [node for node in nodes if node not in set(marked)]
        for root in self.groups.roots(marked):
            same = [node for node in marked if self.groups.root(node) == root]
            self.groups.join(same, why)
        if rest:
            self.groups.join(rest, why)
            self.doubt(rest, dict.fromkeys(marked, score(feature)))

    def join_pair(self, node: Node, other: Node, scored: Score) -> bool:
        """Join two, and keep the score as the reason; False where they are known to differ."""
        why = f"{self.told(node)} is {self.told(other)}: {scored}"
        return self.groups.join([node, other], why)

    def settle(self, node: Node, candidates: Mapping[Node, Score]) -> None:
        """Join the actor to the one candidate that it surely is; else keep the doubts."""
        ranked = sorted(candidates, key=lambda other: (-candidates[other].total, other))
        if not ranked:
            return
        best, others = ranked[0], [candidates[other] for other in ranked[1:]]
        if not (is_same(candidates[best], others) and self.join_pair(node, best, candidates[best])):
            self.doubt([node], candidates)

    def doubt(self, nodes: Sequence[Node], candidates: Mapping[Node, Score]) -> None:
        """Leave the nodes apart from the candidates that are worth a question."""
        worth = worth_asking(candidates)
        if worth:
            self.doubts.append(Doubt(self.name_of(nodes[0]), tuple(nodes), worth))

    def is_telling(self, node: Node) -> bool:
        """Whether so few articles name it that to stand beside it says something."""
        most = max(company.FEW, company.EVERYWHERE * len(self.in_article))
        return self.named_in[self.groups.root(node)] <= most

    def told(self, node: Node) -> str:
        """A name with the place that it stands in."""
        return f"{self.name_of(node)!r} in {node[0] or 'the register'}"

    def name_of(self, node: Node) -> str:
        """The name that its article or the register gives."""
        return (self.locals.get(node) or self.registered[node]).name

    def type_of(self, node: Node) -> ActorType:
        """What kind of actor its article or the register says it is."""
        return (self.locals.get(node) or self.registered[node]).type


def _count(nodes: Iterable[Node]) -> str:
    articles = {node[0] for node in nodes if node[0]}
    return f"{len(articles)} article{'' if len(articles) == 1 else 's'}"
