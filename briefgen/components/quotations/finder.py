"""Ties passages in quotation marks and reported clauses to their reporting words."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from briefgen.components.quotations.passages import Passage, passages
from briefgen.components.quotations.reports import (
    Range,
    Report,
    complement,
    reports,
    speaker_of,
    utters,
)
from briefgen.components.quotations.speakers import Actors, phrase
from briefgen.components.spans import of_token, span_of
from briefgen.model import Quotation, QuotationKind, Span

ENDS_SENTENCE = frozenset({".", "!", "?", "..."})
DASHES = frozenset({"-", "--", "–", "—", "―"})
# How many quotations back one may begin that this one stands inside.
MEMORY = 8
# As far as a reporting verb may stand from the quotation mark, in tokens.
REACH = 40


@dataclass(slots=True)
class Layout:
    """Where the passages lie among the tokens."""

    doc: Doc
    passages: list[Passage]
    at: list[int]
    """For each token the number of its passage, or -1."""
    first: list[int] = field(default_factory=list)
    """First token of each passage, its mark included."""
    last: list[int] = field(default_factory=list)
    """Last token of each passage, its mark included."""


def find(doc: Doc) -> tuple[Quotation, ...]:
    """Direct, mixed and indirect quotations with their speakers, in order of the text."""
    layout = _layout(doc)
    direct = _direct(layout)
    actors = Actors(doc)
    found = [_quoted(layout, cue, numbers, actors) for cue, numbers in direct.items()]
    taken = {number for numbers in direct.values() for number in numbers}
    indirect = [
        report
        for report in reports(doc)
        if layout.at[report.cue.i] < 0 and report.cue.i not in direct
    ]
    following = _following(layout, indirect, taken)
    for report in indirect:
        quotation = _reported(layout, report, taken, following.get(report.cue.i, []), actors)
        if quotation is not None:
            found.append(quotation)
    return tuple(_outermost(found))


def _outermost(found: list[Quotation]) -> list[Quotation]:
    """In order, without what only stands inside the words of another quotation."""
    found.sort(key=lambda quotation: (quotation.content[0].start, -quotation.content[-1].end))
    kept: list[Quotation] = []
    for quotation in found:
        inside = any(
            all(any(part.within(outer) for outer in other.content) for part in quotation.content)
            for other in kept[-MEMORY:]
        )
        if not inside:
            kept.append(quotation)
    return kept


def _layout(doc: Doc) -> Layout:
    layout = Layout(doc, passages(doc.text), [-1] * len(doc))
    number = 0
    for token in doc:
        while number < len(layout.passages) and layout.passages[number].end <= token.idx:
            number += 1
        if number == len(layout.passages):
            break
        if layout.passages[number].start < token.idx + len(token):
            layout.at[token.i] = number
            if len(layout.first) <= number:
                layout.first.append(token.i)
                layout.last.append(token.i)
            layout.last[number] = token.i
    return layout


# ------------------------------------------------------------------ passages that are utterances


def _direct(layout: Layout) -> dict[int, list[int]]:
    """Token of the cue -> numbers of the passages it introduces or follows."""
    cue_of: dict[int, int] = {}
    for number in range(len(layout.passages)):
        cue = _cue(layout, number)
        if cue is None:
            cue = _cue_continued(layout, number, cue_of)
        if cue is not None:
            cue_of[number] = cue
    grouped: dict[int, list[int]] = {}
    for number, cue in cue_of.items():
        grouped.setdefault(cue, []).append(number)
    return grouped


def _cue(layout: Layout, number: int) -> int | None:
    """The reporting word on either side; a comma at the end points behind the passage."""
    before = _cue_before(layout, number)
    if before is not None and layout.first[number] - before <= 2:
        return before
    after = _cue_after(layout, number)
    if after is not None and (before is None or _words(layout, number).endswith(",")):
        return after
    return before if before is not None else _signature(layout, number)


def _signature(layout: Layout, number: int) -> int | None:
    """The mark that stands for a reporting verb: `"..." - Ann Lee` and `Ann Lee: "..."`."""
    doc = layout.doc
    colon = layout.first[number] - 1
    if colon > 0 and doc[colon].text == ":" and doc[colon - 1].pos_ == "PROPN":
        return colon
    dash = layout.last[number] + 1
    while dash < len(doc) and doc[dash].is_space:
        dash += 1
    if dash + 1 < len(doc) and doc[dash].text in DASHES and _starts_anew(layout, number):
        name = doc[dash + 1]
        return dash if name.pos_ == "PROPN" and name.ent_type_ in ("PERSON", "ORG") else None
    return None


def _words(layout: Layout, number: int) -> str:
    """The passage's words without the marks of a nested quotation at its end."""
    start, end = layout.passages[number].pieces[0][0], layout.passages[number].pieces[-1][1]
    return layout.doc.text[start:end].strip().rstrip("'’\"”")


