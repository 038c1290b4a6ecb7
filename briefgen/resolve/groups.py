"""Sets of local actors that are one, with the reason for each joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

Node = tuple[str, str]
"""(article id, local actor id); ("", register id) for an actor of the user's register."""

Marks = dict[str, str]
"""Contest -> side. Two groups on different sides of one contest are never joined."""


@dataclass(slots=True)
class Groups:
    """Disjoint sets of nodes. What they become does not depend on the order of the nodes."""

    parent: dict[Node, Node] = field(default_factory=dict)
    """Towards each node's root, which is the least node of its group."""
    marks: dict[Node, Marks] = field(default_factory=lambda: defaultdict(dict))
    """By root."""
    reasons: dict[Node, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By root: why its nodes were joined."""

    def add(self, node: Node) -> None:
        """A node on its own."""
        self.parent.setdefault(node, node)

    def root(self, node: Node) -> Node:
        """The least node of its group."""
        top = node
        while self.parent[top] != top:
            top = self.parent[top]
        while self.parent[node] != top:
            self.parent[node], node = top, self.parent[node]
        return top

    def roots(self, nodes: Iterable[Node]) -> list[Node]:
        """The groups of some nodes, sorted."""
        return sorted({self.root(node) for node in nodes})

    def mark(self, node: Node, contest: str, side: str) -> None:
        """Put the node's group on a side."""
        self.marks[self.root(node)][contest] = side

    def opposed(self, nodes: Iterable[Node]) -> bool:
        """Whether some of the nodes' groups stand on different sides of one contest."""
        sides: Marks = {}
        return any(
            sides.setdefault(contest, side) != side
            for root in self.roots(nodes)
            for contest, side in sorted(self.marks.get(root, {}).items())
        )

    def join(self, nodes: Iterable[Node], why: str) -> bool:
        """Make one group of the nodes' groups; False, and nothing done, where they are opposed."""
        roots = self.roots(nodes)
        if len(roots) < 2:
            return True
        if self.opposed(roots):
            return False
        top = roots[0]
        for root in roots[1:]:
            self.parent[root] = top
            self.marks[top].update(self.marks.pop(root, {}))
            self.reasons[top] += self.reasons.pop(root, [])
        self.reasons[top].append(why)
        return True

    def members(self) -> dict[Node, list[Node]]:
        """Root -> its nodes, all sorted."""
        found: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(self.parent):
            found[self.root(node)].append(node)
        return dict(found)
