"""What a reporting word reports: the tokens said to be somebody's, from the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefgen.components.quotations import sentence
from briefgen.components.quotations.bounds import (
    BREAKS,
    CIRCUMSTANCE,
    EMPTY,
    FINITE,
    OWN_SUBJECTS,
    SAYS,
    SUBJECTS,
    Range,
    beside,
    end_of,
    without,
)
from briefgen.components.quotations.sentence import child
from briefgen.components.quotations.words import verbs
from briefgen.lists import load

PARENTHETIC = frozenset({"parataxis", "ccomp", "advcl", "dep", "conj"})
OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp", "prep", "xcomp"})
# Prepositions that go on with an object: "accused her of", "praised her for", "cited it as".
OBJECT_TAILS = frozenset({"of", "as", "for"})
# How far "that" may stand behind a verb whose clause the parse does not give.
NEAR = 9
# The same behind an aside: "insisted, most recently in a letter to the council, that ...".
FAR = 20
# What "that" is where it stands for a noun.
RELATIVE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
# Behind these stands who is called on, or what for.
CALLED = frozenset({"on", "upon", "for"})
CLAUSAL = frozenset({"VERB", "AUX", "SCONJ"})
# What a report set off by commas may not run over, and how long its subject and verb may be.
LONGEST_ASIDE = 12


def content(verb: Token) -> tuple[tuple[Range, ...], str]:
    """What the verb reports, and by which frame."""
    lemma = verb.lemma_.lower()
    clause = _clause(verb)
    if lemma in verbs("clause"):
        around = _around(verb)
        if around:
            return around, "parenthesis"
        if clause is not None:
            return (beside(verb, _first(verb, clause), clause),), "clause of"
        if _is_parenthetic(verb):
            return without(sentence.root(verb), verb), "parenthesis"
    if lemma in verbs("infinitive"):
        infinitive = child(verb, {"xcomp", "ccomp"})
        if infinitive is not None and infinitive.lower_ in verbs("anonymity"):
            return (), "wish of"
        if infinitive is not None and _has_to(infinitive) and not _convened(verb):
            return (beside(verb, _asked(verb) or infinitive, infinitive),), "infinitive of"
    plan = _plan(verb)
    if plan is not None:
        return (plan,), "plan of"
    deed = child(verb, {"xcomp"})
    if deed is not None and deed.tag_ == "VBG" and lemma in verbs("doing"):
        return (beside(verb, deed, deed),), "deed of"
    found = _object(verb, lemma)
    if found is not None:
        return (_without_relative(verb.doc, found),), "object of"
    if lemma in verbs("clause"):
        found = _after_that(verb)
        if found is not None:
            return (found,), "words after"
    return (), "marked words with"


def _convened(verb: Token) -> bool:
    """ "the meeting he called to defend it": one calls on somebody, or for something, to do it."""
    return verb.lemma_ == "call" and not any(kid.lower_ in CALLED for kid in verb.rights)


def _clause(verb: Token) -> Token | None:
    """The clause reported; one before the verb is another sentence if a semicolon ends it."""
    behind = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    before = next((c for c in verb.lefts if c.dep_ == "ccomp" and not _is_circumstance(c)), None)
    if behind is None and before is not None:
        return None if verb.doc[before.right_edge.i + 1].text in BREAKS else before
    return behind


def _is_circumstance(clause: Token) -> bool:
    """ "While he admitted it, she noted ...": what stands before is not what she noted."""
    return clause.left_edge.lower_ in CIRCUMSTANCE


def _first(verb: Token, clause: Token) -> Token:
    """The clause, or its subject where the parse takes that for an object of the verb."""
    before = next((kid for kid in verb.rights if kid.dep_ == "dobj"), None)
    if before is None or child(clause, OWN_SUBJECTS) or verb.lemma_ in verbs("addressed"):
        return clause
    return before if before.right_edge.i + 1 == clause.left_edge.i else clause


def _object(verb: Token, lemma: str) -> Range | None:
    """`denied the report`, `called the plan a mistake`, `called for reforms`."""
    if verb.dep_ == "acl":
        return None
    parts = [
        part
        for part in verb.rights
        if part.dep_ in OBJECTS and (part.dep_ != "prep" or part.lower_ in OBJECT_TAILS)
    ]
    if lemma in verbs("object") and parts:
        return parts[0].left_edge.i, end_of(verb, parts[-1])
    if lemma in verbs("naming"):
        if len(parts) > 1 and parts[0].dep_ == "dobj":
            return parts[0].left_edge.i, end_of(verb, parts[-1])
        clause = child(verb, {"ccomp"})
        if clause is not None and clause.pos_ != "VERB":
            return beside(verb, clause, clause)
    if lemma in verbs("judging") and len(parts) > 1 and parts[0].dep_ == "dobj":
        reason = parts[-1]
        if reason.lower_ == "for" and child(reason, {"pcomp"}) is not None:
            return parts[0].left_edge.i, end_of(verb, reason)
    return _topic(verb, lemma) if lemma in verbs("about") else None


def _without_relative(doc: Doc, part: Range) -> Range:
    """Without what the writer adds: "acknowledged the drought, which makes him an outlier"."""
    for i in range(part[0] + 1, part[1] - 1):
        token = doc[i]
        relative = token.tag_ in ("WDT", "WP", "WP$", "WRB") and doc[i - 1].text == ","
        if relative and doc[part[1] - 1] in token.head.subtree and token.head.dep_ == "relcl":
            return part[0], i - 1
    return part


def _plan(verb: Token) -> Range | None:
    """ "announced plans this week to give away half of it": what is planned."""
    noun = child(verb, {"dobj"})
    if noun is None or verb.lemma_ not in verbs("announcing") or noun.lemma_ not in verbs("plans"):
        return None
    deed = child(noun, {"acl"}) or child(verb, {"advcl", "xcomp"})
    if deed is None or deed.i < noun.i or not _has_to(deed):
        return None
    return deed.left_edge.i, end_of(verb, deed)


def _topic(verb: Token, lemma: str) -> Range | None:
    """What stands behind the verb's preposition: `called for reforms`."""
    prepositions = load("reporting")["about"][lemma]
    for part in verb.rights:
        topic = child(part, {"pobj", "pcomp"})
        if part.dep_ == "prep" and part.lower_ in prepositions and topic is not None:
            return topic.left_edge.i, end_of(verb, topic)
    return None


