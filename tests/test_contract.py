"""The JSON form: there and back without loss, and always by the published schema."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from briefgen.contract import decode, encode
from briefgen.model import (
    Extraction,
    FiveW,
    KeyFact,
    Layout,
    LocalActor,
    Mention,
    Quantity,
    Quotation,
    Role,
    Span,
    Statement,
    Timex,
)
from briefgen.readers.schemas import schema, validator

ID = "a"
words = st.text(max_size=5)
maybe_words = st.none() | words
several = st.lists(words, max_size=2).map(tuple)
span = st.tuples(st.integers(0, 99), st.integers(1, 9)).map(lambda x: Span(ID, x[0], x[0] + x[1]))
maybe = st.none() | span
spans = st.lists(span, max_size=3).map(tuple)
some_spans = st.lists(span, min_size=1, max_size=2).map(tuple)
score = st.floats(0, 1)
number = st.floats(allow_nan=False, allow_infinity=False)
country = st.sampled_from(["JPN", "USA", "KOR"])


def many(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=2).map(tuple)


extractions = st.builds(
    Extraction,
    article_id=st.just(ID),
    sha256=st.just("0" * 64),
    pipeline=words,
    layout=st.builds(Layout, maybe, maybe, maybe),
    sentences=spans,
    mentions=many(
        st.builds(Mention, span, st.sampled_from(["PERSON", "GPE", "ORG"]), maybe_words, words)
    ),
    timexes=many(
        st.builds(
            Timex, span, st.sampled_from(["DATE", "SET"]), maybe_words, mod=maybe_words, rule=words
        )
    ),
    quotations=many(
        st.builds(
            Quotation,
            st.sampled_from(["direct", "mixed", "indirect"]),
            some_spans, maybe, maybe, maybe_words, words,
        )
    ),
    quantities=many(
        st.builds(
            Quantity,
            span, st.none() | number | st.tuples(number, number),
            maybe_words, modifier=maybe_words, thing=maybe, rule=words,
        )
    ),
    statements=many(
        st.builds(
            Statement,
            words, maybe_words, span, maybe, maybe, maybe_words, maybe,
            st.sampled_from(["asserted", "planned", "possible", "negated"]),
            maybe, some_spans,
            attribution=st.sampled_from(["stated", "attributed", "quoted", "anonymous"]),
            actor_ids=several, recipient_ids=several, rule=words,
        )
    ),
    actors=many(
        st.builds(
            LocalActor,
            words, words, st.sampled_from(["person", "force", "place"]), aliases=several,
            roles=many(st.builds(Role, words, span)), salience=score,
            country=st.none() | country, why=several,
        )
    ),
    five_w=st.builds(FiveW, spans, spans, spans, spans, spans, spans),
    countries=st.lists(country, unique=True).map(sorted).map(tuple),
    key_facts=many(
        st.builds(KeyFact, some_spans, score, statement=maybe_words, why=several)
    ),
    bottom_line=spans,
)  # fmt: skip


@given(extractions)
def test_there_and_back(found: Extraction) -> None:
    line = json.dumps(encode(found), ensure_ascii=False)
    assert decode(json.loads(line)) == found
    validator("extraction").validate(json.loads(line))


def test_every_key_is_in_the_schema() -> None:
    empty = encode(Extraction(ID, "0" * 64, ""))
    assert list(schema("extraction")["properties"]) == list(empty)
