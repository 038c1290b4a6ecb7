"""Whether two figures can both be exact as their words stand: ranges, bounds and rounding."""

from __future__ import annotations

import math

from briefgen.corpus.views import Measure
from briefgen.model import Quantity

Range = tuple[float, float]
ABOUT = 0.05
"""Part of a value that "about" leaves open on either side."""
NEARLY = 0.1
"""Part of a value by which "nearly" may stay below it."""
FAR = 2.0
"""So many times as much is another count more often than another account of one."""
FEW = 3
"""Below this a text may just name some of several."""
ROUNDED_FROM = 1000
"""Smaller numbers that end in zeros are counts as often as roundings."""


def alike(one: Measure, other: Measure) -> bool:
    """Whether some number fits both, so that neither contradicts the other."""
    a, b = _range(one), _range(other)
    if a is None or b is None or (a[0] <= b[1] and b[0] <= a[1]):
        return True
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return False
    assert one.value is not None and other.value is not None
    return _rounded(one.value, other.value) or _rounded(other.value, one.value)


def largest(measure: Measure | Quantity) -> float:
    """The value, or the upper end of a range."""
    if isinstance(measure.value, tuple):
        return measure.value[1]
    return measure.value or 0.0


def _range(measure: Measure) -> Range | None:
    """The values that the words allow; None where they name no number."""
    if measure.value is None:
        return None
    if isinstance(measure.value, tuple):
        return measure.value
    value, slack = measure.value, abs(measure.value)
    bounds: dict[str | None, Range] = {
        "about": (value - ABOUT * slack, value + ABOUT * slack),
        "average": (value - ABOUT * slack, value + ABOUT * slack),
        "nearly": (value - NEARLY * slack, value),
        "more than": (value, FAR * value),
        "at least": (value, FAR * value),
        "less than": (value / FAR, value),
        "at most": (value / FAR, value),
    }
    return bounds.get(measure.modifier, (value, value))


def _rounded(coarse: float, fine: float) -> bool:
    """Whether the coarse value is the fine one, rounded to where its own digits end."""
    if coarse == int(coarse):
        digits = str(int(abs(coarse)))
        zeros = len(digits) - len(digits.rstrip("0"))
        places = -zeros if abs(coarse) >= ROUNDED_FROM else 0
    else:
        places = len(repr(coarse).partition(".")[2])
    close = abs(coarse - fine) <= ABOUT * abs(coarse)
    return close and math.isclose(round(fine, places), coarse)
