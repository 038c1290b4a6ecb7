"""Which names of one article are one person: initials, surnames, first names, father and son."""

from __future__ import annotations

import functools
from collections import defaultdict

from spacy.tokens import Doc

from briefgen import lists
from briefgen.components import places
from briefgen.components.actors.groups import Group, Groups, Pair, Short, of_types
from briefgen.components.actors.readings import key_of

Words = tuple[str, ...]


def same_person(doc: Doc, groups: Groups) -> list[Pair]:
    """ "J. Smith" and "John Smith"; "John Smith" and "John Robert Smith"."""
    by_surname: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in of_types(groups, "person"):
        words = bare(group.words)
        if len(words) > 1:
            by_surname[words[-1], generation(group.words)].append(group)
    found = []
    for same in by_surname.values():
        for short in same:
            fits = [full for full in same if full is not short and _fits(short, full)]
            if len(fits) == 1:
                found.append((short.key, fits[0].key, "another form of"))
    return found


def _fits(short: Group, full: Group) -> bool:
    """Whether the given names of the short form begin those of the full one."""
    ours, theirs = bare(short.words)[:-1], bare(full.words)[:-1]
    if len(ours) > len(theirs) or len(short.name) >= len(full.name):
        return False
    initial = ours[0].rstrip(".")
    return ours[0] == theirs[0] or (len(initial) == 1 and theirs[0].startswith(initial))


def short_people(groups: Groups) -> list[Short]:
    """A person's surname alone, or else the first name alone."""
    endings: dict[Words, list[Group]] = defaultdict(list)
    beginnings: dict[Words, list[Group]] = defaultdict(list)
    for group in of_types(groups, "person"):
        words = bare(group.words)
        for cut in range(1, len(words)):
            endings[words[cut:]].append(group)
            beginnings[words[:cut]].append(group)
    found = []
    for group in groups.values():
        words = bare(group.words)
        if not _may_be_a_person(group):
            continue
        for bearers, what in ((endings, "surname"), (beginnings, "first name")):
            full = _of_generation(group, bearers.get(words, []), groups)
            if full:
                found.append((group.key, [one.key for one in full], f"the {what} of"))
                break
    return found


def _of_generation(short: Group, full: list[Group], groups: Groups) -> list[Group]:
    """Those whom the surname can mean: "Miller Jr." is the son, "Miller" the father.

    Bare, the surname is a son's only where the text does not name his father, brings him in
    before, and never calls him "Miller Jr.".
    """
    own = generation(short.words)
    if own:
        return [one for one in full if generation(one.words) == own]
    begin = short.names[0].mention.span
    fathers = {one.words[0] for one in full if not generation(one.words)}
    sons = {bare(one.words) for one in of_types(groups, "person") if generation(one.words)}
    return [
        one
        for one in full
        if not generation(one.words)
        or (
            one.words[0] not in fathers
            and one.names[0].mention.span < begin
            and bare(short.words) not in sons
        )
    ]


def bare(words: Words) -> Words:
    """A person's name without "Jr." and the like."""
    while len(words) > 1 and words[-1] in _words("person_suffixes"):
        words = words[:-1]
    return words


def generation(words: Words) -> str:
    """ "jr", "sr", "iii" or nothing."""
    told = lists.load("actors")["generations"]
    return next((told[word] for word in words[len(bare(words)) :] if word in told), "")


def _may_be_a_person(group: Group) -> bool:
    """Persons, and single words typed otherwise that are neither a place nor a body known by it."""
    if group.type == "person":
        return True
    known = places.city_countries(group.name) or places.region_countries(group.name)
    return group.type == "place" and len(group.words) == 1 and not known


@functools.cache
def _words(section: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in lists.load("actors")[section])


def figures_of_faith(groups: Groups) -> dict[str, str]:
    """Keys of those who are prayed to and of faiths, each with the reason why it is no actor.

    "Jesus" alone is one only where nobody of the text bears the name.
    """
    holy = _words("prayed_to") | _words("faiths")
    bearers = {
        word
        for group in of_types(groups, "person")
        if group.key not in holy and len(group.words) > 1
        for word in group.words
    }
    return {
        key: f'"{group.name}" belongs to a faith and is no actor'
        for key, group in groups.items()
        if key in holy and key not in bearers
    }
