"""Why an event's code is withheld: a figure of speech, a domestic sense, a doubtful parse.

A statement without a code still tells who did what to whom. The words are in
`data/events_doubt.yml`.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from briefgen.components.statements.clauses import BEFORE, CROWDS, is_place, is_somebody
from briefgen.components.statements.events import TIME_LABELS, Words, lexicon, noun_code, words
from briefgen.components.statements.modality import signals
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.recipients import ATTITUDES
from briefgen.components.statements.senses import other_sense
from briefgen.components.statements.verb_senses import for_a_fault
from briefgen.lists import load

# Deeds that need somebody on the other side.
TO_SOMEBODY = frozenset({"AID", "COOPERATE", "CONSULT"})
# Deeds that strike bodies and buildings, not plans and views.
BODILY = frozenset({"ASSAULT"})
HARMFUL = frozenset({"ASSAULT", "COERCE"})
# What these strike, ask, help or meet is somebody.
OF_PARTIES = BODILY | TO_SOMEBODY | {"YIELD", "REQUEST", "SANCTION"}
ANYBODY = frozenset({"you", "one", "everyone", "anyone", "nobody", "who", "whom"})
# Deeds of which a clause tells the other side: "agreed to help B", "demanded that B leave".
OF_A_CLAUSE = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "YIELD"})
# Deeds that somebody suffers: without one the verb means something else.
SUFFERED = frozenset({"ASSAULT", "COERCE"})
# Behind these stands a place or a topic, nobody to whom something is done.
ASIDE = {
    "ASSAULT": frozenset({"over", "about"}),
    "AID": frozenset({"on", "in", "at", "about", "over", "inside", "from", "against"}),
    "AGREE": frozenset({"on", "about", "over", "against"}),
    "SUPPORT": frozenset({"against", "with", "from"}),
    "COOPERATE": frozenset({"against", "in", "at"}),
    "REJECT": frozenset({"in", "at", "about", "into"}),
    "THREATEN": frozenset({"about", "of", "over", "at"}),
    "CONSULT": frozenset({"about", "of", "over", "in", "at", "on", "during", "from"}),
    "ACCUSE": frozenset({"into", "on", "in", "at", "to", "toward", "towards"}),
}
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
MAX_CLIMB = 8
SINGLE = frozenset({"he", "him", "she", "her"})
PERSONS = frozenset({"he", "him", "she", "her", "they", "them", "we", "us"})
# Promises and threats are made to somebody.
TO_HEAR = frozenset({"AGREE", "THREATEN"})
WITH = frozenset({"with", "between", "among"})
QUESTIONS = frozenset({"WP", "WRB", "WDT", "WP$"})
# What befalls somebody, whoever did it.
BEFALLING = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "MOBILIZE"})
# Deeds that are done to somebody.
TOWARDS = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "REQUEST", "THREATEN"})
# What several can do with each other.
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
# Labels of figures and times.
MEASURES = TIME_LABELS | {"QUANTITY", "ORDINAL", "MONEY", "PERCENT"}
WATERS = frozenset({"sea", "ocean", "water", "air", "sky", "waters"})
# Names of what is no party: a war or a festival, a law, a book.
NOBODY = frozenset({"EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})
PARTS = frozenset({"all", "some", "many", "most", "any", "each", "half", "part", "none"})
# Behind these a gerund says what something is for, or like.
SUPPOSED_BEHIND = frozenset({"as", "than", "like", "about", "of", "to"})
# What points at something said before.
POINTERS = frozenset({"this", "that", "these", "those", "what", "there"})
WANTED = frozenset({"should", "must"})
# What these have behind "as" is somebody's word for it.
NAMING = frozenset(
    {"describe", "denounce", "condemn", "see", "view", "regard", "characterize", "characterise"}
    | {"portray", "brand", "label", "decry", "dismiss", "interpret"}
)


@dataclass(frozen=True, slots=True)
class Doubts:
    """The word lists in the form that look-ups need."""

    befalling: Words
    disasters: Words
    asking: Words
    answers: Words
    wanting: Words
    weapons: Words
    targets: Words
    ambiguous: Words
    ambiguous_nouns: Words
    causes: Words
    handing: Words
    giving: Words
    worth: Words
    freed: Words
    going: Words
    never: Words
    bodies: Words
    contested: Words
    contests: Words
    texts: Words
    words: Words
    passive_only: Words
    active_only: Words
    objectless: Words
    taking: Words
    habitual: Words
    two_sided: Words
    lasting: Words
    quarrelling: Words


@functools.cache
def doubts() -> Doubts:
    """The word lists, read once."""
    data = load("events_doubt")
    return Doubts(**{name: words(data[name]) for name in Doubts.__slots__})


@functools.cache
def furniture() -> re.Pattern[str]:
    """What belongs to the page around the article, not to its text."""
    return re.compile("|".join(map(re.escape, load("events_doubt")["furniture"])))


def page_furniture(sentence: str) -> bool:
    """Whether a sentence carries words of the page around the article ("Hide caption")."""
    return furniture().search(sentence.lower()) is not None


def doubt(
    p: Parse, event: int, code: str, actor: int | None, recipient: int | None, framed: bool
) -> str:
    """Why the code of an event is not sure, in a few words; empty where it is.

    `framed` tells that more than the verb alone decided ("launched an attack").
    """
    if actor is not None and recipient is not None and _same(p, actor, recipient):
        return "the same on both sides"
    it_strikes = code == "ASSAULT" and actor is not None and _strikes(p, actor)
    if not (_named(p, actor) or _named(p, recipient) or it_strikes):
        return "nobody is named"
    if _pronouns_alone(p, actor, recipient):
        return "nobody is named"
    if actor is not None and p.lower[actor].endswith(("self", "selves")):
        return "whose deed it is stays open"
    if actor is not None and any(p.tag[kid] == "WP$" for kid in p.kids[actor]):
        return "whose deed it is stays open"
    if any(noun is not None and p.lower[noun] in ANYBODY for noun in (actor, recipient)):
        return "nobody in particular"
    if any(noun is not None and _no_party(p, noun) for noun in (actor, recipient)):
        return "no party"
    if recipient is not None and p.lower[recipient] in lexicon().void:
        return "nobody in particular"
    if recipient is not None and code in OF_PARTIES and _part_of_a_thing(p, recipient):
        return "the recipient is no party"
    if actor is not None and len(p.lower[actor]) == 1 and p.lower[actor] != "i":
        return "whose deed it is stays open"
    if (actor is not None and p.tag[event] == "VBP" and _most(p, actor)) or _habit(p, event):
        return "a habit"
    if actor is not None and (p.label[actor] in TIME_LABELS or p.lower[actor] in POINTERS):
        return "nobody in particular"
    before = recipient is not None and p.pos[recipient] == "ADJ"
    if before and not framed and code not in ("AGREE", "REJECT"):
        return "a word before something else"
    if actor is not None and actor != recipient and _thing_acts(p, actor, code):
        return "a thing acts"
    if actor is not None and code in TO_SOMEBODY and p.noun(actor) in doubts().weapons:
        return "a thing acts"
    if recipient is not None and p.noun(recipient) in doubts().causes:
        return "a cause, no party"
    if recipient is not None and code == "ASSAULT" and _not_aimed_at(p, recipient):
        return "nobody is hit"
    if code == "ASSAULT" and actor is None and _named_in(p, event, doubts().disasters):
        return "a disaster, no deed"
    if _one_sided(p, event, code, actor, recipient):
        return "one side alone"
    carrier = event if p.pos[event] == "NOUN" else p.child(event, "dobj")
    if carrier is not None and _of_words(p, carrier):
        return "a contest of votes, words or sports"
    if p.pos[event] == "VERB":
        return _of_verb(p, event, code, actor, recipient, framed)
    return _of_noun(p, event, code, actor, recipient)


def _part_of_a_thing(p: Parse, noun: int) -> bool:
    """ "met all of its commitments": all of them, but they are nobody."""
    if p.lower[noun] not in PARTS:
        return False
    return any(word == "of" and not _hit(p, one, "ASSAULT") for word, one in p.preps(noun))


def _habit(p: Parse, event: int) -> bool:
    """ "men usually bow when meeting B", "he would sometimes hit"."""
    verbs = [event, p.head[event]] if p.dep[event] in ("advcl", "xcomp", "conj") else [event]
    return any(
        p.lower[kid] in doubts().habitual and p.dep[kid] == "advmod"
        for verb in verbs
        for kid in p.kids[verb]
    )


def _of_words(p: Parse, noun: int) -> bool:
    """ "a war of words"."""
    return any(word == "of" and p.noun(of) in doubts().words for word, of in p.preps(noun))


def _most(p: Parse, actor: int) -> bool:
    """ "most countries pay", "all companies ask"."""
    return any(p.lower[kid] in ("most", "all", "many", "every") for kid in p.kids[actor])


def _strikes(p: Parse, actor: int) -> bool:
    """ "warplanes hit the depot": a weapon, or a pronoun for whoever struck."""
    return p.lower[actor] == "it" or p.noun(actor) in doubts().weapons


def _same(p: Parse, actor: int, recipient: int) -> bool:
    """Whether both slots hold one bare name: twice "Moreno" is one, two ministers are two."""
    bare = not p.kids[actor] and not p.kids[recipient] and p.pos[actor] == "PROPN"
    return actor == recipient or (bare and p.lower[actor] == p.lower[recipient])


def _named(p: Parse, noun: int | None) -> bool:
    """Whether a slot names somebody or some place; "it" and "which" do not."""
    if noun is None:
        return False
    if p.pos[noun] == "PRON":
        return p.lower[noun] in PERSONS
    known = p.noun(noun) in doubts().bodies
    return is_somebody(p, noun) or known or p.pos[noun] == "PROPN"


def _thing_acts(p: Parse, actor: int, code: str) -> bool:
    """Whether the doer is no party: "leaks question a plan", "cuts force the city"."""
    if (
        is_somebody(p, actor)
        or p.noun(actor) in doubts().bodies
        or p.pos[actor] == "PROPN"
        or p.label[actor]
        or _initials(p, actor)
    ):
        return False
    if code not in HARMFUL:
        return True
    return p.noun(actor) not in doubts().weapons and noun_code(p, actor) != "ASSAULT"


def _one_sided(p: Parse, event: int, code: str, actor: int | None, recipient: int | None) -> bool:
    """Whether a side is missing that the deed needs: "they agreed", "the talks with B"."""
    if actor is None and recipient is not None:
        told = code in BEFALLING or p.verb(event) in doubts().befalling
        return not told or (p.pos[event] == "VERB" and not p.passive(event))
    if recipient is not None or code not in TOWARDS:
        return False
    obj = p.child(event, "dobj", "nsubjpass")
    shared = obj is not None and p.noun(obj) in lexicon().reciprocal_nouns
    if code == "COOPERATE" and not shared:
        # "thousands took part": with each other, but nobody says so
        return actor is None or len(p.conjuncts(actor)) < 2
    return not (_several(p, actor) and (shared or code in MUTUAL))


def _not_aimed_at(p: Parse, noun: int) -> bool:
    """ "fired missiles into the sea", "launched a rocket from B"."""
    return p.lower[noun] in WATERS or p.lower[p.head[noun]] in ("from", "over")


def _no_party(p: Parse, noun: int) -> bool:
    """Whether it names a war, a festival, a law or a book, and no body inside the name."""
    if p.label[noun] not in NOBODY:
        return False
    return not any(p.noun(i) in lexicon().parties for i in range(p.left(noun), p.right(noun) + 1))


def _pronouns_alone(p: Parse, actor: int | None, recipient: int | None) -> bool:
    """ "they asked us": who it is stands elsewhere; "he was arrested" leaves one alone open."""
    filled = [noun for noun in (actor, recipient) if noun is not None]
    if any(p.pos[noun] != "PRON" for noun in filled):
        return False
    return len(filled) > 1 or p.lower[filled[0]] not in SINGLE


def _initials(p: Parse, noun: int) -> bool:
    """ "ICE", "MPs": letters that stand for a body or an office."""
    return sum(letter.isupper() for letter in p.doc[noun].text) > 1


def _of_verb(
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
    if p.lemma[verb] == "clash" and any(_in_politics(p, one) for one in (actor, recipient)):
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
    if p.dep[verb] == "pcomp" and actor is not None and _loose_gerund(p, verb, actor):
        return "whose deed it is stays open"
    if lemma in known.asking and not _asked_for(p, verb, recipient):
        return "a question"
    if lemma in known.wanting and not _wanted(p, verb):
        return "a view, no request"
    sure = _each_other(p, verb, actor) if recipient is None else _hit(p, recipient, code)
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
    if loose and code in BODILY and not framed and _strikes_else(p, verb, recipient):
        return "more than one sense"
    if recipient is None and code in TO_SOMEBODY and not _several(p, actor):
        return "with nobody"
    if recipient is not None and not sure and code in TO_HEAR:
        return "the recipient is no party"
    if lemma in known.handing and not framed and not _handed(p, verb, recipient):
        return "what is handed over is no such thing"
    if _by_a_text(p, verb) or (lemma in known.contested and _named_in(p, verb, known.contests)):
        return "a contest of votes, words or sports"
    vague = recipient is not None and p.lower[recipient] in ("they", "them")
    if vague and (code not in HARMFUL or (loose and not framed)):
        return "more than one sense"
    if recipient is not None and _scene(p, verb, recipient, code, framed):
        return "the scene, nobody met"
    taken = lemma in known.taking or (carried is not None and p.noun(carried) == "control")
    over = recipient is not None and p.lower[p.head[recipient]] == "over"
    held = recipient is None or (_held(p, recipient) and not over)
    if code == "ASSAULT" and taken and not held:
        return "no land is taken"
    struck = code in HARMFUL and recipient is not None and p.noun(recipient) in known.targets
    judged = recipient is not None and code in ATTITUDES and noun_code(p, recipient) is not None
    if recipient is not None and p.noun(recipient) in known.weapons and not (struck or judged):
        return "a weapon, no recipient"
    return ""


def _in_politics(p: Parse, noun: int | None) -> bool:
    """ "the EU", "the governing coalition", a person: who clashes with these quarrels."""
    if noun is None:
        return False
    return p.label[noun] == "PERSON" or p.noun(noun) in doubts().quarrelling


def _unfilled(p: Parse, verb: int, code: str, actor: int | None, recipient: int | None) -> str:
    """Doubts because a slot that the deed needs was not found."""
    obj = p.child(verb, "dobj")
    if p.passive(verb):
        return ""
    if actor is None and (p.tag[verb] in FINITE or code in TO_SOMEBODY):
        return "no doer found"
    if obj is None and p.verb(verb) in lexicon().happening:
        return "it only happens"
    told = p.tag[verb] in FINITE or p.tag[verb] == "VBN" or _several(p, actor)
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


def _a_text(p: Parse, recipient: int) -> bool:
    """ "attacked B's plan": what is hit is no body and no building."""
    held = p.head[recipient]
    return p.noun(held) not in doubts().targets and p.noun(held) not in lexicon().places


def _strikes_else(p: Parse, verb: int, recipient: int | None) -> bool:
    """ "battled extradition to B": what is fought is no party, so that B is not fought either."""
    obj = p.child(verb, "dobj")
    return obj is not None and obj != recipient and not _hit(p, obj, "ASSAULT")


def _named_in(p: Parse, event: int, nouns: Words) -> bool:
    """Whether one of the nouns stands in the event's sentence."""
    sentence = p.doc[event].sent
    return any(p.noun(i) in nouns for i in range(sentence.start, sentence.end))


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


