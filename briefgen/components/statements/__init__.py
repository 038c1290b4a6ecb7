"""Statements: who did what to whom, when, where, how certain, on whose word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from spacy.tokens import Doc

from briefgen.components.quotations.passages import passages
from briefgen.components.spans import readable
from briefgen.components.statements import clauses, events, noun_slots, parties, scenes, subjects
from briefgen.components.statements.attribution import credit, cues, quoted_tokens
from briefgen.components.statements.doubt import doubt
from briefgen.components.statements.doubts import page_furniture
from briefgen.components.statements.modality import modality, signals
from briefgen.components.statements.parse import Parse
from briefgen.components.statements.recipients import settled
from briefgen.components.statements.untold import untold
from briefgen.model import Attribution, Modality, Span, Statement, Timex

NO_EVENTS = frozenset({"accord", "be", "have", "do", "let", "go", "get"})
# Of these, what a clause says is told without a code ("it will be ...", "it has got ...").
STATES = NO_EVENTS - {"accord"}
# What two do together they do not do to each other ("A and B postponed the exercise").
ONE_SIDED = frozenset({"YIELD", "SANCTION", "REJECT"})
# Deeds whose carrier noun says whose it is, not to whom it is done.
OWN = frozenset({"ASSAULT", "SUPPORT", "AID"})
ANNOUNCING = frozenset({"announce", "confirm", "report"})
# What bombs, laws and reports can do as well as people.
BY_THINGS = frozenset({"ASSAULT", "COERCE"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp"})
# Relations in which a verb form is no predicate: "according to", "the wanted man".
NO_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound", "prep", "det"})
# A time behind these bounds the event and does not date it.
LIMITS = frozenset({"since", "until", "till"})
# A predicate of verb and object noun that stand further apart is told by the noun alone.
MAX_PREDICATE = 5
# Fewer words in marks are a name or a title.
SHORTEST_MARKED = 5
PAST = frozenset({"VBD", "VBN"})
# A day, a month or a year, and a time on a day.
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?$")


@dataclass(frozen=True, slots=True)
class Found:
    """One event before it is written down: token positions."""

    first: int
    """First token of the predicate."""
    last: int
    """Last token of the predicate."""
    event: int
    """The token that carries the event."""
    code: str | None
    actor: int | None
    recipient: int | None
    joint: bool
    """Whether the slots hold what is coordinated with them, too."""
    place: int | None
    rule: str

    @property
    def carried(self) -> int:
        """The event noun that the verb carries, or the event itself."""
        return self.first if self.event == self.last else self.last

    @property
    def framed(self) -> bool:
        """Whether more than the verb alone decided the code ("launch attack")."""
        return " " in self.rule.partition("; ")[0].partition(": ")[2]


def find(doc: Doc) -> tuple[Statement, ...]:
    """Statements: who did what to whom, when, where, how certain, on whose word."""
    p = Parse(doc)
    writer = Writer(p)
    statements = []
    for sentence in doc.sents:
        evidence = _trimmed(p, sentence.start, sentence.end)
        if evidence is None:
            continue
        for found in _events(p, sentence.start, sentence.end):
            statements.append(writer.write(found, evidence))
    return tuple(statements)


def _trimmed(p: Parse, first: int, end: int) -> Span | None:
    """The sentence without white space around it."""
    while first < end and p.doc[first].is_space:
        first += 1
    while end > first and p.doc[end - 1].is_space:
        end -= 1
    return p.span(first, end - 1) if first < end else None


def _events(p: Parse, first: int, end: int) -> list[Found]:
    """The events of one sentence in text order."""
    found: list[Found] = []
    carried: set[int] = set()
    for i in range(first, end):
        if p.lemma[i] in STATES and p.dep[i] in CLAUSES:
            event = _of_state(p, i)
        elif p.pos[i] == "VERB":
            event = _of_verb(p, i, carried)
        else:
            continue
        if event is not None:
            found.append(event)
    for i in range(first, end):
        if p.pos[i] in ("NOUN", "PROPN") and i not in carried:
            event = _of_noun(p, i)
            if event is not None:
                found.append(event)
    if page_furniture(p.doc[first:end].text):
        found = [replace(event, code=None) for event in found]
    found = [_sure(p, event) for event in found]
    return sorted(found, key=lambda event: (event.first, event.last))


def _sure(p: Parse, found: Found) -> Found:
    """The event without its code where that is in doubt; the rule tells why."""
    code = found.code
    if code is None:
        return found
    if found.recipient is not None:
        recipient = settled(p, found.event, code, found.recipient, found.framed)
        found = replace(found, recipient=recipient)
    why = doubt(p, found.event, code, found.actor, found.recipient, found.framed)
    return replace(found, code=None, rule=f"{found.rule}; no code: {why}") if why else found


def _of_verb(p: Parse, verb: int, carried: set[int]) -> Found | None:
    """The event of a verb; an event noun that it only carries is told with it."""
    if p.lemma[verb] in NO_EVENTS or p.dep[verb] in NO_PREDICATE:
        return None
    actor, obj = clauses.arguments(p, verb)
    code, why = events.verb_code(p, verb, obj)
    target = clauses.recipient(p, verb, obj, code is not None)
    last = verb
    if obj is not None and _undergone(p, verb, obj):
        carried.add(obj)
        last, target = obj, actor
        actor, _ = noun_slots.noun_arguments(p, obj)
        actor = actor if actor is not None else subjects.giver(p, verb)
    elif obj is not None and _carries(p, verb, obj):
        carried.add(obj)
        last = obj
        owner, patient = noun_slots.noun_arguments(p, obj)
        target = patient if patient is not None else target if target != obj else None
        if target == owner and (code in OWN or p.noun(obj) in noun_slots.WITHDRAWALS):
            # "authorized British attacks", "pledged U.S. aid", "announced the withdrawal of troops"
            target = None
        actor = actor if actor is not None or owner == target else owner
        if p.lemma[verb] in ANNOUNCING and code == "ASSAULT":
            code = None  # "announced the strike": another's
        if p.lemma[verb] in ANNOUNCING and p.noun(obj) in noun_slots.RESIGNATIONS:
            leaver = target if target is not None else owner
            own = leaver is None or p.pos[leaver] == "PRON"  # "announced his resignation"
            actor, target = actor if own else leaver, None
    if actor == target:
        target = None
    if actor is None and target is None:
        return None
    other = _other_side(p, actor, target)
    if not _political(p, why, code, actor, target) or _idle(p, verb, obj):
        code = None
    first, last = _predicate(p, verb, last)
    joint = True
    if code not in ONE_SIDED:
        joint, actor, target = _paired(p, verb, obj, actor, target)
    if other is not None:
        joint, target = False, other
    where = scenes.place(p, verb, (obj, target))
    return Found(first, last, verb, code, actor, target, joint, where, f"verb: {why}")


def _is_blow(p: Parse, found: Found) -> bool:
    """ "the attack killed nine": what killed them, and nobody who did, unlike "A's attack"."""
    if found.actor is None or found.code not in BY_THINGS or found.recipient is None:
        return False
    if events.noun_code(p, found.actor) != "ASSAULT" or p.label[found.actor]:
        return False
    return not parties.involves(p, found.actor)


def _other_side(p: Parse, actor: int | None, target: int | None) -> int | None:
    """ "the meeting between A and B was cancelled by A": done to B."""
    if actor is None or target is None:
        return None
    sides = p.conjuncts(target)
    others = [side for side in sides if p.lower[side] != p.lower[actor]]
    return others[0] if len(sides) == 2 and len(others) == 1 else None


def _of_state(p: Parse, verb: int) -> Found | None:
    """What a clause says of its subject without an event: no code, but certainty and credit."""
    holder = subjects.subject(p, verb)
    if holder is None or (p.lower[verb] == "going" and p.has(verb, "xcomp")):
        return None
    place = scenes.place(p, verb, ())
    return Found(verb, verb, verb, None, holder, None, True, place, f"state: {p.lemma[verb]}")


def _political(p: Parse, why: str, code: str | None, actor: int | None, target: int | None) -> bool:
    """Whether the slots bear out the code: "energy reduced costs" is no sanction."""
    known = events.lexicon()
    if target is not None and p.lower[target] in known.void:
        target = None
    if actor is not None and code not in BY_THINGS and _mere_thing(p, actor):
        return False
    if why not in known.ambiguous:
        return parties.involves(p, actor) or parties.involves(p, target)
    if code == "ASSAULT" and target is not None and p.noun(target) in known.places:
        return True
    if actor is not None and events.noun_code(p, actor) == "ASSAULT":
        return True
    return parties.involves(p, target)


def _idle(p: Parse, verb: int, obj: int | None) -> bool:
    """ "returned to the base": without an object nobody is given anything."""
    return obj is None and p.verb(verb) in events.lexicon().objective


def _mere_thing(p: Parse, noun: int) -> bool:
    """A plan, a deal, a step that belongs to nobody: such things act only in a figure of speech."""
    if p.label[noun] or p.doc[noun].is_title:
        return False
    return not parties.is_thing(p, noun) and not parties.involves(p, noun)


def _undergone(p: Parse, verb: int, noun: int) -> bool:
    """Whether the subject is at the receiving end: "B faced criticism from A"."""
    return (
        p.verb(verb) in events.lexicon().undergoing
        and events.noun_code(p, noun) is not None
        and not p.passive(verb)
    )


def _carries(p: Parse, verb: int, noun: int) -> bool:
    """Whether the verb only carries the noun's event; "was approved" says something itself."""
    known = events.lexicon()
    lemma = p.verb(verb)
    if lemma not in known.light or events.noun_code(p, noun) is None:
        return False
    return lemma not in known.verbs or not p.passive(verb)


