"""Statements: what golden cases cannot say."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from briefgen.components import register, statements
from briefgen.components.statements.events import composed, lexicon
from briefgen.model import Article, Mention, Quotation, Span, Timex

VOCAB = spacy.blank("en").vocab
CODES = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE"),
    *("REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


@pytest.fixture(autouse=True)
def layers() -> None:
    register()


def attack(before: str = "") -> Doc:
    """ "Rebels attacked Malta Monday." parsed by hand, perhaps after another sentence."""
    words = ["Rebels", "attacked", "Malta", "Monday", "."]
    heads, deps = [1, 1, 1, 1, 1], ["nsubj", "ROOT", "dobj", "npadvmod", "punct"]
    pos, tags = ["NOUN", "VERB", "PROPN", "PROPN", "PUNCT"], ["NNS", "VBD", "NNP", "NNP", "."]
    lemmas = ["rebel", "attack", "Malta", "Monday", "."]
    if before:
        words, lemmas = [before, ".", *words], [before, ".", *lemmas]
        heads = [0, 0, *(head + 2 for head in heads)]
        deps, pos, tags = (
            ["ROOT", "punct", *deps],
            ["INTJ", "PUNCT", *pos],
            ["UH", ".", *tags],
        )
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps, pos=pos, tags=tags, lemmas=lemmas)
    doc._.article = Article(id="a", title=None, text=doc.text, sha256="")
    return doc


def at(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span("a", start, start + len(words))


def test_the_id_holds_when_the_text_around_moves() -> None:
    (alone,) = statements.find(attack())
    (after,) = statements.find(attack("Hello"))
    assert alone.id == after.id
    assert len(alone.id) == 12
    assert alone.predicate != after.predicate


def test_slots_name_their_actors_and_the_time_has_its_value() -> None:
    doc = attack()
    doc._.mentions = (Mention(at(doc, "Malta"), "GPE", "malta"),)
    doc._.timexes = (Timex(at(doc, "Monday"), "DATE", "2024-03-25"),)
    (found,) = statements.find(doc)
    assert (found.actor_ids, found.recipient_ids) == ((), ("malta",))
    assert found.time == "2024-03-25"
    assert found.evidence == (Span("a", 0, len(doc.text.rstrip())),)


def test_inside_a_direct_quotation_the_speaker_vouches() -> None:
    doc = attack("Hello")
    speaker = at(doc, "Hello")
    doc._.quotations = (Quotation("direct", (at(doc, "Rebels attacked Malta"),), None, speaker),)
    (found,) = statements.find(doc)
    assert (found.attribution, found.attributed_to) == ("quoted", speaker)


def test_finding_twice_finds_the_same() -> None:
    assert statements.find(attack()) == statements.find(attack())


def test_an_empty_text_holds_nothing() -> None:
    doc = Doc(VOCAB, words=[])
    doc._.article = Article(id="a", title=None, text="", sha256="")
    assert statements.find(doc) == ()


@pytest.mark.parametrize(
    ("code", "modality", "signal", "expected"),
    [
        ("AID", "planned", "will", "AGREE"),
        ("AID", "negated", "refuse", "REJECT"),
        ("ASSAULT", "planned", "will", "THREATEN"),
        ("ASSAULT", "negated", "not", "ASSAULT"),
        ("AID", "planned", "to", "AID"),
        ("REQUEST", "planned", "will", "REQUEST"),
        (None, "planned", "will", None),
    ],
)
def test_what_is_only_said_is_coded_as_said(code, modality, signal, expected) -> None:
    assert composed(code, modality, signal, True) == expected


def test_a_deployment_that_is_aimed_at_nobody_threatens_nobody() -> None:
    assert composed("MOBILIZE", "planned", "will", True) == "THREATEN"
    assert composed("MOBILIZE", "planned", "will", False) == "MOBILIZE"


def test_every_code_of_the_lexicon_is_a_plover_root() -> None:
    known = lexicon()
    frames = {f.event for entries in known.frames.values() for f in entries if f.event}
    assert {*known.verbs.values(), *known.nouns.values(), *frames} <= CODES
