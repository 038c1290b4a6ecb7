"""Names: who and what the text calls by name."""

from __future__ import annotations

from spacy.tokens import Doc

from briefgen.components.names import candidates, decide, evidence, labels
from briefgen.components.names.view import View
from briefgen.components.spans import span_of
from briefgen.model import Mention


def find(doc: Doc) -> tuple[Mention, ...]:
    """Names, in order and without overlap."""
    view = View(doc)
    possible = candidates.find(view)
    chosen = decide.choose(possible, evidence.gather(view, possible))
    counted = labels.votes(view)
    found = []
    for choice in chosen:
        label = labels.label_of(view, choice, counted)
        if label:
            span = span_of(doc, view.starts[choice.start], view.ends[choice.end - 1])
            found.append(Mention(span, label, rule=f"{label}: {choice.why}"))
    return tuple(found)
