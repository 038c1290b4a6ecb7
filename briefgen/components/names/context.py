"""The signs that lie beside a name: its grammar and the words before and after."""

from __future__ import annotations

from briefgen.components.names.form import Signs, gazetteer, land, listed
from briefgen.components.names.view import POSSESSIVE, View
from briefgen.lists import load

# How many words back the office of a person may begin: "Minister for Trade and Industry".
LONGEST_OFFICE = 7
# How far after a comma a role is looked for: "Ada Ito, a retired teacher".
APPOSITION = 6
PROPER = ("NNP", "NNPS")
SMALL_TITLES = ("mr", "mrs", "dr", "ms")


def add(view: View, start: int, end: int, signs: Signs) -> None:
    """Add the signs of grammar and neighbours to the others."""
    _grammar(view, start, end, signs)
    _before(view, start, signs)
    _after(view, start, end, signs)


def _tag(view: View, i: int) -> str:
    return str(load("names_signs")["tags"].get(view.tags[i], "other"))


def _grammar(view: View, start: int, end: int, signs: Signs) -> None:
    last = end - 1
    signs["tag " + _tag(view, last)] = 1
    signs["first tag " + _tag(view, start)] = 1
    signs["role " + view.deps[last]] = 1
    if view.words[start][0].islower():
        signs["begins small"] = 1
    if view.words[last][0].islower():
        signs["ends small"] = 1
    if view.first[start]:
        signs["begins the sentence"] = 1
        if view.tags[start] not in PROPER:
            signs["begins the sentence, no proper noun"] = 1
    if view.deps[last] in ("nsubj", "nsubjpass") and "say" in view.classes[view.heads[last]]:
        signs["beside a verb of saying"] = 1


def _before(view: View, start: int, signs: Signs) -> None:
    """The words before."""
    i = start - 1
    if i < 0 or (view.space[i] and "\n" in view.words[i]):
        signs["begins the line"] = 1
        return
    if view.space[i]:
        return
    word, lower, classes = view.words[i], view.lower[i], view.classes[i]
    if word[0].isupper():
        if view.tags[i] in (*PROPER, "NN") and not view.first[start]:
            signs["after " + _capital(view, i)] = 1
        if "titles" not in classes and _ends_an_office(view, i):
            signs["after a title of an office"] = 1
    elif "roles" in classes:
        signs["after a role"] = 1
    if "titles" in classes and (word[0].isupper() or lower in SMALL_TITLES):
        signs["after a title"] = 1
    if "say" in classes:
        signs["beside a verb of saying"] = 1
    if "directions" in classes:
        signs["after a direction"] = 1
    if word.islower():
        signs["word before: " + lower] = 1
    if lower == "of" and i and "place_heads" in view.classes[i - 1]:
        signs["after a kind of place and of"] = 1
    signs["left " + _tag(view, i)] = 1
    _right_before(view, i, signs)


def _right_before(view: View, i: int, signs: Signs) -> None:
    """The small word, the mark or the country right before."""
    word, lower = view.words[i], view.lower[i]
    if lower in listed("prepositions") or lower in ("the", "a", "an", "and", "or"):
        signs["after " + lower] = 1
        before = view.lower[i - 1] if i else ""
        if lower == "the" and before in ("in", "at", "of", "by", "to", "on"):
            signs[f"after {before} the"] = 1
    elif lower == ",":
        _before_comma(view, i, signs)
    elif word in POSSESSIVE:
        signs["after a possessive"] = 1
    elif lower == "(":
        signs["in brackets"] = 1
    elif land(word):
        signs["after a " + land(word)] = 1


def _capital(view: View, i: int) -> str:
    """What kind of capitalised word the neighbour is: cut there, or cut in two?"""
    for sort in load("names_signs")["neighbours"]:
        if sort in view.classes[i]:
            return f"a capital of {sort}"
    kind = land(view.words[i])
    return f"a capital, a {kind}" if kind else "a capital"


