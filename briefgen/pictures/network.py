"""Who is named with whom, on a circle: groups stand together, lines join those named together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.pictures.svg import Element, element, link, picture, points, titled

WIDTH, HEIGHT = 960, 760
RADIUS = 262
LABEL = 12
"""Distance of a name from its dot."""
GAP = 0.6
"""Room between two groups, in places on the circle."""
PULL = 0.25
"""How far a line's middle stays from the centre, as a part of the radius."""
COLOURS = 8


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on the circle."""

    name: str
    """As shown."""
    group: int
    """Number of the group, from 0."""
    weight: int
    """How often named."""
    href: str
    """Where the dot leads."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who are named together."""

    one: int
    """Number of a node, from 0."""
    other: int
    """Number of the other."""
    weight: int
    """In how many sentences."""
    label: str
    """What the line says: one of the sentences."""
    href: str
    """Where the line leads."""


def network(nodes: Sequence[Node], edges: Sequence[Edge], title: str) -> str:
    """The circle; nodes come in the order of their groups."""
    angles = _angles(nodes)
    most = max((edge.weight for edge in edges), default=1)
    heaviest = max((node.weight for node in nodes), default=1)
    lines = [_line(edge, angles, most) for edge in edges]
    dots = [_dot(node, angle, heaviest) for node, angle in zip(nodes, angles, strict=True)]
    return picture(WIDTH, HEIGHT, title, *lines, *dots, kind="network")


def _angles(nodes: Sequence[Node]) -> list[float]:
    """Each node's angle in radians, from the top, with room between groups."""
    places, place = [], 0.0
    for number, node in enumerate(nodes):
        if number and node.group != nodes[number - 1].group:
            place += GAP
        places.append(place)
        place += 1
    whole = (place + GAP) or 1
    return [2 * math.pi * one / whole - math.pi / 2 for one in places]


def _at(angle: float, radius: float) -> tuple[float, float]:
    return WIDTH / 2 + radius * math.cos(angle), HEIGHT / 2 + radius * math.sin(angle)


def _line(edge: Edge, angles: Sequence[float], most: int) -> Element:
    start, end = _at(angles[edge.one], RADIUS), _at(angles[edge.other], RADIUS)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    bend = (
        WIDTH / 2 + (middle[0] - WIDTH / 2) * PULL,
        HEIGHT / 2 + (middle[1] - HEIGHT / 2) * PULL,
    )
    curve = element(
        "path",
        d=f"M{points(start)} Q{points(bend, end)}",
        class_="bg-edge",
        stroke_width=1 + 3 * edge.weight / most,
    )
    return link(edge.href, titled(edge.label), curve, tab=False)


def _dot(node: Node, angle: float, heaviest: int) -> Element:
    x, y = _at(angle, RADIUS)
    left = math.cos(angle) < 0
    turned = math.degrees(angle) + (180 if left else 0)
    label_x, label_y = _at(angle, RADIUS + LABEL)
    return link(
        node.href,
        element(
            "circle",
            cx=x,
            cy=y,
            r=3 + 6 * node.weight / heaviest,
            class_=f"bg-node bg-node--{node.group % COLOURS}",
        ),
        element(
            "text",
            text=node.name,
            x=label_x,
            y=label_y,
            transform=f"rotate({round(turned, 1):g} {round(label_x, 1):g} {round(label_y, 1):g})",
            text_anchor="end" if left else "start",
            dominant_baseline="central",
        ),
    )
