"""(Snapshot, Snapshot) -> Changes: what is new, gone or otherwise, each with both sides' words.

What another pipeline reads otherwise in the same words is no change, and neither are other words
for the same: without a new article, another text or another judgement nothing has changed.
"""

from __future__ import annotations

import itertools
from datetime import date
from typing import get_args

from briefgen.changes import facts, numbers, plans
from briefgen.changes.sides import Sides
from briefgen.changes.snapshot import Snapshot
from briefgen.corpus.changes import ChangeKind, Changes

ORDER = {kind: at for at, kind in enumerate(get_args(ChangeKind))}
RULES = (
    numbers.contests,
    numbers.amounts,
    plans.dates,
    plans.fates,
    facts.rulings,
    facts.withdrawn,
    facts.statements,
    facts.actors,
    facts.articles,
)
"""What is looked for; each gives its changes in any order."""


def changes(old: Snapshot, new: Snapshot) -> Changes:
    """What changed from the one to the other."""
    sides = Sides(old, new)
    found = itertools.chain.from_iterable(rule(sides) for rule in RULES)
    rows = {one.id: one for one in found}
    order = sorted(rows.values(), key=lambda one: (ORDER[one.kind], _newest(one.day)))
    return Changes(old.as_of, new.as_of, tuple(order))


def _newest(day: date | None) -> int:
    return -day.toordinal() if day else 0
