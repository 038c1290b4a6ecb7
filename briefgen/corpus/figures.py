"""The figures ledger: what several articles count or measure, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefgen.corpus.views import Measure

Relation = Literal["conflicts", "superseded", "scope differs", "agrees"]
"""How two readings of one figure stand to each other, the gravest first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One origin's value of a figure."""

    measure: Measure
    """The words, the value and the sentence."""
    origin: str
    """Id of the origin; its reprints are no readings of their own."""
    published: date | None
    """When the article appeared."""
    source: str
    """Id of the actor that the text credits, or else of the publisher."""
    named: bool
    """Whether that is somebody in particular, not "police" or "officials"."""
    days: tuple[date, date] | None
    """First and last day that the figure is stated for, None where the sentence has no date."""
    scope: tuple[str, ...]
    """Stems that narrow what is counted, sorted ("israeli", "wounded")."""
    places: tuple[str, ...]
    """Places that the sentence names, sorted."""
    actors: tuple[str, ...]
    """Ids of actors that the figure's statement is about."""
    corrects: bool = False
    """Whether its sentence says that an earlier figure was revised."""
    total: bool = False
    """Whether its sentence speaks of a running total."""
    nearby: tuple[tuple[date, date], ...] = ()
    """Days that the sentences around it name, where its own names none."""
    copies: int = 0
    """How many reprints of the origin give it too."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two readings of a figure stand to each other."""

    earlier: int
    """Number of the one in the figure's readings, from 0."""
    later: int
    """Number of the other."""
    relation: Relation
    """What the first rule that fits makes of them."""
    rule: str
    """Name of that rule; see `assemble.figure_rules.RULES`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The same thing counted or measured in articles of several origins."""

    id: str
    """Hash of what is counted: stable while the words stand."""
    story: str
    """Id of the story."""
    thing: str
    """What is counted or measured, in the words of the first reading."""
    unit: str
    """Plain singular unit."""
    readings: tuple[Reading, ...]
    """By publish date; each origin's value once."""
    comparisons: tuple[Comparison, ...]
    """Each pair of readings of different origins once."""
    grounds: tuple[Comparison, ...]
    """The first comparison by each rule, the gravest relation first."""
    relation: Relation
    """The gravest among the comparisons."""
