"""An anchor finds the very words that it quotes, in the context that it gives, or says that not."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from conftest import article
from hypothesis import assume, given
from hypothesis import strategies as st

from briefgen.errors import Problem
from briefgen.model import Span
from briefgen.registers import Anchor
from briefgen.resolve.anchors import CONTEXT, lasting, locate

TEXT = (
    "Japan will buy 105 fighters, “the most ever”, its minister said.\n\n"
    "China has 105 ships. The Lima-Café talks failed. Japan's allies agreed. China's agreed."
)
STRAIGHT = str.maketrans("‘’‛ʼ“”„‟", "''''\"\"\"\"")


def find(text: str, exact: str, prefix: str = "", suffix: str = "") -> Span | Problem:
    anchor = Anchor("a", exact, prefix, suffix, 7)
    return locate(anchor, {"a": article(text)}, "judgements.yml")


def plain(words: str) -> str:
    """The words as a reader takes them: spacing, marks and the coding of accents aside."""
    return " ".join(unicodedata.normalize("NFC", words).translate(STRAIGHT).split())


@pytest.mark.parametrize(
    ("exact", "context", "words"),
    [
        ("105 fighters", {}, "105 fighters"),
        ("105", {"suffix": " ships"}, "105"),
        ("105", {"prefix": "has"}, "105"),
        ('"the most ever"', {}, "“the most ever”"),
        ("Cafe\u0301 talks", {"prefix": "Lima-"}, "Café talks"),
        ("Japan's allies", {}, "Japan's allies"),
        ("Japan’s  allies\n agreed", {}, "Japan's allies agreed"),
        (" said. China ", {}, "said.\n\nChina"),
    ],
)
def test_the_same_words_are_found_however_typed(
    exact: str, context: dict[str, str], words: str
) -> None:
    place = find(TEXT, exact, **context)
    assert isinstance(place, Span), place
    assert TEXT[place.start : place.end] == words


@pytest.mark.parametrize(
    ("text", "exact", "context"),
    [
        ("It sold 105 ships.", "5 ships", {}),
        ("It sold twenty-five ships.", "five ships", {}),
        ("It sold 2.5 ships.", "5 ships", {}),
        ("It sold 1,005 ships.", "005 ships", {}),
        ("It fell to -5 degrees.", "5 degrees", {}),
        ("It rose to 5.5 degrees.", "to 5", {}),
        ("It sold 105 ships.", "ships", {"prefix": "5 "}),
        ("The Café opened.", "Caf", {}),
        ("The Cafe\u0301 opened.", "Cafe", {}),
        ("Disagreed, all of them.", "agreed", {}),
        ("The Biden-Kishida summit.", "Kishida summit", {}),
        ("India agreed.", "agreed", {"prefix": "Japan "}),
        ("japan agreed.", "Japan agreed", {}),
        ("It sold 106 ships.", "105 ships", {}),
        ("", "agreed", {}),
        ("Nothing.", " ", {}),
    ],
)
def test_a_lookalike_is_not_found(text: str, exact: str, context: dict[str, str]) -> None:
    problem = find(text, exact, **context)
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == ("judgements.yml", 7)
    assert "no longer stands in a" in problem.message


def test_a_quote_that_stands_twice_is_told_with_what_tells_them_apart() -> None:
    problem = find(TEXT, "105")
    assert isinstance(problem, Problem)
    assert "stands 2 times" in problem.message
    for example in problem.example.split(" or "):
        context = dict(re.findall(r'(prefix|suffix): "(.*?)"(?:,|$)', example))
        assert isinstance(find(TEXT, "105", **context), Span), example


@pytest.mark.parametrize(
    ("exact", "context", "told"),
    [
        ("105 fighters", {}, 'prefix: "Japan will buy ", suffix: ", “the most ever”, its"'),
        ("105 fighters", {"prefix": "buy "}, None),
        ("fails", {}, None),
    ],
)
def test_a_quote_without_context_is_advised_of_it(
    exact: str, context: dict[str, str], told: str | None
) -> None:
    found = lasting(Anchor("a", exact, **context), {"a": article(TEXT)}, "j.yml")
    assert (found.example if found else None) == told


# A small text with much that looks alike, and edits of it.

SENTENCES = [
    "Japan will buy 105 fighters.",
    "Japan will buy 5 fighters.",
    "China will buy 105 fighters.",
    "Japan may buy 105 fighters.",
    "It’s “agreed”, he said.",
    "It's agreed, she said.",
    "The café closed.",
]
ORIGINAL = " ".join(SENTENCES)


def words_at(text: str, draw: Any) -> tuple[int, int]:
    """A stretch of whole words."""
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    first = draw(st.integers(0, len(starts) - 1))
    last = draw(st.integers(first, min(first + 4, len(starts) - 1)))
    return starts[first], re.compile(r"\S+").match(text, starts[last]).end()


@st.composite
def anchors(draw: Any) -> tuple[str, str, str]:
    """(prefix, exact, suffix) that stand so in the original; context up to whole words."""
    start, end = words_at(ORIGINAL, draw)
    before, after = draw(st.integers(0, 4)), draw(st.integers(0, 4))
    prefix = re.search(rf"(?:\S+\s+){{0,{before}}}$", ORIGINAL[:start])[0]
    suffix = re.match(rf"(?:\s+\S+){{0,{after}}}", ORIGINAL[end:])[0]
    return prefix, ORIGINAL[start:end], suffix


@st.composite
def edited(draw: Any) -> str:
    """The original after sentences went, moved, came twice, and letters or spacing changed."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), max_size=9))
    text = draw(st.sampled_from([" ", "\n", "\n\n", "  "])).join(sentences)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        new = draw(st.sampled_from(["", "1", "-", "x", " ", "\n", "’", '"', "\u0301", "not "]))
        text = text[:at] + new + text[at + draw(st.integers(0, 2)) :]
    return draw(st.sampled_from([text, unicodedata.normalize("NFD", text)]))


