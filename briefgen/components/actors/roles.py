"""Roles that the text states for a person, as a stretch of its words."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Token

from briefgen import lists
from briefgen.components.actors.readings import Name
from briefgen.components.spans import span_of
from briefgen.model import Role

# What may stand inside a title before a name: "US Deputy Secretary of State".
INSIDE = frozenset({"of", "for", "and", "-", "/", "'s", "the", "'"})
LONGEST_TITLE = 9
# What begins the rest of a role: "minister | of Japan".
TAIL = re.compile(r",| (?:of|for|at|in|to|and|from|with) ")
ROLE_PREPOSITIONS = frozenset({"of", "for", "to"})
RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})
WORD = re.compile(r"\w[\w.'’&/-]*")
# An apposition that runs on longer than this tells a story, it names no role.
LONGEST_APPOSITION = 14


def roles_of(doc: Doc, names: Iterable[Name], people: Collection[int]) -> tuple[Role, ...]:
    """The roles stated beside some names of one person, the fullest form of each, in order.

    `people` holds the tokens inside persons' names: no part of a role before a name.
    """
    found: dict[str, Role] = {}
    for name in names:
        for start, end in _beside(doc, name, people):
            span = span_of(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            text = doc[start:end].text
            found.setdefault(" ".join(text.lower().split()), Role(text, span))
    fullest = [
        role
        for words, role in found.items()
        if not any(words != other and f" {words} " in f" {other} " for other in found)
    ]
    return tuple(sorted(fullest, key=lambda role: role.span))


def _beside(doc: Doc, name: Name, people: Collection[int]) -> list[tuple[int, int]]:
    """Token ranges of the roles before the name, behind it and in "X is ..."."""
    candidates = [_title(doc, name, people), _apposition(doc, name), _said_of(doc, name)]
    return [found for found in candidates if found]


def _title(doc: Doc, name: Name, people: Collection[int]) -> tuple[int, int] | None:
    """The title right before the name: "Japanese Prime Minister"."""
    end = name.tokens.start
    while end > 0 and doc[end - 1].lower_ in _words("honorifics"):
        end -= 1
    if end == 0 or end - 1 in people:
        return None
    simple = is_role(doc[end - 1])
    if not simple and not _ends_with_office(doc, end):
        return None
    start = end
    first = max(name.tokens.root.sent.start, end - LONGEST_TITLE)
    proper = doc[end - 1].text[0].isupper()
    while start > first and start - 1 not in people and _in_title(doc[start - 1], simple):
        if proper and _of_the_sentence(doc[start - 1]):
            break
        start -= 1
    while start < end and (doc[start].lower_ in INSIDE or doc[start].pos_ in ("DET", "PRON")):
        start += 1
    return (start, end) if any(is_role(token) for token in doc[start:end]) else None


def _of_the_sentence(token: Token) -> bool:
    """ "told reporters President": a word before a title in capitals that is no part of it."""
    beside = token.nbor().text == "-" or token.nbor().lower_ == "'s"
    return token.text.islower() and token.pos_ == "NOUN" and not beside and not is_role(token)


def _ends_with_office(doc: Doc, end: int) -> bool:
    """Whether "Secretary of State" or the like ends here."""
    if doc[end - 1].pos_ not in ("NOUN", "PROPN"):
        return False
    before = doc[max(0, end - 4) : end]
    return any(
        token.lower_ in ("of", "for") and token.i > before.start and is_role(token.nbor(-1))
        for token in before
    )


def _in_title(token: Token, simple: bool) -> bool:
    """Whether a word belongs to the title that ends behind it; `simple`: that ends with a role."""
    if token.lower_ in ("of", "for", "the"):
        return not simple
    if token.lower_ == "and":
        return token.i > 0 and is_role(token.nbor(-1))
    if token.lower_ in INSIDE:
        return True
    if token.ent_type_ in ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERSON", "EVENT"):
        return is_role(token)
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and WORD.fullmatch(token.text) is not None


def _apposition(doc: Doc, name: Name) -> tuple[int, int] | None:
    """The apposition behind the name or before it: "Ann Lee, president of the union,"."""
    root = name.tokens.root
    behind = [child for child in root.children if child.dep_ == "appos" and child.i > root.i]
    if behind and is_role(behind[0]):
        return _noun_phrase(doc, behind[0], name)
    if root.dep_ == "appos" and is_role(root.head) and root.head.i < root.i:
        return _noun_phrase(doc, root.head, name)
    return None


def _said_of(doc: Doc, name: Name) -> tuple[int, int] | None:
    """ "Ann Lee is president of the union"."""
    root = name.tokens.root
    verb = root.head
    if root.dep_ != "nsubj" or verb.lower_ not in ("is", "'s"):
        return None
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    said = [child for child in verb.children if child.dep_ == "attr" and is_role(child)]
    return _noun_phrase(doc, said[0], name) if said else None


def _noun_phrase(doc: Doc, head: Token, name: Name) -> tuple[int, int] | None:
    """A noun with what comes before it and its "of ..." behind, without article and clause."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.children:
        if child.i == end and child.lower_ in ROLE_PREPOSITIONS:
            end = _end_of_preposition(child)
    while start < head.i and (doc[start].pos_ in ("DET", "PRON") or doc[start].is_punct):
        start += 1
    overlaps = start < name.tokens.end and name.tokens.start < end
    return None if overlaps or end - start > LONGEST_APPOSITION else (start, end)


def _end_of_preposition(preposition: Token) -> int:
    """Where a prepositional phrase ends, at the latest at a comma or relative clause."""
    end = preposition.i + 1
    doc = preposition.doc
    while end < preposition.right_edge.i + 1:
        token = doc[end]
        if (token.is_punct and token.text != "-") or token.is_space:
            break
        if token.dep_ in ("relcl", "acl") or token.tag_ in RELATIVE:
            break
        if token.lower_ == "including":
            break
        end += 1
    return end


def is_role(token: Token) -> bool:
    """Whether a noun says what somebody does."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    word = token.lower_
    if word in _words("roles"):
        return True
    return (
        token.pos_ != "ADJ"
        and word.endswith(tuple(_words("role_endings")))
        and len(word) > 5
        and word not in _words("no_roles")
    )


@functools.cache
def _words(section: str) -> frozenset[str]:
    return frozenset(str(word) for word in lists.load("actors")[section])
