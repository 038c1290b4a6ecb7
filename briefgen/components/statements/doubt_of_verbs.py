"""Why the code of a verb is withheld."""

from __future__ import annotations

from briefgen.components.statements.doubts import (
    ASIDE,
    BODILY,
    FINITE,
    HARMFUL,
    OF_PARTIES,
    SUFFERED,
    TO_SOMEBODY,
    doubts,
)
from briefgen.components.statements.events import lexicon, noun_code
from briefgen.components.statements.modality import signals
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import BEFORE, is_place, is_somebody
from briefgen.components.statements.recipients import ATTITUDES
from briefgen.components.statements.senses import other_sense
from briefgen.components.statements.sides import (
    are_several,
    can_be_held,
    can_be_hit,
    counted,
    in_politics,
    named_in,
)

# Deeds of which a clause tells the other side: "agreed to help B", "demanded that B leave".
OF_A_CLAUSE = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "YIELD"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})
# What hangs on these in "-ing" may be the deed of whomever they are about.
ACCUSING = frozenset({"accuse", "blame", "criticize", "criticise", "suspect"})
IDENTIFYING = frozenset({"identify", "name", "describe", "charge", "say"}) | ACCUSING
CALLING = frozenset({"call", "push", "press", "argue", "advocate", "lobby", "campaign", "look"})
MAX_CLIMB = 8
# Promises and threats are made to somebody.
TO_HEAR = frozenset({"AGREE", "THREATEN"})
QUESTIONS = frozenset({"WP", "WRB", "WDT", "WP$"})
# Behind these a gerund says what something is for, or like.
SUPPOSED_BEHIND = frozenset({"as", "than", "like", "about", "of", "to"})
WANTED = frozenset({"should", "must"})


def doubt_of_verb(
    p: Parse, verb: int, code: str, actor: int | None, recipient: int | None, framed: bool
) -> str:
    """Doubts about a verb's code."""
    why = _unfilled(p, verb, code, actor, recipient)
    if why:
        return why
    why = other_sense(p, verb, code, actor, recipient, framed)
    if why:
        return why
    if code == "MOBILIZE" and recipient is not None and p.lower[p.head[recipient]] == "from":
        return "moved away from there"
    if p.lemma[verb] == "clash" and any(in_politics(p, one) for one in (actor, recipient)):
        return "words or blows"
    known, lemma = doubts(), p.verb(verb)
    if p.lemma[verb] in known.active_only and p.passive(verb):
        return "more than one sense"
    if not framed and (lemma in known.never or _other_voice(p, verb)):
        return "more than one sense"
    if p.dep[verb] == "pcomp" and p.lower[p.head[verb]] == "against":
        return "spoken against, not told as done"
    if p.dep[verb] == "pcomp" and p.lower[p.head[verb]] in SUPPOSED_BEHIND and not _blamed(p, verb):
        return "a gerund that may be of anybody"
    if actor is not None and (_of_the_told(p, verb, code) or _of_the_last(p, verb, actor)):
        return "whose deed it is stays open"
    if p.dep[verb] == "pcomp" and actor is not None and _loose_gerund(p, verb, actor):
        return "whose deed it is stays open"
    if lemma in known.asking and not _asked_for(p, verb, recipient):
        return "a question"
    if lemma in known.wanting and not _wanted(p, verb):
        return "a view, no request"
    sure = _each_other(p, verb, actor) if recipient is None else can_be_hit(p, recipient, code)
    loose = lemma in known.ambiguous or lemma in lexicon().ambiguous
    if recipient is not None:
        why = "" if framed else _aside(p, verb, recipient, code, loose)
        if why:
            return why
    carried = p.child(verb, "dobj")
    if not sure and loose and (carried is None or noun_code(p, carried) is None):
        return "more than one sense"
    if recipient is not None and not sure and code in OF_PARTIES:
        return "the recipient is no party"
    if code == "YIELD" and carried is not None and p.noun(carried) == "release":
        of = next((noun for word, noun in p.preps(carried) if word == "of"), None)
        if of is not None and not can_be_hit(p, of, code):
            return "what is handed over is no such thing"
    if loose and code in BODILY and not framed and _strikes_else(p, verb, recipient):
        return "more than one sense"
    if recipient is None and code in TO_SOMEBODY and not are_several(p, actor):
        return "with nobody"
    if recipient is not None and not sure and code in TO_HEAR:
        return "the recipient is no party"
    if lemma in known.handing and not framed and not _handed(p, verb, recipient):
        return "what is handed over is no such thing"
    if _by_a_text(p, verb) or (lemma in known.contested and named_in(p, verb, known.contests)):
        return "a contest of votes, words or sports"
    vague = recipient is not None and p.lower[recipient] in ("they", "them")
    if vague and (code not in HARMFUL or (loose and not framed)):
        return "more than one sense"
    if recipient is not None and _scene(p, verb, recipient, code, framed):
        return "the scene, nobody met"
    taken = lemma in known.taking or (carried is not None and p.noun(carried) == "control")
    over = recipient is not None and p.lower[p.head[recipient]] == "over"
    held = recipient is None or (can_be_held(p, recipient) and not over)
    if code == "ASSAULT" and taken and not held:
        return "no land is taken"
    struck = code in HARMFUL and recipient is not None and p.noun(recipient) in known.targets
    judged = recipient is not None and code in ATTITUDES and noun_code(p, recipient) is not None
    if recipient is not None and p.noun(recipient) in known.weapons and not (struck or judged):
        return "a weapon, no recipient"
    return ""


