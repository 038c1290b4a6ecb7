"""Stretches of words that could be a name; which of them are is decided later, all together."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.components.names import headline
from briefgen.components.names.barred import HYPHENS, barred_words
from briefgen.components.names.form import land, listed
from briefgen.components.names.view import POSSESSIVE, View

LONGEST = 12
LONGEST_REGION = 24
# So many joints inside a name at most: "Ministry of Trade, ... and ... of ..." has four.
CUTS = 7
LONGEST_SYLLABLE = 6
# Particles that are also English words lead a name only before a hyphen: "an-Nahar".
ENGLISH_TOO = frozenset(["an", "as", "at"])
JOINING_THE = frozenset(["of", "and", "for"])


def find(view: View, taken: set[int]) -> list[tuple[int, int]]:
    """Every candidate as a pair of token numbers, in order, shorter before longer.

    Tokens that are taken already belong to no candidate.
    """
    found = set()
    starts_of = {start for start, _, _ in view.entities}
    ends_of = {end for _, end, _ in view.entities}
    barred = taken | barred_words(view)
    for start, end, _ in view.entities:
        span = trimmed(view, start, end) if barred.isdisjoint(range(start, end)) else None
        if span:
            found.add(span)
            starts_of.add(span[0])
            ends_of.add(span[1])
    capital = capitals(view)
    for i in barred:
        capital[i] = False
    for start, end in _regions(view, capital, barred):
        found.update(_parts(view, capital, start, end, starts_of, ends_of))
    return headline.believable(view, sorted(found))


def trimmed(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The tokens without article, possessive, punctuation and white space at either end."""
    for i in range(start, end):
        if i > start and (view.words[i] == "/" or (view.space[i] and "\n" in view.words[i])):
            end = i
            break
    stripped = listed("stripped")
    while start < end and (view.space[start] or view.words[start] in stripped):
        start += 1
    while start < end and (
        view.space[end - 1]
        or view.words[end - 1] in stripped
        or view.words[end - 1] in POSSESSIVE
        or (end - start > 2 and "weekdays" in view.classes[end - 1])
    ):
        end -= 1
    if start >= end or _is_open(view.words[start:end]):
        return None
    if not any(char.isupper() for i in range(start, end) for char in view.words[i]):
        return None
    return start, end


def _is_open(words: list[str]) -> bool:
    """Whether a bracket or quotation mark among the words lacks its other half."""
    return words.count("(") > words.count(")") or words.count('"') % 2 == 1


def capitals(view: View) -> list[bool]:
    """Which tokens are written like (a part of) a name."""
    inside = [False] * len(view)
    for start, end, _ in view.entities:
        inside[start:end] = [True] * (end - start)
    return [_is_capital(view, i, inside[i]) for i in range(len(view))]


def _is_capital(view: View, i: int, entity: bool) -> bool:
    word = view.words[i]
    if not word[0].isupper() and not (word[0].islower() and any(c.isupper() for c in word[1:])):
        return False
    lower = view.lower[i]
    if "weekdays" in view.classes[i]:
        return entity and not view.dated[i] and not _behind_a_name(view, i)
    if "months" in view.classes[i]:
        return (entity and not view.dated[i]) or _is_surname(view, i)
    if lower in ("the", "i", "a", "an"):
        return False
    acronym = word.isupper() and len(word) > 1
    return entity or acronym or view.tags[i] not in listed("function_tags")


def _behind_a_name(view: View, i: int) -> bool:
    """A day after two capitalised words is when, no name: "Mayor Ann Miller Tuesday"."""
    return (
        i > 1 and not view.first[i - 1] and all(view.words[j][0].isupper() for j in (i - 2, i - 1))
    )


def _is_surname(view: View, i: int) -> bool:
    """A month's name right after a name, with no day or year: "Theresa May"."""
    if not i or view.first[i] or (i + 1 < len(view) and view.words[i + 1].isdigit()):
        return False
    return view.words[i - 1][0].isupper() and view.tags[i - 1] == "NNP" and view.spaced(i - 1)