@given(anchors(), edited())
def test_whatever_the_edit_the_words_and_their_context_are_the_same_or_it_is_told(
    anchor: tuple[str, str, str], text: str
) -> None:
    prefix, exact, suffix = anchor
    place = find(text, exact, prefix, suffix)
    if isinstance(place, Problem):
        assert place.line == 7
        return
    assert plain(text[place.start : place.end]) == plain(exact)
    assert plain(text[: place.start]).endswith(plain(prefix))
    assert plain(text[place.end :]).startswith(plain(suffix))
    whole = plain(prefix + exact + suffix)
    stands = re.findall(rf"(?=(?<![\w-]){re.escape(whole)}(?!(?<=\w)\w))", plain(text))
    assert len(stands) == 1, "the only place where the words stand so"


@given(anchors(), st.sampled_from(["\n", "  ", "\n\n", "\u00a0"]), st.booleans())
def test_spacing_marks_and_accents_move_no_anchor(
    anchor: tuple[str, str, str], space: str, straight: bool
) -> None:
    prefix, exact, suffix = anchor
    before = find(ORIGINAL, exact, prefix, suffix)
    text = ORIGINAL.translate(STRAIGHT) if straight else ORIGINAL
    text = unicodedata.normalize("NFD", text.replace(" ", space))
    after = find(text, exact, prefix, suffix)
    assert isinstance(after, Span) == isinstance(before, Span)
    if isinstance(before, Span) and isinstance(after, Span):
        assert plain(ORIGINAL[: before.start]) == plain(text[: after.start])


@given(st.sampled_from(SENTENCES), st.data())
def test_a_deleted_quote_is_never_found_in_sentences_like_it(
    sentence: str, data: st.DataObject
) -> None:
    start, end = words_at(sentence, data.draw)
    others = [one for one in SENTENCES if one != sentence]
    text = " ".join(data.draw(st.lists(st.sampled_from(others), max_size=9)))
    assert isinstance(find(text, sentence[start:end], sentence[:start], sentence[end:]), Problem)


@given(anchors())
def test_the_example_it_gives_is_one_that_holds(anchor: tuple[str, str, str]) -> None:
    _, exact, _ = anchor
    advice = lasting(Anchor("a", exact), {"a": article(ORIGINAL)}, "j.yml")
    assume(advice is not None)
    assert advice is not None
    context = dict(re.findall(r'(prefix|suffix): "((?:\\.|[^"])*)"', advice.example))
    unquoted = {key: value.replace('\\"', '"') for key, value in context.items()}
    assert isinstance(find(ORIGINAL, exact, **unquoted), Span)
    assert all(len(value) >= min(CONTEXT, 1) for value in unquoted.values())