def _loose_gerund(p: Parse, verb: int, actor: int) -> bool:
    """ "A described the policy of targeting B": not said to be A's own."""
    noun = p.head[p.head[verb]]
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


def _held(p: Parse, noun: int) -> bool:
    """Whether a recipient is land or a building, which can be taken."""
    return is_place(p, noun) or p.noun(noun) in lexicon().places or p.label[noun] == "FAC"


def _handed(p: Parse, verb: int, recipient: int | None) -> bool:
    """ "gave money to B", "released B": a thing of worth, or somebody; not an answer or a text."""
    obj = p.child(verb, "dobj", "nsubjpass")
    if obj is None and p.dep[verb] == "acl" and p.passive(verb):
        obj = p.head[verb]
    if obj is None:
        return recipient is not None and is_somebody(p, recipient)
    let_go = _counted(p, obj)
    freed = is_somebody(p, let_go) or p.noun(let_go) in doubts().freed
    lets_go = freed and p.verb(verb) not in doubts().giving
    if lets_go or recipient in (obj, let_go):
        return lets_go
    return p.noun(obj) in doubts().worth or noun_code(p, obj) is not None


def _counted(p: Parse, noun: int) -> int:
    """The nurses of "dozens of nurses"; any other noun itself."""
    inside = (one for preposition, one in p.preps(noun) if preposition == "of")
    return next(inside, noun) if p.noun(noun) in CROWDS else noun


