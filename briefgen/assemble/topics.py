"""Topics: those that articles' metadata name, with what the user's file says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefgen.assemble.named import ActorsByArticle
from briefgen.assemble.story_lines import months_of, story_lines
from briefgen.corpus import Brief, Topic
from briefgen.topics import DescribedTopic, TopicList

MOST_NAMED = 12


def topics(
    briefs: Mapping[str, Brief], actors: ActorsByArticle, described: TopicList
) -> dict[str, Topic]:
    """By id, sorted: each topic that an article names or the user describes."""
    known = {topic.id: topic for topic in described.topics}
    own: dict[str, set[str]] = {topic: set() for topic in known}
    for article, brief in briefs.items():
        for topic in brief.article.topics:
            own.setdefault(topic, set()).add(article)
    below: dict[str, list[str]] = defaultdict(list)
    filed: dict[str, set[str]] = defaultdict(set)
    for topic, articles in sorted(own.items()):
        if topic in known and (broader := known[topic].broader):
            below[broader].append(topic)
        for one in (topic, *_above(topic, known)):
            filed[one] |= articles
    rank = {article: number for number, article in enumerate(briefs)}
    found = {}
    for topic in sorted(own):
        told = known.get(topic) or DescribedTopic(topic, topic)
        newest = tuple(sorted(filed[topic], key=rank.__getitem__))
        found[topic] = Topic(
            id=topic,
            name=told.name,
            description=told.description,
            broader=told.broader,
            narrower=tuple(below[topic]),
            mediatopics=told.mediatopics,
            described=topic in known,
            own=len(own[topic]),
            articles=newest,
            stories=story_lines(briefs, newest),
            actors=actors.most(newest, MOST_NAMED),
            months=months_of(briefs, newest),
        )
    return found


def _above(topic: str, known: Mapping[str, DescribedTopic]) -> Iterator[str]:
    """The topic's broader ones, the nearest first; the reader lets no circle pass."""
    while topic in known and (broader := known[topic].broader):
        yield broader
        topic = broader
