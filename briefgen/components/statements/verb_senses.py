"""Verbs of which only some uses are the deed of their code: a check for each, by lemma.

A check gets the parse and the positions of verb, actor and recipient (None where there is none). It
tells in a few words why the verb means something else; "" where it does not. The words are in
`data/events_doubt.yml`.
"""

from __future__ import annotations

from collections.abc import Callable

from briefgen.components.statements.clauses import direct_object
from briefgen.components.statements.events import (
    COOPERATIVE,
    HOSTILE,
    lexicon,
    noun_code,
    verb_code,
    words,
)
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.parties import BEFORE, is_party, is_place, is_somebody
from briefgen.lists import load

_LISTS = load("events_doubt")
_TARGETS = words(_LISTS["targets"])
SUBORDINATES = words(_LISTS["subordinates"])
CIVIL = words(_LISTS["civil"])
# A name in marks stands so near behind whom it is for.
NEAR = 8
QUOTES = frozenset({"``", "''", '""'})
# What is between two: "his affair with B".
BETWEEN = words(_LISTS["between"])
BODIES = frozenset({"GPE", "NORP", "ORG"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
# What is vowed grimly, and who is recalled by a state.
_STERN = words(_LISTS["stern"])
_ENVOYS = words(_LISTS["envoys"])
# What somebody is held to be without being held.
_ANSWERABLE = words(_LISTS["answerable"])
_WEAPONS = words(_LISTS["weapons"])
# By these a contest is won.
_TALLIES = words(_LISTS["tallies"])
# Whom one targets with words and wares.
_WOOED = words(_LISTS["wooed"])
# What allies share.
_SHARED = words(_LISTS["shared"])
# What can be deployed.
_FORCES = words(_LISTS["forces"])
# What is refused where it is denied, who marches in protest, and who lets go of the healed.
_GRANTED = words(_LISTS["granted"])
_MARCHERS = words(_LISTS["marchers"])
_WARDS = words(_LISTS["wards"])
# To whom one speaks without a talk, what is borne out, and what one can offer or commit to.
_PUBLIC = words(_LISTS["public"])
_CLAIMS = words(_LISTS["claims"])
_OFFERED = words(_LISTS["worth"]) | words(_LISTS["offered"])
# Deeds that are against their recipient.
AGAINST = HOSTILE | {"ACCUSE", "REJECT", "THREATEN"}
SUBORDINATE = frozenset({"advcl", "pcomp"})


def _object(p: Parse, verb: int) -> int | None:
    """To what it is done, in either voice."""
    return p.child(verb, "dobj", "nsubjpass")


def _warning(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "warned B that C had begun": of what a third does or did, nobody is threatened."""
    if any(p.lower[kid] in ("about", "of") for kid in p.kids[verb]):
        return "a warning of what is"
    clause = p.child(verb, "ccomp")
    if clause is None:
        return ""
    verbs = (clause, *(kid for kid in p.kids[clause] if p.dep[kid] in ("aux", "auxpass")))
    told = any(p.tag[i] in TENSED for i in verbs)
    ahead = any(p.tag[i] == "MD" for i in verbs)
    return "a warning of what is" if told and not ahead else ""


def _membership(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "Novak joined the army": becomes a member; "joined B in blaming C": says the same."""
    for i in p.kids[verb]:
        if p.lower[i] == "in" and p.has(i, "pcomp"):
            return "in words alone"
    body = actor is not None and p.label[actor] in BODIES
    fixed = p.child(verb, "dobj")
    if fixed is not None and lexicon().fixed_objects.get(p.lemma[verb]) == p.lower[fixed]:
        return ""
    own = actor is not None and p.noun(actor) in SUBORDINATES
    one = actor is not None and p.noun(actor).endswith(("er", "or", "al"))
    return "" if body or (own and not one) else "a member, no ally"


def _aim(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "targeted voters", "targeted him for wiretapping": aimed at, not struck."""
    wooed = recipient is not None and p.noun(recipient) in _WOOED
    one = actor is not None and p.label[actor] == "PERSON"
    otherwise = any(word in ("for", "as") for word, _ in p.preps(verb))
    return "aimed at, not struck" if wooed or one or otherwise else ""


def for_a_fault(p: Parse, event: int) -> bool:
    """ "attacked B for failing", "his attack on B for failing"."""
    return any(p.lower[kid] == "for" and p.has(kid, "pcomp") for kid in p.kids[event])


def _words_or_blows(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "Novak attacked Lopez": one person another, with words as often as with blows."""
    both = (actor, recipient)
    if for_a_fault(p, verb):
        return "words that blame"
    people = all(noun is not None and p.label[noun] == "PERSON" for noun in both)
    return "words or blows" if people else ""


def _persuasion(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "talked B into a deal"."""
    return "words that persuade" if any(word == "into" for word, _ in p.preps(verb)) else ""


def _dispute(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "Novak has been fighting the ministry": one person with a civil body."""
    alone = actor is not None and (p.label[actor] == "PERSON" or p.lower[actor] in ("he", "she"))
    civil = recipient is not None and p.noun(recipient) in CIVIL
    return "words or courts" if alone and civil else ""


def _seeking(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "seeks to leave", "pushed to remove B": tries, asks nobody."""
    aim = p.child(verb, "xcomp", "advcl")
    own = aim is not None and p.tag[aim] == "VB" and not p.has(verb, "dobj")
    return "tried, asked of nobody" if own else ""


def _encouragement(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "encouraged B to leave": urged, not praised."""
    return "urged, not praised" if p.has(verb, "xcomp") or p.has(verb, "ccomp") else ""


def _seizing(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "seized upon a remark"."""
    upon = any(word in ("upon", "on") for word, _ in p.preps(verb))
    return "taken up, not taken" if upon and not p.has(verb, "dobj") else ""


def _recall(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "recalled an officer saying": remembered; a state recalls its envoys."""
    called = _object(p, verb)
    return "" if called is not None and p.noun(called) in _ENVOYS else "remembered or called up"


def _whither(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "evacuated to a ship of B": where to, not whom."""
    aside = recipient is not None and p.dep[recipient] in ("pobj", "compound", "amod")
    return "where to, not whom" if aside else ""


def _permission(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "an order allowing the army to": who may order somebody yields nothing."""
    own = recipient is not None and p.noun(recipient) in SUBORDINATES
    return "an order, no concession" if own or p.dep[verb] == "acl" else ""


def _slashing(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "slashed guards with a knife"."""
    cut = _object(p, verb)
    return "a wound, no sanction" if cut is not None and is_party(p, cut) else ""


def _ruin(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "destroyed Novak in a debate", "damaged its relations": what can be ruined is a thing."""
    hit = _object(p, verb)
    if hit is None:
        return ""
    people = p.label[hit] in ("PERSON", "NORP") or (p.label[hit] == "GPE" and hit not in p.places)
    return "nothing that can be ruined" if people or _abstract(p, hit) else ""


def _abstract(p: Parse, noun: int) -> bool:
    """A relation, a plan, a right: no body and no building."""
    return p.noun(noun) in lexicon().carriers and p.noun(noun) not in _TARGETS


def _struck(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "the deal that A struck with B"."""
    deal = p.dep[verb] == "relcl" and p.noun(p.head[verb]) in lexicon().carriers
    return "a deal, no blow" if deal else _pushing_back(p, verb, actor, recipient)


def _forced(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "could be forced to resign": nobody is said to force."""
    return "no doer found" if actor is None else ""


def _pushing_back(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "pushed back against B": with words."""
    if any(p.lower[kid] == "back" for kid in p.kids[verb]):
        return "words or blows"
    return _seeking(p, verb, actor, recipient) if p.lemma[verb] == "push" else ""


def _naming(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "called B 'terrorists'", "called B a liar": named so, not telephoned."""
    if p.has(verb, "oprd"):
        return "a name for somebody"
    behind = range(verb + 1, min(verb + NEAR, len(p.lower)))
    return "a name for somebody" if any(p.tag[i] in QUOTES for i in behind) else ""


def _citing(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "quoted B as saying": B is asked for nothing."""
    return "the speaker of a quotation"


def _plea(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "pleaded guilty to lying"."""
    answer = p.has(verb, "acomp") or p.has(verb, "oprd") or "guilty" in p.lower[verb + 1 : verb + 3]
    return "an answer in court" if answer else ""


def _order(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "ordered the agency to help": who may order somebody need not force him."""
    own = recipient is not None and p.noun(recipient) in SUBORDINATES
    moved = p.child(verb, "dobj")
    if moved is not None and p.noun(moved) in _FORCES and not p.child(verb, "xcomp", "ccomp"):
        return "forces moved, not forced"
    return "an order, no force" if own and p.child(verb, "xcomp", "ccomp") is not None else ""


def _description(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "a soldier stationed at the fort"."""
    return "a description, no deed" if actor is None and p.dep[verb] == "acl" else ""


def _relationship(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "discussed B", "discussed his affair with B": not with B."""
    partner = recipient is not None and p.dep[recipient] == "conj"
    if recipient is not None and not partner and p.lower[p.head[recipient]] != "with":
        return "of whom they talk, not with whom"
    topics = [noun for _, noun in p.preps(verb)] + [
        kid for kid in p.kids[verb] if p.dep[kid] == "dobj"
    ]
    ties = (noun for noun in topics if p.noun(noun) in BETWEEN)
    inside = any(word == "with" for tie in ties for word, _ in p.preps(tie))
    return "of whom they talk, not with whom" if inside else ""


def _manner(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "spoke with a Danish accent", "spoke to the Danish people"."""
    if recipient is not None and p.noun(recipient) in _PUBLIC:
        return "words to the public"
    if recipient is None or p.dep[recipient] not in BEFORE:
        return ""
    return "" if is_somebody(p, p.head[recipient]) else "of whom they talk, not with whom"


def _end_of_term(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "until he left office" only tells when."""
    return "a date, no deed" if p.dep[verb] in SUBORDINATE else ""


def _handing_in(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "submitted a plan to B": nobody yields."""
    return "handed in" if p.has(verb, "dobj") or p.has(verb, "nsubjpass") else ""


def _agreement(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "agreed that B is late", "agreed with B": of one mind, nothing promised."""
    clause = p.child(verb, "ccomp")
    if clause is not None:
        kids = [p.tag[kid] for kid in p.kids[clause] if p.dep[kid] in ("aux", "auxpass")]
        told = any(tag in TENSED for tag in (p.tag[clause], *kids))
        return "of one mind" if told and "MD" not in kids else ""
    behind = {word for word, _ in p.preps(verb)}
    deed = behind & {"to", "on", "upon"} or p.has(verb, "xcomp") or p.has(verb, "dobj")
    return "" if deed or p.passive(verb) else "of one mind"


def _vow(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "vowed to retaliate", "promised to fight on": no promise of help."""
    deed = p.child(verb, "xcomp", "ccomp")
    if deed is None or p.pos[deed] != "VERB":
        return "" if recipient is not None or deed is None else "a promise to nobody"
    deeds = [deed, *(kid for kid in p.kids[deed] if p.dep[kid] == "conj")]
    codes = {verb_code(p, one, p.child(one, "dobj"))[0] for one in deeds}
    if codes & AGAINST or any(p.lemma[one] in _STERN or p.verb(one) in _STERN for one in deeds):
        return "a threat, no promise"
    return "" if recipient is not None or codes & COOPERATIVE else "a promise to nobody"


def _attraction(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "appealed to voters": pleased them; a request says for what, or to do what."""
    behind = {word for word, _ in p.preps(verb)}
    wish = "for" in behind or p.child(verb, "xcomp", "ccomp", "advcl") is not None
    return "liked, asked for nothing" if "to" in behind and not wish else ""


def _showing(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "as the paper demonstrates": shows."""
    shown = p.tag[verb] == "VBZ" or p.has(verb, "ccomp")
    return "something is shown" if shown else ""


def _sharing(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "shared with B that it is late": told; what is shared in earnest is intelligence."""
    shared = _object(p, verb)
    worth = shared is not None and p.noun(shared) in _SHARED
    return "" if worth else "told, not shared"


def _upkeep(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "provided for his family"."""
    given = p.child(verb, "dobj", "nsubjpass", "dative")
    return "upkeep, no aid" if given is None and p.dep[verb] not in ("acl", "relcl") else ""


def _interception(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "intercepted phone calls": listened in."""
    caught = _object(p, verb)
    thing = caught is not None and (p.noun(caught) in _TARGETS or is_party(p, caught))
    return "" if thing else "heard, not seized"


def _intrusion(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "breached the system": no promise is broken."""
    broken = _object(p, verb)
    return "" if broken is not None and _abstract(p, broken) else "a way in, no refusal"


def _mobilization(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "mobilized its followers", "scrambled their plans": no forces."""
    moved = _object(p, verb)
    if moved is None:
        own = actor is not None and (p.noun(actor) in _FORCES or p.label[actor] in BODIES)
        return _seeking(p, verb, actor, recipient) if own else "no forces are moved"
    return "" if p.noun(moved) in _FORCES else "no forces are moved"


def _deployment(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "deployed a term", "deployed tear gas": no forces are moved."""
    moved = direct_object(p, verb) if not p.passive(verb) else p.child(verb, "nsubjpass")
    if moved is None or p.label[moved]:
        return ""
    if p.noun(moved) in _FORCES or p.pos[moved] in ("PRON", "PROPN", "NUM") or is_party(p, moved):
        return ""
    return "no forces are moved"


def _undertaking(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "undertook an effort": at work; who undertakes *to* do something promises it."""
    work = _object(p, verb)
    deed = work is not None and noun_code(p, work) is not None
    return "" if deed or p.has(verb, "xcomp") else "at work, no promise"


def _guest(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "met with visiting minister B": who visits is B."""
    beside = p.tag[verb] == "VBG" and p.lower[verb - 1 : verb] == ["with"]
    return "a guest, no visit" if beside else ""


def _anonymity(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "asked not to be named", "requested anonymity"."""
    asked, wish = p.child(verb, "dobj"), p.child(verb, "xcomp")
    hidden = wish is not None and p.has(wish, "auxpass") and p.has(wish, "neg")
    unnamed = asked is not None and p.noun(asked) == "anonymity"
    return "a source without a name" if hidden or unnamed else ""


def _holding(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "was held accountable"."""
    held = p.child(verb, "oprd", "acomp")
    return "held to be so" if held is not None and p.lower[held] in _ANSWERABLE else ""


def _victory(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "beat B, 204 votes to 152", "beat B by 12 points"."""
    sentence = p.doc[verb].sent
    tallied = any(p.noun(i) in _TALLIES for i in range(verb, sentence.end))
    return "a contest of votes, words or sports" if tallied else ""


def _test(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "a missile launched by B": at nobody."""
    thing = recipient is not None and p.noun(recipient) in _WEAPONS
    return "nobody is hit" if thing and p.dep[verb] == "acl" else ""


def _denial(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "denied the report": it is not so, he says; "denied them entry" refuses something."""
    obj = _object(p, verb)
    refused = obj is not None and (is_somebody(p, obj) or p.noun(obj) in _GRANTED)
    return "" if refused or p.has(verb, "dative") else "what is said is denied, nothing refused"


def _march(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "marched on the capital": an army does, too."""
    there = any(word in ("on", "into") and is_place(p, noun) for word, noun in p.preps(verb))
    crowd = actor is not None and p.noun(actor) in _MARCHERS
    return "an army or a crowd" if there and not crowd else ""


def _release(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "was released from hospital"."""
    let_go = any(word == "from" and p.noun(noun) in _WARDS for word, noun in p.preps(verb))
    return "better or bound no more, not freed" if let_go else ""


def _rescue(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "soldiers freed the hostages": they gave nothing up."""
    troops = actor is not None and (
        p.noun(actor) in _FORCES or p.noun(actor) in ("military", "police")
    )
    return "a rescue, nothing given up" if troops else ""


def _offer(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "offered greetings", "offered an argument": that does nothing for anybody."""
    obj = p.child(verb, "dobj")
    if obj is None or p.has(verb, "xcomp") or noun_code(p, obj) is not None:
        return ""
    return "" if p.noun(obj) in _OFFERED else "what is offered is no such thing"


def _commitment(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "murders committed by B"."""
    bound = p.has(verb, "xcomp") or any(word == "to" for word, _ in p.preps(verb))
    obj = _object(p, verb)
    return "" if bound or (obj is not None and p.noun(obj) in _OFFERED) else "done, not promised"


def _words_of_protest(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "protested that the treaty holds"."""
    return "said, not demonstrated" if p.has(verb, "ccomp") else ""


def _proof(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "to support his claim": bears it out."""
    obj = _object(p, verb)
    return "bears out what is said" if obj is not None and p.noun(obj) in _CLAIMS else ""


def _ruling_out(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "ruled out another shooter": there is none."""
    one = recipient is not None and is_somebody(p, recipient)
    return "said not to be, nothing refused" if one else ""


def _taking_part(p: Parse, verb: int, actor: int | None, recipient: int | None) -> str:
    """ "took part in an attack on B": not with B."""
    deeds = (noun_code(p, noun) for word, noun in p.preps(verb) if word == "in")
    return "with nobody" if any(deed in HOSTILE | {"PROTEST"} for deed in deeds) else ""


CHECKS: dict[str, Callable[[Parse, int, int | None, int | None], str]] = {
    "warn": _warning,
    "target": _aim,
    "join": _membership,
    "agree": _agreement,
    "vow": _vow,
    "pledge": _vow,
    "promise": _vow,
    "swear": _vow,
    "seize": _seizing,
    "recall": _recall,
    "evacuate": _whither,
    "rescue": _whither,
    "airlift": _whither,
    "allow": _permission,
    "permit": _permission,
    "let": _permission,
    "appeal": _attraction,
    "attack": _words_or_blows,
    "demonstrate": _showing,
    "deploy": _deployment,
    "mobilize": _mobilization,
    "mobilise": _mobilization,
    "scramble": _mobilization,
    "share": _sharing,
    "provide": _upkeep,
    "intercept": _interception,
    "breach": _intrusion,
    "fire": _pushing_back,
    "hit": _pushing_back,
    "call": _naming,
    "quote": _citing,
    "cite": _citing,
    "fight": _dispute,
    "battle": _dispute,
    "talk": _persuasion,
    "force": _forced,
    "compel": _forced,
    "oblige": _forced,
    "seek": _seeking,
    "encourage": _encouragement,
    "slash": _slashing,
    "cut": _slashing,
    "destroy": _ruin,
    "damage": _ruin,
    "burn": _ruin,
    "torch": _ruin,
    "loot": _ruin,
    "demolish": _ruin,
    "strike": _struck,
    "push": _pushing_back,
    "plead": _plea,
    "order": _order,
    "station": _description,
    "discuss": _relationship,
    "speak": _manner,
    "submit": _handing_in,
    "leave": _end_of_term,
    "launch": _test,
    "undertake": _undertaking,
    "visit": _guest,
    "ask": _anonymity,
    "request": _anonymity,
    "hold": _holding,
    "deny": _denial,
    "protest": _words_of_protest,
    "support": _proof,
    "rule": _ruling_out,
    "take": _taking_part,
    "participate": _taking_part,
    "march": _march,
    "release": _release,
    "free": _rescue,
    "liberate": _rescue,
    "offer": _offer,
    "commit": _commitment,
    "discharge": _release,
    "beat": _victory,
    "defeat": _victory,
}
