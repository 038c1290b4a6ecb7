"""Which names of one article are one actor: surnames, initials, acronyms, short names.

A short name joins a full one only where it fits exactly one; a name that fits several stays open.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from briefgen import lists
from briefgen.components import places
from briefgen.components.actors.groups import Group
from briefgen.components.actors.readings import key_of, word_before

Groups = dict[str, Group]
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?")
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "al", "a"})
OF_NAME = re.compile(
    r"(department|ministry|office|bureau|university|bank) (?:of|for) (?:the )?(.+)"
)
BODIES = ("organization", "force", "group")


def merge(doc: Doc, groups: Groups) -> dict[str, str]:
    """Join what is one actor, in place; returns the keys that stay open, each with the reason."""
    for rule in (_in_parentheses, _by_initials, _same_body, _same_person):
        _join_pairs(groups, rule(doc, groups))
    open_names: dict[str, str] = {}
    for short, candidates, why in [*_short_people(groups), *_short_bodies(groups)]:
        found = sorted({key for key in candidates if key in groups})
        if short not in groups or not found:
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


def _join_pairs(groups: Groups, pairs: Iterable[tuple[str, str, str]]) -> None:
    for short, full, why in pairs:
        if short in groups and full in groups and short != full:
            _join(groups, short, full, f'"{groups[short].name}" is {why} "{groups[full].name}"')


def _join(groups: Groups, short: str, full: str, why: str) -> None:
    groups[full].absorb(groups.pop(short), why)


def _of(groups: Groups, *types: str) -> list[Group]:
    return [group for group in groups.values() if group.type in types]


def _in_parentheses(doc: Doc, groups: Groups) -> list[tuple[str, str, str]]:
    """ "Self-Defense Forces (SDF)": the acronym right behind the name."""
    by_start = {
        name.mention.span.start: group
        for group in groups.values()
        for name in group.names
        if ACRONYM.fullmatch(name.text)
    }
    found = []
    text = doc.text
    for full in _of(groups, *BODIES):
        for name in full.names:
            end = name.mention.span.end
            bracket = text.find("(", end, end + 3)
            short = by_start.get(bracket + 1) if bracket >= 0 else None
            if short and short is not full and _abbreviates(short.name, full.name):
                found.append((short.key, full.key, "the acronym, in brackets, of"))
    return found


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the acronym's letters stand in the name in order, the first ones alike."""
    letters = acronym.replace(".", "").rstrip("s").lower()
    rest = iter(name.lower())
    return letters[0] in {word[0] for word in name.lower().split()} and all(
        letter in rest for letter in letters
    )


def _by_initials(doc: Doc, groups: Groups) -> list[tuple[str, str, str]]:
    """ "UN" is the "United Nations" that the text names in full."""
    full_names: dict[str, list[str]] = {}
    for group in _of(groups, *BODIES, "place"):
        for initials in _initials(group.name):
            full_names.setdefault(initials, []).append(group.key)
    found = []
    for short in _of(groups, *BODIES, "place"):
        if ACRONYM.fullmatch(short.name):
            keys = full_names.get(short.name.replace(".", ""), [])
            if len(keys) == 1:
                found.append((short.key, keys[0], "made of the initials of"))
    return found


def _initials(name: str) -> set[str]:
    words = name.replace("-", " ").split()
    strong = [word for word in words if word.lower() not in SMALL_WORDS]
    if len(strong) < 2:
        return set()
    return {"".join(word[0] for word in some).upper() for some in (words, strong)}


def _same_body(doc: Doc, groups: Groups) -> list[tuple[str, str, str]]:
    """ "Justice Department" and "U.S. Department of Justice"; "Acme" and "Acme Inc"."""
    by_form: dict[str, list[Group]] = {}
    for group in _of(groups, *BODIES):
        by_form.setdefault(_form(group), []).append(group)
    found = []
    for same in by_form.values():
        full = max(same, key=lambda group: len(group.name))
        owners = {owner for group in same if (owner := _owner(group))}
        if len(owners) < 2:
            found += [(one.key, full.key, "another form of") for one in same if one is not full]
    return found


