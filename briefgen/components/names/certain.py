"""Names whose form alone decides: articles of law, weapons, ships, seats of power.

They are taken before anything is weighed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from briefgen.components.names import credits, dateline, ships
from briefgen.components.names.form import land
from briefgen.components.names.view import POSSESSIVE, View
from briefgen.lists import load

Certain = tuple[int, int, str, str]
"""First token, one past the last token, label, rule."""

NUMBER = re.compile(r"\d+(?:\.\d+)*[A-Z]?")
DESIGNATOR = re.compile(r"([A-Z][A-Za-z]{0,9})-\d{1,3}[A-Z]{0,2}s?")
LETTERS_ALONE = 3
LONGEST_TITLE = 16
SUBJECTS = (["of"], ["on"], ["for"], ["between"], ["against"])
TITLE_SMALL_WORDS = frozenset(["of", "on", "for", "and", "the", "in", "to", "with", "against", "-"])
MIXED_PREFIXES = frozenset(
    ["Su", "MiG", "Mig", "Tu", "Yak", "Il", "Ka", "Mi", "Kh", "Be", "An", "Tor"]
)
REACH = 3
FINITE = frozenset(["VBZ", "VBD", "MD"])


def find(view: View) -> list[Certain]:
    """All of them, in order and without overlap."""
    found: list[Certain] = []
    at = 0
    for one in sorted(_all(view)):
        if one[0] >= at:
            found.append(one)
            at = one[1]
    return found


def _all(view: View) -> Iterator[Certain]:
    named = _platforms(view)
    for i, word in enumerate(view.words):
        if view.lower[i] in _fixed_names():
            yield from _fixed(view, i)
        if not word[0].isupper():
            continue
        yield from _law(view, i)
        yield from _settlement(view, i)
        yield from _party(view, i)
        yield from _treaty(view, i)
        yield from _ship(view, i)
        yield from _force(view, i)
        yield from _of_office(view, i)
        yield from _aged(view, i)
        yield from _firm(view, i)
        yield from _islamic_state(view, i)
        yield from _weapon(view, i, named)
    yield from _koreas(view)
    yield from dateline.find(view)
    yield from credits.find(view)
    yield from ships.find(view)


@functools.cache
def _fixed_names() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """(words, label, spelling) of each name by its first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for label, names in load("names")["fixed"].items():
        for name in names:
            words = tuple(re.findall(r"[^\s-]+|-", name.lower()))
            found.setdefault(words[0], []).append((words, label, name))
    return {first: sorted(names, reverse=True) for first, names in found.items()}


def _fixed(view: View, i: int) -> Iterator[Certain]:
    for words, label, name in _fixed_names().get(view.lower[i], ()):
        end = i + len(words)
        if tuple(view.lower[i:end]) != words or _goes_on(view, i, end):
            continue
        written = "".join(view.words[i:end])
        if written.isupper() if name.isupper() else written != written.lower():
            yield i, end, label, "a name of fixed meaning"
            return


def _goes_on(view: View, start: int, end: int) -> bool:
    """Whether a longer name holds the words: "White House Correspondents' Association"."""
    before = view.words[start - 1] if start and not view.first[start] else ""
    after = view.words[end] if end < len(view) else ""
    if before == "-" and not view.spaced(start - 1):  # "al-Houthi"
        return True
    longer = after[:1].isupper() and view.tags[end] in ("NNP", "NNPS")
    titled = end < len(view) and not view.classes[end].isdisjoint(("titles", "title_parts"))
    return (longer and not titled) or (before[:1].isupper() and view.tags[start - 1] == "NNP")


def _law(view: View, i: int) -> Iterator[Certain]:
    """A law's numbered part: "Article 9", "Resolution 1718"."""
    if "law_numbered" not in view.classes[i] or i + 1 >= len(view):
        return
    if NUMBER.fullmatch(view.words[i + 1]):
        yield i, i + 2, "LAW", f"number after {view.words[i]}"


def _settlement(view: View, i: int) -> Iterator[Certain]:
    """One word or two behind "the town of"."""
    if i < 2 or view.lower[i - 1] != "of" or "settlements" not in view.classes[i - 2]:
        return
    end = i + 1
    if end < len(view) and view.words[end][0].isupper() and view.tags[end] == "NNP":
        end += 1
    ends = end >= len(view) or not (view.words[end][0].isupper() or view.words[end] == "-")
    if ends and view.words[i - 2].islower() and view.tags[i] in ("NNP", "NN", "JJ"):
        yield i, end, "GPE", f"behind {view.words[i - 2]} of"


def _party(view: View, i: int) -> Iterator[Certain]:
    """The word "Labour" where a party acts or owns."""
    if view.words[i] != "Labour" or i + 1 >= len(view) or (i and view.words[i - 1][0].isupper()):
        return
    if view.words[i + 1] in POSSESSIVE or view.tags[i + 1] in FINITE:
        yield i, i + 1, "ORG", "the party acts or owns"


def _treaty(view: View, i: int) -> Iterator[Certain]:
    """A treaty with its subject: "Treaty of Mutual Cooperation and Security"."""
    if "law_openers" not in view.classes[i] or view.lower[i + 1 : i + 2] not in SUBJECTS:
        return
    end = at = i + 2
    while at < min(len(view), i + LONGEST_TITLE):
        word = view.words[at]
        if word[0].isupper():
            end = at + 1
        elif view.lower[at] not in TITLE_SMALL_WORDS:
            break
        at += 1
    if end > i + 2:
        yield i, end, "LAW", f"{view.words[i]} with its subject"


