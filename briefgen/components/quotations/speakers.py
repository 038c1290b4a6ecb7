"""Who speaks: the words beside the quotation, and the article's actor they stand for."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from briefgen.components.spans import span_of
from briefgen.model import LocalActor, Mention, Span

SINGULAR_PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})
TAILS = frozenset({"of", "for", "at", "in", "from", "with"})
JOINED = frozenset({"conj", "cc", "prep", "nummod", "amod", "compound", "case"})
# A pronoun looks back this many sentences for its person.
MEMORY = 2


def phrase(doc: Doc, head: Token) -> Span:
    """The noun phrase of a head without appositions and relative clauses."""
    start = max(head.left_edge.i, head.sent.start)
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    end = head.i + 1
    for child in head.rights:
        tail = child.dep_ != "prep" or child.lower_ in TAILS
        if child.dep_ not in JOINED or not tail or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    return span_of(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


class Actors:
    """Looks up which of an article's actors a speaker is."""

    def __init__(self, doc: Doc) -> None:
        """Index the article's mentions."""
        self.doc = doc
        self.mentions: tuple[Mention, ...] = doc._.mentions
        self.starts = [mention.span.start for mention in self.mentions]
        self.types = {actor.id: actor.type for actor in doc._.actors}
        self.roles: tuple[LocalActor, ...] = doc._.actors

    def of(self, head: Token, speaker: Span) -> tuple[str | None, str]:
        """The actor's id and how it was found; None where none or several fit."""
        named = self._named(head, speaker)
        if named is not None:
            return named, "named"
        if head.lower_ in SINGULAR_PRONOUNS:
            return self._antecedent(head), "pronoun"
        if head.pos_ == "NOUN":
            return self._by_role(head), "role"
        return None, ""

    def _named(self, head: Token, speaker: Span) -> str | None:
        inside = [m for m in self._between(speaker.start, speaker.end) if m.actor is not None]
        at_head = [m for m in inside if m.span.start <= head.idx < m.span.end]
        return at_head[0].actor if at_head else None

    def _between(self, start: int, end: int) -> list[Mention]:
        first = max(bisect_left(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, end)
        return [m for m in self.mentions[first:last] if m.span.end > start]

    def _antecedent(self, pronoun: Token) -> str | None:
        """The only person of the nearest earlier sentence that names any, or its subject."""
        sent = pronoun.sent
        end = pronoun.idx
        for _ in range(MEMORY + 1):
            people = [
                m
                for m in self._between(sent.start_char, end)
                if m.label == "PERSON" and m.actor is not None
            ]
            ids = list(dict.fromkeys(m.actor for m in people))
            if len(ids) == 1:
                return ids[0]
            if ids:
                subjects = {m.actor for m in people if self._is_subject(m)}
                return subjects.pop() if len(subjects) == 1 else None
            if sent.start == 0:
                return None
            sent = self.doc[sent.start - 1].sent
            end = sent.end_char
        return None

    def _is_subject(self, mention: Mention) -> bool:
        words = self.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        return words is not None and words.root.dep_ in ("nsubj", "nsubjpass")

    def _by_role(self, head: Token) -> str | None:
        """The only person whose stated role names this office."""
        noun = head.lower_
        fitting = [
            actor.id
            for actor in self.roles
            if actor.type == "person"
            and any(noun in role.text.lower().split() for role in actor.roles)
        ]
        return fitting[0] if len(fitting) == 1 and self._is_definite(head) else None

    @staticmethod
    def _is_definite(head: Token) -> bool:
        return any(child.lower_ == "the" for child in head.lefts)
