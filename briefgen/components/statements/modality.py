"""How certain the source itself is: asserted, planned, possible or negated.

The words are in `data/events_modality.yml`.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from briefgen.components.statements.attribution import withheld
from briefgen.components.statements.events import Words, lexicon, words
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import modifier_party
from briefgen.lists import load
from briefgen.model import Modality

LEVELS: tuple[Modality, ...] = ("negated", "planned", "possible")
MAX_CLIMB = 4
# Planned as reported later ("said it would leave"), possible where a condition stands beside it.
IRREAL = frozenset({"would", "'d"})
# What stands behind these is not what was done.
INSTEAD = frozenset({"instead of", "rather than"})
# Behind these an event noun is taken for granted ("an inquiry into the killing of B").
TAKEN_FOR_GRANTED = frozenset({"into", "after", "following", "since", "despite", "during"})
# Of these the subject is what happens, as surely as they say.
HAPPENING = frozenset({"take", "happen", "occur", "begin", "start", "resume", "follow"})
# What is or is not called so has happened.
CALLED = frozenset({"call", "describe", "condemn", "blame", "regard", "see", "treat", "label"})
# Who did not keep somebody from something saw it done ("did not stop A from leaving").
DID = frozenset({"did", "has", "have"})
# What is called off does not come, even if it was theirs; what is to be prevented is open.
CALLED_OFF = frozenset({"cancel", "scrap", "postpone", "avert", "foil", "thwart", "prevent"})
PREVENTING = frozenset({"stop", "prevent", "deter", "avoid", "block", "thwart", "avert"})
# Who decides against it does not do it.
DECIDING = frozenset({"decide", "vote", "choose", "rule"})
# What these have done to something is not done yet.
WANTING = frozenset({"want", "need", "wish", "prefer"})
# Who takes an opportunity uses it ("took the opportunity to ask").
TAKING = frozenset({"take", "seize", "use"})
OPENINGS = frozenset({"opportunity", "chance", "occasion", "moment", "liberty"})
# What one of these points at is more than imagined.
THE = frozenset({"the", "this", "that", "these", "those"})
# What these let or make somebody do is as sure as they are.
LETTING = frozenset({"let", "make", "have", "help"})
# With "not" these leave both open.
MAYBE = frozenset({"may", "might"})
# What the present tells behind these has not come, whatever must be or would be till then.
UNTIL = frozenset({"until", "till"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
PRESENT = frozenset({"VBZ", "VBP"})
# Prepositions that lead from what somebody plans, wants or refuses to the event.
LEADING = frozenset({"for", "to", "from", "of", "on", "about", "against", "with", "at"})
# Who calls something by a name takes it for granted.
NAMING = frozenset({"call", "insist", "suggest", "consider", "think", "believe"})
# Relations over which a governor decides about what hangs on it.
GOVERNED = frozenset(
    {"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "conj", "nsubjpass", "advcl"}
)


@dataclass(frozen=True, slots=True)
class Signals:
    """Words that decide, each with the modality it makes."""

    auxiliaries: dict[str, Modality]
    verbs: dict[str, Modality]
    adjectives: dict[str, Modality]
    nouns: dict[str, Modality]
    premodifiers: dict[str, Modality]
    adverbs: dict[str, Modality]
    negations: Words
    negative_determiners: Words
    possible_marks: Words
    factual: Words
    reporting: Words
    hedges: Words
    mere: Words
    outcomes: Words
    plans: Words
    pending: dict[str, Modality]
    ordinals: Words
    awaiting: Words
    told: Words
    making: Words


@functools.cache
def signals() -> Signals:
    """The word lists, read once."""
    data = load("events_modality")
    return Signals(
        auxiliaries=_levels(data["auxiliaries"]),
        verbs=_levels(data["verbs"]),
        adjectives=_levels(data["adjectives"]),
        nouns=_levels(data["nouns"]),
        premodifiers=_levels(data["premodifiers"]),
        adverbs=_levels(data["adverbs"]),
        negations=words(data["negations"]),
        negative_determiners=words(data["negative_determiners"]),
        possible_marks=words(data["possible_marks"]),
        factual=words(data["factual"]),
        mere=words(data["mere"]),
        outcomes=words(data["outcomes"]),
        plans=words(data["plans"]),
        pending=_levels(data["pending"]),
        ordinals=words(data["ordinals"]),
        awaiting=words(data["awaiting"]),
        making=words(data["making"]),
        told=words(data["told"]),
        reporting=words(data["reporting"]),
        hedges=frozenset(_levels(data["adjectives"])) | frozenset(_levels(data["verbs"])),
    )


def _levels(lists: dict[str, str]) -> dict[str, Modality]:
    """Word -> modality; a word that stands under two keeps the stronger, as LEVELS has them."""
    found: dict[str, Modality] = {}
    for level in reversed(LEVELS):
        found.update(dict.fromkeys(lists.get(level, "").split(), level))
    return found


def modality(p: Parse, event: int) -> tuple[Modality, str]:
    """The modality of a verb or an event noun, and the word that decided ("" where none did)."""
    known = signals()
    if _unsaid(p, event):
        return "possible", "not said"
    if " ".join(p.lower[max(event - 2, 0) : event]) in INSTEAD:
        return "negated", p.lower[event - 2]
    current = event
    for _ in range(MAX_CLIMB):
        own = _own(p, current, known)
        if own is not None and current != event and _of_the_object(p, event, current, known):
            own = None
        if own is not None:
            hoped = _hoped(p, current, known) if own[1] in IRREAL else None
            return hoped or own
        head, dep = p.head[current], p.dep[current]
        if head == current:
            return ("planned", "to") if _infinitive(p, current) else ("asserted", "")
        if dep in ("acl", "relcl") and _infinitive(p, current) and _ordinal(p, head, known):
            current = p.head[head]
            continue
        if _outcome(p, current, dep, known):
            current = head
            continue
        if dep == "pobj" and p.pos[event] == "NOUN" and _taken_for_granted(p, event, head, known):
            return "asserted", ""
        if dep == "nsubj" and p.pos[current] == "NOUN":
            if p.lemma[head] in HAPPENING:
                return _own(p, head, known) or ("asserted", "")
            seemed = _seemed(p, head, known) or _imagined(p, current, head, known)
            if seemed is None and _conditional(p, head):
                return "possible", "if"
            return seemed or ("asserted", "")
        if dep == "nsubjpass" and p.pos[current] == "NOUN" and p.lemma[head] in CALLED:
            return "asserted", ""
        if dep == "attr":
            # "it would be the first summit"
            current = head
            continue
        opener = _awaited(p, current, head, known) if dep == "advcl" else ""
        if opener:
            return "planned", opener
        if dep == "acl" and _only_wanted(p, current, head):
            return "possible", p.lemma[p.head[head]]
        governed = _governed(p, current, head, dep, known)
        if governed is not None:
            return governed
        if not _passes(p, current, head, dep):
            break
        current = p.head[head] if dep in ("pcomp", "pobj") else head
    return "asserted", ""


def _own(p: Parse, event: int, known: Signals) -> tuple[Modality, str] | None:
    """What hangs on the event itself: "not", "will", "planned", "if"."""
    found: tuple[Modality, str] | None = None
    conditional = False
    if _asked(p, event):
        return "possible", "?"
    for kid in p.kids[event]:
        word, dep = p.lower[kid], p.dep[kid]
        if dep == "neg" or (dep in ("advmod", "cc", "preconj", "det") and word in known.negations):
            if known.mere.intersection(p.lower[kid + 1 : kid + 2]):
                continue
            doubted = next((p.lower[k] for k in p.kids[event] if p.lower[k] in MAYBE), "")
            return ("possible", f"{doubted} not") if doubted else ("negated", word)
        if dep in ("dobj", "nsubj", "nsubjpass") and _no(p, kid, known):
            return "negated", "no"
        if word == "longer" and p.lower[kid - 1 : kid] == ["no"]:
            return "negated", "no longer"
        if dep == "aux" and word in known.auxiliaries and not _had(p, event, kid):
            found = found or (known.auxiliaries[word], word)
        elif dep == "amod" and word in known.premodifiers:
            found = found or (known.premodifiers[word], word)
        elif dep == "advmod" and word in known.adverbs:
            found = found or (known.adverbs[word], word)
        elif dep == "acomp" and word in known.pending and p.lemma[event] == "be":
            found = found or (known.pending[word], word)
        elif dep == "auxpass" and p.tag[kid] in PRESENT and p.lower[event] in known.pending:
            found = found or (known.pending[p.lower[event]], p.lower[event])
        elif dep == "det" and word == "any":
            found = found or ("possible", word)
        elif dep == "advcl" and _conditional(p, kid):
            conditional = True
        elif dep == "mark" and word in known.possible_marks:
            found = found or ("possible", word)
    if found is not None and found[1] in IRREAL:
        if conditional:
            return "possible", f"{found[1]} if"
        if any(p.lower[kid] == "have" and p.dep[kid] == "aux" for kid in p.kids[event]):
            return "possible", f"{found[1]} have"
    return found


def _had(p: Parse, verb: int, auxiliary: int) -> bool:
    """ "he'd been shot", "he'd left": had, not would."""
    short = p.lower[auxiliary] == "'d"
    been = any(p.lower[kid] == "been" for kid in p.kids[verb])
    return short and (been or (p.tag[verb] == "VBN" and not p.passive(verb)))


def _seemed(p: Parse, verb: int, known: Signals) -> tuple[Modality, str] | None:
    """ "a meeting seemed impossible", "an attack is likely"."""
    state = p.child(verb, "acomp", "oprd")
    level = known.adjectives.get(p.lemma[state]) if state is not None else None
    return (level, p.lemma[state]) if level and state is not None else None


def _imagined(p: Parse, noun: int, verb: int, known: Signals) -> tuple[Modality, str] | None:
    """ "an attack on B would be a mistake": one that nobody has made, unlike "the attack"."""
    if any(p.tag[kid] in ("PRP$", "WP$") or p.lower[kid] in THE for kid in p.kids[noun]):
        return None
    over = _own(p, verb, known)
    return ("possible", over[1]) if over is not None and over[1] in known.auxiliaries else None


def _hoped(p: Parse, event: int, known: Signals) -> tuple[Modality, str] | None:
    """ "hopes that A would leave", "denied that A would": nobody has said that A will."""
    over = p.lemma[p.head[event]]
    if p.dep[event] == "acl" and _no_such(p, p.head[event], known):
        return "possible", f"no {over}"
    if p.dep[event] != "ccomp" or over in known.reporting:
        return None
    words = known.adjectives if p.pos[p.head[event]] == "ADJ" else known.verbs
    level = words.get(over)
    return (level, over) if level else None


def _asked(p: Parse, verb: int) -> bool:
    """ "Is A ready?": a question for yes or no. "Who killed B?" takes the killing for granted."""
    kids = p.kids[verb]
    if not any(p.lower[kid] == "?" for kid in kids) or any(p.tag[kid][0] == "W" for kid in kids):
        return False
    holder = p.child(verb, "nsubj", "nsubjpass")
    first = min([verb, *(kid for kid in kids if p.dep[kid] in ("aux", "auxpass"))])
    return holder is not None and first < holder


def _outcome(p: Parse, verb: int, dep: str, known: Signals) -> bool:
    """ "passed B to become the first": what came of it."""
    if p.lemma[verb] not in known.outcomes or not _infinitive(p, verb):
        return False
    head = p.head[verb]
    if dep == "xcomp":
        return p.has(head, "dobj") and p.lemma[head] not in known.hedges
    return dep == "advcl"


def _unsaid(p: Parse, event: int) -> bool:
    """ "did not say that B came"; "did not say when B came" takes the coming for granted."""
    if p.dep[event] != "ccomp" or not withheld(p, p.head[event]):
        return False
    return not any(p.tag[i][0] == "W" for i in range(p.left(event), event))


def _awaited(p: Parse, clause: int, head: int, known: Signals) -> str:
    """ "will leave when the talks end": the opener where the present tells what is to come."""
    tenses = {p.tag[i] for i in (clause, *p.kids[clause]) if p.pos[i] in ("VERB", "AUX")}
    present = bool(tenses & PRESENT) and "VBD" not in tenses
    before = (p.lower[kid] for kid in p.kids[clause] if kid < clause)
    opener = next((word for word in before if word in known.awaiting), "")
    ahead = any(
        known.auxiliaries.get(p.lower[kid]) == "planned" and p.lower[kid] not in IRREAL
        for kid in p.kids[head]
        if p.dep[kid] == "aux"
    )
    ahead = ahead or opener in UNTIL or _pending(p, head, known)
    return opener if present and ahead else ""


def _pending(p: Parse, verb: int, known: Signals) -> bool:
    """ "is likely to speak", "is expected to speak"."""
    over = p.head[verb]
    return _infinitive(p, verb) and (p.lower[over] in known.pending or p.lower[over] == "expected")


def _conditional(p: Parse, clause: int) -> bool:
    """Whether a clause opens with "if"."""
    return any(p.dep[kid] == "mark" and p.lower[kid] == "if" for kid in p.kids[clause])


def _no(p: Parse, noun: int, known: Signals) -> bool:
    """ "no troops", "nobody"."""
    if p.lower[noun] in ("nobody", "nothing", "none", "no-one"):
        return True
    return any(
        (p.dep[kid] == "det" and p.lower[kid] in known.negative_determiners)
        or (p.lower[kid] == "not" and kid < noun)
        or (p.lower[kid] in ("many", "all") and "not" in (p.lower[k] for k in p.kids[kid]))
        for kid in p.kids[noun]
    )


def _governed(
    p: Parse, event: int, head: int, dep: str, known: Signals
) -> tuple[Modality, str] | None:
    """What the word over the event makes of it: "plans to", "refusal to", "ready to"."""
    infinitive = _infinitive(p, event)
    if dep in GOVERNED and dep not in ("conj", "advcl"):
        if dep in ("pobj", "pcomp") and p.lower[head] == "without":
            return "negated", "without"
        keen = p.lower[head] == "in" and p.pos[p.head[head]] == "ADJ"  # "interested in"
        if dep in ("pobj", "pcomp") and p.lower[head] not in LEADING and not keen:
            return None
        if dep == "pcomp" and p.tag[event] == "VBD":
            # "a plan for what he called ...": the clause is a name, not what is planned.
            return None
        governor = p.head[head] if dep in ("pcomp", "pobj") else head
        if dep == "ccomp" and ";" in p.lower[event:governor]:
            return None
        helped = p.lemma[governor] == "help" and p.tag[governor] != "VB"
        if helped or p.lemma[governor] in known.factual or p.lower[governor] == "had":
            return None
        if dep == "acl" and _taken(p, governor):
            return None
        if p.lemma[governor] in known.told and p.pos[governor] == "VERB":
            return None  # "claims to own": told as so
        found = _by_governor(p, event, governor, dep, known)
        called_off = p.lemma[governor] in CALLED_OFF
        if found is not None and found[0] == "negated" and not called_off and _owned(p, event):
            return None  # "dismissed A's attack on B": A did attack
        if found is not None and p.lemma[governor] in PREVENTING and _not_yet(p, governor, known):
            return "possible", found[1]
        if dep == "pcomp" and p.lower[head] == "against" and p.lemma[governor] in DECIDING:
            return "negated", "against"
        if found is not None and _negated(p, governor):
            if found[0] == "negated":  # "would not hesitate to", "did not refuse to"
                gone_on = dep == "pcomp" and any(p.lower[kid] in DID for kid in p.kids[governor])
                # "did not stop A from leaving": A left
                return ("asserted" if gone_on else "possible"), f"not {found[1]}"
            return "negated", f"not {found[1]}"
        if found is not None:
            return found
    return ("planned", "to") if infinitive else None


def _not_yet(p: Parse, verb: int, known: Signals) -> bool:
    """ "to deter B from", "would prevent": what is to be prevented is as open as that."""
    helped = any(p.dep[kid] == "aux" and p.lower[kid] in known.auxiliaries for kid in p.kids[verb])
    return helped or _infinitive(p, verb)


def _only_wanted(p: Parse, participle: int, noun: int) -> bool:
    """ "want sanctions extended to B"."""
    wanted = p.dep[noun] == "dobj" and p.lemma[p.head[noun]] in WANTING
    return wanted and p.tag[participle] == "VBN"


def _taken_for_granted(p: Parse, event: int, preposition: int, known: Signals) -> bool:
    """ "an inquiry into the killing of B", "a review of A's attack": it has happened."""
    if p.lower[preposition] in TAKEN_FOR_GRANTED:
        return True
    holder = p.head[preposition]
    told = p.pos[holder] == "NOUN" and p.lemma[holder] not in known.nouns
    return told and p.lower[preposition] == "of" and _owned(p, event)


def _owned(p: Parse, event: int) -> bool:
    """Whether an event noun is somebody's: "A's attack", "the A attack"."""
    return p.pos[event] == "NOUN" and modifier_party(p, event) is not None