def _regions(view: View, capital: list[bool], barred: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, joined by the small words that may stand inside a name."""
    i, size = 0, len(view)
    while i < size:
        if not (capital[i] or _leading(view, capital, i)):
            i += 1
            continue
        start = i
        i += 1
        while i < size:
            step = 1 if capital[i] else _joint(view, capital, i)
            if not step or i in barred or i - start > LONGEST_REGION:
                break
            i += step
        while i > start and not _ends_name(view, capital, i - 1):
            i -= 1
        if i > start:
            yield start, i
        else:
            i = start + 1


def _ends_name(view: View, capital: list[bool], i: int) -> bool:
    return (
        capital[i]
        or view.words[i].isdigit()
        or (view.words[i - 1] in HYPHENS and _syllable(view, i - 1))
    )


def _leading(view: View, capital: list[bool], i: int) -> bool:
    """A particle in lower case that begins a name: "al-Shabaab", "de Gaulle"."""
    if i >= len(view) or "leading_particles" not in view.classes[i]:
        return False
    if not view.words[i].islower():
        return False
    hyphened = i + 1 < len(view) and view.words[i + 1] in HYPHENS
    if view.lower[i] in ENGLISH_TOO and not hyphened:
        return False
    after = i + 2 if hyphened else i + 1
    return after < len(view) and capital[after]


def _joint(view: View, capital: list[bool], i: int) -> int:
    """How many tokens from i on join the capital before to one after; 0 if they do not."""
    word, size = view.words[i], len(view)

    def next_capital(at: int) -> bool:
        return at < size and capital[at]

    if word in HYPHENS or word == "&" or word in POSSESSIVE:
        if word in HYPHENS and i + 1 < size and view.words[i + 1].isdigit():
            return 2
        if word in HYPHENS and i + 1 < size and _syllable(view, i):
            return 2
        return 1 if next_capital(i + 1) or _leading(view, capital, i + 1) * (word in HYPHENS) else 0
    if word.isdigit() and view.words[i + 1 : i + 2] and view.words[i + 1] in HYPHENS:
        return 0  # a result: "Sweden 1 - 0"
    if word.isdigit() and not view.dated[i]:
        return 1 if len(word) < 4 else 0
    classes = view.classes[i]
    if "connectors" in classes:
        if next_capital(i + 1):
            return 1
        if view.words[i + 1 : i + 2] == ["the"] and next_capital(i + 2) and word in JOINING_THE:
            return 2
        return 0
    if "particles" in classes and word.islower():
        if next_capital(i + 1):
            return 1
        hyphened = i + 1 < size and view.words[i + 1] in HYPHENS and next_capital(i + 2)
        nested = i + 1 < size and "particles" in view.classes[i + 1] and next_capital(i + 2)
        return 2 if hyphened or nested else 0
    return 0


def _syllable(view: View, hyphen: int) -> bool:
    """Whether a small word after a hyphen may belong to a name: "Jong-un", "Ta-ul-Haq"."""
    after = hyphen + 1
    word = view.words[after]
    return (
        word.islower()
        and word.isalpha()
        and len(word) <= LONGEST_SYLLABLE
        and view.spaced(hyphen - 1) == view.spaced(hyphen)
        and "hyphen_tails" not in view.classes[after]
    )


def _parts(
    view: View,
    capital: list[bool],
    start: int,
    end: int,
    entity_starts: set[int],
    entity_ends: set[int],
) -> Iterator[tuple[int, int]]:
    """All stretches of a region between places where a name may begin or end."""
    begins, stops = [start], []
    for i in range(start + 1, end):
        before = view.words[i - 1]
        if not (capital[i] or _leading(view, capital, i)):
            if capital[i - 1]:
                stops.append(i)
            continue
        classes = view.classes[i - 1]
        cut = (
            not capital[i - 1]
            or "titles" in classes
            or "title_parts" in classes
            or view.first[i - 1]
            or (capital[i - 1] and land(before))
            or i in entity_starts
        )
        if cut:
            begins.append(i)
        if capital[i - 1] and (i in entity_ends or land(before) or "titles" in view.classes[i]):
            stops.append(i)
    stops.append(end)
    for begin in begins:
        joints = 0
        for stop in stops:
            if stop <= begin:
                continue
            joints += 1
            if joints > CUTS or stop - begin > LONGEST:
                break
            yield begin, stop