def _unfilled(p: Parse, verb: int, code: str, actor: int | None, recipient: int | None) -> str:
    """Doubts because a slot that the deed needs was not found."""
    obj = p.child(verb, "dobj")
    if p.passive(verb):
        return ""
    if actor is None and (p.tag[verb] in FINITE or code in TO_SOMEBODY):
        return "no doer found"
    if obj is None and p.verb(verb) in lexicon().happening:
        return "it only happens"
    told = p.tag[verb] in FINITE or p.tag[verb] == "VBN" or are_several(p, actor)
    if recipient is None and not told and code != "MOBILIZE":
        return "a deed by nobody else, not told as done"
    if actor is None and code not in OF_A_CLAUSE:
        return "no doer found"
    carried = obj is not None and noun_code(p, obj) is not None
    if recipient is None and code in SUFFERED and not carried:
        return "nobody suffers it"
    asked = recipient is not None and is_somebody(p, recipient)
    if code == "REQUEST" and p.has(verb, "ccomp") and not asked:
        return "asked of nobody"
    if code == "THREATEN" and recipient is None:
        return "nobody is threatened"
    return ""


def _aside(p: Parse, verb: int, recipient: int, code: str, loose: bool) -> str:
    """Doubts because the recipient stands behind the wrong word, or too deep."""
    current, prepositions, depth = recipient, [], 0
    for _ in range(MAX_CLIMB):
        head = p.head[current]
        if p.pos[current] == "ADP":
            prepositions.append(p.lower[current])
        elif p.dep[current] != "conj":
            depth += 1
        if head in (verb, current):
            break
        over = p.pos[head] in ("VERB", "AUX") and p.dep[head] in CLAUSES
        finite = code in ("REJECT", "THREATEN") and p.dep[head] == "ccomp"
        if over and (code not in OF_A_CLAUSE or finite):
            return "the recipient belongs to another verb"
        if over and code == "THREATEN" and depth > 1:
            return "the recipient stands too deep"
        current = head
    if any(one in ASIDE.get(code, ()) for one in prepositions[-1:]):
        return "the recipient stands aside"
    if code == "REJECT" and prepositions == ["on"] and depth < 3:
        return "the recipient stands aside"
    placed = any(one in lexicon().place_prepositions for one in prepositions)
    if depth > 1 and (
        code == "PROTEST" or (loose and (placed or _owner_of_a_thing(p, recipient, code)))
    ):
        return "the recipient stands too deep"
    return ""


def _owner_of_a_thing(p: Parse, recipient: int, code: str) -> bool:
    """ "dismantled the crew's tents"; praise and blame of what is B's are of B."""
    if p.dep[recipient] != "poss" and not p.doc[recipient].is_title:
        return True
    return p.dep[recipient] in BEFORE and code not in ("SUPPORT", "ACCUSE", "REJECT")


def _strikes_else(p: Parse, verb: int, recipient: int | None) -> bool:
    """ "battled extradition to B": what is fought is no party, so that B is not fought either."""
    obj = p.child(verb, "dobj")
    return obj is not None and obj != recipient and not can_be_hit(p, obj, "ASSAULT")


def _by_a_text(p: Parse, verb: int) -> bool:
    """ "a statement attacking B"."""
    if p.lemma[verb] != "attack" or p.dep[verb] not in ("acl", "relcl"):
        return False
    return p.noun(p.head[verb]) in doubts().texts


def _other_voice(p: Parse, verb: int) -> bool:
    """ "held her child", "demonstrated patience": in this voice, or with an object, not so."""
    known = doubts()
    if p.lemma[verb] in known.passive_only and not p.passive(verb):
        return True
    return p.lemma[verb] in known.objectless and p.has(verb, "dobj")


