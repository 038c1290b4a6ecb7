"""Builds the spaCy pipeline from the configured model, once."""

from __future__ import annotations

import functools
import importlib.metadata

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from briefgen.components import STAGES, register
from briefgen.errors import ConfigError
from briefgen.fingerprint import DEFAULT_MODEL

CLOSING_MARK = r"[.,!?](?=[\"”]\w)|(?<=[.,!?])[\"”](?=\w)"
# What English contracts or owns with, as the tokenizer cuts it off.
CLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'")


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
    _read_typographic_apostrophes(nlp)
    _cut_at_closing_marks(nlp)
    nlp.add_pipe("paragraphs", first=True)
    nlp.add_pipe("furniture", first=True)
    for stage in STAGES:
        nlp.add_pipe(stage.name)
    return nlp


def _read_typographic_apostrophes(nlp: Language) -> None:
    """Have the model see "didn’t" as it sees "didn't".

    The English models are trained on straight apostrophes alone: to them "n’t" is an unknown word,
    often a punctuation mark, and the negation is lost. Only the features of these words change,
    `lower_` among them; `text` and all offsets stay.
    """
    for straight in (form for word in CLITICS for form in (word, word.upper())):
        seen = nlp.vocab[straight]
        curly = nlp.vocab[straight.replace("'", "’")]
        curly.lower_, curly.norm_, curly.shape_ = seen.lower_, seen.norm_, seen.shape_
        curly.prefix_, curly.suffix_ = seen.prefix_, seen.suffix_


def _cut_at_closing_marks(nlp: Language) -> None:
    """Cut `late,"she` into four tokens: pages lose the space behind a closing mark."""
    if isinstance(nlp.tokenizer, Tokenizer):
        infixes = [*(nlp.Defaults.infixes or ()), CLOSING_MARK]
        nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
