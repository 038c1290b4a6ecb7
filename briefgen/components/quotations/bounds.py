"""Where the words reported begin and end, where the parse ties to them too much or too little."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefgen.components.quotations import sentence
from briefgen.components.quotations.sentence import child
from briefgen.components.quotations.words import is_verb, verbs

Range = tuple[int, int]
"""Token indices, half-open."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OWN_SUBJECTS = SUBJECTS | {"expl"}
CIRCUMSTANCE = frozenset({"as", "while", "though", "although"})
HELPERS = frozenset({"aux", "auxpass"})
# What a report set off by commas may not run over.
BREAKS = frozenset({";", ":", "—", "--", "–", "-", '"', "“"})
DASHES = frozenset({"—", "--", "–", "-", "―"})
CLOSING_MARKS = frozenset({'"', "”", "''", "’"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# A clause that says something has one of these.
SAYS = FINITE | {"MD"}
# A clause that begins so goes on with the words reported.
GOES_ON = frozenset({"because", "so", "if", "unless", "since", "until"})
EMPTY = frozenset({"CCONJ", "SCONJ", "PUNCT", "SPACE"})


def beside(verb: Token, first: Token, clause: Token) -> Range:
    """The clause's tokens on its own side of the verb, from another child on."""
    if clause.i > verb.i:
        start = max(min(first.left_edge.i, clause.left_edge.i), verb.i + 1)
        return _past_time(clause, start), end_of(verb, clause)
    subject = child(verb, SUBJECTS)
    end = min(verb.i, clause.right_edge.i + 1)
    if subject is not None and subject.left_edge.i > clause.i:
        end = min(end, subject.left_edge.i)
    return clause.left_edge.i, end


def _past_time(clause: Token, start: int) -> int:
    """Past the day of the report: in `told them this week he would go` nobody goes this week."""
    time = clause.doc[start]
    while time.head.i > time.i and time.head != clause and time.dep_ != "npadvmod":
        time = time.head
    behind = time.right_edge.i + 1
    subject = child(clause, OWN_SUBJECTS)
    if time.dep_ == "npadvmod" and subject is not None and subject.left_edge.i == behind:
        return behind
    return start


def end_of(verb: Token, last: Token) -> int:
    """Where the words reported end: before what only hangs on behind them."""
    doc = verb.doc
    stop = last.right_edge.i + 1
    before = verb.left_edge.i - 1
    if before > sentence.start(verb) and doc[before].text in DASHES:
        # "the bill - noting that it had no funds - and left"
        stop = next((i for i in range(verb.i, stop) if doc[i].text == doc[before].text), stop)
    for token in doc[max(last.left_edge.i, verb.i + 1) : stop]:
        if hangs_on(verb, last, token):
            edge = token.left_edge.i
            return edge - 1 if doc[edge - 1].text == "," or doc[edge - 1].dep_ == "cc" else edge
    return _further(verb, stop) if last.dep_ == "ccomp" else stop


def _further(verb: Token, stop: int) -> int:
    """Past what goes on with the words reported although the parse joins it to the verb."""
    for part in verb.rights:
        if part.i < stop:
            continue
        if verb.doc[part.left_edge.i - 1].text == ":":
            break
        own = child(part, OWN_SUBJECTS) is not None
        joined = part.dep_ in ("conj", "ccomp") and own and not is_verb(part)
        # "said she was here to work but also to stay": nobody says to stay.
        purpose = (
            part.dep_ == "conj" and part.tag_ == "VB" and any(t.tag_ == "TO" for t in part.lefts)
        )
        joined = joined or (purpose and verb.tag_ in FINITE)
        # "said that the man they want | has paid": one clause that the parse cuts in two.
        joined = joined or (part.dep_ == "ccomp" and part.left_edge.i == stop and not own)
        if joined or (part.dep_ == "advcl" and part.left_edge.lower_ in GOES_ON):
            stop = part.right_edge.i + 1
    return stop


def hangs_on(verb: Token, last: Token, token: Token) -> bool:
    """Whether a token begins something that reports, or circumstances, rather than the report."""
    before = token.doc[token.left_edge.i - 1].text
    comma, marked = before == ",", before in CLOSING_MARKS
    if token.lower_ == "according" or token.lower_ == "despite":
        return comma
    if token == last or token.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ == "advcl" and token.i > last.i:
        reporting = is_verb(token) and token.tag_ == "VBG"
        opener = token.left_edge
        opener = opener.nbor() if opener.lower_ == "even" else opener
        circumstance = opener.lower_ in CIRCUMSTANCE
        return (comma and (reporting or circumstance)) or (marked and circumstance)
    if token.dep_ != "conj" or child(token, OWN_SUBJECTS) is not None:
        return False
    if _is_past(token) and _is_unpast(token.head):
        # "said A would go and left", "says A is good but left": who left is who said it.
        return True
    if token.tag_ != verb.tag_:
        return False
    if token.tag_ == "VBZ" and _untensed(token.head) and child(token, HELPERS) is None:
        return True
    clause = token.lemma_ in verbs("clause") and child(token, {"ccomp", "xcomp"}) is not None
    named = token.lemma_ in verbs("object") | verbs("naming") and child(token, {"dobj"}) is not None
    own_report = clause or named
    return token.head == last and own_report and last.tag_ in ("VBD", "VBZ")


def _is_past(verb: Token) -> bool:
    """Whether it tells a deed as past: "left", "did not leave"; not "was late", not "or left"."""
    if verb.lemma_ == "be" or any(kid.lower_ == "or" for kid in verb.head.children):
        return False
    if verb.tag_ == "VBD":
        return child(verb, HELPERS) is None
    return verb.tag_ == "VB" and any(kid.lower_ == "did" for kid in verb.lefts)


def _is_unpast(verb: Token) -> bool:
    """Whether a verb is present or hangs on "would" or "to", so that no past goes on with it."""
    present = verb.tag_ in ("VBZ", "VBP") or any(kid.tag_ in ("VBZ", "VBP") for kid in verb.lefts)
    return present or _untensed(verb)


def _untensed(verb: Token) -> bool:
    """Whether a verb stands behind "would" or "to", so that no past tense goes on with it."""
    return verb.tag_ == "VB" and any(kid.tag_ in ("MD", "TO") for kid in verb.lefts)


def unbroken(doc: Doc, part: Range) -> Range:
    """Without the beginning of an aside of which the parse leaves the end outside.

    "that it fell (which helps the rest)" ends before the bracket, "that A - as B said - fell" with
    the sentence, because before the dash nothing is told yet.
    """
    start, stop = part
    brackets = [i for i in range(start, stop) if doc[i].text == "("]
    if brackets and all(doc[i].text != ")" for i in range(brackets[-1], stop)):
        return (start, brackets[-1]) if brackets[-1] > start else part
    end = sentence.end(doc[start])
    dashes = [i for i in range(start, end) if _is_dash(doc[i])]
    inside = [i for i in dashes if i < stop]
    if len(inside) % 2 == 0 or len(dashes) == len(inside):
        return part
    told = any(token.tag_ in SAYS for token in doc[start : inside[-1]])
    return (start, inside[-1]) if told else (start, end)


def _is_dash(token: Token) -> bool:
    """Whether it sets an aside off; a hyphen inside a word does not."""
    spaced = bool(token.whitespace_) and bool(token.i and token.nbor(-1).whitespace_)
    return token.text in DASHES and (spaced or token.text != "-")


def without(head: Token, part: Token) -> tuple[Range, ...]:
    """The head's tokens before and after those of a part of it; a lone "and" is nothing."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    ranges = [(start, part.left_edge.i), (part.right_edge.i + 1, end)]
    return tuple(
        (a, b) for a, b in ranges if a < b and any(t.pos_ not in EMPTY for t in head.doc[a:b])
    )
