"""Layout on texts that no editor wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from briefgen.components import layout, register

register()
NLP = English()
PIECES = st.sampled_from(
    [
        "TOKYO",
        "By ",
        "\n",
        " - ",
        "—",
        ":",
        "(",
        ")",
        "/",
        "March 3",
        ".",
        "a",
        "\r",
        "\t",
        "\u2028",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_odd_text_never_raises_and_offsets_stay_inside(text: str) -> None:
    found = layout.find(NLP.make_doc(text))
    for span in (found.headline, found.dateline, found.byline):
        assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "(", "By ", "—", " : ", "TOKYO —"])
def test_nearly_nothing(text: str) -> None:
    layout.find(NLP.make_doc(text))
