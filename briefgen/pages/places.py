"""One page a country, and the landing page that lists them by continent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Claim, Corpus, Country, Dossier, Page
from briefgen.pages.labels import country_labels
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.pages.series import series
from briefgen.pictures.worldmap import Place as Spot

MOST = 12
"""Rows of a table on one country's page."""
OTHER_PLACES = 24


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page, which cannot outgrow the number of countries, and one page a country."""
    regions: dict[str, list[Country]] = defaultdict(list)
    for country in sorted(corpus.places.values(), key=lambda c: (-len(c.named), c.name)):
        regions[country.region].append(country)
    others = _other_places(corpus)
    newest = {code: country.named[0] for code, country in corpus.places.items()}
    yield Page(
        addresses.PLACES,
        N_("Places"),
        "places.md.j2",
        {
            "regions": dict(sorted(regions.items())),
            "labels": country_labels(corpus, corpus.places),
            "newest": newest,
            "others": others,
            "total": len(corpus.places),
            "spots": {
                code: Spot(len(one.named), f"{one.name}: {len(one.named)}", f"#c-{code.lower()}")
                for code, one in corpus.places.items()
            },
            **references(corpus, newest, actors=[dossier.actor.id for dossier in others]),
        },
        in_nav=True,
    )
    for country in corpus.places.values():
        yield from _country(corpus, country)


def _other_places(corpus: Corpus) -> list[Dossier]:
    """Seas, regions and what else lies in no country, or in one that is not clear."""
    inside = {place.actor for country in corpus.places.values() for place in country.places}
    found = [
        dossier
        for dossier in corpus.dossiers.values()
        if dossier.actor.type == "place" and dossier.actor.id not in inside
    ]
    return sorted(found, key=lambda d: (-len(d.articles), d.actor.name))[:OTHER_PLACES]


def _country(corpus: Corpus, country: Country) -> Iterator[Page]:
    actor = country.actor
    dossier = corpus.dossiers.get(actor or "")
    places, together = country.places[:MOST], country.together[:MOST]
    stories = country.stories[:MOST]
    did, received = ([], []) if dossier else _claims(corpus, actor)
    about = {
        "dossier": dossier,
        "did": did,
        "received": received,
        "places": places,
        "together": together,
        "labels": country_labels(corpus, [one.country for one in together]),
        "stories": stories,
        "runs": series(corpus, country.months),
    }
    leads = [*(line.lead for line in stories), *(one.newest for one in together)]
    actors = [place.actor for place in places if place.actor] + ([actor] if actor else [])
    for pager, rows in paged(country.named, corpus.page_size, addresses.country(country.code)):
        first = pager.number == 1
        yield Page(
            pager.uris[pager.number - 1],
            country.name,
            "country.md.j2" if first else "country_more.md.j2",
            {
                "country": country,
                "uri": pager.uris[0],
                "rows": rows,
                "pager": pager,
                **(about if first else {}),
                **references(
                    corpus,
                    rows,
                    *((places, did, received) if first else ()),
                    articles=leads if first else (),
                    actors=actors if first else (),
                ),
            },
            modified=corpus.briefs[country.named[0].article_id].article.published,
        )


def _claims(corpus: Corpus, actor: str | None) -> tuple[list[Claim], list[Claim]]:
    """What a country without a dossier did, and what was done to it: it is in few articles."""
    if actor is None:
        return [], []
    articles = sorted({article for article, _ in corpus.actors[actor].members})
    claims = [claim for article in articles for claim in corpus.briefs[article].claims]
    did = [claim for claim in claims if actor in claim.actors]
    received = [claim for claim in claims if actor in claim.recipients]
    return did[:MOST], received[:MOST]