def _predicate(p: Parse, verb: int, noun: int) -> tuple[int, int]:
    """From the verb to its particle or the noun it carries, or one alone where they stand apart."""
    if noun == verb:
        particle = p.child(verb, "prt")
        return verb, verb if particle is None or particle > verb + 1 else particle
    if abs(noun - verb) > MAX_PREDICATE:
        return noun, noun
    return min(verb, noun), max(verb, noun)


def _paired(
    p: Parse, verb: int, obj: int | None, actor: int | None, target: int | None
) -> tuple[bool, int | None, int | None]:
    """Two who do something with each other are actor and recipient."""
    if actor is None or (target is not None and parties.is_party(p, target)):
        return True, actor, target
    known = events.lexicon()
    mutual = p.verb(verb) in known.reciprocal_verbs or (
        # Who attends a meeting need not be met there by the other.
        obj is not None and p.noun(obj) in known.reciprocal_nouns and p.lemma[verb] != "attend"
    )
    partners = p.conjuncts(actor)
    if mutual and len(partners) == 2 and all(parties.is_party(p, one) for one in partners):
        return False, partners[0], partners[1]
    return True, actor, target


def _of_noun(p: Parse, noun: int) -> Found | None:
    """The event of a noun that somebody named takes part in."""
    code = events.noun_code(p, noun)
    if code is None or p.dep[noun] == "compound":
        return None
    actor, target = noun_slots.noun_arguments(p, noun)
    joint = True
    shared = actor if target is None else target if actor is None else None
    if shared is not None and p.lower[p.head[shared]] == "with":
        shared = None  # "talks with A and B": on the other side stands somebody else
    if shared is not None and p.noun(noun) in events.lexicon().reciprocal_nouns:
        partners = p.conjuncts(shared)
        if len(partners) == 2:
            joint, actor, target = False, partners[0], partners[1]
    if actor is None and target is None:
        return None
    where = scenes.place(p, noun, (target,))
    return Found(noun, noun, noun, code, actor, target, joint, where, f"noun: {p.noun(noun)}")


