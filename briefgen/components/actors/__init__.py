"""Actors inside one article: merged names, roles, countries, salience."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from spacy.tokens import Doc

from briefgen.components.actors import nominals, offices
from briefgen.components.actors.aliases import merge
from briefgen.components.actors.countries import countries_of, locate
from briefgen.components.actors.groups import Group, gather
from briefgen.components.actors.pairs import split_pairs
from briefgen.components.actors.readings import (
    Name,
    Reading,
    evidence_of,
    names_of,
    read,
    surnames_of,
)
from briefgen.components.actors.roles import roles_of
from briefgen.components.actors.salience import Frame, salience_of, sentences_of
from briefgen.model import LocalActor, Mention, Role

Found = tuple[tuple[Mention, ...], tuple[LocalActor, ...], tuple[str, ...]]


def find(doc: Doc) -> Found:
    """The names with their actors, the actors, most salient first, and the countries."""
    names = names_of(doc, split_pairs(doc, doc._.mentions))
    located = locate(doc, names)
    surnames = surnames_of(names)
    evidence = evidence_of(names, located, surnames)
    readings = [read(name, evidence, located, surnames) for name in names]
    groups = gather(names, readings)
    open_names = merge(doc, groups)
    for key in open_names:
        del groups[key]
    roles = _roles(doc, groups)
    names += _add_nominals(doc, names, groups)
    names += _add_offices(doc, names, groups, roles)
    ordered = sorted(groups.values(), key=lambda group: group.names[0].mention.span)
    actors = _actors(doc, ordered, roles)
    mentions = _mentions(names, readings, zip(ordered, actors, strict=True), open_names)
    ranked = sorted(actors, key=lambda actor: -actor.salience)
    countries = countries_of(names[: len(readings)], readings, evidence, located)
    return mentions, tuple(ranked), countries


def _add_nominals(doc: Doc, names: Sequence[Name], groups: dict[str, Group]) -> list[Name]:
    """Put nominal actors among the groups; returns their names."""
    owners = {
        name.tokens.end - 1: (name.tokens.start, group)
        for group in groups.values()
        for name in group.names
    }
    taken = {token.i for name in names for token in name.tokens}
    added = []
    for nominal in nominals.find(doc, owners, taken):
        tokens = doc[nominal.first : nominal.last + 1]
        name = Name(nominals.mention_of(doc, nominal), tokens, nominal.name)
        group = groups.setdefault(nominal.key, Group(nominal.key, nominal.name, nominal.type))
        group.names.append(name)
        if nominal.name not in group.aliases:
            group.aliases.append(nominal.name)
            group.why.append(nominal.rule)
        added.append(name)
    return added


def _add_offices(
    doc: Doc,
    names: Sequence[Name],
    groups: Mapping[str, Group],
    roles: Mapping[str, tuple[Role, ...]],
) -> list[Name]:
    """Put offices that stand for their holders among the holders' names; returns them."""
    taken = {token.i for name in names for token in name.tokens}
    added = []
    for nominal in offices.find(doc, groups, roles, taken):
        tokens = doc[nominal.first : nominal.last + 1]
        added.append(Name(nominals.mention_of(doc, nominal), tokens, nominal.name))
        groups[nominal.key].names.append(added[-1])
    return added


def _roles(doc: Doc, groups: Mapping[str, Group]) -> dict[str, tuple[Role, ...]]:
    """The stated roles of each person, by the group's key."""
    people = {key: group for key, group in groups.items() if group.type == "person"}
    taken = {token.i for group in people.values() for name in group.names for token in name.tokens}
    return {key: roles_of(doc, group.names, taken) for key, group in people.items()}


def _actors(
    doc: Doc, groups: Sequence[Group], roles: Mapping[str, tuple[Role, ...]]
) -> list[LocalActor]:
    """The actor of each group, in the same order."""
    frame = Frame(doc, most=max(map(sentences_of, groups), default=1))
    ids = _ids(groups)
    return [
        LocalActor(
            id=ids[group.key],
            name=group.name,
            type=group.type,
            aliases=tuple(alias for alias in group.aliases if alias != group.name),
            roles=roles.get(group.key, ()),
            salience=salience_of(group, frame),
            country=group.country if group.type == "country" else None,
            why=tuple(group.why),
        )
        for group in groups
    ]


def _ids(groups: Iterable[Group]) -> dict[str, str]:
    """A slug of each group's name; where two names give one slug, the type tells them apart."""
    ids: dict[str, str] = {}
    for group in groups:
        slug = slug_of(group.name) or "actor"
        if slug in ids.values():
            slug = f"{slug}-{group.type}"
        number = 2
        while slug in ids.values():
            slug, number = f"{slug.rstrip('-0123456789')}-{number}", number + 1
        ids[group.key] = slug
    return ids


def slug_of(name: str) -> str:
    """A name as part of an address: "Japan's Coast Guard" is japan-coast-guard."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]s\b|['’.]", "", name))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _mentions(
    names: Sequence[Name],
    readings: Sequence[Reading | None],
    actors: Iterable[tuple[Group, LocalActor]],
    open_names: Mapping[str, str],
) -> tuple[Mention, ...]:
    """All mentions in order, each with its actor and the rule that tied it."""
    actor_of = {name.mention.span: actor.id for group, actor in actors for name in group.names}
    found = []
    for name, reading in zip_longest(names, readings):
        mention, actor = name.mention, actor_of.get(name.mention.span)
        rules = [mention.rule]
        if reading:
            rules.append(reading.rule if actor else open_names.get(reading.key, reading.rule))
        rule = "; ".join(filter(None, rules))
        found.append(dataclasses.replace(mention, actor=actor, rule=rule))
    return tuple(sorted(found, key=lambda mention: mention.span))
