"""Page furniture: what golden cases cannot say."""

from __future__ import annotations

import pytest
import spacy

from briefgen.components import furniture, register
from briefgen.components.spans import readable

NLP = spacy.blank("en")


@pytest.fixture(autouse=True)
def layers() -> None:
    register()


@pytest.mark.parametrize(
    "text",
    [
        "ADVERTISEMENT\n\nNorway left.",
        "Norway left.\n\nADVERTISEMENT",
        "Norway left.\n\nADVERTISEMENT\n\nChile stayed.",
        "ADVERTISEMENT",
    ],
)
def test_one_text_changes_no_word_of_another(text: str) -> None:
    marked = furniture.mark(NLP.make_doc(text))
    assert marked.text == text
    assert readable(marked) == text.replace("ADVERTISEMENT", " " * 13)
    assert not NLP.make_doc("An ADVERTISEMENT helps.")[1].is_space


def test_offsets_stay() -> None:
    text = "Story highlights Norway closes its border\n\nNorway closed it."
    doc = furniture.mark(NLP.make_doc(text))
    assert doc[0].text == "Story highlights"
    assert doc[0].is_space
    assert [token.idx for token in doc if token.text == "Norway"] == [17, 43]
