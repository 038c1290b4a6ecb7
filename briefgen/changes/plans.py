"""Plans whose date or fate is another one since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefgen.changes.sides import Sides, change
from briefgen.changes.snapshot import Plan
from briefgen.corpus.changes import Change
from briefgen.intervals import interval


def dates(sides: Sides) -> Iterator[Change]:
    """Plans for which their own article gives another date than before."""
    old, new = _by_words(sides.old.plans), _by_words(sides.new.plans)
    reasons = {new_id: rule for _, new_id, rule in sides.comparable()}
    for key, was in sorted(old.items()):
        now = new.get(key)
        if now and now.place.value != was.place.value and now.place.article in reasons:
            rule = reasons[now.place.article]
            day = sides.ruled(now.place) if rule == "judgement" else sides.day(now.place)
            yield change("date", rule, day, [sides.before(was.place)], [sides.after(now.place)])


def _by_words(plans: Iterable[Plan]) -> dict[str, Plan]:
    """Plans by their words, where these name one alone."""
    grouped: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        grouped[plan.plan].append(plan)
    return {key: own[0] for key, own in grouped.items() if len(own) == 1}


def fates(sides: Sides) -> Iterator[Change]:
    """Plans that stand elsewhere than before: by the calendar, or by a later statement."""
    known = {plan.id: plan for plan in sides.old.plans}
    for now in sides.new.plans:
        was = known.get(now.id)
        if was is None or was.fate == now.fate:
            continue
        told = now.follow_up
        if told and told.article not in sides.touched:
            continue  # it stood there before, and only who is meant is read otherwise
        if told and told.value and now.fate in ("moved", "postponed"):
            before, after = [sides.before(was.place)], [sides.after(told)]
            yield change("date", now.rule, sides.day(told), before, after)
        elif told:
            before, after = [sides.before(was.place, was.fate)], [sides.after(told, now.fate)]
            yield change("fate", now.rule, sides.day(told), before, after)
        else:
            before, after = [sides.before(was.place, was.fate)], [sides.after(now.place, now.fate)]
            yield change("fate", "calendar", _reached(now), before, after)


def _reached(plan: Plan) -> date | None:
    """The day on which the calendar brought it to its fate."""
    days = interval(plan.place.value)
    if days is None:
        return None
    return days[1] + timedelta(1) if plan.fate == "passed" else days[0]
