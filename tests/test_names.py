"""The names stage on Docs made by hand: candidates, signs, and the choice between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from spacy.tokens import Doc, Span

from briefgen.components import register
from briefgen.components.names import candidates, certain, decide, evidence, find
from briefgen.components.names.view import View

VOCAB = spacy.blank("en").vocab


def doc_of(text: str, tags: str = "", entities: tuple[tuple[int, int, str], ...] = ()) -> Doc:
    """A Doc of words apart by blanks; tags likewise, NNP where left out."""
    register()
    words = text.split()
    doc = Doc(
        VOCAB,
        words=words,
        tags=tags.split() or ["NNP"] * len(words),
        deps=["dep"] * len(words),
        heads=[0] * len(words),
        sent_starts=[i == 0 for i in range(len(words))],
    )
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in entities]
    return doc


def words(view: View, spans: list[tuple[int, int]]) -> list[str]:
    return [" ".join(view.words[start:end]) for start, end in spans]


def test_a_title_opens_a_candidate_of_its_own() -> None:
    view = View(doc_of("President Ada Ito spoke", "NNP NNP NNP VBD"))
    assert words(view, candidates.find(view, set())) == ["President Ada Ito", "Ada Ito"]


def test_a_taken_token_belongs_to_no_candidate() -> None:
    view = View(doc_of("Ada Ito spoke", "NNP NNP VBD"))
    assert words(view, candidates.find(view, {1})) == ["Ada"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the US - Japan pact", ["US", "Japan"]),
        ("Guinea - Bissau voted", ["Guinea", "Guinea - Bissau", "Bissau"]),
    ],
)
def test_hyphens_between_countries_part_them(text: str, expected: list[str]) -> None:
    tags = {"the": "DT", "pact": "NN", "voted": "VBD", "-": "HYPH"}
    view = View(doc_of(text, " ".join(tags.get(word, "NNP") for word in text.split())))
    assert words(view, candidates.find(view, set())) == expected


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Article 9 stands", "Article 9", "LAW"),
        ("the F-35 flew", "F-35", "PRODUCT"),
        ("the White House agreed", "White House", "ORG"),
        ("USS Ronald Reagan sailed", "USS Ronald Reagan", "PRODUCT"),
        ("Convention on Cluster Munitions", "Convention on Cluster Munitions", "LAW"),
    ],
)
def test_form_alone_decides(text: str, name: str, label: str) -> None:
    small = {"the": "DT", "on": "IN", "9": "CD"}
    tags = " ".join(small.get(word, "VBD" if word.islower() else "NNP") for word in text.split())
    view = View(doc_of(text, tags))
    found = [(" ".join(view.words[a:b]), kind) for a, b, kind, _ in certain.find(view)]
    assert found == [(name, label)]


@pytest.mark.parametrize(
    "text", ["COVID-19 spread", "us agreed", "who agreed", "Article writers met"]
)
def test_form_alone_does_not_decide(text: str) -> None:
    assert certain.find(View(doc_of(text, " ".join(["NN"] * len(text.split()))))) == []


def test_a_surname_hears_of_the_full_name() -> None:
    doc = doc_of("Ada Ito spoke . Ito left", "NNP NNP VBD . NNP VBD", ((0, 2, "PERSON"),))
    view = View(doc)
    spans = candidates.find(view, set())
    signs = dict(zip(words(view, spans), evidence.gather(view, spans), strict=True))
    assert signs["Ito"]["text: last of PERSON"] == 1


def test_the_best_set_does_not_overlap() -> None:
    doc = doc_of("Ministry of Trade said Ada Ito left", "NNP IN NNP VBD NNP NNP VBD")
    view = View(doc)
    spans = candidates.find(view, set())
    chosen = decide.choose(spans, evidence.gather(view, spans))
    assert all(a.end <= b.start for a, b in pairwise(chosen))


def test_every_weight_is_for_every_kind() -> None:
    assert all(len(row) == len(decide.KINDS) for row in decide.weights().values())


def test_an_empty_text_has_no_names() -> None:
    assert find(doc_of("")) == ()


def test_each_name_says_why() -> None:
    found = find(doc_of("Article 9 stands", "NNP CD VBZ"))
    assert found[0].rule == "LAW: number after Article"
