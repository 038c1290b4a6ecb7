"""Which sentences can stand alone as news: no page furniture, caption, question or order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc, Token

from briefgen.components.summary.sentences import MAX_CHARACTERS, Sentence
from briefgen.components.summary.stretches import word_before
from briefgen.components.summary.when import day_of
from briefgen.lists import load

# Letters: shorter words carry little, and what follows these is mostly an ending.
SHORTEST, STEM = 4, 5

_LISTS = load("summary")
_BOILERPLATE = re.compile(
    "|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in _LISTS["boilerplate"]),
    re.IGNORECASE,
)
# The rest of a sentence, or the name under a letter ("— Ann Miller").
_FRAGMENT = re.compile(r"[a-z—–-]")
_QUESTION = re.compile(r"\?['\"”’)]*$")
_STOP = re.compile(r"[.!…]['\"”’)\]]*$")
_CAPTION = re.compile(
    r"(?:FILE|Image|An? (?:\w+ )?(?:photo|picture|image) shows|"
    r"In this \w+ \d+, \d{4},? (?:file )?photo)\b(?! said)"
)
_CREDIT = re.compile(
    r"\((?:[\w/ ]+ )?(?:photo|image|picture|credit|AP|AFP|Reuters|Getty)\b|(?:photo )?credit\b|"
    r"REUTERS/|"
    r"\([^()]{3,60} via AP\b",
    re.IGNORECASE,
)
# What ends the line under a picture: "(AP Photo/Ann Miller)", "(Ann Miller/Reuters)".
_LINE_CREDIT = re.compile(
    r"\((?:[^()]*\b(?:photo|image|picture|via (?:AP|AFP|Reuters|Getty))\b[^()]*|"
    r"[^()]*/(?:AP|AFP|EPA|Reuters|Getty)[^()]*|(?:AP|AFP|EPA|Reuters|Getty)[^()]*/[^()]*)\)\W*$",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 600
_PRESENT = frozenset({"VBZ", "VBP"})
# These are told in the present whenever they began.
_STATES = frozenset({"be", "have", "remain", "continue"} | set(_LISTS["reporting"]))
_MARK = re.compile(r"[\"“”]")
_HOLDERS = frozenset({"nsubj", "nsubjpass", "aux", "expl"})
_PERSONS = frozenset(_LISTS["persons"])
_THIS = frozenset({"this", "that", "these", "those"})
_TIMES = frozenset(_LISTS["times"])
_FIRST_PERSON = frozenset(_LISTS["first_person"])
_SUPPOSING = frozenset(_LISTS["supposing"])
_VIEWS = frozenset(_LISTS["views"])


def is_news(sentence: Sentence) -> bool:
    """Whether it is a whole sentence with a verb, no question and no page furniture."""
    return (
        len(sentence.words) >= 4
        and len(sentence.text) <= MAX_CHARACTERS
        and "\n" not in sentence.text.strip()
        and not _FRAGMENT.match(sentence.text)
        and bool(_STOP.search(sentence.text))
        and not _QUESTION.search(sentence.text)
        and not _BOILERPLATE.search(sentence.text)
        # In the first sentence, often in the style of headlines, a tagger misses the verb.
        and (not sentence.index or any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens))
        and not _is_order(sentence)
    )


def _is_order(sentence: Sentence) -> bool:
    """ "Consider the tale of ...", "Thank you for ...": said to the reader."""
    root = sentence.tokens.root
    return root.tag_ == "VB" and not any(kid.dep_ in _HOLDERS for kid in root.children)


def is_caption(
    sentence: Sentence, following: Sentence | None, text: str, published: date | None
) -> bool:
    """Whether it tells what a picture shows: it says so, a credit follows or ends its line.

    So does the present tense on a day gone by ("Soldiers guard a bridge in Oslo on Friday.").
    `text` is the article's, which spaCy would put together anew at each call.
    """
    if _CAPTION.match(sentence.text) or _shows_a_day(sentence, text, published):
        return True
    start, end = text.rfind("\n", 0, sentence.start) + 1, text.find("\n", sentence.end)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) <= _LONGEST_CAPTION and _LINE_CREDIT.search(line):
        return True
    return following is not None and bool(_CREDIT.match(following.text))


def _shows_a_day(sentence: Sentence, text: str, published: date | None) -> bool:
    """Whether the present tense ends on a day that is past or today."""
    root = sentence.tokens.root
    if published is None or root.tag_ not in _PRESENT or root.lemma_.lower() in _STATES:
        return False
    end = sentence.start + len(sentence.text.rstrip(".)"))
    last = (time for time in sentence.timexes if time.span.end == end)
    return any(
        (day := day_of(time.value or "")) is not None
        and day <= published
        and word_before(text, time.span.start) == "on"
        for time in last
    )


def stems(doc: Doc, words: Iterable[str]) -> frozenset[str]:
    """The first letters of words that carry meaning: "attacks" and "attacked" are alike."""
    content = (word.lower() for word in words if len(word) >= SHORTEST)
    return frozenset(word[:STEM] for word in content if not doc.vocab[word].is_stop)


def quoted_stretches(doc: Doc) -> list[tuple[int, int]]:
    """Half-open code points of what somebody is quoted with, in text order."""
    quotes = (one for one in doc._.quotations if one.kind != "indirect")
    return sorted((part.start, part.end) for one in quotes for part in one.content)


def ends_a_quote(text: str) -> bool:
    """`We will work," he said`: the words quoted began in the sentence before."""
    first = _MARK.search(text)
    if first is None or first.group() == "“":
        return False
    if first.group() == "”":
        return True
    before = text[: first.start()]
    return bool(before) and not before[-1].isspace() and text.count('"') % 2 == 1


def own_words(sentence: Sentence, quoted: list[tuple[int, int]]) -> list[Token]:
    """The sentence's words that stand in no quotation."""
    inside = [part for part in quoted if part[0] < sentence.end and part[1] > sentence.start]
    return [
        token
        for token in sentence.tokens
        if token.idx >= sentence.start
        and token.text[0].isalnum()
        and not any(start <= token.idx < end for start, end in inside)
    ]


def names_nobody_first(sentence: Sentence, own: list[Token]) -> bool:
    """ "At the same time, she said that Norway ...": she is named in another sentence."""
    pronoun = next((word.idx for word in own if word.lower_ in _PERSONS), None)
    if pronoun is None:
        return False
    places = {word.idx for word in own}
    return not any(m.span.start in places and m.span.start < pronoun for m in sentence.mentions)


def points_back(own: list[Token]) -> bool:
    """ "that plan", "the same poll": what they are stands before; "this week" tells itself."""
    return any(
        (word.lower_ in _THIS and word.dep_ == "det" and word.head.lemma_.lower() not in _TIMES)
        or (word.lower_ == "same" and word.head.i > word.i)
        for word in own
    )


def writers_voice(words: list[Token]) -> bool:
    """ "We may never know": the writer speaks for himself or to the reader."""
    return any(word.lower_ in _FIRST_PERSON and word.pos_ == "PRON" for word in words)


def is_view(words: list[Token]) -> bool:
    """ "A should act", "If A acts, ...": what ought to be or only could."""
    if words and words[0].lower_ in _SUPPOSING:
        return True
    return any(word.lemma_.lower() in _VIEWS and word.pos_ in ("AUX", "VERB") for word in words)
