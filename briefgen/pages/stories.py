"""What several articles tell: all stories, newest first, and one page each with its updates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.corpus import Corpus, Page, Story, Update
from briefgen.pages.contested import contested_in_story
from briefgen.pages.lists import paged
from briefgen.pages.references import article_link, references
from briefgen.pages.sourcing import source_summary, summary_links
from briefgen.pictures.timeline import Mark


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page, itself paged, and each story's updates, paged as well."""
    stories = list(corpus.stories.values())
    for pager, rows in paged(stories, corpus.page_size, addresses.STORIES):
        yield Page(
            pager.uris[pager.number - 1],
            N_("Stories"),
            "stories.md.j2",
            {
                "stories": rows,
                "story_uris": {one.id: addresses.story(one.id) for one in rows},
                "total": len(stories),
                "pager": pager,
                **references(
                    corpus,
                    [one.updates for one in rows],
                    articles=[u.article for one in rows for u in one.updates],
                    actors=[actor for one in rows for actor in one.actors],
                ),
            },
            in_nav=pager.number == 1,
            modified=max((one.last for one in rows if one.last), default=None),
        )
    for story in stories:
        yield from _story(corpus, story)


def _story(corpus: Corpus, story: Story) -> Iterator[Page]:
    contested = contested_in_story(corpus, story.id)
    own_uri = addresses.story(story.id)
    summary = source_summary(corpus, [u.article for u in story.updates], own_uri)
    links = summary_links(summary)
    for pager, rows in paged(story.updates, corpus.page_size, own_uri):
        first = pager.number == 1
        yield Page(
            pager.uris[pager.number - 1],
            article_link(corpus, story.id).title,
            "story.md.j2",
            {
                "story": story,
                "updates": rows,
                "marks": _marks(corpus, rows),
                "differences": contested.differences if first else (),
                "figures": contested.figures if first else (),
                "summary": summary if first else None,
                "pager": pager,
                **references(
                    corpus,
                    rows,
                    contested if first else (),
                    articles=[
                        *(u.article for u in rows),
                        *(u.origin for u in rows),
                        *links["articles"],
                    ],
                    actors=[*story.actors, *links["actors"]],
                ),
            },
            modified=story.last,
        )


def _marks(corpus: Corpus, updates: Sequence[Update]) -> list[Mark]:
    """When each article appeared; copies of an origin are hollow."""
    links = [(update, article_link(corpus, update.article)) for update in updates]
    return [
        Mark(link.published, link.published, link.title, f"#u-{update.article}", bool(update.rule))
        for update, link in links
        if link.published
    ]
