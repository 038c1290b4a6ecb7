"""How often something is named, month by month, as small bars."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.pictures.svg import element, picture

HEIGHT = 28
STEP = 6
BAR = 5
LEAST = 2
"""Height of the smallest bar that is not nothing."""
WIDEST = 120
"""Months from which on several share a bar."""


def sparkline(values: Sequence[int | None], title: str) -> str:
    """Bars for the values in order; None is a time of which nothing is known, drawn as a gap."""
    shown = _folded(values)
    most = max((value for value in shown if value), default=1)
    bars = []
    for place, value in enumerate(shown):
        if value is None:
            continue
        height = max(LEAST, round(HEIGHT * value / most)) if value else 0.5
        bars.append(
            element(
                "rect", x=place * STEP, y=HEIGHT - height, width=BAR, height=height, class_="bg-bar"
            )
        )
    return picture(max(len(shown), 1) * STEP, HEIGHT, title, *bars, kind="sparkline")


def _folded(values: Sequence[int | None]) -> list[int | None]:
    """Neighbours summed until they fit."""
    each = -(-len(values) // WIDEST) or 1
    groups = [values[start : start + each] for start in range(0, len(values), each)]
    return [
        sum(v for v in group if v is not None) if any(v is not None for v in group) else None
        for group in groups
    ]
