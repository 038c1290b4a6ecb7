"""Who does what a verb says, over passive voice, relative clauses, coordination and infinitives."""

from __future__ import annotations

from briefgen.components.statements.events import TIME_LABELS, lexicon
from briefgen.components.statements.parse import NOMINAL, Parse
from briefgen.components.statements.parties import is_party, modifier_party

RELATIVE = frozenset({"who", "which", "that", "whom"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
THIRD_PERSON = frozenset({"he", "she", "it", "they"})
MAX_CLIMB = 6
# Who is asked does what they are about ("an invitation to B to visit C").
ADDRESSED = frozenset({"invitation", "order", "request", "appeal", "call", "instruction"})
# Behind these stands who is called on.
APPEALED = frozenset({"on", "upon", "to", "with"})
# Behind these the object does what the gerund says ("accused B of killing", "kept B from leaving").
OF_THE_OBJECT = frozenset({"of", "from", "for", "into", "with", "as"})


def subject(p: Parse, verb: int, depth: int = 0) -> int | None:
    """The verb's grammatical subject, found through control, relatives and coordination."""
    own = own_subject(p, verb)
    if own is not None and _with_a_tool(p, verb, own):
        return subject(p, p.head[verb], depth + 1)
    if own is not None:
        return _resolved(p, own, verb) if p.pos[own] in NOMINAL or p.tag[own] == "WDT" else None
    if depth > MAX_CLIMB:
        return None
    head, dep = p.head[verb], p.dep[verb]
    if dep == "conj" or dep == "advcl":
        return _shared(p, verb, head, depth)
    if dep == "relcl":
        return head
    if dep == "acl":
        return _of_participle(p, verb, head, depth)
    if dep == "ccomp" and is_finite(p, verb):
        return _taken_out(p, verb, head)
    if dep in ("xcomp", "ccomp"):
        return _controller(p, verb, depth)
    if dep == "pcomp" and p.lower[head] != "about":
        return _of_gerund(p, verb, depth)
    return None


def own_subject(p: Parse, verb: int) -> int | None:
    """The subject that hangs on the verb; of two the nearer, as a dateline can pass for one."""
    found = None
    for kid in p.kids[verb]:
        if p.dep[kid] == "expl":
            return p.child(verb, "attr")  # "there were talks"
        if p.dep[kid] in ("nsubj", "nsubjpass", "csubj") and (found is None or kid < verb):
            found = kid
    return found


def _with_a_tool(p: Parse, verb: int, own: int) -> bool:
    """ "made bombs to kill B": the bombs do not kill, who made them does."""
    infinitive = any(p.dep[kid] == "aux" and p.lower[kid] == "to" for kid in p.kids[verb])
    tool = p.noun(own) in lexicon().carriers and not p.label[own]
    return infinitive and tool and p.dep[verb] == "ccomp"


def _shared(p: Parse, verb: int, head: int, depth: int) -> int | None:
    """The subject of a coordinated verb, or of a participle that hangs on a clause."""
    if p.pos[head] not in ("VERB", "AUX"):
        return None
    if p.dep[verb] == "advcl":
        if p.has(verb, "mark") or p.tag[verb] not in ("VBG", "VBN", "VB"):
            return None
        if p.passive(head) and not p.passive(verb):
            return agent(p, head) if p.tag[verb] == "VB" else None
    return subject(p, head, depth + 1)


def _of_participle(p: Parse, verb: int, noun: int, depth: int) -> int | None:
    """ "men holding B": men; "A passed a law banning B", "A's plan to attack B": A."""
    if p.tag[verb] == "VBG" and p.dep[noun] == "dobj" and p.noun(noun) in lexicon().carriers:
        return subject(p, p.head[noun], depth + 1)
    if p.tag[verb] in ("VBG", "VBN"):
        return noun
    return _owner(p, noun, depth)


def _owner(p: Parse, noun: int, depth: int) -> int | None:
    """Whose plan it is: the possessor, or the subject of the verb whose object it is."""
    by = agent(p, noun)
    if by is None and p.noun(noun) in ADDRESSED:
        by = next((asked for to, asked in p.preps(noun) if to == "to" and is_party(p, asked)), None)
    owner = p.child(noun, "poss") if by is None else by
    if owner is None:
        owner = modifier_party(p, noun)  # "Danish efforts to"
    if owner is not None and p.pos[owner] != "PRON":
        return owner
    governor = p.head[noun]
    if p.dep[noun] in ("dobj", "attr") and p.pos[governor] in ("VERB", "AUX"):
        return subject(p, governor, depth + 1)
    return owner


def is_finite(p: Parse, verb: int) -> bool:
    """Whether a verb or its first helper is bent: "would leave", "was leaving", "left"."""
    helpers = [kid for kid in p.kids[verb] if p.dep[kid] in ("aux", "auxpass")]
    return p.tag[min([verb, *helpers])] in FINITE


def _taken_out(p: Parse, verb: int, head: int) -> int | None:
    """ "a site she said was down": the site; "warned B would leave", with B as object: B."""
    if p.dep[head] == "relcl" and p.has(head, "nsubj"):
        return p.head[head]
    return next((kid for kid in p.kids[head] if p.dep[kid] == "dobj" and kid < verb), None)


def _controller(p: Parse, verb: int, depth: int) -> int | None:
    """The subject of an infinitive: the object of "urged", else the subject."""
    head = p.head[verb]
    if p.tag[verb] == "VBG" and p.lemma[head] == "make":
        return None  # "made talking to B harder": nobody talks
    if p.pos[head] in ("VERB", "AUX"):
        controlled = p.child(head, "dobj", "dative") or _called_on(p, head)
        if p.lemma[head] in lexicon().calling and p.has(head, "dobj"):
            controlled = None  # "called B to congratulate him"
        if controlled is not None and p.pos[controlled] in NOMINAL and is_party(p, controlled):
            return controlled
        return subject(p, head, depth + 1)
    if p.pos[head] == "ADJ" and p.dep[head] in ("acomp", "conj", "ROOT"):
        holder = subject(p, p.head[head], depth + 1)
        # "it is important to": nobody
        return None if holder is not None and p.lower[holder] == "it" else holder
    return None


def _called_on(p: Parse, verb: int) -> int | None:
    """ "called on B to leave", "appealed to B to leave": B."""
    if p.lemma[verb] not in lexicon().appealing:
        return None
    return next((noun for prep, noun in p.preps(verb) if prep in APPEALED), None)


def _of_gerund(p: Parse, verb: int, depth: int) -> int | None:
    """ "accused B of killing": B; "left B after meeting C": who left; "A's role in killing": A."""
    word = p.lower[p.head[verb]]
    governor = p.head[p.head[verb]]
    if p.lemma[governor] == "come" and any(p.lower[kid] == "it" for kid in p.kids[governor]):
        return None  # "when it comes to killing B"
    if p.pos[governor] in ("VERB", "AUX"):
        if word == "by" and p.dep[governor] == "xcomp" and p.has(p.head[governor], "dobj"):
            return None  # "force A to leave by killing B": not A
        aside = "instead" in (p.lower[kid] for kid in p.kids[p.head[verb]])
        of_object = word in OF_THE_OBJECT and not aside
        controlled = p.child(governor, "dobj") if of_object else None
        if controlled is not None and is_party(p, controlled):
            return controlled
        if controlled is not None and word == "as":
            return modifier_party(p, controlled)  # "condemned B's tests as violating C": B
        return subject(p, governor, depth + 1)
    if p.pos[governor] == "NOUN":
        return _owner(p, governor, depth)
    if p.pos[governor] == "ADJ" and p.dep[governor] == "acomp":
        return subject(p, p.head[governor], depth + 1)
    return None


def _resolved(p: Parse, noun: int, verb: int) -> int:
    """The noun behind a relative pronoun, or behind "it" where one alone can be meant."""
    if p.lower[noun] in RELATIVE and p.tag[noun] in ("WDT", "WP", "IN", "DT"):
        clause = verb
        for _ in range(MAX_CLIMB):
            if p.dep[clause] == "relcl":
                return p.head[clause]
            if p.dep[clause] not in ("conj", "xcomp", "ccomp"):
                break
            clause = p.head[clause]
        return noun
    if p.lower[noun] in THIRD_PERSON:
        return _reporter(p, noun, verb)
    return noun


def _reporter(p: Parse, pronoun: int, verb: int) -> int:
    """ "A said it will ...": A, where A and the pronoun agree."""
    clause = verb
    while p.dep[clause] == "conj":
        clause = p.head[clause]
    if p.dep[clause] not in ("ccomp", "xcomp"):
        return pronoun
    outer = subject(p, p.head[clause], 1)
    if outer is None or p.pos[outer] == "PRON":
        return pronoun
    if p.lower[pronoun] == "they" and p.label[outer] in ("ORG", "NORP") and _others(p, pronoun):
        return pronoun  # "Police said ... that they had gone, The Harbour Times reports"
    return outer if agrees(p, p.lower[pronoun], outer) else pronoun


def _others(p: Parse, pronoun: int) -> bool:
    """Whether the sentence has had several people do something before a "they"."""
    before = range(p.doc[pronoun].sent.start, pronoun)
    return any(p.dep[i] == "nsubj" and p.tag[i] in ("NNS", "NNPS") for i in before)


def agrees(p: Parse, pronoun: str, noun: int) -> bool:
    """Whether a third-person pronoun can mean this noun."""
    plural = p.tag[noun] in ("NNS", "NNPS") or len(p.conjuncts(noun)) > 1
    person = p.label[noun] == "PERSON"
    if pronoun == "they":
        return plural or p.label[noun] in ("ORG", "NORP")
    if pronoun == "it":
        return not plural and not person
    return not plural and p.label[noun] not in ("ORG", "GPE", "NORP")


def agent(p: Parse, verb: int) -> int | None:
    """Who did it: "was built by A", "an attempt by A"."""
    doers = (noun for prep, noun in p.preps(verb) if prep == "by")
    return next((noun for noun in doers if p.label[noun] not in TIME_LABELS), None)


def giver(p: Parse, verb: int) -> int | None:
    """From whom: "received aid from A"."""
    return next((noun for prep, noun in p.preps(verb) if prep == "from"), None)
