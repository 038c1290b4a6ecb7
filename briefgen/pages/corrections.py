"""What was corrected, by date: what each entry changed, and which no longer apply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Decision, Page
from briefgen.pages.references import references

Mark = tuple[int, int] | str
"""What was corrected: the words' first code point and the one past their last, or a statement."""


def pages(corpus: Corpus) -> Iterator[Page]:
    """The one page of corrections."""
    applied = [one for one in corpus.decisions if one.applies]
    days: dict[date | None, list[Decision]] = defaultdict(list)
    for one in applied:
        days[one.decided].append(one)
    yield Page(
        addresses.CORRECTIONS,
        N_("Corrections"),
        "corrections.md.j2",
        {
            "days": list(days.items()),
            "applied": len(applied),
            "lapsed": [one for one in corpus.decisions if not one.applies],
            **references(
                corpus,
                corpus.decisions,
                actors=[one.actor for one in corpus.decisions if one.actor],
            ),
        },
        edit_path=corpus.judgements_path,
        modified=max((one.decided for one in corpus.decisions if one.decided), default=None),
    )


def decisions_by_article(corpus: Corpus) -> dict[str, list[Decision]]:
    """Article id -> the decisions that quote it and apply, newest first."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for one in corpus.decisions:
        if one.applies:
            for article in dict.fromkeys(s.article for s in one.subjects if s.article):
                found[article].append(one)
    return found


def marks(decisions: list[Decision]) -> Mapping[Mark, Decision]:
    """Which fact of an article each correction changed; of several, the newest."""
    found: dict[Mark, Decision] = {}
    for one in decisions:
        if one.fact:
            found.setdefault(one.statement or (one.fact.start, one.fact.end), one)
    return found
