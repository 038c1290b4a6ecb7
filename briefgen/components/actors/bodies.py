"""Which names of one article are one body: acronyms, short names, names with and without "Inc"."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from briefgen import lists
from briefgen.components import places
from briefgen.components.actors.groups import Group, Groups, Pair, Short, of_types
from briefgen.components.actors.readings import Name, is_seat, key_of, word_before
from briefgen.components.spans import readable
from briefgen.model import ActorType

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?")
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "al", "a"})
OF_NAME = re.compile(
    r"(department|ministry|office|bureau|university|bank) (?:of|for) (?:the )?(.+)"
)
BODIES: tuple[ActorType, ...] = ("organization", "force", "group")
BESIDE = 100
"""The rank of names that mean a body only beside one of its other names."""


def known_by_several_names(doc: Doc, groups: Groups) -> list[Pair]:
    """ "Daesh" and "Islamic State" by the table of other names."""
    by_name: dict[str, list[tuple[int, Group]]] = defaultdict(list)
    for group in of_types(groups, *BODIES, "place"):
        usual, rank = _other_names().get(key_of(group.name), (None, 0))
        if usual:
            by_name[usual].append((rank, group))
    found = []
    for same in by_name.values():
        rank, full = min(same, key=lambda one: one[0])
        if rank < BESIDE:
            found += [(one.key, full.key, "another name of") for _, one in same if one is not full]
    return found


@functools.cache
def _other_names() -> dict[str, tuple[str, int]]:
    """Name -> (usual name, rank), the usual name itself first, everyday words from BESIDE on."""
    found: dict[str, tuple[str, int]] = {}
    for how, first in (("always", 0), ("beside", BESIDE)):
        for usual, others in lists.load("other_names")[how].items():
            found.setdefault(key_of(usual), (usual, 0))
            for rank, name in enumerate(others, first + 1):
                found[key_of(name)] = (usual, rank)
    return found


def in_parentheses(doc: Doc, groups: Groups) -> list[Pair]:
    """ "Self-Defense Forces (SDF)": the acronym right behind the name."""
    by_start = {
        name.mention.span.start: group
        for group in groups.values()
        for name in group.names
        if ACRONYM.fullmatch(name.text)
    }
    found = []
    text = readable(doc)
    for full in of_types(groups, *BODIES):
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


def by_initials(doc: Doc, groups: Groups) -> list[Pair]:
    """ "UN" is the "United Nations" that the text names in full."""
    full_names: dict[str, list[str]] = {}
    for group in of_types(groups, *BODIES, "place"):
        for initials in _initials(group.name):
            full_names.setdefault(initials, []).append(group.key)
    found = []
    for short in of_types(groups, *BODIES, "place"):
        if ACRONYM.fullmatch(short.name):
            keys = full_names.get(short.name.replace(".", ""), [])
            if len(keys) == 1:
                found.append((short.key, keys[0], "made of the initials of"))
    return found


def _initials(name: str) -> set[str]:
    """What its acronym can be; "US" in "US Navy" is one already and stays whole."""
    words = name.replace("-", " ").split()
    strong = [word for word in words if word.lower() not in SMALL_WORDS]
    if len(strong) < 2:
        return set()
    return {"".join(map(_initial, some)).upper() for some in (words, strong)}


def _initial(word: str) -> str:
    return word.replace(".", "") if ACRONYM.fullmatch(word) else word[0]


def same_body(doc: Doc, groups: Groups) -> list[Pair]:
    """ "Justice Department" and "U.S. Department of Justice"; "Acme" and "Acme Inc"."""
    by_form: dict[str, list[Group]] = {}
    for group in of_types(groups, *BODIES):
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
    while len(words) > 1 and _is_generic(words[-1:], group):
        words.pop()
    form = " ".join(words)
    turned = OF_NAME.fullmatch(form)
    return f"{turned.group(2)} {turned.group(1)}" if turned else form


def _is_generic(rest: Sequence[str], group: Group) -> bool:
    """Whether everyday use drops these last words: "Inc", but no "International" of "CNN"."""
    if "international" in rest and ACRONYM.fullmatch(group.name.split()[0]):
        return False
    return all(word in _words("generic") for word in rest)


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


def short_bodies(groups: Groups) -> list[Short]:
    """ "the Commission" for the one "European Commission"; "Kyodo" for "Kyodo News"."""
    endings: dict[tuple[str, ...], list[str]] = {}
    beginnings: dict[tuple[str, ...], list[str]] = {}
    for group in of_types(groups, *BODIES):
        if is_seat(group.name):
            continue  # the House is not the White House
        for cut in range(1, len(group.words)):
            endings.setdefault(group.words[cut:], []).append(group.key)
            rest = group.words[cut:]
            if _is_generic(rest, group) or (cut > 1 and rest[0] == "of"):
                beginnings.setdefault(group.words[:cut], []).append(group.key)
    found = []
    for group in of_types(groups, *BODIES):
        if group.words in beginnings:
            found.append((group.key, beginnings[group.words], "short for"))
        elif group.words in endings and _with_article(group):
            found.append((group.key, endings[group.words], "short for"))
    return found


def _with_article(group: Group) -> bool:
    """Whether the text says "the Commission", but for "Commission officials"."""
    alone = [name for name in group.names if not _before_a_noun(name)]
    named = (word_before(name.tokens) in ("the", "its", "their") for name in alone)
    return bool(alone) and all(named)


def _before_a_noun(name: Name) -> bool:
    doc, end = name.tokens.doc, name.tokens.end
    return end < len(doc) and doc[end].pos_ == "NOUN"


@functools.cache
def _words(section: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in lists.load("actors")[section])
