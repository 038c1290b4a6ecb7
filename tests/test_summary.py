"""The summary stays inside the article's own sentences."""

from __future__ import annotations

import pytest

from briefgen.components.summary.news import ends_a_quote

TEXTS = {
    "empty": "",
    "white space": " \n\n ",
    "no sentence": "Markets\nSports\nWeather",
    "one word": "Stop.",
    "questions only": "Why? When? Who did it?",
    "no verb": "Five men. Two boats. One harbour.",
    "odd breaks": "\r\n\u2028The army left.\u2028\u00a0It went north.\t\r\nBy noon it was gone.",
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_odd_texts_give_spans_inside_or_nothing(run, name: str) -> None:
    text = TEXTS[name]
    found = run(text)
    spans = [s for fact in found.key_facts for s in fact.evidence] + list(found.bottom_line)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]


def test_scores_are_sorted_and_explained(run) -> None:
    text = " ".join(f"The army moved {n * 7} tanks to the border on Monday." for n in range(1, 9))
    facts = run(text).key_facts
    assert all(fact.why and 0 <= fact.score <= 1 for fact in facts)
    assert [f.score for f in facts] == sorted((f.score for f in facts), reverse=True)


def test_at_most_seven_key_facts(run) -> None:
    names = ["Oslo", "Bergen", "Narvik", "Bodo", "Moss", "Hamar", "Molde", "Voss", "Lom", "Skien"]
    text = " ".join(
        f"A storm closed {n + 3} schools in {x} on Friday." for n, x in enumerate(names * 3)
    )
    assert len(run(text).key_facts) <= 7


@pytest.mark.parametrize(
    ("sentence", "predicate", "modality", "attribution"),
    [
        ("The White House said the king would visit Oslo.", "visit", "planned", "attributed"),
        ("The treaty is expected to cut the fleet.", "cut", "planned", "stated"),
        ("The navy appears set to close the base.", "close", "planned", "stated"),
        ("Norway hopes to sell the ships to Chile.", "sell", "planned", "stated"),
        ("Officials said the plan could be ready in May.", "be", "possible", "anonymous"),
        ("The king told reporters that the ship was lost.", "lost", "asserted", "attributed"),
        ("“The ship is lost,” the king said.", "is lost", "asserted", "quoted"),
        ("The army refused to leave the town.", "refused", "asserted", "stated"),
    ],
)
def test_main_statement_is_what_the_sentence_says(
    run, sentence: str, predicate: str, modality: str, attribution: str
) -> None:
    found = run(sentence)
    fact = found.key_facts[0]
    main = next(s for s in found.statements if s.id == fact.statement)
    words = sentence[main.predicate.start : main.predicate.end]
    assert words in predicate
    assert (main.modality, main.attribution) == (modality, attribution)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ('We will bring ships to Chile," she said.', True),
        ("We will bring ships to Chile,” she said.", True),
        ('She said: "We will bring ships."', False),
        ("“We will bring ships,” she said.", False),
        ('"We will bring ships," she said.', False),
        ("She left.", False),
    ],
)
def test_the_end_of_a_quotation_that_began_before(text: str, ends: bool) -> None:
    assert ends_a_quote(text) is ends