def _previous(layout: Layout, i: int) -> int:
    """The nearest token before `i` that is no white space, or -1."""
    i -= 1
    while i >= 0 and layout.doc[i].is_space and "\n" not in layout.doc[i].text:
        i -= 1
    return i


def _starts_anew(layout: Layout, number: int) -> bool:
    """Whether the passage begins a sentence of its own rather than running on in one."""
    text = _words(layout, number)
    if not text or (text[0].isalpha() and text[0].islower()):
        return False
    previous = _previous(layout, layout.first[number])
    if previous < 0 or layout.at[previous] >= 0:
        return True
    token = layout.doc[previous]
    return token.is_punct or token.is_space or token.text in DASHES


def _cue_before(layout: Layout, number: int) -> int | None:
    """`He said: "..."`, `He said, "..."`, `He said "We ..."`."""
    doc = layout.doc
    previous = _previous(layout, layout.first[number])
    text = _words(layout, number)
    if previous < 0 or not text or (text[0].isalpha() and text[0].islower()):
        return None
    if doc[previous].is_space and previous and doc[previous - 1].text == ":":
        previous -= 1
    if doc[previous].text not in (":", ",") and not utters(doc[previous]):
        return None
    cue = None
    for i in range(previous, max(previous - REACH, -1), -1):
        token = doc[i]
        if layout.at[i] >= 0 or token.text in ENDS_SENTENCE or "\n" in token.text:
            break
        if utters(token):
            cue = i
            break
    # `said that later, "..."`: the marked words are only a part of what is reported.
    if cue is None or any(token.lower_ == "that" for token in doc[cue + 1 : previous - 1]):
        return None
    return cue


def _cue_after(layout: Layout, number: int) -> int | None:
    """`"...," he said` and `"...," said Ms Lee`."""
    doc = layout.doc
    following = layout.last[number] + 1
    text = _words(layout, number)
    if following >= len(doc) or not _starts_anew(layout, number):
        return None
    if text[-1] not in ",?!—–-…" and doc[following].text != ",":
        return None
    for i in range(following, min(following + REACH, len(doc))):
        token = doc[i]
        if layout.at[i] >= 0 or token.text in ENDS_SENTENCE or "\n" in token.text:
            break
        if utters(token) and token.dep_ not in ("relcl", "acl"):
            return i
    return None


def _cue_continued(layout: Layout, number: int, cue_of: dict[int, int]) -> int | None:
    """The rest of an interrupted quotation: `"...," he said. "..."`."""
    earlier = number - 1
    while earlier >= 0 and earlier not in cue_of and number - earlier < 3:
        earlier -= 1
    if earlier not in cue_of:
        return None
    cue = cue_of[earlier]
    between = layout.doc[layout.last[earlier] + 1 : layout.first[number]]
    free = [token for token in between if layout.at[token.i] < 0 and not token.is_space]
    if all(token.lower_ in ("and", ",", "&") for token in free):
        return cue if earlier == number - 1 and "\n" not in between.text else None
    if not between.start <= cue < between.end:
        return None
    if "\n" in between.text:
        return cue if _is_paragraph(layout, number) and _one_sentence(free) else None
    return cue if _one_sentence(free) and not between[-1].is_alpha else None


def _one_sentence(tokens: list[Token]) -> bool:
    """Whether no sentence ends among the tokens but at their end."""
    return not any(token.text in ENDS_SENTENCE for token in tokens[:-1])


def _is_paragraph(layout: Layout, number: int) -> bool:
    """Whether nothing else stands in the passage's paragraph."""
    doc = layout.doc
    before, after = layout.first[number] - 1, layout.last[number] + 1
    return (before < 0 or "\n" in doc[before].text) and (
        after >= len(doc) or "\n" in doc[after].text
    )


def _quoted(layout: Layout, cue: int, numbers: list[int], actors: Actors) -> Quotation:
    doc = layout.doc
    content = tuple(
        span_of(doc, start, end)
        for number in numbers
        for start, end in (_trimmed(doc, *piece) for piece in layout.passages[number].pieces)
        if start < end
    )
    verb = doc[cue]
    head = _outside(layout, speaker_of(verb)) if verb.pos_ != "PUNCT" else None
    head = head or _neighbour(layout, verb)
    return _quotation(doc, "direct", content, verb, head, actors, f"marks with {verb.lemma_!r}")


def _outside(layout: Layout, head: Token | None) -> Token | None:
    return None if head is None or layout.at[head.i] >= 0 else head


