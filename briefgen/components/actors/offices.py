"""An office that stands for its holder: "the president" is the one president whom the text names.

It stays open where the text names two holders, or speaks of another one without a name ("the
former president") before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefgen.components.actors.groups import Group
from briefgen.components.actors.nominals import Nominal, with_modifiers
from briefgen.components.actors.readings import key_of
from briefgen.components.actors.roles import TAIL
from briefgen.model import Role

# What says that somebody holds an office, or is described, names nobody again.
SAID_OF = frozenset({"attr", "appos", "oprd", "compound", "conj", "nmod", "amod", "poss"})
# What tells of which holder the text speaks, or that there are several.
TELLING = frozenset({"relcl", "acl", "appos", "conj", "nummod"})
DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A named person with an office."""

    group: Group
    """The person."""
    words: frozenset[str]
    """The words of the role."""


def office(role: str) -> str:
    """The last word before any "of" or comma: "minister" for "Prime Minister of Japan"."""
    words = TAIL.split(role.lower(), maxsplit=1)[0].split()
    return words[-1] if words else ""


def find(
    doc: Doc, groups: Mapping[str, Group], roles: Mapping[str, Sequence[Role]], taken: set[int]
) -> list[Nominal]:
    """Offices that stand for one named person, in order.

    `roles` holds each person's stated roles by the group's key; `taken` the tokens inside names.
    """
    holders: dict[str, list[Holder]] = {}
    for key, stated in roles.items():
        for role in stated:
            words = frozenset(map(key_of, role.text.split()))
            holders.setdefault(office(role.text), []).append(Holder(groups[key], words))
    titles = {i for stated in roles.values() for role in stated for i in _tokens(doc, role)}
    found: list[Nominal] = []
    unnamed: set[str] = set()
    for token in doc:
        word = token.lower_
        if word not in holders or token.i in taken or token.i in titles or not _alone(token, taken):
            continue
        said = {key_of(other.text) for other in token.subtree if other.pos_ in DESCRIBING}
        fitting = {holder.group.key: holder for holder in holders[word] if said <= holder.words}
        if not fitting:
            unnamed.add(word)
        if len(fitting) != 1 or (word in unnamed and len(said) == 1):
            continue
        person = next(iter(fitting.values())).group
        if person.names[0].tokens.start < token.i and token.dep_ not in SAID_OF:
            found.append(_nominal(token, person))
    return found


def _tokens(doc: Doc, role: Role) -> range:
    """The tokens of a stated role."""
    words = doc.char_span(role.span.start, role.span.end, alignment_mode="expand")
    return range(words.start, words.end) if words is not None else range(0)


def _alone(token: Token, taken: set[int]) -> bool:
    """Whether "the" and an office stand here without a name, and nothing tells which one."""
    if token.tag_ in ("NNS", "NNPS") or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.i + 1 in taken or not any(kid.lower_ == "the" for kid in token.lefts):
        return False
    return not any(kid.dep_ in TELLING for kid in token.children)


def _nominal(token: Token, person: Group) -> Nominal:
    """The mention of a person by the office."""
    words = with_modifiers(token)
    rule = f'"the {words.text}" is "{person.name}", the only one so called'
    return Nominal(words.start, token.i, person.key, words.text, person.type, rule)
