"""What speaks for and against each candidate being a name of some kind: named signs with a strength.

Signs of one occurrence come first; then every candidate hears what speaks for its namesakes in
the same text, for the longer name it is a part of, and for the name it abbreviates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefgen.components import places
from briefgen.components.names.view import POSSESSIVE, View

Signs = dict[str, float]

# Signs of a single occurrence that its namesakes in the same text share.
SHARED = frozenset(
    [
        "after a title",
        "after a title of an office",
        "after a role",
        "before a role",
        "beside a verb of saying",
        "before who",
        "before an age",
        "after in",
        "after at",
        "after from",
        "after the",
        "after near",
        "possessive",
        "before a small word for a body",
        "has acronym",
        "is acronym",
    ]
)
PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "from",
        "of",
        "to",
        "by",
        "with",
        "for",
        "near",
        "between",
        "against",
        "on",
        "into",
        "across",
        "around",
        "as",
        "over",
        "through",
        "than",
        "like",
        "about",
        "under",
        "among",
        "via",
    ]
)
TAG_GROUPS = {
    "NNP": "NNP",
    "NNPS": "NNPS",
    "NN": "NN",
    "NNS": "NNS",
    "JJ": "JJ",
    "CD": "CD",
    "VBD": "verb",
    "VBZ": "verb",
    "VBP": "verb",
    "VB": "verb",
    "VBN": "participle",
    "VBG": "participle",
    "MD": "verb",
    "IN": "IN",
    "TO": "TO",
    "DT": "DT",
    "CC": "CC",
    "PRP": "PRP",
    "PRP$": "PRP",
    "RB": "RB",
    "POS": "POS",
    ",": "comma",
    ".": "stop",
    ":": "dash",
    "``": "quote",
    "''": "quote",
    "-LRB-": "bracket",
    "-RRB-": "bracket",
    "HYPH": "hyphen",
    "WP": "wh",
    "WDT": "wh",
    "WRB": "wh",
    "FW": "FW",
    "UH": "UH",
}
HEADS = frozenset(
    [
        "organization_heads",
        "place_heads",
        "facility_heads",
        "event_heads",
        "law_heads",
        "work_heads",
        "weapons",
        "titles",
        "roles",
        "groups",
        "months",
        "weekdays",
        "no_names",
        "title_parts",
        "directions",
        "particles",
        "regions",
    ]
)
BODIES = frozenset(
    [
        "party",
        "government",
        "court",
        "police",
        "parliament",
        "university",
        "ministry",
        "company",
        "group",
        "bank",
        "newspaper",
        "agency",
        "army",
        "club",
        "team",
        "union",
        "council",
        "forces",
        "movement",
        "coalition",
        "committee",
        "lawmakers",
        "officials",
        "militants",
        "fighters",
        "shares",
        "members",
    ]
)
LONGEST_OFFICE = 7
LISTING = frozenset([",", "and", "or", "/"])
DIGITS = re.compile(r"\d")


def gather(view: View, candidates: list[tuple[int, int]]) -> list[Signs]:
    """The signs of each candidate, in the same order."""
    by_start: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    owner: dict[int, tuple[int, int, str]] = {}
    for entity in view.entities:
        for i in range(entity[0], entity[1]):
            owner[i] = entity
    first_sign: dict[tuple[str, ...], Signs] = {}
    found = []
    keys = []
    for start, end in candidates:
        key = tuple(view.lower[start:end])
        keys.append(key)
        inherent = first_sign.get(key)
        if inherent is None:
            inherent = first_sign[key] = _inherent(view, start, end)
        signs = dict(inherent)
        _shape(view, start, end, signs)
        _left(view, start, signs)
        _right(view, start, end, signs)
        _model(view, start, end, owner, signs)
        _list(view, start, end, owner, signs)
        found.append(signs)
    _share(view, candidates, keys, found)
    return found


def _inherent(view: View, start: int, end: int) -> Signs:
    """What the words say by themselves, wherever they stand."""
    signs: Signs = {}
    size = end - start
    signs[f"{size if size < 6 else '6+'} words"] = 1
    words = view.words[start:end]
    text = view.text[view.starts[start] : view.ends[end - 1]]
    name = " ".join(text.split())
    last, first = view.classes[end - 1], view.classes[start]
    for sort in HEADS & last:
        signs[f"ends in {sort}" if size > 1 else f"is one of {sort}"] = 1
    if size > 1:
        for sort in HEADS & first:
            signs[f"begins with {sort}"] = 1
        for i in range(start + 1, end - 1):
            for sort in view.classes[i] & HEADS:
                signs[f"holds {sort}"] = 1
        small = view.lower[start + 1 : end - 1]
        for word in ("of", "and", "for", "&", "the", "-"):
            if word in small:
                signs[f"holds {word}"] = 1
        if "of" in small and "organization_heads" in view.classes[start + small.index("of")]:
            signs["body of"] = 1
        if "and" in small and not any(
            "organization_heads" in view.classes[i] for i in range(start, end)
        ):
            signs["and without a body"] = 1
        if any(word in POSSESSIVE for word in words):
            signs["holds possessive"] = 1
        if any(
            len(word.rstrip(".")) == 1 and word[0].isalpha() and word[0].isupper() for word in words
        ):
            signs["holds an initial"] = 1
        if _land(view.words[start]):
            signs["begins with " + _land(view.words[start])] = 1
        if _land(view.words[end - 1]):
            signs["ends in " + _land(view.words[end - 1])] = 1
    for sign in _gazetteer(name):
        signs[sign] = 1
    word = words[-1]
    if size == 1:
        if word.isupper() and len(word) > 1:
            signs["capitals only" if len(word) < 6 else "long capitals"] = 1
        elif any(char.isupper() for char in word[1:]):
            signs["capital inside"] = 1
        if view.lowercase[view.lower[start]] and not (word.isupper() and len(word) > 1):
            signs["written small elsewhere"] = 1
        if len(word) < 3:
            signs["very short"] = 1
        tail = word[-4:].lower()
        for ending in ENDINGS:
            if tail.endswith(ending):
                signs["ending -" + ending] = 1
    elif all(word.isupper() for word in words if word[0].isalpha()):
        signs["several in capitals"] = 1
    if DIGITS.search(text):
        signs["digit inside"] = 1
    if not any(view.tags[i] in ("NNP", "NNPS") for i in range(start, end)):
        signs["no proper noun"] = 1
    return signs


ENDINGS = (
    "ez",
    "ov",
    "ova",
    "ski",
    "sky",
    "stan",
    "land",
    "ville",
    "burg",
    "pur",
    "abad",
    "grad",
    "ton",
    "ia",
    "shvili",
    "ian",
    "ese",
    "ish",
    "ans",
    "ists",
    "ism",
    "ics",
    "gate",
    "corp",
    "soft",
    "tech",
    "bank",
    "net",
    "oğlu",
    "son",
    "escu",
    "enko",
)


def _land(word: str) -> str:
    if places.country_of_demonym(word):
        return "demonym"
    return "country" if places.country_of(word) else ""


def _gazetteer(name: str) -> Iterator[str]:
    """What the kept libraries know by this name."""
    if places.country_of(name):
        yield "is a country"
    if places.country_of_demonym(name):
        yield "is a people of a country"
    if places.country_of_capital(name):
        yield "is a capital"
    if places.region_countries(name):
        yield "is a region"
    cities = places.city_countries(name)
    if cities:
        people = cities[0][1]
        yield (
            "is a big city" if people > 500_000 else "is a city" if people > 60_000 else "is a town"
        )


def _shape(view: View, start: int, end: int, signs: Signs) -> None:
    signs["tag " + TAG_GROUPS.get(view.tags[end - 1], "other")] = 1
    signs["first tag " + TAG_GROUPS.get(view.tags[start], "other")] = 1
    signs["role " + view.deps[end - 1]] = 1
    if view.words[start][0].islower():
        signs["begins small"] = 1
    if view.words[end - 1][0].islower():
        signs["ends small"] = 1
    if view.first[start]:
        signs["begins the sentence"] = 1
        if view.tags[start] not in ("NNP", "NNPS"):
            signs["begins the sentence, no proper noun"] = 1
    head = view.heads[end - 1]
    if view.deps[end - 1] in ("nsubj", "nsubjpass") and "say" in view.classes[head]:
        signs["beside a verb of saying"] = 1


def _left(view: View, start: int, signs: Signs) -> None:
    """The words before."""
    i = start - 1
    if i < 0 or (view.space[i] and "\n" in view.words[i]):
        signs["begins the line"] = 1
        return
    word, lower, classes = view.words[i], view.lower[i], view.classes[i]
    if view.space[i]:
        return
    if word[0].isupper() and view.tags[i] in ("NNP", "NNPS", "NN") and not view.first[start]:
        signs["after " + _capital_kind(view, i)] = 1
    if "titles" in classes and (word[0].isupper() or lower in ("mr", "mrs", "dr", "ms")):
        signs["after a title"] = 1
    elif word[0].isupper() and _ends_a_title(view, i):
        signs["after a title of an office"] = 1
    if "roles" in classes and word[0].islower():
        signs["after a role"] = 1
    if "say" in classes:
        signs["beside a verb of saying"] = 1
    if "directions" in classes:
        signs["after a direction"] = 1
    if lower in PREPOSITIONS:
        signs["after " + lower] = 1
    elif lower in ("the", "a", "an", "and", "or"):
        signs["after " + lower] = 1
        before = view.lower[i - 1] if i else ""
        if lower == "the" and before in ("in", "at", "of", "by", "to", "on"):
            signs[f"after {before} the"] = 1
    elif lower == ",":
        _left_of_comma(view, i, signs)
    elif word in POSSESSIVE:
        signs["after a possessive"] = 1
    elif lower == "(":
        signs["in brackets"] = 1
    elif _land(word):
        signs["after a " + _land(word)] = 1
    signs["left " + TAG_GROUPS.get(view.tags[i], "other")] = 1


def _capital_kind(view: View, i: int) -> str:
    """What kind of capitalised word the neighbour is: cut there, or cut in two?"""
    classes = view.classes[i]
    for sort in ("titles", "title_parts", "organization_heads", "months", "weekdays"):
        if sort in classes:
            return "a capital of " + sort
    land = _land(view.words[i])
    return f"a capital, a {land}" if land else "a capital"


def _ends_a_title(view: View, i: int) -> bool:
    """Whether the capitals up to word i are an office: "Secretary of State", "Minister for Health"."""
    capitals = 0
    for j in range(i, max(i - LONGEST_OFFICE, -1), -1):
        if view.lower[j] in ("of", "for"):
            before = j - 1
            return bool(capitals) and before >= 0 and "titles" in view.classes[before] and (
                view.words[before][0].isupper()
            )
        if view.words[j][0].isupper():
            capitals += 1
        elif view.lower[j] not in ("the", "and", "&"):
            return False
    return False


def _left_of_comma(view: View, comma: int, signs: Signs) -> None:
    signs["after a comma"] = 1
    i = comma - 1
    if i < 0:
        return
    if "roles" in view.classes[i]:
        signs["after a role"] = 1
    if view.words[i][0].isupper() and next(_gazetteer(view.words[i]), None):
        signs["after a place and a comma"] = 1


def _right(view: View, start: int, end: int, signs: Signs) -> None:
    """The words after."""
    if end >= len(view) or (view.space[end] and "\n" in view.words[end]):
        signs["ends the line"] = 1
        return
    word, lower, classes = view.words[end], view.lower[end], view.classes[end]
    if view.space[end]:
        return
    if word[0].isupper() and view.tags[end] in ("NNP", "NNPS", "NN") and not view.first[end]:
        signs["before " + _capital_kind(view, end)] = 1
    if "say" in classes:
        signs["beside a verb of saying"] = 1
    if lower in ("who", "whose", "whom"):
        signs["before who"] = 1
    if word in POSSESSIVE:
        signs["possessive"] = 1
        if end + 1 < len(view) and view.lower[end + 1] in BODIES:
            signs["possessive before a body"] = 1
    if lower in BODIES:
        signs["before a small word for a body"] = 1
    if "roles" in classes and word[0].islower():
        signs["before a small role"] = 1
    if "rule_words" in classes and word[0].islower():
        signs["before a word for a rule"] = 1
    for sort in ("place_heads", "facility_heads", "event_heads", "weapons", "law_heads"):
        if sort in classes and word[0].islower():
            signs["before small " + sort] = 1
    if lower in ("of", "and", "in", "to", "for", "on", "at", "-", "(", "&", "/"):
        signs["before " + lower] = 1
    if (
        lower == "-"
        and view.lower[end + 1 : end + 2]
        and view.lower[end + 1] in ("based", "led", "backed", "born", "run", "owned")
    ):
        signs["before -" + view.lower[end + 1]] = 1
    if lower == ",":
        _right_of_comma(view, end, signs)
    if (
        lower == "("
        and end + 2 < len(view)
        and view.words[end + 1].isupper()
        and len(view.words[end + 1]) > 1
    ):
        initials = _initials(view, start, end)
        signs[
            "has acronym"
            if _abbreviates(view.words[end + 1], initials)
            else "before capitals in brackets"
        ] = 1
    signs["right " + TAG_GROUPS.get(view.tags[end], "other")] = 1


def _right_of_comma(view: View, comma: int, signs: Signs) -> None:
    signs["before a comma"] = 1
    after = comma + 1
    if after >= len(view):
        return
    if view.words[after].isdigit() and len(view.words[after]) < 3:
        signs["before an age"] = 1
    if view.words[after][0].isupper() and next(_gazetteer(view.words[after]), None):
        signs["before a comma and a place"] = 1
    for i in range(after, min(after + 5, len(view))):
        if view.lower[i] == "," or view.lower[i] == ".":
            break
        if "roles" in view.classes[i] and view.words[i][0].islower():
            signs["before a role"] = 1
            break
    if view.lower[after] in ("who", "whose"):
        signs["before who"] = 1


def _initials(view: View, start: int, end: int) -> str:
    return "".join(view.words[i][0] for i in range(start, end) if view.words[i][0].isupper())


def _abbreviates(short: str, initials: str) -> bool:
    """Whether the letters of an acronym are the initials, or most of them in order."""
    if len(initials) < 2 or short[0] != initials[0]:
        return False
    letters = iter(initials)
    hit = sum(1 for char in short if char in letters)
    return hit >= max(2, len(short) - 1)


def _model(
    view: View, start: int, end: int, owner: dict[int, tuple[int, int, str]], signs: Signs
) -> None:
    """What spaCy's entity recogniser says of these words."""
    entities = {owner[i] for i in (start, end - 1) if i in owner}
    if not entities:
        inside = {owner[i] for i in range(start, end) if i in owner}
        signs["spaCy: inside only" if inside else "spaCy: nothing"] = 1
        return
    for a, b, label in entities:
        begin = a + (view.lower[a] in ("the", "a", "an"))
        stop = b - (view.words[b - 1] in POSSESSIVE)
        if (begin, stop) == (start, end):
            how = "this is"
        elif begin <= start and end <= stop:
            how = "part of"
        elif start <= begin and stop <= end:
            how = "holds"
        else:
            how = "crosses"
        signs[f"spaCy: {how} {label}"] = 1