def _of_the_object(p: Parse, event: int, head: int, known: Signals) -> bool:
    """ "pulled no punches and urged B": the "no" is about the punches alone."""
    obj = p.child(head, "dobj")
    return p.dep[event] == "conj" and obj is not None and _no(p, obj, known)


def _taken(p: Parse, noun: int) -> bool:
    """ "took the opportunity"."""
    taken = p.dep[noun] == "dobj" and p.lemma[p.head[noun]] in TAKING
    return taken and p.lemma[noun] in OPENINGS


def _ordinal(p: Parse, noun: int, known: Signals) -> bool:
    """ "the first town to fall": it did, or will, as the clause around it says."""
    return any(p.lower[kid] in known.ordinals for kid in p.kids[noun] if kid < noun)


def _negated(p: Parse, governor: int) -> bool:
    """ "not ready to", "did not agree to"."""
    copula = p.head[governor] if p.dep[governor] == "acomp" else governor
    return p.has(copula, "neg")


def _infinitive(p: Parse, event: int) -> bool:
    """ "to" before the verb: without a word that says otherwise it has not happened."""
    return any(p.dep[kid] == "aux" and p.lower[kid] == "to" for kid in p.kids[event])


def _by_governor(
    p: Parse, event: int, governor: int, dep: str, known: Signals
) -> tuple[Modality, str] | None:
    """What a verb, an adjective or a noun over the event says of it."""
    lemma, pos = p.lemma[governor], p.pos[governor]
    if pos in ("VERB", "AUX"):
        return _under_verb(p, event, governor, lemma, known)
    if pos == "ADJ" and dep in ("xcomp", "ccomp", "pcomp"):
        level = known.adjectives.get(lemma)
        return (level, lemma) if level else None
    if pos in ("NOUN", "PROPN") and dep in ("acl", "pobj", "pcomp"):
        participle = p.tag[event] in ("VBG", "VBN") and not p.has(event, "mark")
        if dep == "acl" and participle and not _infinitive(p, event):
            return None
        if any(p.lower[kid] == "that" and p.dep[kid] == "dobj" for kid in p.kids[event]):
            return None  # "a demand that A refused": A refused the demand
        if dep == "acl" and _no_such(p, governor, known):
            planned = known.nouns.get(lemma) == "planned"  # "has no intention to"
            return ("negated" if planned else "possible"), f"no {lemma}"
        level = known.nouns.get(lemma)
        return (level, lemma) if level else None
    return None


