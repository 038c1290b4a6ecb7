"""What a candidate hears of its kin in the same text.

Its kin are its namesakes, the longer names that it begins, ends or stands in, the last word that
stands alone elsewhere, and the name that it abbreviates.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from briefgen.components.names.context import initials
from briefgen.components.names.form import Signs, listed
from briefgen.components.names.view import View

Key = tuple[str, ...]
"""The words of a candidate in lower case: namesakes have the same."""
Kinds = dict[str, float]
"""Kind -> how often it is seen as one, 0 to 1."""

LONGEST_KIN = 6
FEW = 4
SEEN = "spaCy: this is "
TITLED = ("after a title", "before an age", "before a role")


def add(view: View, candidates: list[tuple[int, int]], found: list[Signs]) -> None:
    """Add the signs that lie in the rest of the text."""
    keys: list[Key] = [tuple(view.lower[start:end]) for start, end in candidates]
    count = Counter(keys)
    shares = _shares(keys, found, count)
    kinds = {key: _kinds(pool) for key, pool in shares.items()}
    ends, begins = _longer(kinds)
    inner = _inner(count)
    acronyms = _acronyms(view, candidates, keys, found)
    for key, signs in zip(keys, found, strict=True):
        number = count[key]
        signs.update({"text: " + sign: share for sign, share in shares[key].items()})
        often = "once" if number == 1 else "2-3 times" if number < FEW else "often"
        signs["text: " + often] = 1
        if len(key) > 1:
            _hear(signs, "its last word is", kinds.get(key[-1:]))
        else:
            _hear(signs, "last of", ends.get(key[0]))
            _hear(signs, "first of", begins.get(key[0]))
            _hear(signs, "short for", kinds.get(acronyms.get(key[0], ())))
        if key in inner:
            signs["text: part of a longer name"] = min(1.0, inner[key] / number)


def _hear(signs: Signs, how: str, kinds: Kinds | None) -> None:
    for kind, share in (kinds or {}).items():
        signs[f"text: {how} {kind}"] = share


def _shares(keys: list[Key], found: list[Signs], count: Counter[Key]) -> dict[Key, Signs]:
    """For each key, the share of its occurrences that has each of the shared signs."""
    times: dict[Key, Counter[str]] = {key: Counter() for key in count}
    shared = listed("shared")
    for key, signs in zip(keys, found, strict=True):
        times[key].update(sign for sign in signs if sign in shared or sign.startswith(SEEN))
    return {
        key: {sign: number / count[key] for sign, number in counted.items()}
        for key, counted in times.items()
    }


def _kinds(shares: Signs) -> Kinds:
    """What the occurrences of a key are taken for."""
    found = {
        sign.removeprefix(SEEN): share for sign, share in shares.items() if sign.startswith(SEEN)
    }
    if any(sign in shares for sign in TITLED):
        found["titled"] = 1.0
    found["any"] = 1.0
    return found


def _longer(kinds: dict[Key, Kinds]) -> tuple[dict[str, Kinds], dict[str, Kinds]]:
    """For single words, what the longer names are that they end, and that they begin."""
    ends: dict[str, Kinds] = {}
    begins: dict[str, Kinds] = {}
    for key, mine in kinds.items():
        if 1 < len(key) <= LONGEST_KIN:
            for word, known in ((key[-1], ends), (key[0], begins)):
                best = known.setdefault(word, {})
                for kind, share in mine.items():
                    best[kind] = max(share, best.get(kind, 0.0))
    return ends, begins


def _inner(count: Counter[Key]) -> dict[Key, int]:
    """How often each key stands inside longer ones."""
    found: dict[Key, int] = defaultdict(int)
    for key, number in count.items():
        if 1 < len(key) <= LONGEST_KIN:
            for start in range(len(key)):
                for end in range(start + 1, len(key) + 1):
                    part = key[start:end]
                    if end - start < len(key) and part in count:
                        found[part] += number
    return found


def _acronyms(
    view: View, candidates: list[tuple[int, int]], keys: list[Key], found: list[Signs]
) -> dict[str, Key]:
    """Acronym -> the key of the long name that it abbreviates."""
    longs: dict[str, Key] = {}
    for (start, end), key, signs in zip(candidates, keys, found, strict=True):
        if end - start == 1:
            continue
        letters = initials(view, start, end).lower()
        if len(letters) > 1:
            longs.setdefault(letters, key)
        if "has acronym" in signs:
            longs[view.lower[end + 1]] = key
    return longs
