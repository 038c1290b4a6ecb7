"""The names that belong to one actor, while an article is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.components.actors.readings import Name, Reading
from briefgen.model import ActorType

# A longer name in capitals is from a headline or dateline: where the text has it in others too,
# those win.
LONGEST_ACRONYM = 4
# Where names of one form are typed differently equally often, the earlier here wins.
TYPE_ORDER: tuple[ActorType, ...] = (
    "country",
    "person",
    "force",
    "organization",
    "group",
    "place",
)

Pair = tuple[str, str, str]
"""Key of a name, key of a fuller name of the same actor, what the one is to the other."""
Short = tuple[str, list[str], str]
"""Key of a short name, the keys of those it fits, what it is to them."""


@dataclass(slots=True)
class Group:
    """The names that are one actor."""

    key: str
    """Names with one key are one actor."""
    name: str
    """What the actor is called; after merging the fullest name."""
    type: ActorType
    """What kind of actor."""
    country: str | None = None
    """Alpha-3 code, for a country."""
    names: list[Name] = field(default_factory=list)
    """Its names, in order."""
    aliases: list[str] = field(default_factory=list)
    """Its names' words, without ways to speak of it that are no names."""
    why: list[str] = field(default_factory=list)
    """Each decision, in words."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its key."""
        return tuple(self.key.split())

    def absorb(self, other: Group, why: str) -> None:
        """Take over another group's names."""
        self.names.extend(other.names)
        self.names.sort(key=lambda name: name.mention.span)
        self.aliases.extend(alias for alias in other.aliases if alias not in self.aliases)
        self.why.append(why)
        self.why.extend(reason for reason in other.why if reason not in self.why)


Groups = dict[str, Group]
"""By key."""


def gather(names: Sequence[Name], readings: Sequence[Reading | None]) -> Groups:
    """Groups by key, in order of appearance."""
    groups: Groups = {}
    types: dict[str, Counter[ActorType]] = {}
    for name, reading in zip(names, readings, strict=True):
        if reading is None:
            continue
        group = groups.setdefault(
            reading.key, Group(reading.key, reading.name, reading.type, reading.country)
        )
        group.names.append(name)
        if (
            group.name.isupper()
            and len(group.name) > LONGEST_ACRONYM
            and not reading.name.isupper()
        ):
            group.name = reading.name
        types.setdefault(reading.key, Counter())[reading.type] += 1
        if reading.is_name and name.text not in group.aliases:
            group.aliases.append(name.text)
        if reading.rule not in group.why:
            group.why.append(reading.rule)
    for key, counted in types.items():
        groups[key].type = max(counted, key=lambda kind: (counted[kind], -TYPE_ORDER.index(kind)))
    return groups


def of_types(groups: Groups, *types: ActorType) -> list[Group]:
    """The groups of these types."""
    return [group for group in groups.values() if group.type in types]