def _ends_an_office(view: View, i: int) -> bool:
    """Whether the capitals up to word i are an office: "Secretary of State"."""
    for j in range(i, max(i - LONGEST_OFFICE, 0), -1):
        if view.lower[j] in ("of", "for"):
            return j < i and "titles" in view.classes[j - 1] and view.words[j - 1][0].isupper()
        if not view.words[j][0].isupper() and view.lower[j] not in ("the", "and", "&"):
            return False
    return False


def _before_comma(view: View, comma: int, signs: Signs) -> None:
    signs["after a comma"] = 1
    i = comma - 1
    if i < 0:
        return
    if "roles" in view.classes[i]:
        signs["after a role"] = 1
    if _is_place(view, i):
        signs["after a place and a comma"] = 1


def _is_place(view: View, i: int) -> bool:
    return view.words[i][0].isupper() and next(gazetteer(view.words[i]), None) is not None


def _after(view: View, start: int, end: int, signs: Signs) -> None:
    """The words after."""
    if end >= len(view) or (view.space[end] and "\n" in view.words[end]):
        signs["ends the line"] = 1
        return
    if view.space[end]:
        return
    word, lower, classes = view.words[end], view.lower[end], view.classes[end]
    if not word[0].isupper():
        _small_after(view, end, signs)
    elif view.tags[end] in (*PROPER, "NN") and not view.first[end]:
        signs["before " + _capital(view, end)] = 1
    if "say" in classes:
        signs["beside a verb of saying"] = 1
    if lower in ("who", "whose", "whom"):
        signs["before who"] = 1
    if lower in listed("joints"):
        signs["before " + lower] = 1
    following = view.lower[end + 1] if end + 1 < len(view) else ""
    if word in POSSESSIVE:
        signs["possessive"] = 1
        if following in listed("bodies"):
            signs["possessive before a body"] = 1
    if lower == "-" and following in listed("hyphened"):
        signs["before -" + following] = 1
    if lower == ",":
        _after_comma(view, end, signs)
    if lower == "(":
        _bracketed(view, start, end, signs)
    if word.islower():
        signs["word after: " + lower] = 1
    signs["right " + _tag(view, end)] = 1


def _small_after(view: View, end: int, signs: Signs) -> None:
    """A word in lower case right after that says what the name names."""
    classes = view.classes[end]
    if view.lower[end] in listed("bodies"):
        signs["before a small word for a body"] = 1
    if "roles" in classes:
        signs["before a small role"] = 1
    if "rule_words" in classes:
        signs["before a word for a rule"] = 1
    for sort in sorted(listed("followers") & classes):
        signs["before small " + sort] = 1


def _after_comma(view: View, comma: int, signs: Signs) -> None:
    signs["before a comma"] = 1
    after = comma + 1
    if after >= len(view):
        return
    if view.words[after].isdigit() and len(view.words[after]) < 3:
        signs["before an age"] = 1
    if _is_place(view, after):
        signs["before a comma and a place"] = 1
    if view.lower[after] in ("who", "whose"):
        signs["before who"] = 1
    for i in range(after, min(after + APPOSITION, len(view))):
        if view.lower[i] in (",", "."):
            break
        if "roles" in view.classes[i] and view.words[i][0].islower():
            signs["before a role"] = 1
            break


def _bracketed(view: View, start: int, end: int, signs: Signs) -> None:
    """Capitals in brackets after the name: its acronym, if the letters fit."""
    short = view.words[end + 1] if end + 2 < len(view) else ""
    if short.isupper() and len(short) > 1:
        fits = _abbreviates(short, initials(view, start, end))
        signs["has acronym" if fits else "before capitals in brackets"] = 1


def initials(view: View, start: int, end: int) -> str:
    """The first letters of the capitalised words."""
    return "".join(view.words[i][0] for i in range(start, end) if view.words[i][0].isupper())


def _abbreviates(short: str, letters: str) -> bool:
    """Whether an acronym is made of these initials in order, all of its letters but one."""
    if len(letters) < 2 or short[0] != letters[0]:
        return False
    rest = iter(letters)
    return sum(1 for char in short if char in rest) >= max(2, len(short) - 1)
