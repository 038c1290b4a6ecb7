"""The dependency parse as plain lists: reading a Token's attributes again and again is slow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from briefgen.lists import load
from briefgen.model import Mention, Span

NP_LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
    }
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# What sets a dateline off from a name ("WASHINGTON - President ...").
DASHES = frozenset({"-", "--", "–", "—"})
# An apposition longer than this is a description, not a name.
MAX_APPOSITION = 10


# Forms that no past tense goes on from, and relations over which its own verb stands above.
UNPAST = frozenset({"VBZ", "VBP", "VB"})
INSIDE = frozenset({"ccomp", "xcomp", "acl", "dobj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Parse:
    """One Doc: what every token is, what it hangs on and what hangs on it."""

    __slots__ = (
        "begin",
        "dep",
        "doc",
        "head",
        "kids",
        "label",
        "lemma",
        "lower",
        "mention_starts",
        "mentions",
        "places",
        "pos",
        "starts",
        "tag",
    )

    def __init__(self, doc: Doc) -> None:
        """Read the Doc once."""
        self.doc = doc
        tokens = list(doc)
        self.lower = [token.lower_ for token in tokens]
        self.lemma = [token.lemma_.lower() for token in tokens]
        self.pos = [token.pos_ for token in tokens]
        self.tag = [token.tag_ for token in tokens]
        self.dep = [token.dep_ for token in tokens]
        self.head = [token.head.i for token in tokens]
        self.starts = [token.idx for token in tokens]
        self.label = [token.ent_type_ for token in tokens]
        self._mend_lemmas()
        self._mend_coordination()
        self.kids: list[list[int]] = [[] for _ in self.head]
        for i, head in enumerate(self.head):
            if head != i:
                self.kids[head].append(i)
        self.mentions: tuple[Mention, ...] = doc._.mentions
        self.mention_starts = [mention.span.start for mention in self.mentions]
        for mention in self.mentions:
            first, end = self.tokens_of(mention.span)
            self.label[first:end] = [mention.label] * (end - first)
        self.places = self._places()
        dateline = doc._.layout.dateline
        self.begin = 0 if dateline is None else self.tokens_of(dateline)[1]

    def _places(self) -> frozenset[int]:
        """Tokens that name a place which is no state: "London", unless it stands for Britain."""
        places = {actor.id for actor in self.doc._.actors if actor.type == "place"}
        found: set[int] = set()
        for mention in self.mentions:
            if mention.actor in places:
                found.update(range(*self.tokens_of(mention.span)))
        return frozenset(found)

    def _mend_lemmas(self) -> None:
        """Lemmas of "cease-fire", cut in three, of "staged", misread, and of "air strike"."""
        data = load("events")
        hyphenated, misread = data["hyphenated"], data["misread"]
        airborne = data["airborne"].split()
        for i, word in enumerate(self.lower):
            if word == "-" and 0 < i < len(self.lower) - 1:
                joined = f"{self.lower[i - 1]}-{self.lemma[i + 1]}"
                self.lemma[i + 1] = hyphenated.get(joined, self.lemma[i + 1])
            elif word in misread and self.pos[i] == "VERB":
                self.lemma[i] = misread[word]
            elif i and self.lemma[i] == "strike" and self.lower[i - 1] in airborne:
                self.lemma[i] = "airstrike"

    def _mend_coordination(self) -> None:
        """ "said that A has a right to live and left": a past beside it is what the sayer did."""
        for i, tag in enumerate(self.tag):
            one = self.head[i]
            if self.dep[i] != "conj" or tag != "VBD" or self.tag[one] not in UNPAST:
                continue
            over, path = one, []
            while self.tag[over] != "VBD" and self.head[over] != over:
                path.append(self.dep[over])
                over = self.head[over]
            own = any(self.head[j] == i and self.dep[j] in SUBJECTS for j in range(one, i))
            if self.tag[over] == "VBD" and not own and INSIDE.issuperset(path):
                self.head[i] = over

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that begin inside a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def has(self, i: int, dep: str) -> bool:
        """Whether something hangs on the token by this relation."""
        return any(self.dep[kid] == dep for kid in self.kids[i])

    def child(self, i: int, *deps: str) -> int | None:
        """The first thing that hangs on the token by one of these relations."""
        for kid in self.kids[i]:
            if self.dep[kid] in deps:
                return kid
        return None

    def verb(self, i: int) -> str:
        """The lemma with its particle: "carry_out"."""
        particle = self.child(i, "prt")
        return self.lemma[i] if particle is None else f"{self.lemma[i]}_{self.lower[particle]}"

    def noun(self, i: int) -> str:
        """The lemma of a noun; a plural that the tagger took for a name as well."""
        lemma = self.lemma[i]
        if self.tag[i] == "NNPS" or (self.pos[i] == "PROPN" and not self.label[i]):
            return lemma[:-1] if lemma.endswith("s") and not lemma.endswith("ss") else lemma
        return lemma

    def passive(self, verb: int) -> bool:
        """Whether the verb stands in the passive voice, reduced relatives included."""
        if self.tag[verb] != "VBN":
            return self.has(verb, "nsubjpass") or self.has(verb, "auxpass")
        if self.has(verb, "auxpass") or self.has(verb, "nsubjpass") or self.has(verb, "agent"):
            return True
        if self.dep[verb] in ("acl", "amod", "advcl") and not self.has(verb, "aux"):
            return True
        if self.dep[verb] == "conj" and not (self.has(verb, "nsubj") or self.has(verb, "aux")):
            return self.passive(self.head[verb])
        return False

    def preps(self, i: int) -> list[tuple[str, int]]:
        """(preposition, its object) pairs of a token; "away from" counts as "from"."""
        found = []
        for kid in self.kids[i]:
            if self.dep[kid] in ("prep", "dative", "agent") and self.pos[kid] in (
                "ADP",
                "SCONJ",
                "ADV",
                "PART",
            ):
                for inner in self.kids[kid]:
                    if self.dep[inner] == "pobj":
                        found.append((self.lower[kid], inner))
                    elif self.dep[inner] == "prep":
                        found += [
                            (self.lower[inner], deep)
                            for deep in self.kids[inner]
                            if self.dep[deep] == "pobj"
                        ]
        return found

    def conjuncts(self, i: int) -> list[int]:
        """The coordinated nouns that follow this one, itself included."""
        found = [i]
        for kid in self.kids[i]:
            if self.dep[kid] == "conj" and self.pos[kid] in NOMINAL:
                found += self.conjuncts(kid)
        return found

    def left(self, i: int) -> int:
        """The first token of the noun phrase of this head."""
        first = i
        for kid in self.kids[i]:
            if kid < i and self.dep[kid] in NP_LEFT:
                first = min(first, self.left(kid))
        if first < self.begin <= i:
            first = self.begin  # "OSLO (AP) Norway"
        return next((k + 1 for k in range(i - 1, first, -1) if self._dash(k)), first)

    def _dash(self, i: int) -> bool:
        """Whether a token is a dash with white space around it, as after a dateline."""
        if self.lower[i] not in DASHES or i == 0:
            return False
        return self.starts[i - 1] + len(self.lower[i - 1]) < self.starts[i]

    def right(self, i: int, joint: bool = True) -> int:
        """The last token of the noun phrase: "of ..." tails, appositions and coordination."""
        last = i
        for kid in self.kids[i]:
            if kid < i:
                continue
            if self.dep[kid] == "prep" and self.lower[kid] == "of":
                inner = self.child(kid, "pobj")
                if inner is not None:
                    last = max(last, self.right(inner))
            elif (
                self.dep[kid] == "appos"
                and self.pos[kid] in ("PROPN", "NOUN")
                and self.left(kid) - last <= 3
                and self.right(kid, joint=False) - i <= MAX_APPOSITION
            ):
                last = max(last, self.right(kid, joint=False))
            elif joint and self.dep[kid] == "conj" and self.pos[kid] in NOMINAL:
                last = max(last, self.right(kid))
            elif self.dep[kid] == "nummod" and kid == i + 1:
                last = max(last, kid)
        return last

    def phrase(self, i: int, joint: bool = True) -> Span:
        """The noun phrase of a head as it stands in the text."""
        first, last = self.left(i), self.right(i, joint)
        inside = self.lower[first : last + 1]
        if "(" in inside and ")" not in inside:
            closed = last + 1 < len(self.lower) and self.lower[last + 1] == ")"
            last = last + 1 if closed else max(i, first + inside.index("(") - 1)
        while self._glued(last):
            last += 2  # "anti" of "anti-Semitism"
        return self.span(first, last)

    def _glued(self, i: int) -> bool:
        """Whether a hyphen and another word follow without white space."""
        if self.lower[i + 1 : i + 2] != ["-"] or i + 2 >= len(self.lower):
            return False
        joined = self.starts[i] + len(self.lower[i]) == self.starts[i + 1]
        return joined and self.starts[i + 2] == self.starts[i + 1] + 1

    def span(self, first: int, last: int) -> Span:
        """The model span from one token to another, both included."""
        article = self.doc._.article
        end = self.starts[last] + len(self.lower[last])
        return Span(article.id if article is not None else "", self.starts[first], end)

    def actors_in(self, span: Span | None) -> tuple[str, ...]:
        """The article's actors that a slot names, in order."""
        if span is None:
            return ()
        first = bisect_left(self.mention_starts, span.start)
        found = self.mentions[first : bisect_right(self.mention_starts, span.end)]
        actors = [m.actor for m in found if m.actor is not None and m.span.within(span)]
        return tuple(dict.fromkeys(actors))
