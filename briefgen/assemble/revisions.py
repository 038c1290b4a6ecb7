"""Two versions of an article, sentence by sentence: added, withdrawn, rewritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from briefgen.assemble.views import Views
from briefgen.corpus.revisions import Changed, OldWords, Revision, Shift, Withdrawn
from briefgen.model import Quantity, Span, Timex
from briefgen.rights import extent

REWRITTEN = 60
"""Similarity, of 100, from which on a sentence is another wording of one that is gone."""

Pair = tuple[Span, Span]


def revision(old: Views, new: Views) -> Revision:
    """What changed from the old version to the new one. A sentence that only moved did not."""
    gone, fresh, pairs, after = _compared(old, new)
    headline = old.article.title if old.article.title != new.article.title else None
    return Revision(
        before=old.article.updated or old.article.published,
        headline=OldWords(headline, True) if headline else None,
        added=tuple(map(new.evidence, fresh)),
        withdrawn=tuple(Withdrawn(_old(old, new, span), after[span]) for span in gone),
        changed=tuple(
            Changed(_old(old, new, was), new.evidence(now), tuple(_shifts(old, new, was, now)))
            for was, now in pairs
        ),
    )


def _compared(old: Views, new: Views) -> tuple[list[Span], list[Span], list[Pair], dict[Span, int]]:
    """Sentences gone, sentences added, rewritten pairs, and after which new one each gone stood."""
    before, now = _plain(old), _plain(new)
    moved = Counter(before) & Counter(now)
    gone: list[Span] = []
    fresh: list[Span] = []
    pairs: list[Pair] = []
    after: dict[Span, int] = {}
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            continue
        was = [s for s, words in _pick(old, before, start, end) if words not in moved]
        new_ones = [s for s, words in _pick(new, now, first, last) if words not in moved]
        together = list(_paired(old, new, was, new_ones))
        pairs += together
        gone += [span for span in was if span not in {one for one, _ in together}]
        fresh += [span for span in new_ones if span not in {two for _, two in together}]
        after |= dict.fromkeys(was, first)
    return gone, fresh, pairs, after


def _plain(view: Views) -> list[str]:
    return [" ".join(view.words(span).split()) for span in view.found.sentences]


def _pick(view: Views, plain: Sequence[str], start: int, end: int) -> list[tuple[Span, str]]:
    return list(zip(view.found.sentences[start:end], plain[start:end], strict=True))


def _paired(old: Views, new: Views, was: list[Span], now: list[Span]) -> Iterator[Pair]:
    """Each old sentence with the first new one that is another wording of it, in order."""
    start = 0
    for span in was:
        for place in range(start, len(now)):
            if fuzz.ratio(old.words(span), new.words(now[place])) >= REWRITTEN:
                yield span, now[place]
                start = place + 1
                break


def _old(old: Views, new: Views, span: Span) -> OldWords:
    """Old words, shown where the rights of both versions allow it."""
    shown = old.sentence(span.start) in old.shown and extent(new.article) != "facts-only"
    return OldWords(old.words(span), shown)


def _shifts(old: Views, new: Views, was: Span, now: Span) -> Iterator[Shift]:
    """Figures and dates that stand in both sentences in one order and differ in value."""
    before, after = _figures(old, was), _figures(new, now)
    if [figure.unit for figure in before] == [figure.unit for figure in after]:
        for one, two in zip(before, after, strict=True):
            if one.value != two.value:
                yield Shift("figure", _old(old, new, one.span), new.evidence(two.span))
    dated, dated_now = _dates(old, was), _dates(new, now)
    if len(dated) == len(dated_now):
        for first, second in zip(dated, dated_now, strict=True):
            if first.value != second.value:
                yield Shift("date", _old(old, new, first.span), new.evidence(second.span))


def _figures(view: Views, sentence: Span) -> list[Quantity]:
    return [one for one in view.found.quantities if one.span.within(sentence)]


def _dates(view: Views, sentence: Span) -> list[Timex]:
    return [one for one in view.found.timexes if one.span.within(sentence) and one.type == "DATE"]