def _form(group: Group) -> str:
    """A body's name without its country and without "Inc", "Department of X" as "X department"."""
    words = list(group.words)
    if _owner(group):
        words = words[_owner_length(words) :]
    while len(words) > 1 and words[-1] in _words("generic"):
        words.pop()
    form = " ".join(words)
    turned = OF_NAME.fullmatch(form)
    return f"{turned.group(2)} {turned.group(1)}" if turned else form


def _owner_length(words: list[str]) -> int:
    """How many words at the start name a country; always leaves some of the name."""
    for length in (2, 1):
        if len(words) > length and _country(" ".join(words[:length])):
            return length
    return 0


def _owner(group: Group) -> str | None:
    """The country with which a body's name begins."""
    words = list(group.words)
    return _country(" ".join(words[: _owner_length(words)]))


def _country(words: str) -> str | None:
    name = words.upper() if len(words) < 4 else words.title()
    return places.country_of(name) or places.country_of_demonym(name)


def _same_person(doc: Doc, groups: Groups) -> list[tuple[str, str, str]]:
    """ "J. Smith" and "John Smith"; "John Smith" and "John Robert Smith"."""
    by_surname: dict[str, list[Group]] = {}
    for group in _of(groups, "person"):
        words = bare(group.words)
        if len(words) > 1:
            by_surname.setdefault(words[-1], []).append(group)
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


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without "Jr." and the like."""
    while len(words) > 1 and words[-1] in _words("person_suffixes"):
        words = words[:-1]
    return words


Short = tuple[str, list[str], str]


def _short_people(groups: Groups) -> list[Short]:
    """A person's surname alone, or else the first name alone."""
    endings: dict[tuple[str, ...], list[str]] = {}
    beginnings: dict[tuple[str, ...], list[str]] = {}
    for group in _of(groups, "person"):
        words = bare(group.words)
        for cut in range(1, len(words)):
            endings.setdefault(words[cut:], []).append(group.key)
            beginnings.setdefault(words[:cut], []).append(group.key)
    found = []
    for group in groups.values():
        words = bare(group.words)
        if not _may_be_a_person(group):
            continue
        if words in endings:
            found.append((group.key, endings[words], "the surname of"))
        elif words in beginnings:
            found.append((group.key, beginnings[words], "the first name of"))
    return found


def _may_be_a_person(group: Group) -> bool:
    """Persons, and single words typed otherwise that are neither a place nor a body known by it."""
    if group.type == "person":
        return True
    known = places.city_countries(group.name) or places.region_countries(group.name)
    return group.type == "place" and len(group.words) == 1 and not known


def _short_bodies(groups: Groups) -> list[Short]:
    """ "the Commission" for the one "European Commission"; "Kyodo" for "Kyodo News"."""
    endings: dict[tuple[str, ...], list[str]] = {}
    beginnings: dict[tuple[str, ...], list[str]] = {}
    for group in _of(groups, *BODIES):
        for cut in range(1, len(group.words)):
            endings.setdefault(group.words[cut:], []).append(group.key)
            rest = group.words[cut:]
            if all(word in _words("generic") for word in rest) or (cut > 1 and rest[0] == "of"):
                beginnings.setdefault(group.words[:cut], []).append(group.key)
    found = []
    for group in _of(groups, *BODIES):
        if group.words in beginnings:
            found.append((group.key, beginnings[group.words], "short for"))
        elif group.words in endings and _with_article(group):
            found.append((group.key, endings[group.words], "short for"))
    return found


def _with_article(group: Group) -> bool:
    """Whether the text says "the Commission" each time."""
    return all(word_before(name.tokens) in ("the", "its", "their") for name in group.names)


@functools.cache
def _words(section: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in lists.load("actors")[section])
