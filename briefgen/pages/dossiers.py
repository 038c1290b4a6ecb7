"""One dossier an actor, and the lists that lead to them: the most named, and A to Z."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Commitment, Corpus, Dossier, Figure, Page
from briefgen.pages.contested import figures_of_actors
from briefgen.pages.labels import Label, country_labels
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.pages.series import series
from briefgen.pages.sourcing import source_summary, summary_links

OTHER = N_("other")
LATEST = 25
MOST_FIGURES = 5


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page, one list a letter, one dossier an actor."""
    letters: dict[str, list[Dossier]] = defaultdict(list)
    for dossier in sorted(corpus.dossiers.values(), key=lambda d: (sort_key(d), d.actor.id)):
        letters[letter(dossier)].append(dossier)
    ranked = sorted(corpus.dossiers.values(), key=lambda d: (-len(d.articles), sort_key(d)))
    most_named = ranked[: corpus.page_size]
    yield Page(
        addresses.ACTORS,
        N_("Actors"),
        "actors.md.j2",
        {
            "dossiers": most_named,
            "total": len(corpus.dossiers),
            "letters": {key: len(members) for key, members in sorted(letters.items())},
            "letter_uris": {key: addresses.actor_index(key) for key in letters},
            "open": len(corpus.questions),
            **references(corpus, actors=[d.actor.id for d in most_named]),
        },
        in_nav=True,
    )
    for key, members in sorted(letters.items()):
        for pager, rows in paged(members, corpus.page_size, addresses.actor_index(key)):
            yield Page(
                pager.uris[pager.number - 1],
                key.upper() if len(key) == 1 else key,
                "actors_letter.md.j2",
                {
                    "letter": key,
                    "pager": pager,
                    "dossiers": rows,
                    "total": len(members),
                    **references(corpus, actors=[d.actor.id for d in rows]),
                },
            )
    figures = figures_of_actors(corpus)
    commitments = _commitments(corpus)
    for dossier in corpus.dossiers.values():
        actor = dossier.actor.id
        yield _dossier(corpus, dossier, figures.get(actor, []), commitments.get(actor, []))


def sort_key(dossier: Dossier) -> str:
    """The name as an alphabetical list sorts it: case and accents aside."""
    decomposed = unicodedata.normalize("NFKD", dossier.actor.name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def letter(dossier: Dossier) -> str:
    """a to z, or "other"."""
    first = sort_key(dossier)[:1]
    return first if first.isascii() and first.isalpha() else OTHER


def _commitments(corpus: Corpus) -> dict[str, list[Commitment]]:
    """Actor id -> its plans and promises, by due date."""
    found: dict[str, list[Commitment]] = defaultdict(list)
    for one in corpus.commitments:
        for actor in one.claim.actors:
            found[actor].append(one)
    return found


def _country(corpus: Corpus, dossier: Dossier) -> Label | None:
    """The page of a country that the dossier is of."""
    code = dossier.actor.country if dossier.actor.type == "country" else None
    return country_labels(corpus, [code])[code] if code and code in corpus.places else None


def _dossier(
    corpus: Corpus, dossier: Dossier, figures: list[Figure], commitments: list[Commitment]
) -> Page:
    newest = dossier.articles[:LATEST]
    own_uri = addresses.dossier(dossier.actor.id)
    summary = source_summary(corpus, dossier.articles, own_uri)
    links = summary_links(summary)
    shown = {
        "dossier": dossier,
        "actor": dossier.actor,
        "said": dossier.said[:LATEST],
        "did": dossier.did[:LATEST],
        "received": dossier.received[:LATEST],
        "commitments": commitments[-LATEST:],
        "all_commitments": len(commitments),
        "calendar": addresses.actor_calendar(dossier.actor.id),
        "feed": addresses.feed_of("actors", dossier.actor.id),
        "figures": figures[:MOST_FIGURES],
        "named_in": newest,
        "summary": summary,
        "runs": series(corpus, dossier.months),
        "country": _country(corpus, dossier),
        "as_of": corpus.as_of,
    }
    return Page(
        own_uri,
        dossier.actor.name,
        "dossier.md.j2",
        shown
        | references(
            corpus,
            shown["said"],
            shown["did"],
            shown["received"],
            shown["commitments"],
            shown["figures"],
            dossier.companions,
            dossier.roles,
            articles=(*newest, *links["articles"]),
            actors=(
                dossier.actor.id,
                *dossier.confusable,
                *dossier.part_of,
                *dossier.units,
                *links["actors"],
            ),
        ),
        edit_path=corpus.register_path if dossier.actor.registered else None,
    )
