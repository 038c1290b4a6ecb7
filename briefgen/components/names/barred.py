"""Words and marks in capitals that stand between names and belong to none."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from briefgen.components import places
from briefgen.components.names.form import land
from briefgen.components.names.view import POSSESSIVE, View
from briefgen.lists import load

HYPHENS = frozenset(["-", "‑", "–"])
PARTY_AND_STATE = re.compile(r"[DRI]-(?:[A-Z]|$)")
PARTIES = frozenset(["D", "R", "I"])
INSIDE_A_BODY = frozenset(["of", "for", "and", "&", "-"])


def barred_words(view: View) -> set[int]:
    """The tokens that no name may hold."""
    return {
        *pair_hyphens(view),
        *_owners(view),
        *_parties(view),
        *_captions(view),
        *_portfolios(view),
        *_phrases(view),
        *_credits(view),
        *_ranks(view),
        *_openers(view),
    }


def pair_hyphens(view: View) -> set[int]:
    """Hyphens between two names: "US-Japan", or two that stand alone elsewhere."""
    hyphens = [i for i in range(1, len(view) - 1) if view.words[i] in HYPHENS]
    if not hyphens:
        return set()
    beside = {i + step for i in hyphens for step in (-1, 1)}
    alone = {
        view.words[i]
        for i in range(len(view))
        if i not in beside and view.tags[i] == "NNP" and view.words[i][0].isupper()
    }

    def is_name(i: int) -> bool:
        word = view.words[i]
        return word[0].isupper() and (
            word in alone
            or places.country_of(word) is not None
            or places.country_of_capital(word) is not None
        )

    return {
        i
        for i in hyphens
        if is_name(i - 1)
        and is_name(i + 1)
        and "particles" not in view.classes[i - 1]
        and not places.country_of(f"{view.words[i - 1]}-{view.words[i + 1]}")
    }


def _owners(view: View) -> Iterator[int]:
    """The possessive of a country or capital: "Peru's Congress" is two names."""
    for i in range(1, len(view)):
        if view.words[i] in POSSESSIVE and len(view.words[i]) > 1:
            owner = view.words[i - 1]
            known = land(owner) or places.country_of_capital(owner)
            if known or "regions" in view.classes[i - 1]:
                yield i


def _parties(view: View) -> set[int]:
    """A politician's party before the state: "(D-Ohio)"."""
    found = {i for i, word in enumerate(view.words) if PARTY_AND_STATE.match(word)}
    for i in range(1, len(view) - 1):
        if view.words[i] in PARTIES and view.words[i + 1] == "-" and view.words[i - 1] in "(,":
            found |= {i, i + 1}
    return found


def _captions(view: View) -> Iterator[int]:
    """A word that announces something: "Image: Ann Miller", "Correction: ...", "Mach 5"."""
    for i in range(len(view) - 1):
        after = view.words[i + 1]
        if ("announcers" in view.classes[i] and after in (":", "/")) or (
            "measures" in view.classes[i] and after[0].isdigit()
        ):
            yield i


def _portfolios(view: View) -> Iterator[int]:
    """An office's field before the office: "Defense" in "Philippine Defense chief"."""
    for i in range(len(view) - 1):
        if "portfolios" not in view.classes[i] or not view.words[i][0].isupper():
            continue
        before = view.words[i - 1] if i and not view.first[i] else ""
        alone = not before[:1].isupper() or land(before) or "portfolios" in view.classes[i - 1]
        after = view.classes[i + 1]
        office = "titles" in after or "roles" in after or "officers" in after
        if alone and before not in INSIDE_A_BODY and office:
            yield i


def _phrases(view: View) -> Iterator[int]:
    """A phrase in capitals that names nobody: "Breaking News", "Getty Images"."""
    for i, word in enumerate(view.lower):
        for phrase in _phrases_by_word().get(word, ()):
            end = i + len(phrase)
            if view.words[i][0].isupper() and tuple(view.lower[i:end]) == phrase:
                yield from range(i, end)


@functools.cache
def _phrases_by_word() -> dict[str, list[tuple[str, ...]]]:
    """The phrases of `data/names.yml` as tokens, by their first one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("names")["phrases"]:
        words = tuple(re.findall(r"'s|\w+|[()]", phrase))
        found.setdefault(words[0], []).append(words)
    return found


def _credits(view: View) -> Iterator[int]:
    """An agency in capitals that runs into a name: "REUTERS Ann Miller leaves"."""
    for i in range(len(view) - 1):
        credit = "credits" in view.classes[i] and view.words[i].isupper() and view.spaced(i)
        if credit and view.words[i + 1][0].isupper():
            yield i


def _ranks(view: View) -> Iterator[int]:
    """A rank in short before a name: "Staff Sgt." in "Army Staff Sgt. Ann Miller"."""
    for i in range(len(view) - 2):
        after = i + 1 + (view.words[i + 1] == ".")
        if "short_ranks" in view.classes[i] and view.words[after][0].isupper():
            yield i
            if i and "rank_parts" in view.classes[i - 1]:
                yield i - 1


def _openers(view: View) -> Iterator[int]:
    """A preposition that opens a sentence: "Outside" in "Outside Oslo's town hall"."""
    for i in range(len(view)):
        if view.first[i] and view.tags[i] == "IN" and view.words[i][1:].islower():
            yield i
