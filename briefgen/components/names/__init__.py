"""Names: who and what the text calls by name."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.components.names import (
    candidates,
    certain,
    countries,
    decide,
    evidence,
    generations,
    labels,
    surnames,
)
from briefgen.components.names.view import View
from briefgen.components.spans import span_of
from briefgen.model import Mention


def find(doc: Doc) -> tuple[Mention, ...]:
    """Names, in order and without overlap."""
    view = View(doc)
    sure = certain.find(view)
    taken = {i for start, end, _, _ in sure for i in range(start, end)}
    possible = candidates.find(view, taken)
    chosen = decide.choose(possible, evidence.gather(view, possible))
    counted = labels.votes(view)
    weighed = [
        (choice.start, choice.end, label, choice.why)
        for choice in chosen
        if (label := labels.label_of(view, choice, counted))
    ]
    named = [*sure, *weighed]
    named = generations.extend(view, named)
    named += surnames.find(view, named)
    named += countries.find(view, named)
    return tuple(
        Mention(span_of(doc, view.starts[start], view.ends[end - 1]), label, rule=f"{label}: {why}")
        for start, end, label, why in sorted(named)
    )
