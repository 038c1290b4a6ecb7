"""Who fills a verb's or a noun's slots, over the dependency parse."""

from __future__ import annotations

from briefgen.components.statements.events import TIME_LABELS, lexicon
from briefgen.components.statements.parse import NOMINAL, Parse

PARTY_LABELS = frozenset({"PERSON", "NORP", "ORG", "GPE"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
THIRD_PERSON = frozenset({"he", "she", "it", "they"})
# How deep a party may stand inside an object ("the demand for the withdrawal of B").
MAX_NESTING = 4
MAX_CLIMB = 6
# Relations over which an event shares the place of what governs it.
SAME_SCENE = frozenset({"advcl", "conj", "xcomp", "dobj", "pobj"})
# Behind these a thing can be hit as well ("an attack on the base").
CROWDS = frozenset({"dozen", "score", "hundred", "thousand"})
AIMED = frozenset({"against", "on", "at", "into"})
BY_OR_FROM = frozenset({"by", "from"})
# What is a country's there and stands elsewhere.
ABROAD = frozenset({"embassy", "consulate"})
# Who is asked does what they are about ("an invitation to B to visit C").
ADDRESSED = frozenset({"invitation", "order", "request", "appeal", "call", "instruction"})
# Before these measures these stand as those who impose them.
MEASURES = frozenset({"sanction", "tariff", "embargo"})
IMPOSING = frozenset({"u.s.", "us", "american", "u.n.", "un", "eu", "european", "western"})
# Before a blow these are who strikes ("the police shooting of B").
STRIKERS = frozenset({"police", "army", "military", "rebel", "militant"})
# What stands behind these belongs to no attack.
LOOSE = frozenset({"from", "to", "for", "about"})
# Of these "of" tells who goes, and "from" what is left.
WITHDRAWALS = frozenset({"withdrawal", "pullout", "pull-out", "retreat"})
# Behind these stands who is called on.
APPEALED = frozenset({"on", "upon", "to", "with"})
BEFORE = frozenset({"poss", "amod", "compound", "nmod"})
# Behind these the object does what the gerund says ("accused B of killing", "kept B from leaving").
OF_THE_OBJECT = frozenset({"of", "from", "for", "into", "with", "as"})


def is_party(p: Parse, noun: int) -> bool:
    """Whether a noun names somebody who can act or be acted upon."""
    if p.label[noun] in PARTY_LABELS or p.pos[noun] == "PRON":
        return p.noun(noun) not in lexicon().carriers or p.label[noun] in PARTY_LABELS
    return p.noun(noun) in lexicon().parties or (
        p.pos[noun] == "NUM" and p.tag[noun] == "CD" and not p.label[noun]
    )


def is_place(p: Parse, noun: int) -> bool:
    """Whether a noun names a place."""
    return p.label[noun] in PLACE_LABELS


def is_somebody(p: Parse, noun: int) -> bool:
    """Whether a noun is a party or a place itself, not what holds one."""
    return is_party(p, noun) or is_place(p, noun)


def involves(p: Parse, noun: int | None) -> bool:
    """Whether a slot names a party or a place, or holds one ("B's army base")."""
    if noun is None:
        return False
    return is_somebody(p, noun) or party_inside(p, noun) is not None


def subject(p: Parse, verb: int, depth: int = 0) -> int | None:
    """The verb's grammatical subject, found through control, relatives and coordination."""
    own = _own_subject(p, verb)
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


def _own_subject(p: Parse, verb: int) -> int | None:
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
    return outer if agrees(p, p.lower[pronoun], outer) else pronoun


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


def direct_object(p: Parse, verb: int) -> int | None:
    """The verb's object; of a relative clause without one, what it describes."""
    own = p.child(verb, "dobj")
    if own is None:
        if p.dep[verb] == "conj" and not p.passive(verb):
            return None
        if p.dep[verb] == "relcl" and p.has(verb, "nsubj") and not p.has(verb, "prep"):
            inner = p.child(verb, "nsubj")
            return p.head[verb] if inner is not None and p.lower[inner] not in RELATIVE else None
        return None
    if p.lower[own] in RELATIVE and p.dep[verb] == "relcl":
        return p.head[verb]
    if _of_the_clause(p, verb, own):
        return None
    return own if p.pos[own] in NOMINAL else None


def _of_the_clause(p: Parse, verb: int, obj: int) -> bool:
    """ "warned B would leave": what the parse has as the object is who would leave."""
    clause = p.child(verb, "ccomp")
    if clause is None or not is_finite(p, clause) or _own_subject(p, clause) is not None:
        return False
    return min((clause, *p.kids[clause])) == p.right(obj) + 1


def arguments(p: Parse, verb: int) -> tuple[int | None, int | None]:
    """(who does it, what it is done to) of a verb in either voice."""
    above = subject(p, verb)
    if p.passive(verb):
        by = agent(p, verb)
        patient = above if above is not None else p.child(verb, "dobj")
        return by if by is not None else _assailant(p, verb), patient
    obj = direct_object(p, verb)
    if obj is None and p.verb(verb) in lexicon().happening:
        return _assailant(p, verb), above
    return above, obj


def _assailant(p: Parse, verb: int) -> int | None:
    """ "killed in an attack by A": A."""
    for prep, noun in p.preps(verb):
        if prep in ("in", "during", "after") and lexicon().nouns.get(p.noun(noun)) == "ASSAULT":
            return noun_arguments(p, noun)[0]
    return None


def party_inside(p: Parse, noun: int, depth: int = 0, actor: int | None = None) -> int | None:
    """The party that an object such as "the request from B" or "B's plan" is about."""
    if depth >= MAX_NESTING:
        return None
    known = lexicon()
    for preposition in known.noun_prepositions:
        for prep, inner in p.preps(noun):
            if prep != preposition or inner == actor:
                continue
            if is_party(p, inner):
                return inner
            found = party_inside(p, inner, depth + 1, actor)
            if found is not None:
                return found
    return modifier_party(p, noun)


def modifier_party(p: Parse, noun: int) -> int | None:
    """The party that stands before a noun: "B's plan", "the B proposal"."""
    for kid in p.kids[noun]:
        if kid < noun and p.dep[kid] in BEFORE:
            if p.pos[kid] == "PRON" or "-" in p.lower[kid]:
                continue  # "the Danish-Swedish border" is of two
            if p.label[kid] in PARTY_LABELS or (p.dep[kid] == "poss" and is_party(p, kid)):
                return kid
            if p.dep[kid] == "poss" and p.pos[kid] == "NOUN":
                return modifier_party(p, kid)
            if p.lower[kid] in STRIKERS and lexicon().nouns.get(p.noun(noun)) == "ASSAULT":
                return kid
    return None


def recipient(p: Parse, verb: int, obj: int | None, coded: bool) -> int | None:
    """To or with whom the verb is done: the best party within reach, else its object."""
    known = lexicon()
    preps = p.preps(verb)
    if p.passive(verb):
        preps = [(prep, noun) for prep, noun in preps if prep != "by"]
    dative = p.child(verb, "dative")
    if dative is not None and p.pos[dative] in NOMINAL:
        return dative
    held = obj is not None and p.lemma[verb] == "hold" and is_party(p, obj)
    if obj is not None and p.verb(verb) in known.transfer and not held:
        found = _behind(p, preps + p.preps(obj), known.transfer_prepositions)
        if found is not None:
            return found
    if obj is not None and _crowd(p, obj):
        return obj
    if obj is not None and p.lower[obj] == "part":
        shared = (party_inside(p, noun) for prep, noun in preps if prep == "in")
        return next((party for party in shared if party is not None), None)
    fixed = obj is not None and known.fixed_objects.get(p.verb(verb)) == p.lower[obj]
    if obj is not None and is_thing(p, obj) and not _void(p, obj) and not fixed:
        return obj
    found = party_inside(p, obj) if obj is not None else None
    if obj is not None and found is not None and _imposes(p, found, obj):
        found = None
    if found is None:
        found = _behind(p, preps, known.recipient_prepositions)
    if found is None and coded:
        found = _complement(p, verb, obj)
        together = obj is not None and any(prep == "with" for prep, _ in preps + p.preps(obj))
        if found is None and not together:
            found = _spot(p, verb, obj)
    return found if found is not None else obj


def _imposes(p: Parse, party: int, measure: int) -> bool:
    """ "U.S. sanctions": who imposes them; "Iran sanctions" may be of either."""
    before = p.head[party] == measure and p.dep[party] in BEFORE
    return before and p.noun(measure) in MEASURES and p.lower[party] in IMPOSING


def is_thing(p: Parse, noun: int) -> bool:
    """Whether a noun can be acted upon itself: a party, or no mere carrier of an event."""
    known = lexicon()
    lemma = p.noun(noun)
    return is_party(p, noun) or (lemma not in known.carriers and lemma not in known.nouns)


def _crowd(p: Parse, noun: int) -> bool:
    """ "dozens were killed": people, though no noun says so."""
    return p.noun(noun) in CROWDS and p.passive(p.head[noun]) and not p.has(noun, "prep")


def _void(p: Parse, noun: int) -> bool:
    """A bare pronoun that names nobody ("this")."""
    return p.pos[noun] == "PRON" and p.tag[noun] not in ("PRP", "WP")


def _behind(p: Parse, preps: list[tuple[str, int]], order: tuple[str, ...]) -> int | None:
    """The party behind the best of a verb's prepositions; for "against" and "on" a thing, too."""
    for preposition in order:
        for prep, noun in preps:
            if prep != preposition:
                continue
            if is_party(p, noun) or (is_place(p, noun) and prep != "by"):
                return noun
            found = party_inside(p, noun)
            if found is not None:
                return found
            if prep in AIMED and is_thing(p, noun) and not p.label[noun]:
                return noun
    return None


def _complement(p: Parse, verb: int, obj: int | None) -> int | None:
    """ "demanded that B leave": B; "agreed to help B", "sent food to feed B": B."""
    inner = p.child(verb, "ccomp", "xcomp", "advcl")
    if inner is None and obj is not None:
        inner = p.child(obj, "acl")
    if inner is None or p.pos[inner] not in ("VERB", "AUX"):
        return None
    own = _own_subject(p, inner)
    if own is not None:
        named = is_party(p, own) and p.pos[own] != "PRON"
        return own if named and p.dep[inner] == "ccomp" else None
    if p.dep[inner] == "xcomp" or p.tag[inner] == "VB":
        _, inner_obj = arguments(p, inner)
        return recipient(p, inner, inner_obj, coded=True)
    return None


def _spot(p: Parse, verb: int, obj: int | None) -> int | None:
    """The place that a deed concerns ("imposed a curfew in B")."""
    known = lexicon()
    for head in (obj, verb):
        if head is None:
            continue
        for prep, noun in p.preps(head):
            if (
                prep in known.place_prepositions
                and not _idiom(p, noun)
                and (is_place(p, noun) or is_party(p, noun) or p.noun(noun) in known.places)
            ):
                return noun
    return None


def place(p: Parse, event: int, nouns: tuple[int | None, ...]) -> int | None:
    """Where: behind "in" and the like, on the event, its slots or the clause it belongs to."""
    current = event
    for _ in range(MAX_NESTING):
        found = _located(p, current)
        if found is not None:
            return found
        if p.dep[current] not in SAME_SCENE:
            break
        current = p.head[current]
        if p.pos[current] == "ADP":
            current = p.head[current]
    for noun in nouns:
        found = _located(p, noun) if noun is not None else None
        if found is not None:
            return found
    return None


def _idiom(p: Parse, noun: int) -> bool:
    """ "in place", "at home", "on site": no place without a word before it."""
    return p.pos[noun] == "NOUN" and not p.kids[noun] and p.head[noun] == noun - 1


def _located(p: Parse, head: int) -> int | None:
    """The place behind one of the token's prepositions; "the city of B" is B."""
    for prep, noun in p.preps(head):
        if prep not in lexicon().place_prepositions or _idiom(p, noun):
            continue
        inner = next((deep for of, deep in p.preps(noun) if of == "of" and is_place(p, deep)), None)
        if inner is not None and p.noun(noun) in lexicon().places - ABROAD:
            return inner
        if is_place(p, noun) or (p.noun(noun) in lexicon().places and not p.label[noun]):
            return noun
    return None


def _participant(p: Parse, prep: str, noun: int, objective: bool) -> int | None:
    """Who or what stands behind an event noun's preposition."""
    if is_party(p, noun) or is_place(p, noun):
        return noun
    found = party_inside(p, noun)
    if (prep in AIMED or (prep == "of" and objective)) and is_thing(p, noun) and not p.label[noun]:
        return noun
    return found


def _not_struck(p: Parse, prep: str, noun: int) -> bool:
    """ "a shooting at the B school": where it was; "an attack on B's policy": words."""
    if prep == "at":
        return is_place(p, noun) or p.label[noun] == "ORG" or p.noun(noun) in lexicon().places
    return prep in AIMED and p.noun(noun) in lexicon().views


def _perpetrator(p: Parse, noun: int) -> int | None:
    """ "an attack carried out by A": A."""
    for kid in p.kids[noun]:
        if p.dep[kid] == "acl" and p.tag[kid] == "VBN" and p.verb(kid) in lexicon().light:
            return agent(p, kid)
    return None


def noun_arguments(p: Parse, noun: int) -> tuple[int | None, int | None]:
    """(who does it, to whom) of an event noun: "A's attack on B", "talks between A and B"."""
    known = lexicon()
    actor = patient = None
    preps = p.preps(noun)
    objective = p.noun(noun) in known.of_is_recipient
    owner = p.child(noun, "poss")
    if owner is not None and p.pos[owner] != "PRON" and is_party(p, owner) and not objective:
        actor, objective = owner, True  # "Norway's denial of Danish claims"
    struck = known.nouns.get(p.noun(noun)) == "ASSAULT"
    leaving = p.noun(noun) in WITHDRAWALS
    asks = known.nouns.get(p.noun(noun)) == "REQUEST"
    for preposition in known.noun_prepositions:
        for prep, inner in preps:
            if prep != preposition:
                continue
            party = _participant(p, prep, inner, objective)
            if party is None or (struck and _not_struck(p, prep, inner)):
                continue
            if prep in LOOSE and struck:
                continue  # "fire from the hill", "linked the attack to B"
            if leaving and prep == "from":
                patient = party if patient is None else patient
            elif prep in BY_OR_FROM or (prep == "of" and (leaving or not objective)):
                actor = party if actor is None else actor
            elif patient is None and prep != "in" and not (asks and prep in ("for", "over")):
                patient = party
    if actor is None:
        actor = _perpetrator(p, noun)
    before = modifier_party(p, noun)
    if before is not None:
        if before in p.places and p.dep[before] != "poss":
            # "the London bombings" and "the Geneva talks": only what strikes a place is done to it.
            # Of "a London bus bombing" London is but the place.
            alone = all(p.dep[kid] != "compound" or kid <= before for kid in p.kids[noun])
            patient = before if struck and alone and patient is None else patient
        elif actor is None:
            actor = before
        elif patient is None and before != actor:
            patient = before
    return actor, patient
