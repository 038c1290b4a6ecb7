"""Which figures and differences belong on an article's, a story's or an actor's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from briefgen.corpus import Corpus, Difference, Figure

SHOWN = frozenset(("conflicts", "superseded"))
"""Relations of figures that a page other than the ledger shows."""
MOST = 5
"""Of either kind on one page; the ledger has them all."""


class Contested(NamedTuple):
    """What sources do not agree on."""

    differences: tuple[Difference, ...]
    """Accounts of one event."""
    figures: tuple[Figure, ...]
    """Values of one thing."""


NOTHING = Contested((), ())


def contested_by_article(corpus: Corpus) -> dict[str, Contested]:
    """Article id -> what it is a side of."""
    differences: dict[str, list[Difference]] = defaultdict(list)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for difference in corpus.differences:
        for article in sorted({side.claim.evidence.article_id for side in difference.sides}):
            differences[article].append(difference)
    for figure in corpus.figures:
        if figure.relation in SHOWN:
            for article in sorted({r.measure.words.article_id for r in figure.readings}):
                figures[article].append(figure)
    return {
        article: _few(differences[article], figures[article])
        for article in sorted({*differences, *figures})
    }


def contested_in_story(corpus: Corpus, story: str) -> Contested:
    """What the origins of one story do not agree on."""
    return _few(
        (one for one in corpus.differences if one.story == story),
        (one for one in corpus.figures if one.story == story and one.relation in SHOWN),
    )


def figures_of_actors(corpus: Corpus) -> dict[str, list[Figure]]:
    """Actor id -> the ledger's lines about it, contested ones first."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in corpus.figures:
        for actor in sorted({actor for one in figure.readings for actor in one.actors}):
            found[actor].append(figure)
    return found


def _few(differences: Iterable[Difference], figures: Iterable[Figure]) -> Contested:
    return Contested(tuple(differences)[:MOST], tuple(figures)[:MOST])
