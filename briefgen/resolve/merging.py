"""Which local actors are one across articles: each rule in turn, the surest first.

No rule compares all pairs: candidates come from blocks of equal keys. Where a name could be two
actors, it is joined to neither and becomes an open question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.model import ActorType, Extraction, LocalActor
from briefgen.registers import RegisteredActor
from briefgen.resolve import names, persons
from briefgen.resolve.groups import Groups, Node

SURE_ACRONYM = 4
"""Letters from which on initials decide: three are the same for many names."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that could be one of several actors."""

    name: str
    """As the text has it."""
    nodes: tuple[Node, ...]
    """Whose it is."""
    candidates: tuple[Node, ...]
    """Who they could be."""
    why: str
    """What made it undecidable."""


class Merger:
    """Joins the local actors of all articles and the register's actors."""

    def __init__(
        self, extractions: Iterable[Extraction], registered: Iterable[RegisteredActor]
    ) -> None:
        """Every local and every registered actor on its own."""
        self.locals: dict[Node, LocalActor] = {
            (found.article_id, actor.id): actor for found in extractions for actor in found.actors
        }
        self.registered = {("", actor.id): actor for actor in registered}
        self.groups = Groups()
        self.doubts: list[Doubt] = []
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
        self._by_alias()
        self._by_initials()
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
            if len(claimed) == 1:
                self.groups.join([node, *claimed], f"the register has the name {actor_here.name!r}")
            elif claimed:
                self.doubt([node], claimed, "the register has several actors of this name")

    def _by_country(self) -> None:
        blocks: dict[str, list[Node]] = defaultdict(list)
        for node in self.order:
            actor = self.locals[node]
            if actor.type == "country" and actor.country:
                blocks[actor.country].append(node)
        for code, nodes in sorted(blocks.items()):
            self.join_block(nodes, f"same country in {_count(nodes)}: {code}")

    def _by_name(self) -> None:
        blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node, name, kind in self._names():
            compared = names.key(name, self.type_of(node))
            if compared:
                blocks[kind, compared].append(node)
        for _, nodes in sorted(blocks.items()):
            self.join_block(nodes, f"same name in {_count(nodes)}: {self.name_of(nodes[0])}")

    def _names(self) -> Iterable[tuple[Node, str, str]]:
        """Each actor's own name, and a person's further full names, with the kind of actor."""
        for node in self.order:
            actor = self.locals[node]
            kind = names.KIND[actor.type]
            yield node, actor.name, kind
            if kind == "person":
                for alias in actor.aliases:
                    yield node, alias, kind
        for node, registered in sorted(self.registered.items()):
            for name in (registered.name, *registered.aliases):
                yield node, name, names.KIND[registered.type]

    def _by_alias(self) -> None:
        """One article says "IAEA", another "International Atomic Energy Agency (IAEA)"."""
        bearers: dict[str, list[Node]] = defaultdict(list)
        for node in self.order:
            actor = self.locals[node]
            if names.KIND[actor.type] == "body":
                for alias in actor.aliases:
                    if names.is_acronym(alias) or len(names.words(alias)) > 1:
                        bearers[names.key(alias, actor.type) or ""].append(node)
        for node, name in self._bodies():
            fitting = self.groups.roots(bearers.get(name, []))
            if not fitting or node in bearers[name]:
                continue
            if names.is_acronym(self.locals[node].name) or self._shared_actors(node, fitting[0]):
                self.join_one(node, fitting, "another article gives both names")

    def _bodies(self) -> list[tuple[Node, str]]:
        found = []
        for node in self.order:
            actor = self.locals[node]
            compared = names.key(actor.name, actor.type)
            if names.KIND[actor.type] == "body" and compared:
                found.append((node, compared))
        return found

    def _by_initials(self) -> None:
        """An acronym that no article spells out, where one name in all has these initials."""
        bearers: dict[str, list[Node]] = defaultdict(list)
        for node, _ in self._bodies():
            bearers[names.initials(self.locals[node].name)].append(node)
        for node, compared in self._bodies():
            letters = compared.replace(" ", "")
            if not names.is_acronym(self.locals[node].name) or len(letters) < SURE_ACRONYM:
                continue
            fitting = self.groups.roots(bearers.get(letters, []))
            if fitting and self.groups.root(node) not in fitting:
                self.join_one(node, fitting, f"initials of the name: {letters.upper()}")

    def _shared_actors(self, first: Node, second: Node) -> bool:
        """Whether the two articles share a third actor that is no country."""
        around, others = (
            {
                root
                for root in self.groups.roots(self.in_article.get(node[0], ()))
                if self.type_of(root) != "country"
            }
            for node in (first, second)
        )
        return bool(around & others - set(self.groups.roots((first, second))))

    def join_block(self, nodes: list[Node], why: str) -> None:
        """Join all of them; where some are known to differ, the others become a doubt."""
        if len({self.groups.root(node) for node in nodes}) < 2 or self.groups.join(nodes, why):
            return
        marked = [node for node in nodes if self.groups.marks.get(self.groups.root(node))]
        rest = [node for node in nodes if node not in set(marked)]
        for root in self.groups.roots(marked):
            same = [node for node in marked if self.groups.root(node) == root]
            self.groups.join(same, why)
        if rest:
            self.groups.join(rest, why)
            self.doubt(rest, marked, "several actors have this name")

    def join_one(self, node: Node, candidates: list[Node], why: str) -> None:
        """Join the actor to the only candidate; several are a doubt."""
        if len(candidates) == 1:
            self.groups.join([node, candidates[0]], f"{self.locals[node].name}: {why}")
        else:
            self.doubt([node], candidates, f"it fits {len(candidates)} actors")

    def doubt(self, nodes: Sequence[Node], candidates: Sequence[Node], why: str) -> None:
        """Leave the nodes apart from the candidates, for the user to see."""
        name = self.name_of(nodes[0])
        self.doubts.append(Doubt(name, tuple(nodes), tuple(candidates), why))

    def name_of(self, node: Node) -> str:
        """The name that its article or the register gives."""
        return (self.locals.get(node) or self.registered[node]).name

    def type_of(self, node: Node) -> ActorType:
        """What kind of actor its article or the register says it is."""
        return (self.locals.get(node) or self.registered[node]).type


def _count(nodes: Iterable[Node]) -> str:
    articles = {node[0] for node in nodes if node[0]}
    return f"{len(articles)} article{'' if len(articles) == 1 else 's'}"