def _no_such(p: Parse, noun: int, known: Signals) -> bool:
    """ "no evidence that A came", "never had any"; "no" is not always parsed as a determiner."""
    if p.dep[noun] == "dobj" and _negated(p, p.head[noun]):
        return True
    return any(p.lower[kid] in known.negative_determiners for kid in p.kids[noun])


def _under_verb(
    p: Parse, event: int, governor: int, lemma: str, known: Signals
) -> tuple[Modality, str] | None:
    """ "plans to V", "denied that V", "refused talks"; a finite "agreed that V" says nothing."""
    if p.lower[governor] == "going" and p.dep[event] == "xcomp":
        return "planned", "going to"
    level = known.verbs.get(p.verb(governor)) or known.verbs.get(lemma)
    if level is None:
        return None
    finite = p.dep[event] == "ccomp" and not _infinitive(p, event)
    if finite and (level == "planned" or lemma in known.reporting) and _tensed(p, event):
        return None
    if p.pos[event] == "NOUN" and (lemma == "stop" or (lemma in NAMING and _given(p, event))):
        return None  # what is to be stopped goes on; "called the attack an outrage"
    if lemma == "stop" and p.dep[event] == "pcomp" and _infinitive(p, governor):
        return "possible", lemma
    if p.pos[event] in ("NOUN", "PROPN") and lemma in ("agree", "expect", "need", "allow", "help"):
        return _own(p, governor, known)
    return level, p.verb(governor)


