"""What is too little to be shown as somebody's words: a topic, a part of a clause."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefgen.components.quotations.bounds import EMPTY, SAYS, SUBJECTS, Range
from briefgen.components.quotations.words import verbs

# "them divisive" and "to act" say nothing; "told them to restore order" leaves out who is told.
SHORTEST_PHRASE = 3
# "cited her work" names a topic, "cited her years of work with farmers and miners" says something.
SHORTEST_TOPIC = 6
CLAUSES = frozenset({"VERB", "AUX"})


def is_fragment(doc: Doc, cue: Token, ranges: tuple[Range, ...]) -> bool:
    """Whether the words reported, without marks among them, say nothing by themselves."""
    words = [doc[i] for part in ranges for i in range(*part) if doc[i].pos_ not in EMPTY]
    if not words:
        return True
    if doc[ranges[0][0]].lower_ == "that":
        return False
    first = words[0]
    if first.tag_ in SAYS:
        # "policies that critics say hurt farmers": who hurts them stands elsewhere.
        return not _is_question(first)
    if any(token.tag_ in SAYS for token in words):
        return False
    if first.tag_ == "TO" or any(token.tag_ == "TO" for token in words[:2]):
        addressed = cue.lemma_.lower() in verbs("addressed")
        return len(words) < SHORTEST_PHRASE + addressed
    topic = cue.lemma_.lower() in verbs("topic")
    if topic and all(token.pos_ not in CLAUSES for token in words):
        return len(words) < SHORTEST_TOPIC
    return len(words) < SHORTEST_PHRASE


def _is_question(verb: Token) -> bool:
    """`asked did they know`: the verb stands before its subject."""
    return any(
        kid.dep_ in SUBJECTS and kid.i > verb.i for kid in (*verb.children, *verb.head.children)
    )
