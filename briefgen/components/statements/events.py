"""Which PLOVER root code a verb or a noun carries; the words are in `data/events.yml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from briefgen.components.statements.parse import Parse
from briefgen.lists import load
from briefgen.model import Modality

Words = frozenset[str]

NAME_LABELS = frozenset({"PERSON", "ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
TIME_LABELS = frozenset({"DATE", "TIME"})
# What tells that a verb in the present has not happened yet.
COMING = "a coming date"
# What can be sent with help on board.
CARRIERS = frozenset({"convoy", "truck", "ship", "plane", "flight", "train", "shipment"})
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with an object or a preposition, and what that means."""

    event: str | None
    objects: Words
    prepositions: Words
    modifiers: Words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists in the form that look-ups need."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    ambiguous: Words
    frames: dict[str, tuple[Frame, ...]]
    light: Words
    ending: Words
    undergoing: Words
    happening: Words
    burdens: Words
    goods: Words
    transfer: Words
    of_is_recipient: Words
    reciprocal_nouns: Words
    reciprocal_verbs: Words
    carriers: Words
    places: Words
    demanding: Words
    blaming: Words
    thinking: Words
    parties: Words
    void: Words
    views: Words
    conceding: Words
    urging: Words
    figurative: Words
    objective: Words
    calling: Words
    appealing: Words
    fixed_objects: dict[str, str]
    needing: dict[str, Words]
    transfer_prepositions: tuple[str, ...]
    recipient_prepositions: tuple[str, ...]
    noun_prepositions: tuple[str, ...]
    place_prepositions: Words


def words(text: str) -> Words:
    """The words of a list, which YAML holds as one string."""
    return frozenset(text.split())


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data = load("events")
    frames: dict[str, list[Frame]] = {}
    for entry in data["frames"]:
        frame = Frame(
            entry["event"],
            words(entry.get("objects", "")),
            words(entry.get("prep", "")),
            words(entry.get("with", "")),
        )
        for verb in entry["verbs"].split():
            frames.setdefault(verb, []).append(frame)
    return Lexicon(
        verbs=_codes(data["verbs"]),
        nouns=_codes(data["nouns"]),
        ambiguous=words(data["ambiguous"]),
        frames={verb: tuple(entries) for verb, entries in frames.items()},
        light=words(data["light_verbs"]),
        undergoing=words(data["undergoing_verbs"]),
        happening=words(data["happening_verbs"]),
        ending=words(data["ending_verbs"]),
        burdens=words(data["burdens"]),
        goods=words(data["goods"]),
        transfer=words(data["transfer_verbs"]),
        of_is_recipient=words(data["of_is_recipient"]),
        reciprocal_nouns=words(data["reciprocal_nouns"]),
        reciprocal_verbs=words(data["reciprocal_verbs"]),
        carriers=words(data["carriers"]),
        places=words(data["places"]),
        demanding=words(data["demanding"]),
        blaming=words(data["blaming"]),
        thinking=words(data["thinking"]),
        parties=words(data["parties"]),
        void=words(data["void"]),
        views=words(data["views"]),
        conceding=words(data["conceding"]),
        urging=words(data["urging"]),
        figurative=words(data["figurative"]),
        objective=words(data["objective"]),
        calling=words(data["calling"]),
        appealing=words(data["appealing"]),
        fixed_objects=data["fixed_objects"],
        needing={noun: words(text) for noun, text in data["needing"].items()},
        transfer_prepositions=tuple(data["transfer_prepositions"]),
        recipient_prepositions=tuple(data["recipient_prepositions"]),
        noun_prepositions=tuple(data["noun_prepositions"]),
        place_prepositions=frozenset(data["place_prepositions"]),
    )


def _codes(lists: dict[str, str]) -> dict[str, str]:
    """Word -> code; a word that stands under two codes keeps the last."""
    return {word: code for code, text in lists.items() for word in text.split()}


def noun_code(p: Parse, noun: int) -> str | None:
    """The code of an event noun; a noun inside a name ("the Munich Conference") has none."""
    if p.label[noun] in NAME_LABELS:
        return None
    known, lemma = lexicon(), p.noun(noun)
    needed = known.needing.get(lemma)
    if _figurative(p, noun):
        return None
    if needed and not any(p.lower[kid] in needed for kid in p.kids[noun]):
        return None
    return known.nouns.get(lemma)


def _figurative(p: Parse, noun: int) -> bool:
    """ "a trade war", "a heart attack"."""
    known = lexicon()
    return any(
        p.dep[kid] == "compound" and p.lower[kid] in known.figurative for kid in p.kids[noun]
    )