def _ship(view: View, i: int) -> Iterator[Certain]:
    """A prefix in capitals and the ship's name: "USS Ronald Reagan"."""
    if "ship_prefixes" not in view.classes[i] or not view.words[i].isupper():
        return
    end = i + 1
    while end < len(view) and end - i <= REACH and view.words[end][0].isupper():
        if view.tags[end] not in ("NNP", "NNPS", "NN", "NNS", "JJ"):
            break
        end += 1
    if end > i + 1:
        yield i, end, "PRODUCT", f"ship after {view.words[i]}"


def _force(view: View, i: int) -> Iterator[Certain]:
    """One country's forces in another: "US Forces Japan"."""
    if "commands" not in view.classes[i] or not 0 < i < len(view) - 1:
        return
    if land(view.words[i - 1]) == "country" == land(view.words[i + 1]):
        yield i - 1, i + 2, "ORG", "one country's forces in another"


def _of_office(view: View, i: int) -> Iterator[Certain]:
    """The country before an office and its holder: "US Defense Secretary Ada Ito"."""
    if land(view.words[i]) != "country" or (i and view.words[i - 1][0].isupper()):
        return
    end = i + 1
    while end < len(view) and not view.classes[end].isdisjoint(("titles", "title_parts")):
        if not view.words[end][0].isupper():
            return
        end += 1
    titled = end > i + 1 and "titles" in view.classes[end - 1]
    if titled and end < len(view) and view.words[end][0].isupper():
        yield i, i + 1, "GPE", "a country before an office and its holder"


def _capitals_end(view: View, i: int, tags: tuple[str, ...]) -> int:
    """Where the capitalised words with one of the tags end that begin here."""
    while i < len(view) and view.words[i][0].isupper() and view.tags[i] in tags:
        i += 1
    return i


def _aged(view: View, i: int) -> Iterator[Certain]:
    """Two or three words behind an age: "39-year-old Ada Maria Ito"."""
    if view.lower[max(i - 5, 0) : i][-4:] != ["-", "year", "-", "old"] or land(view.words[i]):
        return
    end = _capitals_end(view, i, ("NNP", "NNPS"))
    named = not any(land(word) for word in view.words[i:end])
    plain = all(view.classes[j].isdisjoint(("titles", "title_parts")) for j in range(i, end))
    if 1 < end - i <= REACH and named and plain:
        yield i, end, "PERSON", "behind an age"


def _firm(view: View, i: int) -> Iterator[Certain]:
    """One to three words behind what they are: "the law firm Perkins Coie"."""
    if not i or "firms" not in view.classes[i - 1] or not view.words[i - 1].islower():
        return
    end = _capitals_end(view, i, ("NNP",))
    named = not any(land(word) for word in view.words[i:end])
    if 0 < end - i <= REACH and named and not any(view.dated[i:end]):
        yield i, end, "ORG", f"behind {view.words[i - 1]}"


def _islamic_state(view: View, i: int) -> Iterator[Certain]:
    """ "IS" where the text has the name in full, or "IS fighters"."""
    if view.words[i] != "IS" or i + 1 >= len(view) or view.words[i + 1].isupper():
        return
    group = "members" in view.classes[i + 1]
    if group or ("State" in view.words and "Islamic" in view.words):
        yield i, i + 1, "ORG", "short for Islamic State"


def _weapon(view: View, i: int, named: frozenset[str]) -> Iterator[Certain]:
    """A platform or weapon: "F-35", "Hwasong-18 missile", "Tomahawk"."""
    if view.lower[i] in named:
        yield i, i + 1, "PRODUCT", f"the platform {view.words[i]}"
        return
    match = DESIGNATOR.fullmatch(view.words[i])
    if match is None or match[1].lower() in load("names")["no_designators"]:
        return
    plain = match[1].isupper() and len(match[1]) <= LETTERS_ALONE
    if plain or match[1] in MIXED_PREFIXES or _weapon_near(view, i):
        yield i, i + 1, "PRODUCT", "letters and number of a model"


def _platforms(view: View) -> frozenset[str]:
    """Those names of platforms that the text uses as such: in capitals, or beside a weapon."""
    return frozenset(
        view.lower[i]
        for i, classes in enumerate(view.classes)
        if "platforms" in classes and (view.words[i].isupper() or _weapon_near(view, i))
    )


def _weapon_near(view: View, i: int) -> bool:
    near = range(max(i - REACH, 0), min(i + REACH + 1, len(view)))
    return any("weapons" in view.classes[j] for j in near)


def _koreas(view: View) -> Iterator[Certain]:
    """In a text on Korea, "the North" and "the South" are its states."""
    if "korea" not in view.lower:
        return
    for i, word in enumerate(view.words):
        if word not in ("North", "South") or i + 1 >= len(view):
            continue
        after = view.words[i + 1]
        paired = after in ("and", "or") and view.lower[i + 2 : i + 4] in (
            ["south", "korea"],
            ["north", "korea"],
        )
        alone = i > 0 and view.lower[i - 1] == "the" and not after[0].isupper()
        if paired or (alone and after not in ("of", "-", "and")):
            yield i, i + 1, "GPE", f"the {word} in a text on Korea"
