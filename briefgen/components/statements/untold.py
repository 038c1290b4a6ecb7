"""Codes that nobody vouches for: what is asked, supposed, wished, or only the writer's own voice.

The words are in `data/events_doubt.yml`.
"""

from __future__ import annotations

from briefgen.components.statements.events import COOPERATIVE, say_verbs, verb_code, words
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import involves
from briefgen.lists import load

_LISTS = load("events_doubt")
# By these nobody promises, refuses or threatens what hangs on them.
UNSAID = words(_LISTS["unsaid"])
# What is only asked or supposed has not happened.
SUPPOSED = words(_LISTS["supposed"])
# What ought to happen is a view: worth telling where somebody holds it, not the writer alone.
WANTED = words(_LISTS["wanted"])
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
# What somebody says in one's own name; what others want is only told of them.
SPOKEN = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
WITHHOLDING = frozenset({"decline", "refuse"})
NEGATIVE = frozenset({"not", "n't", "never", "no"})
# What stands with these was not done, which refuses nothing.
UNDONE = frozenset({"without", "instead", "rather", "no", "nearly", "almost", "barely", "scarcely"})
COURTS = frozenset({"court", "judge", "jury", "tribunal", "panel"})
WILLED = frozenset({"will", "would", "wo", "'ll"})
PERFECT = frozenset({"have", "has", "had", "'ve"})


def untold(
    p: Parse,
    event: int,
    slots: tuple[int | None, int | None],
    codes: tuple[str, str | None],
    signal: str,
    credited: tuple[bool, bool],
) -> str:
    """Why nobody says that an event is so, in a few words; empty where somebody does.

    `slots` are actor and recipient, `codes` the event's own and that of what was said about it,
    `signal` the word that decided its modality, `credited` whether it stands in a quotation, and
    whether on anybody's word.
    """
    code, composed = codes
    quoted, attributed = credited
    if not quoted and p.doc[event].sent.text.rstrip().endswith("?"):
        return "a question"
    if signal in SUPPOSED or (signal in WANTED and not attributed) or _under_a_condition(p, event):
        return "only supposed"
    if signal.endswith(" not"):
        return "left open"
    if signal == "to":
        return "a purpose, told by nobody"
    if code == "REJECT" and signal in NEGATIVE:
        return "not refused"
    if signal in NEGATIVE and _ought(p, event):
        return "what ought not to be"
    if code == "ASSAULT" and (signal in NEGATIVE | UNDONE or signal.startswith("no ")):
        return "not done"
    if signal in WITHHOLDING and p.lemma[event] in say_verbs():
        return "not said"
    if signal in WANTED and any(p.lower[kid] == "have" for kid in p.kids[event]):
        return "not done"
    if signal == "can":
        return "what can be done, no deed"
    actor = slots[0]
    if quoted and composed in SPOKEN and actor is not None and not _first_person(p, actor):
        return "what a speaker says that others want"
    if not quoted and any(i is not None and _first_person(p, i) for i in slots):
        return "the writer's own voice"
    if composed == code:
        return ""
    if p.pos[event] != "VERB":
        return "nobody said so"
    if UNSAID.intersection(signal.split()):
        return "nobody said so"
    if _told_to(p, event, slots[0]):
        return "nobody said so"
    if composed == "AGREE" and (slots[1] is None or not _somebody(p, slots[1])):
        return "the recipient is no party"
    if composed == "REJECT" and any(p.lower[kid] in PERFECT for kid in p.kids[event]):
        return "not done so far, not refused"
    if composed == "REJECT" and any(p.lower[kid] in WANTED for kid in p.kids[event]):
        return "what ought not to be, not refused"
    if composed == "REJECT" and signal in NEGATIVE and not _willed(p, event):
        return "not done, not refused"
    if composed == "REJECT" and signal in UNDONE:
        return "not done, not refused"
    if composed == "REJECT" and _told_above(p, event, signal):
        return "the refusal is told already"
    if composed == "THREATEN" and slots[0] is not None and _judges(p, slots[0]):
        return "a ruling to come, no threat"
    there = slots[1] is not None and p.lower[p.head[slots[1]]] == "to"
    if composed == "THREATEN" and code == "MOBILIZE" and there:
        return "sent there, against nobody"
    if composed == "THREATEN" and slots[0] is None:
        return "nobody threatens"
    if composed == "THREATEN" and _helps(p, event):
        return "to help, no threat"
    return ""


def _under_a_condition(p: Parse, event: int) -> bool:
    """ "if A is there to help B": all of the clause is supposed, but for what it says of a noun."""
    while not any(p.dep[kid] == "mark" and p.lower[kid] in SUPPOSED for kid in p.kids[event]):
        if p.head[event] == event or p.dep[event] == "relcl":
            return False
        event = p.head[event]
    return True


def _first_person(p: Parse, i: int) -> bool:
    """ "we", not "US"."""
    return p.pos[i] == "PRON" and p.lower[i] in FIRST_PERSON


def _somebody(p: Parse, noun: int) -> bool:
    """Whether a promise can be made to it: a party, or what is a party's."""
    return involves(p, noun) or p.pos[noun] == "PROPN"


def _told_to(p: Parse, event: int, actor: int | None) -> bool:
    """ "ordered B to help C": B has promised nothing."""
    if actor is None or p.tag[event] != "VB":
        return False
    above = p.dep[actor] == "dobj" and p.head[actor] == p.head[event]
    clause = p.dep[event] == "ccomp" and p.head[actor] == event
    return above or (clause and p.dep[actor] == "nsubj" and not _modal(p, event))


def _modal(p: Parse, event: int) -> bool:
    """ "that B will help", not "B to help"."""
    return any(p.tag[kid] == "MD" for kid in p.kids[event])


def _willed(p: Parse, event: int) -> bool:
    """ "will not help", "would not help": who does not want to refuses."""
    return any(p.lower[kid] in WILLED and p.dep[kid] == "aux" for kid in p.kids[event])


def _told_above(p: Parse, event: int, signal: str) -> bool:
    """ "refused to help B": "refused" tells it."""
    over = p.head[event]
    refusing = p.lemma[over] == signal and verb_code(p, over, None)[0] == "REJECT"
    return p.dep[event] == "xcomp" and refusing


def _ought(p: Parse, event: int) -> bool:
    """ "should not", "must not"."""
    return any(p.lower[kid] in WANTED and p.dep[kid] == "aux" for kid in p.kids[event])


def _judges(p: Parse, noun: int) -> bool:
    """ "the court", "U.S. District Judge B"."""
    return any(p.lower[i] in COURTS for i in range(p.left(noun), noun + 1))


def _helps(p: Parse, event: int) -> bool:
    """ "will send troops to protect B"."""
    purpose = (kid for kid in p.kids[event] if p.dep[kid] in ("advcl", "xcomp"))
    return any(p.tag[kid] == "VB" and verb_code(p, kid, None)[0] in COOPERATIVE for kid in purpose)
