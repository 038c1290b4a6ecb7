"""Who is named with whom: a picture, and the sentences behind each of its lines."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page
from briefgen.pages.references import references
from briefgen.pictures.network import Edge, Node


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one page."""
    found = corpus.network
    nodes = [
        Node(corpus.actors[i].name, group, len(corpus.dossiers[i].articles), f"#a-{i}")
        for group, members in enumerate(found.groups)
        for i in members
    ]
    place = {i: n for n, i in enumerate(i for members in found.groups for i in members)}
    edges = [
        Edge(
            place[bond.one],
            place[bond.other],
            bond.count,
            bond.evidence.exact
            if bond.evidence.shown
            else f"{corpus.actors[bond.one].name} – {corpus.actors[bond.other].name}",
            f"#b-{number}",
        )
        for number, bond in enumerate(found.bonds, 1)
    ]
    yield Page(
        addresses.NETWORK,
        N_("Network"),
        "network.md.j2",
        {
            "nodes": nodes,
            "edges": edges,
            "bonds": found.bonds,
            "groups": found.groups,
            **references(corpus, found.bonds, actors=list(place)),
        },
        in_nav=True,
    )