def _list(
    view: View, start: int, end: int, owner: dict[int, tuple[int, int, str]], signs: Signs
) -> None:
    """What spaCy sees on the other side of a comma or an "and": lists hold names of one kind."""
    left = start - 1 - (view.lower[start - 1 : start] == ["the"])
    if left > 0 and view.lower[left] in LISTING:
        left -= view.lower[left - 1] == ","
        if left - 1 in owner:
            signs["listed after " + owner[left - 1][2]] = 1
    right = end + 1 if view.lower[end : end + 2] == [",", "and"] else end
    if right < len(view) and view.lower[right] in LISTING:
        right += 1 + (view.lower[right + 1 : right + 2] == ["the"])
        if right in owner:
            signs["listed before " + owner[right][2]] = 1


def _share(
    view: View, candidates: list[tuple[int, int]], keys: list[tuple[str, ...]], found: list[Signs]
) -> None:
    """Let namesakes, parts and abbreviations hear of each other."""
    pools: dict[tuple[str, ...], dict[str, float]] = {}
    count: dict[tuple[str, ...], int] = defaultdict(int)
    for key, signs in zip(keys, found, strict=True):
        count[key] += 1
        pool = pools.setdefault(key, defaultdict(float))
        for sign in signs:
            if sign in SHARED or sign.startswith("spaCy: this is"):
                pool[sign] += 1
    tails, fronts, inners = _relations(keys, pools, count)
    acronyms = _acronyms(view, candidates, keys, found)
    for key, signs in zip(keys, found, strict=True):
        number = count[key]
        for sign, times in pools[key].items():
            signs["text: " + sign] = times / number
        signs[
            "text: once" if number == 1 else "text: 2-3 times" if number < 4 else "text: often"
        ] = 1
        if len(key) == 1:
            for kin, how in ((tails, "last of"), (fronts, "first of")):
                if key[0] in kin:
                    for kind, share in kin[key[0]].items():
                        signs[f"text: {how} {kind}"] = share
            if key[0] in acronyms:
                for kind, share in _kinds(pools[acronyms[key[0]]], count[acronyms[key[0]]]).items():
                    signs["text: short for " + kind] = share
        elif (key[-1],) in pools:
            for kind, share in _kinds(pools[(key[-1],)], count[(key[-1],)]).items():
                signs["text: its last word is " + kind] = share
        if key in inners:
            signs["text: part of a longer name"] = min(1.0, inners[key] / number)