def _after_that(verb: Token, near: int = NEAR) -> Range | None:
    """The rest of the sentence after "that", where the parse has the clause elsewhere."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBN":
        return None
    doc, stop = verb.doc, sentence.end(verb)
    aside = doc[verb.i + 1 : verb.i + 2].text == ","
    for token in doc[verb.i + 1 : min(verb.i + (FAR if aside else near), stop)]:
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT"):
            if token.dep_ in RELATIVE or (aside and doc[token.i - 1].text != ","):
                return None
            clause = token.head
            return token.i, end_of(verb, clause) if clause.dep_ == "acl" else stop
        if (token.is_punct and not (aside and token.text == ",")) or token.tag_ in FINITE:
            break
    return None


def _around(verb: Token) -> tuple[Range, ...]:
    """What stands around a report set off by commas: `The ship, officials say, left port.`"""
    subject = child(verb, {"nsubj"})
    doc = verb.doc
    if subject is None or verb.dep_ in ("relcl", "acl") or child(verb, {"mark"}) is not None:
        return ()
    if any(_takes_object(verb, child) for child in verb.children):
        return ()
    start, end = min(subject.left_edge.i, verb.i), max(subject.right_edge.i, verb.i) + 1
    first, stop = sentence.start(verb), sentence.end(verb)
    if start - 1 <= first or doc[start - 1].text != "," or end - start > LONGEST_ASIDE:
        return ()
    while end < stop and doc[end].text not in (",", ".", "!", "?"):
        begins = doc[end].dep_ in OWN_SUBJECTS and doc[end].head.i > end
        if (
            begins
            or doc[end].pos_ in CLAUSAL
            or doc[end].text in BREAKS
            or doc[end].lower_ == "that"
        ):
            return ()
        end += 1
    ranges = [(first, start)]
    if end + 1 < stop and doc[end].text == "," and not _is_aside(doc[end + 1]):
        ranges.append((end + 1, stop))
    if not any(token.tag_ in SAYS for part in ranges for token in doc[slice(*part)]):
        return ()
    return tuple((a, b) for a, b in ranges if any(t.pos_ not in EMPTY for t in doc[a:b]))


def _is_aside(token: Token) -> bool:
    """Whether what begins here is about the report: `..., he said, praising her`."""
    return (
        (token.tag_ == "VBG" and token.dep_ != "csubj")
        or token.pos_ == "CCONJ"
        or token.lower_ in CIRCUMSTANCE
    )


def complement(verb: Token) -> Range | None:
    """Everything a verb takes to its right: where marked words show that it reports."""
    parts = [
        part
        for part in verb.rights
        if (part.dep_ in OBJECTS or part.dep_ == "ccomp") and part.lower_ != "by"
    ]
    if not parts:
        return None
    if verb.lemma_.lower() in verbs("addressed"):
        said = _after_that(verb, FAR)
        if said is not None:
            return said
    start = parts[0].left_edge.i
    # "referred to them as": the preposition belongs to the verb.
    return start + (parts[0].dep_ == "prep"), end_of(verb, parts[-1])


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def _is_parenthetic(verb: Token) -> bool:
    """Whether the verb and its subject stand between commas inside the words reported."""
    if verb.dep_ not in PARENTHETIC or child(verb, SUBJECTS) is None:
        return False
    if any(_takes_object(verb, child) for child in verb.children):
        return False
    doc, first = verb.doc, sentence.start(verb)
    left, right = verb.left_edge.i, verb.right_edge.i
    opening = left == first and doc[left].lower_ == "as"
    before = left > first and "," in (doc[left - 1].text, doc[left].text)
    after = right + 1 >= sentence.end(verb) or doc[right].is_punct or doc[right + 1].is_punct
    return (before or opening) and after


def _takes_object(verb: Token, child: Token) -> bool:
    """Whether a child shows that the verb reports something else, or nothing."""
    if child.dep_ == "dobj":
        return verb.lemma_ != "tell"
    return child.dep_ == "neg" or (child.dep_ == "prep" and child.lower_ in ("at", "about", "of"))


def _asked(verb: Token) -> Token | None:
    """Who is to do it: "urged the council to act", "told them to go"."""
    # "called on the council to act"
    on = next((child for child in verb.rights if child.lower_ in ("on", "upon", "for")), None)
    return child(verb, {"dobj"}) or child(on, {"pobj"})
