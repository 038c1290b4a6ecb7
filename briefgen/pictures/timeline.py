"""When things happen, at the precision that is stated: a day is a dot, a longer time a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.pictures.svg import Element, element, link, picture, titled

WIDTH = 960
LEFT, RIGHT, TOP, BOTTOM = 12, 12, 8, 26
LANE = 16
DOT = 5
NEAR = 13
"""Marks closer than this stand in different lanes."""
MOST_LANES = 14
MOST_TICKS = 12
SHORT = 62
"""Days below which the axis names its ends."""
WORDS_OF_A_DAY = 70
"""Width that a day's words take."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happens or is planned."""

    first: date
    """First day."""
    last: date
    """Last day."""
    label: str
    """What the mark says."""
    href: str
    """Where it leads."""
    planned: bool = False
    """Drawn hollow: it is said to be planned, not to have happened."""


def timeline(marks: Sequence[Mark], today: date | None, title: str) -> str:
    """The picture; `today` draws a line at that day. Marks that find no lane stand in the list."""
    days = [d for mark in marks for d in (mark.first, mark.last)] + ([today] if today else [])
    start, end = min(days, default=date(2000, 1, 1)), max(days, default=date(2000, 1, 2))
    scale = (WIDTH - LEFT - RIGHT) / max((end - start).days, 1)

    def x(day: date) -> float:
        return LEFT + (day - start).days * scale

    drawn: list[Element] = []
    lanes: list[float] = []
    for mark in sorted(marks, key=lambda m: (m.first, m.last, m.href)):
        left = x(mark.first)
        right = max(x(mark.last), left)
        lane = next((n for n, busy in enumerate(lanes) if busy <= left), len(lanes))
        if lane >= MOST_LANES:
            continue
        lanes[lane : lane + 1] = [right + NEAR]
        drawn.append(_mark(mark, left, right, TOP + lane * LANE + LANE / 2))
    bottom = TOP + max(len(lanes), 1) * LANE
    axis = [element("path", d=f"M{LEFT},{bottom} H{WIDTH - RIGHT}", class_="bg-axis")]
    for day, words in _ticks(start, end):
        axis.append(_upright(x(day), TOP, bottom + 4, "bg-axis"))
        axis.append(_tick(words, x(day), bottom + 14))
    if today:
        axis.append(_upright(x(today), 0, bottom + 8, "bg-today"))
    return picture(WIDTH, bottom + BOTTOM, title, *axis, *drawn, kind="timeline")


def _upright(x: float, top: int, bottom: int, kind: str) -> Element:
    return element("path", d=f"M{round(x, 1):g},{top} V{bottom}", class_=kind)


def _tick(words: str, x: float, y: float) -> Element:
    """Behind its line; before it where the picture ends."""
    if x > WIDTH - RIGHT - WORDS_OF_A_DAY:
        place = {"x": x - 3, "text_anchor": "end"}
    else:
        place = {"x": x + 3}
    return element("text", text=words, y=y, class_="bg-tick", **place)


def _mark(mark: Mark, left: float, right: float, y: float) -> Element:
    kind = "bg-mark bg-mark--planned" if mark.planned else "bg-mark"
    if right - left < 2 * DOT:
        shape = element("circle", cx=(left + right) / 2, cy=y, r=DOT, class_=kind)
    else:
        shape = element(
            "rect", x=left, y=y - DOT, width=right - left, height=2 * DOT, rx=DOT, class_=kind
        )
    return link(mark.href, titled(mark.label), shape, tab=False)


def _ticks(start: date, end: date) -> list[tuple[date, str]]:
    """First days of months or years, as many as have room; of a short time its ends."""
    if (end - start).days < SHORT:
        return [(day, day.isoformat()) for day in sorted({start, end})]
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = next((n for n in (1, 3, 6) if months / n <= MOST_TICKS), 0)
    if step:
        firsts = [
            date(start.year + m // 12, m % 12 + 1, 1)
            for m in range(months + start.month)
            if (m % 12) % step == 0
        ]
        return [(d, d.strftime("%Y-%m")) for d in firsts if start <= d <= end]
    years = end.year - start.year + 1
    step = -(-years // MOST_TICKS)
    return [
        (date(y, 1, 1), str(y))
        for y in range(start.year, end.year + 1, step)
        if start <= date(y, 1, 1) <= end
    ]
