"""Builds the spaCy pipeline from the configured model, once."""

from __future__ import annotations

import functools
import importlib.metadata

import spacy
from spacy.language import Language

from briefgen.components import STAGES, register
from briefgen.errors import ConfigError
from briefgen.fingerprint import DEFAULT_MODEL


@functools.cache
def build(model: str = DEFAULT_MODEL) -> Language:
    """The pipeline on an installed spaCy model; the same object for the same model.

    Raises ConfigError where the model is not installed or lacks parser, tagger or entities.
    """
    register()
    try:
        nlp = spacy.load(model)
    except (OSError, ImportError) as error:
        raise ConfigError(
            f"option 'model': the spaCy model {model!r} is not installed or does not fit "
            f"spaCy {importlib.metadata.version('spacy')}; correct example: model: {DEFAULT_MODEL}"
        ) from error
    missing = {"parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ConfigError(
            f"option 'model': {model!r} has no {', '.join(sorted(missing))}; "
            f"correct example: model: {DEFAULT_MODEL}"
        )
    nlp.add_pipe("paragraphs", first=True)
    for stage in STAGES:
        nlp.add_pipe(stage.name)
    return nlp
