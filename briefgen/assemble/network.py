"""Who is named with whom among the most named: bonds, and the groups that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import networkx

from briefgen.corpus.network import Bond, Network
from briefgen.corpus.views import Dossier

MOST_ACTORS = 36
MOST_BONDS = 120
LEAST_SENTENCES = 2
"""One sentence together may be chance."""


def network(dossiers: Mapping[str, Dossier]) -> Network:
    """The network of those actors that stand in most sentences with others; places are none."""
    bonds = {
        (one, companion.actor): Bond(one, companion.actor, companion.count, companion.evidence)
        for one, dossier in dossiers.items()
        for companion in dossier.companions
        if one < companion.actor and companion.count >= LEAST_SENTENCES
        if _acts(dossiers, one) and _acts(dossiers, companion.actor)
    }
    together: Counter[str] = Counter()
    for bond in bonds.values():
        together[bond.one] += bond.count
        together[bond.other] += bond.count
    ranked = sorted(together, key=lambda i: (-together[i], i))[:MOST_ACTORS]
    shown = [b for b in bonds.values() if b.one in ranked and b.other in ranked]
    shown = sorted(shown, key=lambda b: (-b.count, b.one, b.other))[:MOST_BONDS]
    return Network(_groups(ranked, shown), tuple(shown))


def _acts(dossiers: Mapping[str, Dossier], actor: str) -> bool:
    return actor in dossiers and dossiers[actor].actor.type != "place"


def _groups(ranked: list[str], bonds: list[Bond]) -> tuple[tuple[str, ...], ...]:
    """Communities of greatest modularity (Clauset, Newman, Moore 2004), each by rank."""
    bound = {actor for bond in bonds for actor in (bond.one, bond.other)}
    actors = [actor for actor in ranked if actor in bound]
    number = {actor: n for n, actor in enumerate(actors)}
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(actors)))  # numbers: sets of them have the same order each time
    graph.add_weighted_edges_from((number[b.one], number[b.other], b.count) for b in bonds)
    if not bonds:
        return ()
    found = networkx.community.greedy_modularity_communities(graph, weight="weight")
    groups = sorted((sorted(members) for members in found), key=lambda g: (-len(g), g))
    return tuple(tuple(actors[n] for n in members) for members in groups)