def verb_code(p: Parse, verb: int, obj: int | None) -> tuple[str | None, str]:
    """The code of a verb with its object, and the words that decided."""
    known = lexicon()
    lemma = p.verb(verb)
    thing = p.noun(obj) if obj is not None else ""
    if obj is not None and lemma in known.transfer and _loaded(p, obj):
        return "AID", f"{lemma} {thing} of aid"
    framed = _framed(p, verb, obj, lemma, thing)
    if framed is not None:
        return framed
    carried = None if obj is None else noun_code(p, obj)
    if lemma in known.ending:
        if thing in known.burdens:
            return "YIELD", f"{lemma} {thing}"
        if thing in known.goods:
            return "SANCTION", f"{lemma} {thing}"
    if carried is not None and (lemma in known.light or lemma in known.undergoing):
        return carried, f"{lemma} {thing}"
    told = said(p, verb)
    if told is not None:
        return told
    if lemma in known.urging and not p.child(verb, "xcomp", "ccomp", "advcl"):
        return None, lemma
    if lemma in known.conceding and p.has(verb, "ccomp"):
        return None, lemma
    if lemma in known.calling and obj is not None and _phoned(p, verb, obj):
        return "CONSULT", f"{lemma} somebody"
    return known.verbs.get(lemma), lemma


def _loaded(p: Parse, noun: int) -> bool:
    """ "a convoy of aid", "two planes with relief supplies"."""
    inside = (i for word, i in p.preps(noun) if word in ("of", "with"))
    return p.noun(noun) in CARRIERS and any(noun_code(p, i) == "AID" for i in inside)


def _phoned(p: Parse, verb: int, person: int) -> bool:
    """ "called B on Monday"; "called B a liar" and "called B to account" are something else."""
    if (
        person < verb
        or p.has(verb, "oprd")
        or p.has(verb, "ccomp")
        or p.has(verb, "xcomp")
        or p.passive(verb)
        or p.lower[person + 1 : person + 2] in (["a"], ["an"], ["the"])
        or {word for word, _ in p.preps(verb)} & {"to", "for"}
    ):
        return False
    return p.label[person] == "PERSON" or p.noun(person) in lexicon().parties


def said(p: Parse, verb: int) -> tuple[str, str] | None:
    """ "A said B must leave" demands; "A said B was responsible" accuses."""
    clause = p.child(verb, "ccomp")
    if clause is None or p.lemma[verb] not in say_verbs() - lexicon().thinking:
        return None
    if any(p.dep[kid] == "aux" and p.lower[kid] in ("have", "'ve") for kid in p.kids[clause]):
        return None  # "A said B should have left" asks for nothing any more
    own = any(p.dep[kid] == "nsubj" and p.lower[kid] in ("i", "we") for kid in p.kids[clause])
    for kid in p.kids[clause]:
        if not own and p.dep[kid] == "aux" and p.lower[kid] in lexicon().demanding:
            return "REQUEST", f"{p.lemma[verb]} ... {p.lower[kid]}"
        blamed = p.dep[kid] == "acomp" and not p.has(clause, "neg")
        if blamed and p.lower[kid] in lexicon().blaming:
            return "ACCUSE", f"{p.lemma[verb]} ... {p.lower[kid]}"
    return None


@functools.cache
def say_verbs() -> Words:
    """Lemmas of the verbs that report."""
    return words(load("attribution")["say_verbs"])


def _framed(
    p: Parse, verb: int, obj: int | None, lemma: str, thing: str
) -> tuple[str | None, str] | None:
    """The first frame of the verb that its object or one of its prepositions fills."""
    frames = lexicon().frames.get(lemma, ())
    prepositions: list[str] | None = None
    for frame in frames:
        if frame.prepositions:
            if prepositions is None:
                prepositions = [
                    p.lower[kid]
                    for kid in p.kids[verb]
                    if kid > verb and p.dep[kid] == "prep" and not _dated(p, kid)
                ]
            found = next((prep for prep in prepositions if prep in frame.prepositions), None)
            if found is None:
                continue
            if frame.objects and not _heads(p, verb, found) & frame.objects:
                continue
            if not _modified(p, obj, frame.modifiers):
                continue
            return frame.event, f"{lemma} {found}"
        if thing in frame.objects and _modified(p, obj, frame.modifiers):
            return frame.event, f"{lemma} {thing}"
    return None


def _dated(p: Parse, preposition: int) -> bool:
    """ "on Tuesday" tells when, whatever "on" means with the verb."""
    return any(p.label[kid] in TIME_LABELS for kid in p.kids[preposition])


def _heads(p: Parse, verb: int, preposition: str) -> set[str]:
    """Head nouns behind one of the verb's prepositions."""
    return {p.noun(noun) for prep, noun in p.preps(verb) if prep == preposition}


def _modified(p: Parse, noun: int | None, modifiers: Words) -> bool:
    """Whether one of the words that the frame asks for stands before the noun, if it asks."""
    if not modifiers:
        return True
    return noun is not None and any(p.lower[kid] in modifiers for kid in p.kids[noun])


def composed(code: str | None, modality: Modality, signal: str, aimed: bool) -> str | None:
    """The code of what was said about an event that has not happened.

    PLOVER codes the saying: promised cooperation is AGREE, refused cooperation REJECT, and what
    is hostile and only announced is THREATEN. A purpose ("to help B") and a timetable ("A meets B
    in May") are not said to anybody, and an announced deployment that is not `aimed` at
    somebody threatens nobody.
    """
    if signal in ("to", COMING) or (code == "MOBILIZE" and not aimed):
        return code
    if code in COOPERATIVE and modality == "planned":
        return "AGREE"
    if code in COOPERATIVE and modality == "negated":
        return "REJECT"
    if code in HOSTILE and modality == "planned":
        return "THREATEN"
    return code
