"""Why the code of an event noun is withheld."""

from __future__ import annotations

from briefgen.components.statements.doubts import ASIDE, FINITE, SUFFERED, doubts
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import BEFORE
from briefgen.components.statements.sides import are_several, can_be_hit
from briefgen.components.statements.verb_senses import for_a_fault

WITH = frozenset({"with", "between", "among"})
OPENING, CLOSING = ("“", ' "', "‘", " '"), ("”", '"', "’ ", "' ")
# So near to their noun stand the marks of a name for it.
NEAR = 6
# Behind these stands no recipient of the noun's deed.
BESIDE = {
    "THREATEN": frozenset({"on", "at", "in", "over", "about", "for"}),
    "REQUEST": frozenset({"against"}),
}
SHOWN = frozenset({"support", "solidarity", "strength", "unity", "force", "respect", "love"})
# What these have behind "as" is somebody's word for it.
NAMING = frozenset(
    {"describe", "denounce", "condemn", "see", "view", "regard", "characterize", "characterise"}
    | {"portray", "brand", "label", "decry", "dismiss", "interpret"}
)


def _called_so(p: Parse, noun: int) -> bool:
    """ "called the convoy an invasion", "described it as an attack on B"."""
    if p.dep[noun] != "pobj" or p.lower[p.head[noun]] != "as":
        return p.dep[noun] == "oprd"
    over = p.head[p.head[noun]]
    if p.dep[over] == "dobj":
        over = p.head[over]
    return p.lemma[over] in NAMING


def _in_marks(p: Parse, noun: int) -> bool:
    """ "what he called an 'invasion of B'": a few words in marks are somebody's name for it."""
    first = max(noun - NEAR, p.doc[noun].sent.start)
    before = p.doc[first:noun].text
    behind = p.doc[noun + 1 : min(noun + NEAR, p.doc[noun].sent.end)].text
    opened = [at for at in (before.rfind(mark) for mark in OPENING) if at >= 0]
    return bool(opened) and any(mark in behind for mark in CLOSING)


def _heading(p: Parse, noun: int) -> bool:
    """ "A peace deal between A and B" alone on its line: no verb says that it came about."""
    sentence = p.doc[noun].sent
    return not any(
        p.tag[i] in FINITE or p.tag[i] == "MD" for i in range(sentence.start, sentence.end)
    )


def doubt_of_noun(p: Parse, noun: int, code: str, actor: int | None, recipient: int | None) -> str:
    """Doubts about a noun's code: between two it is sure, of one alone what that one suffers."""
    if code == "ASSAULT" and for_a_fault(p, noun):
        return "words that blame"
    if code == "ASSAULT" and any(p.lower[kid] in doubts().spoken for kid in p.kids[noun]):
        return "words that blame"
    if code == "PROTEST" and any(p.noun(of) in SHOWN for word, of in p.preps(noun) if word == "of"):
        return "what is shown, no protest"
    if _called_so(p, noun) or (code == "ASSAULT" and _in_marks(p, noun)):
        return "a name that somebody gives it"
    if _heading(p, noun):
        return "a heading, nothing told as done"
    beside = "" if recipient is None else p.lower[p.head[recipient]]
    if code == "CONSULT" and beside in ASIDE["CONSULT"]:
        return "the scene, nobody met"
    if beside in BESIDE.get(code, ()):
        return "the recipient stands aside"
    if code == "YIELD" and recipient is not None and not can_be_hit(p, recipient, code):
        return "the recipient is no party"
    if actor is not None and recipient is not None:
        two_sided = p.noun(noun) in doubts().two_sided
        if two_sided and "PERSON" in (p.label[actor], p.label[recipient]):
            return "words or blows"
        before = p.dep[actor] in BEFORE and p.tag[noun] == "NNS"
        return "one war in each" if two_sided and before else ""
    if p.noun(noun) in doubts().two_sided | doubts().lasting:
        return "one side alone"
    if p.lemma[p.head[noun]] == "blame" and p.dep[noun] == "dobj":
        return "laid on somebody, not done to him"
    if p.noun(noun) in doubts().ambiguous_nouns:
        return "more than one sense"
    if code == "CONSULT":
        if recipient is None:
            return "" if are_several(p, actor) else "with nobody"
        return "" if p.lower[p.head[recipient]] in WITH else "the scene, nobody met"
    if recipient is None or code not in SUFFERED:
        return "one side alone"
    return "" if can_be_hit(p, recipient, code) else "the recipient is no party"
