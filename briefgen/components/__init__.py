"""spaCy components, Doc -> Doc: each finds one kind of thing and writes it to one layer of the Doc.

A component module has a pure `find(doc)` and nothing that runs on import; `register()` ties them
to spaCy. A layer is a custom attribute `doc._.<layer>` that holds model dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from briefgen.components import (
    actors,
    furniture,
    layout,
    names,
    quantities,
    quotations,
    statements,
    summary,
    timexes,
)
from briefgen.components.paragraphs import mark_paragraphs
from briefgen.model import Layout


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the pipeline after spaCy's own."""

    name: str
    """Component name in spaCy."""
    find: Callable[[Doc], Any]
    """Pure: what the Doc holds of this kind; a tuple of values where it writes several layers."""
    reads: tuple[str, ...]
    """Layers it needs."""
    writes: tuple[str, ...]
    """Layers it fills."""


# In running order. A stage may read only what one above it writes.
STAGES: tuple[Stage, ...] = (
    Stage("layout", layout.find, ("article",), ("layout",)),
    Stage("timexes", timexes.find, ("article", "layout"), ("timexes",)),
    Stage("names", names.find, ("layout", "timexes"), ("mentions",)),
    Stage("actors", actors.find, ("layout", "mentions"), ("mentions", "actors", "countries")),
    Stage("quantities", quantities.find, ("timexes", "mentions"), ("quantities",)),
    Stage("quotations", quotations.find, ("layout", "mentions", "actors"), ("quotations",)),
    Stage(
        "statements",
        statements.find,
        ("article", "layout", "mentions", "actors", "timexes", "quotations"),
        ("statements",),
    ),
    Stage(
        "summary",
        summary.find,
        ("article", "layout", "mentions", "actors", "timexes", "quantities", "statements"),
        ("five_w", "key_facts", "bottom_line"),
    ),
)

DEFAULTS: dict[str, Any] = {
    "article": None,
    "furniture": (),
    "layout": Layout(),
    "timexes": (),
    "mentions": (),
    "actors": (),
    "countries": (),
    "quantities": (),
    "quotations": (),
    "statements": (),
    "five_w": None,
    "key_facts": (),
    "bottom_line": (),
}


def register() -> None:
    """Make the layers and the components known to spaCy; safe to call again."""
    for layer, default in DEFAULTS.items():
        if not Doc.has_extension(layer):
            Doc.set_extension(layer, default=default)
    Language.component("paragraphs", assigns=["token.is_sent_start"], func=mark_paragraphs)
    Language.component("furniture", assigns=["doc._.furniture"], func=furniture.mark)
    for stage in STAGES:
        Language.component(
            stage.name,
            requires=[f"doc._.{layer}" for layer in stage.reads if layer != "article"],
            assigns=[f"doc._.{layer}" for layer in stage.writes],
            func=_writer(stage),
        )


def _writer(stage: Stage) -> Callable[[Doc], Doc]:
    """The component: find, then write; the only mutation of a Doc."""

    def component(doc: Doc) -> Doc:
        found = stage.find(doc)
        values = found if len(stage.writes) > 1 else (found,)
        for layer, value in zip(stage.writes, values, strict=True):
            setattr(doc._, layer, value)
        return doc

    component.__name__ = stage.name
    return component
