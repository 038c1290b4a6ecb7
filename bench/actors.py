"""Who is named most in a corpus, and which names look as if they were nobody's.

The suspects are the false positives that reading by eye should begin with; the rules that find them
are looser than those that refuse a name.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from briefgen.engines import gather
from briefgen.fingerprint import DEFAULT_MODEL
from briefgen.model import Actor, Article
from briefgen.readers import read_file
from briefgen.registers import Judgements, Register
from briefgen.resolve import names, resolve
from briefgen.resolve.refusals import by_form, refused

MOST = 120
FEW = 3
"""Articles from which on a suspect is worth a line."""
LONG = 5

SUSPECT: dict[str, Callable[[Actor], bool]] = {
    "in capitals": lambda actor: actor.name.isupper() and len(actor.name.split()) > 1,
    "a person by one word": lambda actor: (
        actor.type == "person" and len(names.words(actor.name)) == 1
    ),
    "many words": lambda actor: len(actor.name.split()) > LONG,
    "begins small": lambda actor: actor.name[0].islower() and actor.type == "person",
    "refused by its form": lambda actor: bool(by_form(actor.name, actor.type)),
}


def report(path: Path, cache: Path, most: int) -> None:
    """Print the most named actors, refusals by rule, and suspects by rule."""
    articles = [one for one in read_file(path, path.parent) if isinstance(one, Article)]
    found, _ = gather(articles, DEFAULT_MODEL, 0, cache)
    start = time.process_time()
    resolution, _ = resolve(articles, found, Register(), Judgements())
    spent = time.process_time() - start
    ranked = sorted(resolution.actors, key=lambda actor: (-_articles(actor), actor.id))
    print(f"{len(articles)} articles, {len(ranked)} actors, {len(resolution.open_questions)} open")
    print(f"resolved in {spent:.1f} s\n")
    for place, actor in enumerate(ranked[:most], 1):
        aliases = ", ".join(actor.aliases)[:100]
        print(f"{place:4} {_articles(actor):5} {actor.type:12} {actor.name} | {aliases}")
    print("\nrefused")
    nobody = Counter(refused({one.id: one for one in articles}, found).values())
    for rule, count in sorted(nobody.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:6} {rule}")
    for rule, holds in SUSPECT.items():
        suspects = [actor for actor in ranked if _articles(actor) >= FEW and holds(actor)]
        print(f"\nsuspects, {rule}: {len(suspects)} of {FEW} articles or more")
        for actor in suspects[:MOST]:
            print(f"{_articles(actor):6} {actor.type:12} {actor.name}")


def _articles(actor: Actor) -> int:
    return len({article for article, _ in actor.members})
