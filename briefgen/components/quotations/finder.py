"""Ties passages in quotation marks and reported clauses to their reporting words."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefgen.components.quotations.bounds import FINITE, Range
from briefgen.components.quotations.extents import (
    has_marks,
    is_direct,
    past_marks,
    to_marks,
    with_passage,
)
from briefgen.components.quotations.fragments import is_fragment
from briefgen.components.quotations.frames import complement
from briefgen.components.quotations.marked import Marked
from briefgen.components.quotations.reports import RECORD, Report, reports, speaker_of
from briefgen.components.quotations.speakers import Actors, phrase
from briefgen.components.quotations.utterances import following, utterances
from briefgen.components.spans import of_token, span_of
from briefgen.model import Quotation, QuotationKind, Span

SEPARATORS = " \t\r\n\xa0,:;—–-"
# How many quotations back one may begin that this one stands inside.
MEMORY = 8


def find(doc: Doc) -> tuple[Quotation, ...]:
    """Direct, mixed and indirect quotations with their speakers, in order of the text."""
    marked = Marked(doc)
    direct = utterances(marked)
    actors = Actors(marked)
    told = [report for report in reports(doc) if marked.at[report.cue.i] < 0]
    clauses = {report.cue.i: report.content for report in told if report.cue.i in direct}
    found = [
        _quoted(
            marked, cue, numbers, _before(marked, cue, clauses.get(cue, ()), numbers[0]), actors
        )
        for cue, numbers in direct.items()
    ]
    taken = {number for numbers in direct.values() for number in numbers}
    indirect = [report for report in told if report.cue.i not in direct]
    later = following(marked, indirect, taken)
    for report in indirect:
        quotation = _reported(marked, report, taken, later.get(report.cue.i, []), actors)
        if quotation is not None:
            found.append(quotation)
    return tuple(_outermost(_first_hand(found)))


def _first_hand(found: list[Quotation]) -> list[Quotation]:
    """In order, without records of a report: `she said it was late, according to a transcript`."""
    found.sort(key=lambda quotation: (quotation.content[0].start, -quotation.content[-1].end))
    return [
        outer
        for i, outer in enumerate(found)
        if not outer.rule.startswith(RECORD)
        or not any(_is_report_in(inner, outer) for inner in found[max(i - 2, 0) : i + 3])
    ]


def _is_report_in(inner: Quotation, outer: Quotation) -> bool:
    """Whether the words reported are nothing but a report with a speaker of its own."""
    cue = inner.cue
    told = cue is not None and any(cue.within(part) for part in outer.content)
    return told and inner.speaker is not None and 2 * _length(inner) > _length(outer)


def _length(quotation: Quotation) -> int:
    return sum(part.end - part.start for part in quotation.content)


def _outermost(found: list[Quotation]) -> list[Quotation]:
    """Without what only stands inside the words of another quotation."""
    kept: list[Quotation] = []
    for quotation in found:
        inside = any(
            all(any(part.within(outer) for outer in other.content) for part in quotation.content)
            for other in kept[-MEMORY:]
        )
        if not inside:
            kept.append(quotation)
    return kept


def _before(marked: Marked, cue: int, clauses: tuple[Range, ...], number: int) -> tuple[Range, ...]:
    """The clause that a colon and marked words follow: `said she was busy: "I have no time."`"""
    doc, first = marked.doc, marked.first[number]
    if doc[first - 1].text != ":" or first < 1:
        return ()
    return tuple(
        (start, min(end, first - 1))
        for start, end in clauses
        if cue < start < first - 1 and any(t.tag_ in FINITE for t in doc[start : first - 1])
    )


def _quoted(
    marked: Marked, cue: int, numbers: list[int], clause: tuple[Range, ...], actors: Actors
) -> Quotation:
    doc = marked.doc
    told = tuple(span_of(doc, *_trimmed(marked.text, *_letters(marked, part))) for part in clause)
    content = told + tuple(
        span_of(doc, start, end)
        for number in numbers
        for start, end in (
            _trimmed(marked.text, *piece) for piece in marked.passages[number].pieces
        )
        if start < end
    )
    verb = doc[cue]
    head = _outside(marked, speaker_of(verb)) if verb.pos_ != "PUNCT" else None
    head = head or _neighbour(marked, verb)
    kind: QuotationKind = "mixed" if clause else "direct"
    return _quotation(doc, kind, content, verb, head, actors, f"marks with {verb.lemma_!r}")


def _outside(marked: Marked, head: Token | None) -> Token | None:
    return None if head is None or marked.at[head.i] >= 0 else head


def _neighbour(marked: Marked, verb: Token) -> Token | None:
    """The nearest noun on either side, for a verb whose subject the parse does not give."""
    doc = marked.doc
    for i in (verb.i - 1, verb.i - 2):
        if i >= 0 and marked.at[i] < 0 and doc[i].pos_ in ("NOUN", "PROPN", "PRON"):
            return doc[i]
    i = verb.i + 1
    while i < len(doc) and doc[i].pos_ in ("DET", "ADJ", "NUM"):
        i += 1
    if i < len(doc) and marked.at[i] < 0 and doc[i].pos_ in ("NOUN", "PROPN", "PRON"):
        head = doc[i]
        while head.dep_ == "compound" and head.head.i > head.i:
            head = head.head
        return head
    return None


# ------------------------------------------------------------------ reported clauses


def _reported(
    marked: Marked, report: Report, taken: set[int], later: list[int], actors: Actors
) -> Quotation | None:
    """An indirect quotation, or a mixed one where the clause holds marked words."""
    doc = marked.doc
    ranges = report.content
    if not ranges:
        whole = complement(report.cue)
        if whole is None or not has_marks(marked, whole, taken):
            return None
        ranges = (to_marks(marked, whole),)
    ranges = tuple(past_marks(marked, with_passage(marked, part)) for part in ranges)
    if is_direct(marked, ranges, taken):
        return None
    content = tuple(
        span_of(doc, start, end)
        for start, end in (_trimmed(marked.text, *_letters(marked, part)) for part in ranges)
        if any(map(str.isalnum, marked.text[start:end]))
    )
    if not content:
        return None
    content += tuple(
        span_of(doc, *piece) for number in later for piece in marked.passages[number].pieces
    )
    mixed = bool(later) or any(has_marks(marked, part) for part in ranges)
    if not mixed and is_fragment(doc, report.cue, ranges):
        return None
    kind: QuotationKind = "mixed" if mixed else "indirect"
    head = report.speaker
    return _quotation(doc, kind, content, report.cue, head, actors, report.frame)


def _letters(marked: Marked, part: Range) -> tuple[int, int]:
    """From tokens to code points; a passage that is cut through is taken whole."""
    doc = marked.doc
    stop = part[1] - 1
    while stop > part[0] and marked.at[stop] < 0 and _is_edge(doc[stop]):
        stop -= 1
    dateline = doc._.layout.dateline
    start = max(doc[part[0]].idx, 0 if dateline is None else dateline.end)
    end = doc[stop].idx + len(doc[stop])
    first, last = marked.at[part[0]], marked.at[stop]
    if first >= 0:
        start = min(start, marked.passages[first].start)
    if last >= 0:
        end = max(end, marked.passages[last].end)
    return start, end


def _is_edge(token: Token) -> bool:
    return token.text in (".", ",") or token.is_space or token.dep_ == "cc"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space and separating punctuation at the edges."""
    words = text[start:end]
    stripped = words.lstrip(SEPARATORS)
    start += len(words) - len(stripped)
    return start, start + len(stripped.rstrip(SEPARATORS))


def _quotation(
    doc: Doc,
    kind: QuotationKind,
    content: tuple[Span, ...],
    cue: Token,
    head: Token | None,
    actors: Actors,
    rule: str,
) -> Quotation:
    speaker, actor = None, None
    dateline = doc._.layout.dateline
    # The place of a dateline is no speaker, whatever the parse says.
    if head is not None and (dateline is None or head.idx >= dateline.end):
        head = actors.owned(head)
        speaker = phrase(doc, head, content[-1])
        actor, how = actors.of(head, content[0])
        if actor is not None:
            rule = f"{rule}; speaker by {how}"
    return Quotation(kind, content, of_token(cue), speaker, actor, rule)