def _hit(p: Parse, noun: int, code: str) -> bool:
    """Whether a recipient is a party or a place, or for a deed of harm what can be hit."""
    if is_somebody(p, noun) or (p.label[noun] and p.label[noun] not in MEASURES):
        return p.lower[noun] not in lexicon().void
    if p.noun(noun) in doubts().freed:
        return True
    if code not in HARMFUL:
        return False
    return p.noun(noun) in doubts().targets or p.noun(noun) in lexicon().places


def _several(p: Parse, noun: int | None) -> bool:
    """Whether a slot holds more than one, who can do something with each other."""
    if noun is None:
        return False
    return p.tag[noun] in ("NNS", "NNPS") or len(p.conjuncts(noun)) > 1


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


def _called_so(p: Parse, noun: int) -> bool:
    """ "called the convoy an invasion", "described it as an attack on B"."""
    if p.dep[noun] != "pobj" or p.lower[p.head[noun]] != "as":
        return p.dep[noun] == "oprd"
    over = p.head[p.head[noun]]
    if p.dep[over] == "dobj":
        over = p.head[over]
    return p.lemma[over] in NAMING


def _heading(p: Parse, noun: int) -> bool:
    """ "A peace deal between A and B" alone on its line: no verb says that it came about."""
    sentence = p.doc[noun].sent
    return not any(
        p.tag[i] in FINITE or p.tag[i] == "MD" for i in range(sentence.start, sentence.end)
    )


