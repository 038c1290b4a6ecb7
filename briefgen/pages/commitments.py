"""Plans and promises with a date: what is next, what became of them, what has passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Commitment, Corpus, Page
from briefgen.pages.lists import paged
from briefgen.pages.references import references

AHEAD = ("due", "upcoming")
PASSED = "passed"


def pages(corpus: Corpus) -> Iterator[Page]:
    """All commitments, paged: the next first, then those with a follow-up, then the passed."""
    ahead = [one for one in corpus.commitments if one.fate in AHEAD]
    told = [one for one in corpus.commitments if one.follow_up]
    passed = [one for one in corpus.commitments if one.fate == PASSED]
    counts = Counter(one.fate for one in corpus.commitments)
    for pager, rows in paged(
        [*ahead, *reversed(told), *reversed(passed)], corpus.page_size, addresses.COMMITMENTS
    ):
        yield Page(
            pager.uris[pager.number - 1],
            N_("Commitments"),
            "commitments.md.j2",
            {
                "as_of": corpus.as_of,
                "ahead": _of(rows, *AHEAD),
                "told": [one for one in rows if one.follow_up],
                "passed": _of(rows, PASSED),
                "counts": dict(sorted(counts.items())),
                "total": len(corpus.commitments),
                "calendar": addresses.CALENDAR,
                "pager": pager,
                **references(corpus, rows),
            },
            in_nav=pager.number == 1,
        )


def _of(rows: Sequence[Commitment], *fates: str) -> list[Commitment]:
    return [one for one in rows if one.fate in fates]