def _kinds(pool: dict[str, float], number: int) -> dict[str, float]:
    found = {
        sign.removeprefix("spaCy: this is "): times / number
        for sign, times in pool.items()
        if sign.startswith("spaCy: this is")
    }
    if any(pool.get(sign) for sign in ("after a title", "before an age", "before a role")):
        found["titled"] = 1.0
    found["any"] = 1.0
    return found


def _relations(
    keys: Iterable[tuple[str, ...]],
    pools: dict[tuple[str, ...], dict[str, float]],
    count: dict[tuple[str, ...], int],
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]], dict[tuple[str, ...], float]]:
    """For a single word, what the longer names are that it ends or begins; how often a key is inner."""
    tails: dict[str, dict[str, float]] = {}
    fronts: dict[str, dict[str, float]] = {}
    inners: dict[tuple[str, ...], float] = defaultdict(float)
    for key, pool in pools.items():
        if not 2 <= len(key) <= 6:
            continue
        kinds = _kinds(pool, count[key])
        for word, kin in ((key[-1], tails), (key[0], fronts)):
            mine = kin.setdefault(word, {})
            for kind, share in kinds.items():
                mine[kind] = max(share, mine.get(kind, 0.0))
        for a in range(len(key)):
            for b in range(a + 1, len(key) + 1):
                part = key[a:b]
                if len(part) < len(key) and part in pools:
                    inners[part] += count[key]
    return tails, fronts, inners


def _acronyms(
    view: View, candidates: list[tuple[int, int]], keys: list[tuple[str, ...]], found: list[Signs]
) -> dict[str, tuple[str, ...]]:
    """Acronym -> the key of the long name that it abbreviates."""
    longs: dict[str, tuple[str, ...]] = {}
    for (start, end), key, signs in zip(candidates, keys, found, strict=True):
        if end - start > 1:
            initials = _initials(view, start, end).lower()
            if len(initials) > 1:
                longs.setdefault(initials, key)
            if "has acronym" in signs:
                longs[view.lower[end + 1]] = key
    return longs