def _given(p: Parse, noun: int) -> bool:
    """ "the attack": one that has happened."""
    return any(p.lower[kid] == "the" for kid in p.kids[noun])


def _tensed(p: Parse, event: int) -> bool:
    """Whether a verb or its auxiliary stands in the present or the past."""
    return p.tag[event] in TENSED or any(
        p.dep[kid] in ("aux", "auxpass") and p.tag[kid] in TENSED for kid in p.kids[event]
    )


def _passes(p: Parse, event: int, head: int, dep: str) -> bool:
    """Whether what is said of the governor holds for the event as well."""
    if dep == "conj":
        if any(p.lower[kid] == "but" for kid in p.kids[head] if p.dep[kid] == "cc"):
            return False
        if p.has(event, "aux") or p.has(event, "auxpass"):
            return False
        return not p.has(event, "nsubj") or p.tag[event] in ("VB", "VBN", "VBG")
    if dep == "dobj":
        # "could face charges", but "could discuss charges" takes them for granted.
        known = lexicon()
        carried = known.light | known.undergoing | signals().making
        return p.verb(head) in carried or _taken(p, event)
    if dep == "pcomp":
        # "willing to join in attacking B"
        by = p.lower[head] == "by" and not _negated(p, p.head[head])
        return p.lower[head] in LEADING or p.lower[head] == "in" or by
    if dep in ("xcomp", "acomp"):
        return True
    if dep == "ccomp" and p.tag[event] == "VB" and p.lemma[head] in LETTING:
        return True
    if dep in ("ccomp", "acl") and p.tag[event] == "VBG" and p.lemma[head] == "show":
        return True  # "appears to show them firing"
    if dep == "advcl":
        # "may have struck the town, killing nine"
        own = p.has(event, "nsubj") or p.has(event, "mark") or event < head
        return p.tag[event] == "VBG" and not own
    if dep == "pobj":
        return p.pos[p.head[head]] == "NOUN"
    return dep == "acl" and p.tag[event] == "VB"
