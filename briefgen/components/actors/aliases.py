"""Which names of one article are one actor, each rule in turn, the surest first.

A short name joins a full one only where it fits exactly one; a name that fits several stays open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from briefgen.components.actors import bodies, people
from briefgen.components.actors.groups import Group, Groups, Pair

RULES = (
    bodies.known_by_several_names,
    bodies.in_parentheses,
    bodies.by_initials,
    bodies.same_body,
    people.same_person,
)


def merge(doc: Doc, groups: Groups) -> dict[str, str]:
    """Join what is one actor, in place; returns the keys that stay open, each with the reason."""
    for rule in RULES:
        _join_pairs(groups, rule(doc, groups))
    open_names = people.figures_of_faith(groups)
    for short, candidates, why in [*people.short_people(groups), *bodies.short_bodies(groups)]:
        found = sorted({key for key in candidates if key in groups})
        if short not in groups or short in open_names or not found:
            continue
        if len(found) == 1:
            full = groups[found[0]]
            _join(groups, short, found[0], f'"{groups[short].name}" is {why} "{full.name}"')
            continue
        fits = ", ".join(f'"{groups[key].name}"' for key in found)
        open_names[short] = f'open: "{groups[short].name}" fits {fits}'
        _until_the_second(groups[short], [groups[key] for key in found])
    return open_names


def _until_the_second(short: Group, fits: list[Group]) -> None:
    """A name that fits several is the first one's until the text introduces the second."""
    first, second, *_ = sorted(fits, key=lambda group: group.names[0].mention.span)
    begin, end = first.names[0].mention.span, second.names[0].mention.span
    early = [name for name in short.names if begin < name.mention.span < end]
    if early:
        why = f'"{short.name}" is "{first.name}" until the text names "{second.name}"'
        first.absorb(replace(short, names=early), why)
        short.names = [name for name in short.names if name not in early]


def _join_pairs(groups: Groups, pairs: Iterable[Pair]) -> None:
    for short, full, why in pairs:
        if short in groups and full in groups and short != full:
            _join(groups, short, full, f'"{groups[short].name}" is {why} "{groups[full].name}"')


def _join(groups: Groups, short: str, full: str, why: str) -> None:
    groups[full].absorb(groups.pop(short), why)
