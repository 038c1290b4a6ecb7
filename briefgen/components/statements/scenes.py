"""Where an event happens."""

from __future__ import annotations

from briefgen.components.statements.events import lexicon
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import MAX_NESTING, is_place

# Relations over which an event shares the place of what governs it.
SAME_SCENE = frozenset({"advcl", "conj", "xcomp", "dobj", "pobj"})
# What is a country's there and stands elsewhere.
ABROAD = frozenset({"embassy", "consulate"})


def place(p: Parse, event: int, nouns: tuple[int | None, ...]) -> int | None:
    """Where: behind "in" and the like, on the event, its slots or the clause it belongs to."""
    current = event
    for _ in range(MAX_NESTING):
        found = _located(p, current)
        if found is not None:
            return found
        if p.dep[current] not in SAME_SCENE:
            break
        current = p.head[current]
        if p.pos[current] == "ADP":
            current = p.head[current]
    for noun in nouns:
        found = _located(p, noun) if noun is not None else None
        if found is not None:
            return found
    return None


def is_idiom(p: Parse, noun: int) -> bool:
    """ "in place", "at home", "on site": no place without a word before it."""
    return p.pos[noun] == "NOUN" and not p.kids[noun] and p.head[noun] == noun - 1


def _located(p: Parse, head: int) -> int | None:
    """The place behind one of the token's prepositions; "the city of B" is B."""
    for prep, noun in p.preps(head):
        if prep not in lexicon().place_prepositions or is_idiom(p, noun):
            continue
        inner = next((deep for of, deep in p.preps(noun) if of == "of" and is_place(p, deep)), None)
        if inner is not None and p.noun(noun) in lexicon().places - ABROAD:
            return inner
        if is_place(p, noun) or (p.noun(noun) in lexicon().places and not p.label[noun]):
            return noun
    return None