def _of_noun(p: Parse, noun: int, code: str, actor: int | None, recipient: int | None) -> str:
    """Doubts about a noun's code: between two it is sure, of one alone what that one suffers."""
    if code == "ASSAULT" and for_a_fault(p, noun):
        return "words that blame"
    if _called_so(p, noun):
        return "a name that somebody gives it"
    if _heading(p, noun):
        return "a heading, nothing told as done"
    beside = "" if recipient is None else p.lower[p.head[recipient]]
    if code == "CONSULT" and beside in ASIDE["CONSULT"]:
        return "the scene, nobody met"
    if code == "THREATEN" and beside in ("on", "at", "in", "over", "about"):
        return "the recipient stands aside"
    if actor is not None and recipient is not None:
        quarrel = p.noun(noun) in doubts().two_sided and p.label[recipient] == "PERSON"
        return "words or blows" if quarrel else ""
    if p.noun(noun) in doubts().two_sided | doubts().lasting:
        return "one side alone"
    if p.lemma[p.head[noun]] == "blame" and p.dep[noun] == "dobj":
        return "laid on somebody, not done to him"
    if p.noun(noun) in doubts().ambiguous_nouns:
        return "more than one sense"
    if code == "CONSULT":
        if recipient is None:
            return "" if _several(p, actor) else "with nobody"
        return "" if p.lower[p.head[recipient]] in WITH else "the scene, nobody met"
    if recipient is None or code not in SUFFERED:
        return "one side alone"
    return "" if _hit(p, recipient, code) else "the recipient is no party"
