"""Whom one article credits: by name, by other words, or namelessly."""

from __future__ import annotations

from briefgen.assemble.views import Views
from briefgen.corpus import Brief, Credit, Evidence


def credits(brief: Brief, view: Views) -> tuple[Credit, ...]:
    """Each source once, in text order; a named one under its actor, whatever it is called."""
    own = (brief.article.id,)
    found: dict[str, Credit] = {}
    for words, attribution in brief.credited:
        actor = None if attribution == "anonymous" else _named(words, view)
        kind = "anonymous" if attribution == "anonymous" else "named" if actor else "described"
        key = actor or words.exact.casefold()
        found.setdefault(f"{kind} {key}", Credit(kind, actor, words, own))  # type: ignore[arg-type]
    for quote in brief.quotes:
        if quote.actor:
            credit = Credit("named", quote.actor, quote.parts[0], own)
            found.setdefault(f"named {quote.actor}", credit)
    return tuple(sorted(found.values(), key=lambda credit: credit.evidence.start))


def _named(words: Evidence, view: Views) -> str | None:
    """The actor whose name ends the words, or a part before a comma: "Japan's ministry" is none."""
    for mention in view.found.mentions:
        inside = words.start <= mention.span.start and mention.span.end <= words.end
        rest = words.exact[mention.span.end - words.start :] if inside else ""
        if (
            inside
            and (not rest or rest.startswith(","))
            and mention.actor
            and mention.label != "NOMINAL"
        ):
            return next(iter(view.actors([mention.actor])), None)
    return None
