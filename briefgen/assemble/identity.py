"""Names for views that have none of their own: hashes of what they say."""

from __future__ import annotations

from hashlib import sha256


def short_hash(*parts: object) -> str:
    """Twelve hex digits that depend on the parts' text alone."""
    text = "\x1f".join(map(str, parts))
    return sha256(text.encode()).hexdigest()[:12]