class Writer:
    """Turns what was found into statements, with ids that no two of them share."""

    def __init__(self, p: Parse) -> None:
        """Write for one Doc."""
        self.p = p
        self.text: str = readable(p.doc)
        self.quoted = quoted_tokens(p, p.doc._.quotations)
        self.cues = cues(p, p.doc._.quotations)
        self.marked = [
            piece
            for passage in passages(self.text)
            for piece in passage.pieces
            if len(self.text[slice(*piece)].split()) >= SHORTEST_MARKED
        ]
        self.times = _times(p, p.doc._.timexes)
        self.seen: Counter[str] = Counter()
        article = p.doc._.article
        self.published: date | None = article.published if article is not None else None

    def write(self, found: Found, evidence: Span) -> Statement:
        """The statement of one event."""
        p = self.p
        predicate = p.span(found.first, found.last)
        doer = None if _is_blow(p, found) else found.actor
        actor = self._slot(doer, found.joint)
        recipient = self._slot(found.recipient, found.joint)
        time = self._time(found.event)
        level, signal = modality(p, found.event)
        if level == "asserted" and p.lemma[found.event] in signals().plans:
            level, signal = modality(p, found.carried)
        if level == "asserted" and self._coming(found.event, time):
            level, signal = "planned", events.COMING
        code = events.composed(found.code, level, signal, found.recipient is not None)
        attribution, source, quoted = self._credit(found)
        if found.code is not None:
            credited = quoted, attribution != "stated"
            slots = found.actor, found.recipient
            why = untold(p, found.event, slots, (found.code, code), signal, credited)
            if why:
                code, found = None, replace(found, rule=f"{found.rule}; no code: {why}")
        if source is not None and source == predicate:
            source = None
        return Statement(
            id=self._id(predicate, actor, recipient, evidence),
            event=code,
            predicate=predicate,
            actor=actor,
            recipient=recipient,
            time=time,
            place=None if found.place is None else p.phrase(found.place, joint=False),
            modality=level,
            attributed_to=source,
            evidence=(evidence,),
            attribution=attribution,
            actor_ids=p.actors_in(actor),
            recipient_ids=p.actors_in(recipient),
            rule=_rule(found.rule, level, signal),
        )

    def _credit(self, found: Found) -> tuple[Attribution, Span | None, bool]:
        """How an event is vouched for, by whom, and whether in somebody's own words."""
        inside = self.quoted.get(found.event)
        quoted = inside is not None and inside.kind != "indirect"
        if inside is None and found.code is None:
            inside = self.cues.get(found.event)
        attribution, source = credit(self.p, found.event, inside)
        if attribution == "stated" and self._in_marks(self.p.starts[found.event]):
            return "quoted", None, True
        return attribution, source, quoted

    def _in_marks(self, at: int) -> bool:
        """Whether somebody's words in quotation marks hold it, whoever that is."""
        return any(first <= at < end for first, end in self.marked)

    def _slot(self, head: int | None, joint: bool) -> Span | None:
        """The words of a slot."""
        return None if head is None else self.p.phrase(head, joint)

    def _time(self, event: int) -> str | None:
        """The value of the time that hangs on the event or on the verb that governs it."""
        while event not in self.times:
            if self.p.dep[event] not in ("xcomp", "dobj", "acl", "conj"):
                return None
            event = self.p.head[event]
        return self.times[event]

    def _coming(self, event: int, time: str | None) -> bool:
        """Whether its date lies ahead of the article, so that it cannot have happened."""
        if self.p.lemma[event] == "have" or self.p.lemma[event] in signals().verbs:
            return False  # "wants to leave by June": wants it now
        if self.published is None or time is None or not _CALENDAR.match(time):
            return False
        tag = self.p.tag[event]
        ongoing = tag == "VBG" and not self.p.has(event, "aux")
        published = self.published.isoformat()[: len(time)]
        return tag not in PAST and not ongoing and time[: len(published)] > published

    def _id(
        self, predicate: Span, actor: Span | None, recipient: Span | None, evidence: Span
    ) -> str:
        """A hash of words, not of offsets: it survives when the text around it moves."""
        parts = [predicate.article_id]
        parts += [
            "" if span is None else self.text[span.start : span.end]
            for span in (predicate, actor, recipient, evidence)
        ]
        key = "\x1f".join(parts)
        self.seen[key] += 1
        if self.seen[key] > 1:
            key += f"\x1f{self.seen[key]}"
        return sha256(key.encode()).hexdigest()[:12]


def _rule(rule: str, level: Modality, signal: str) -> str:
    """Which words decided."""
    return f"{rule}; {level}: {signal}" if signal else rule


def _times(p: Parse, timexes: tuple[Timex, ...]) -> dict[int, str]:
    """Event token -> value of the first date or time that hangs on it."""
    found: dict[int, str] = {}
    for timex in timexes:
        if timex.value in (None, "FUTURE_REF") or timex.type not in ("DATE", "TIME"):
            continue  # "hours later" is no time yet to come
        first, end = p.tokens_of(timex.span)
        if first >= end or (first and p.lower[first - 1] in LIMITS):
            continue
        holder = _holder(p, first, end)
        found.setdefault(holder, timex.value)
    return found


def _holder(p: Parse, first: int, end: int) -> int:
    """The verb or event noun that a time expression hangs on."""
    i = first
    while first <= i < end and p.head[i] != i:
        i = p.head[i]
    while p.head[i] != i and p.pos[i] not in ("VERB", "AUX") and events.noun_code(p, i) is None:
        i = p.head[i]
    return i