def _neighbour(layout: Layout, verb: Token) -> Token | None:
    """The nearest noun on either side, for a verb whose subject the parse does not give."""
    doc = layout.doc
    for i in (verb.i - 1, verb.i - 2):
        if i >= 0 and layout.at[i] < 0 and doc[i].pos_ in ("NOUN", "PROPN", "PRON"):
            return doc[i]
    i = verb.i + 1
    while i < len(doc) and doc[i].pos_ in ("DET", "ADJ", "NUM"):
        i += 1
    if i < len(doc) and layout.at[i] < 0 and doc[i].pos_ in ("NOUN", "PROPN", "PRON"):
        head = doc[i]
        while head.dep_ == "compound" and head.head.i > head.i:
            head = head.head
        return head
    return None


# ------------------------------------------------------------------ reported clauses


def _following(layout: Layout, found: list[Report], taken: set[int]) -> dict[int, list[int]]:
    """Cue -> passages that go on, as sentences of their own, with what it reports."""
    doc = layout.doc
    reporting = [report for report in found if report.content and report.speaker is not None]
    by_sentence = {report.cue.sent.start: report.cue.i for report in reversed(reporting)}
    cue_of: dict[int, int] = {}
    goes_on: dict[int, list[int]] = {}
    for number, first in enumerate(layout.first):
        if number in taken or not _starts_anew(layout, number) or not _is_closed(layout, number):
            continue
        end = first - 1
        while end >= 0 and doc[end].is_space:
            end -= 1
        if end < 0 or ("\n" in doc[end + 1 : first].text and not _is_paragraph(layout, number)):
            continue
        cue = by_sentence.get(doc[end].sent.start)
        if layout.at[end] >= 0:
            cue = cue_of.get(layout.at[end], cue)
        elif doc[end].text not in ENDS_SENTENCE:
            continue
        if cue is not None and cue < first:
            cue_of[number] = cue
            goes_on.setdefault(cue, []).append(number)
    return goes_on


def _is_closed(layout: Layout, number: int) -> bool:
    """Whether the passage is a sentence or more, to its end."""
    return _words(layout, number)[-1:] in {".", "!", "?", "…"}


def _reported(
    layout: Layout, report: Report, taken: set[int], following: list[int], actors: Actors
) -> Quotation | None:
    """An indirect quotation, or a mixed one where the clause holds marked words."""
    doc = layout.doc
    ranges = report.content
    if not ranges:
        whole = complement(report.cue)
        ranges = (whole,) if whole is not None else ()
        if not any(_marked(layout, part, taken) for part in ranges):
            return None
    content = tuple(
        span_of(doc, start, end)
        for start, end in (_trimmed(doc, *_letters(layout, part)) for part in ranges)
        if any(letter.isalnum() for letter in doc.text[start:end])
    )
    if not content:
        return None
    content += tuple(
        span_of(doc, *piece) for number in following for piece in layout.passages[number].pieces
    )
    mixed = bool(following) or any(_marked(layout, part, taken) for part in ranges)
    kind: QuotationKind = "mixed" if mixed else "indirect"
    head = report.speaker
    return _quotation(doc, kind, content, report.cue, head, actors, report.frame)


def _marked(layout: Layout, part: Range, taken: set[int]) -> bool:
    inside = {layout.at[i] for i in range(*part)} - {-1}
    return bool(inside - taken)


def _letters(layout: Layout, part: Range) -> tuple[int, int]:
    """From tokens to code points; a passage that is cut through is taken whole."""
    doc = layout.doc
    start, end = doc[part[0]].idx, doc[part[1] - 1].idx + len(doc[part[1] - 1])
    first, last = layout.at[part[0]], layout.at[part[1] - 1]
    if first >= 0:
        start = min(start, layout.passages[first].start)
    if last >= 0:
        end = max(end, layout.passages[last].end)
    return start, end


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without white space and separating punctuation at the edges."""
    text = doc.text[start:end]
    stripped = text.lstrip(" \t\r\n\xa0,:;—–-")
    start += len(text) - len(stripped)
    return start, start + len(stripped.rstrip(" \t\r\n\xa0,:;—–-"))


def _quotation(
    doc: Doc,
    kind: QuotationKind,
    content: tuple[Span, ...],
    cue: Token,
    head: Token | None,
    actors: Actors,
    rule: str,
) -> Quotation:
    speaker = None if head is None else phrase(doc, head)
    actor, how = (None, "") if head is None or speaker is None else actors.of(head, speaker)
    if actor is not None:
        rule = f"{rule}; speaker by {how}"
    return Quotation(kind, content, of_token(cue), speaker, actor, rule)
