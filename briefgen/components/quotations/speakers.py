"""Who speaks: the words beside the quotation, and the article's actor they stand for."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from briefgen.components.actors.offices import office
from briefgen.components.quotations import sentence
from briefgen.components.quotations.marked import Marked
from briefgen.components.quotations.words import is_verb, verbs
from briefgen.components.spans import span_of
from briefgen.model import LocalActor, Mention, Span

SINGULAR_PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})
TAILS = frozenset({"of", "for", "at", "in", "from", "with", "by"})
ISSUED = frozenset({"from", "by"})
JOINED = frozenset({"conj", "cc", "prep", "nummod", "amod", "compound", "case"})
# A pronoun looks back this many sentences for its person.
MEMORY = 2


def phrase(doc: Doc, head: Token, content: Span) -> Span:
    """The noun phrase of a head without appositions, relative clauses and what was said."""
    start = max(head.left_edge.i, sentence.start(head))
    while doc[start].idx < content.end <= head.idx:
        start += 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    end = head.i + 1
    for child in head.rights:
        tail = child.dep_ != "prep" or child.lower_ in TAILS
        if child.dep_ not in JOINED or not tail or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    while end > head.i + 1 and doc[end - 1].is_punct:
        end -= 1
    return span_of(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


class Actors:
    """Looks up which of an article's actors a speaker is."""

    def __init__(self, marked: Marked) -> None:
        """Index the article's mentions."""
        self.marked = marked
        self.doc = marked.doc
        self.mentions: tuple[Mention, ...] = self.doc._.mentions
        self.starts = [mention.span.start for mention in self.mentions]
        self.actors: tuple[LocalActor, ...] = self.doc._.actors
        self.issuers = {a.id for a in self.actors if a.type in ("person", "organization")}
        self.people = {actor.id for actor in self.actors if actor.type == "person"}

    def of(self, head: Token, content: Span) -> tuple[str | None, str]:
        """The actor's id and how it was found; None where none or several fit."""
        if any(child.dep_ == "conj" for child in head.rights):
            # Two who speak together are no single actor.
            return None, ""
        for token in (head, *self._named_beside(head)):
            named = self._between(token.idx, token.idx + len(token))
            if named:
                return named[0].actor, "name"
        if head.lemma_ in verbs("documents"):
            return self._issuer(head), "issuer"
        if head.lower_ in SINGULAR_PRONOUNS:
            return self._antecedent(head, content), "pronoun"
        if head.pos_ == "NOUN" and any(child.lower_ == "the" for child in head.lefts):
            return self._by_role(head), "role"
        return None, ""

    def _named_beside(self, head: Token) -> list[Token]:
        """Who bears the office: "the head of the union, Ada Ito"."""
        beside = [child for child in head.rights if child.dep_ == "appos"]
        for token in head.subtree if head.pos_ == "NOUN" else ():
            holder = token.head
            if token.dep_ != "appos" or holder == head or holder.ent_type_ in ("", "PERSON"):
                continue
            beside += [token for m in self._between(token.idx, token.idx + 1) if self._is_person(m)]
        return beside

    def _is_person(self, mention: Mention) -> bool:
        return mention.actor in self.people

    def owned(self, head: Token) -> Token:
        """ "said the firm's Ada Ito": she, where the parse takes the firm for the subject."""
        doc, name = self.doc, head.i + 2
        if name >= len(doc) or head.nbor().tag_ != "POS":
            return head
        people = [m for m in self._between(doc[name].idx, doc[name].idx + 1) if m.label == "PERSON"]
        return (self._root(people[0]) or head) if people else head

    def _issuer(self, document: Token) -> str | None:
        """The only one named whose text it is: `a statement from the White House`."""
        parts = [kid for kid in document.lefts if kid.dep_ in ("poss", "compound")]
        for kid in document.rights:
            if kid.lower_ in ISSUED and kid.dep_ in ("prep", "agent"):
                parts += [source for source in kid.children if source.dep_ == "pobj"]
        found = {m.actor for part in parts for m in self._between(part.idx, part.idx + len(part))}
        # "reports from Lausanne": a place issues nothing.
        return found.pop() if len(found) == 1 and found <= self.issuers else None

    def _between(self, start: int, end: int) -> list[Mention]:
        """Mentions with an actor that touch these code points."""
        first = max(bisect_left(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, end)
        return [m for m in self.mentions[first:last] if m.span.end > start and m.actor is not None]

    def _antecedent(self, pronoun: Token, content: Span) -> str | None:
        """Whoever the nearest earlier sentence is about, if it is about one person."""
        first = sentence.start(pronoun)
        # Whoever is spoken of is seldom the speaker: words before the pronoun that are its own
        # quotation do not count.
        begin, end = self.doc[first].idx, pronoun.idx
        end = min(end, content.start) if content.start >= begin else end
        looked = 0
        while looked <= MEMORY:
            people = [m for m in self._between(begin, end) if self._may_speak(m)]
            subjects = [m for m in people if self._is_subject(m)]
            main = {m.actor for m in people if self._is_main(m) or self._is_credited(m)}
            about = main or {m.actor for m in subjects}
            root = sentence.root(self.doc[first])
            same = end != pronoun.idx and any(t.lower_ == pronoun.lower_ for t in root.lefts)
            if about and not same:
                before = set() if main else self._credited_before(first)
                return (before or about).pop() if len(about) == 1 else None
            if (people and not same) or first == 0:
                return None
            looked += not same
            if self._begins_section(first):
                return None
            end = begin
            first = sentence.start(self.doc[first - 1])
            begin = self.doc[first].idx
        return None

    def _begins_section(self, first: int) -> bool:
        """Whether a headline stands before this sentence: a paragraph without a final stop."""
        i = first - 1
        blank = "\n" in self.doc[i].text
        while i >= 0 and self.doc[i].is_space:
            i -= 1
        return blank and i >= 0 and self.doc[i].is_alpha

    def _may_speak(self, mention: Mention) -> bool:
        """Whether it names a person outside quotation marks."""
        word = self._root(mention)
        return mention.actor in self.people and word is not None and self.marked.at[word.i] < 0

    def _is_subject(self, mention: Mention) -> bool:
        word = self._root(mention)
        return word is not None and word.dep_ in ("nsubj", "nsubjpass")

    def _is_main(self, mention: Mention) -> bool:
        word = self._root(mention)
        return self._is_subject(mention) and word is not None and word.head.dep_ == "ROOT"

    def _is_credited(self, mention: Mention) -> bool:
        """ "according to Ito"."""
        word = self._root(mention)
        to = word.head if word is not None else None
        return to is not None and to.lower_ == "to" and to.head.lower_ == "according"

    def _credited_before(self, first: int) -> set[str | None]:
        """The one person credited with the sentence before, in the same paragraph."""
        if first == 0 or "\n" in self.doc[first - 1].text:
            return set()
        begin = self.doc[sentence.start(self.doc[first - 1])].idx
        found = {
            m.actor
            for m in self._between(begin, self.doc[first].idx)
            if self._may_speak(m) and (self._is_credited(m) or self._says(m))
        }
        return found if len(found) == 1 else set()

    def _says(self, mention: Mention) -> bool:
        """ "Ito said"."""
        word = self._root(mention)
        return self._is_main(mention) and word is not None and is_verb(word.head)

    def _root(self, mention: Mention) -> Token | None:
        span = mention.span
        words = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return words.root if words is not None else None

    def _by_role(self, head: Token) -> str | None:
        """The only person whose stated role is this office and says all that the phrase says."""
        said = {t.lower_ for t in head.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ")}
        fitting = [
            actor.id
            for actor in self.actors
            if actor.type == "person"
            and any(
                office(role.text) == head.lower_ and said <= set(role.text.lower().split())
                for role in actor.roles
            )
        ]
        return fitting[0] if len(fitting) == 1 else None