def _of_the_told(p: Parse, verb: int, code: str) -> bool:
    """ "Police named B as the man who fired, killing C", "accused B of lying, then refusing"."""
    while p.dep[verb] == "conj" and p.tag[p.head[verb]] == "VBG":
        verb = p.head[verb]
    if p.dep[verb] != "advcl" or p.tag[verb] != "VBG" or p.has(verb, "mark"):
        return False
    over = p.lemma[p.head[verb]]
    return over in ACCUSING or (code in HARMFUL and over in IDENTIFYING)


def _of_the_last(p: Parse, verb: int, actor: int) -> bool:
    """ "tension between A and B, who attacked C": A's deed as little as both's."""
    clause = verb
    while p.dep[clause] == "conj" and p.pos[p.head[clause]] == "VERB":
        clause = p.head[clause]
    if p.dep[clause] != "relcl" or p.head[clause] != actor:
        return False
    return any(actor < other < clause for other in p.conjuncts(actor))


def _loose_gerund(p: Parse, verb: int, actor: int) -> bool:
    """ "A described the policy of targeting B": not said to be A's own."""
    noun = p.head[p.head[verb]]
    if p.lemma[noun] in CALLING and p.lower[p.head[verb]] in ("for", "at"):
        return True  # "called for arming B": by whomever
    return p.pos[noun] == "NOUN" and p.head[actor] != noun


def _blamed(p: Parse, gerund: int) -> bool:
    """ "accused B of killing C", "the risk of attacking B": its certainty tells what it is."""
    over = p.lemma[p.head[p.head[gerund]]]
    known = signals()
    return over in known.verbs or over in known.nouns or over in known.adjectives


def _scene(p: Parse, verb: int, recipient: int, code: str, framed: bool) -> bool:
    """ "met in Oslo", "clashed in Oslo": where, not with whom."""
    going = p.lemma[verb] in doubts().going
    if code == "CONSULT" and recipient in p.places and not going and not framed:
        return True
    behind = p.lower[p.head[recipient]] in lexicon().place_prepositions
    mutual = p.lemma[verb] in lexicon().reciprocal_verbs and (code == "CONSULT" or not framed)
    return behind and mutual and is_place(p, recipient)


def _handed(p: Parse, verb: int, recipient: int | None) -> bool:
    """ "gave money to B", "released B": a thing of worth, or somebody; not an answer or a text."""
    obj = p.child(verb, "dobj", "nsubjpass")
    if obj is None and p.dep[verb] == "acl" and p.passive(verb):
        obj = p.head[verb]
    if obj is None:
        return recipient is not None and is_somebody(p, recipient)
    let_go = counted(p, obj)
    freed = is_somebody(p, let_go) or p.noun(let_go) in doubts().freed
    lets_go = freed and p.verb(verb) not in doubts().giving
    if lets_go or recipient in (obj, let_go):
        return lets_go
    return p.noun(obj) in doubts().worth or noun_code(p, obj) is not None


def _each_other(p: Parse, verb: int, actor: int | None) -> bool:
    """ "A and B met": two named sides of what is done together."""
    if actor is None or p.lemma[verb] not in lexicon().reciprocal_verbs:
        return False
    sides = (actor, *p.conjuncts(actor))
    return len(sides) > 1 and all(is_somebody(p, side) for side in sides)


def _asked_for(p: Parse, verb: int, recipient: int | None) -> bool:
    """ "asked B to leave", "asked for help", "asked that B leave"."""
    if recipient is not None and not is_somebody(p, recipient):
        return False
    if p.has(verb, "xcomp"):
        return True
    wish = next((noun for prep, noun in p.preps(verb) if prep == "for"), None)
    if wish is not None:
        return p.noun(wish) not in doubts().answers
    clause = p.child(verb, "ccomp")
    return clause is not None and not _question(p, clause) and not p.has(verb, "advcl")


def _question(p: Parse, clause: int) -> bool:
    """ "what she thought", "whether they came"."""
    return any(
        p.tag[kid] in QUESTIONS or p.lower[kid] in ("whether", "if") for kid in p.kids[clause]
    )


def _wanted(p: Parse, verb: int) -> bool:
    """Whether the clause wants something: "that B leave", "should leave"; or there is none."""
    clause = p.child(verb, "ccomp")
    if clause is None:
        return True
    modal = any(p.dep[kid] == "aux" and p.lower[kid] in WANTED for kid in p.kids[clause])
    return modal or (p.tag[clause] == "VB" and not p.has(clause, "aux"))
