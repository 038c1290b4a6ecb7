"""One page a topic, and the landing page that lists them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from briefgen import addresses
from briefgen.catalogue import N_
from briefgen.contract import WS
from briefgen.corpus import Commitment, Corpus, Page, Topic
from briefgen.pages.commitments import AHEAD, PASSED
from briefgen.pages.labels import topic_labels
from briefgen.pages.lists import paged
from briefgen.pages.references import references
from briefgen.pages.series import series
from briefgen.topics import concept

MOST = 10
"""Stories and commitments of a kind on one topic's page."""


def pages(corpus: Corpus) -> Iterator[Page]:
    """The landing page, itself paged, and each topic's briefings with what they have in common."""
    order = _outline(corpus)
    for pager, rows in paged(order, corpus.page_size, addresses.TOPICS):
        topics = [topic for _, topic in rows]
        yield Page(
            pager.uris[pager.number - 1],
            N_("Topics"),
            "topics.md.j2",
            {
                "rows": rows,
                "concepts": _concepts(*topics),
                "labels": topic_labels(corpus, [topic.id for topic in topics]),
                "total": len(order),
                "pager": pager,
                **references(corpus, articles=[a for topic in topics for a in topic.articles[:1]]),
            },
            in_nav=pager.number == 1,
        )
    promised = commitments_by_article(corpus)
    for topic in corpus.topics.values():
        yield from _topic(corpus, topic, promised)


def commitments_by_article(corpus: Corpus) -> dict[str, list[Commitment]]:
    """Article id -> the plans and promises it tells."""
    found: dict[str, list[Commitment]] = defaultdict(list)
    for one in corpus.commitments:
        found[one.claim.evidence.article_id].append(one)
    return found


def _outline(corpus: Corpus) -> list[tuple[int, Topic]]:
    """(depth, topic), each under its broader one, those of most articles first."""
    found: list[tuple[int, Topic]] = []
    waiting = [(0, topic) for topic in _ranked(corpus, corpus.topics) if not topic.broader]
    while waiting:
        depth, topic = waiting.pop(0)
        found.append((depth, topic))
        waiting[:0] = [(depth + 1, one) for one in _ranked(corpus, topic.narrower)]
    return found


def _ranked(corpus: Corpus, ids: Iterable[str]) -> list[Topic]:
    topics = (corpus.topics[one] for one in ids)
    return sorted(topics, key=lambda topic: (-len(topic.articles), topic.name, topic.id))


def _concepts(*topics: Topic) -> dict[str, str]:
    """QCode -> public address."""
    return {code: concept(code) for topic in topics for code in topic.mediatopics}


def _topic(corpus: Corpus, topic: Topic, promised: dict[str, list[Commitment]]) -> Iterator[Page]:
    plans = sorted(
        (one for article in topic.articles for one in promised.get(article, ())),
        key=lambda one: (one.first, one.last, one.id),
    )
    stories = topic.stories[:MOST]
    coming = [one for one in plans if one.fate in AHEAD]
    about = {
        "topic": topic,
        "concepts": _concepts(topic),
        "labels": topic_labels(corpus, [*filter(None, [topic.broader]), *topic.narrower]),
        "stories": stories,
        "coming": coming[:MOST],
        "all_coming": len(coming),
        "calendar": addresses.COMMITMENTS,
        "runs": series(corpus, topic.months),
        "gaps": gaps(corpus, topic, plans),
    }
    for pager, rows in paged(topic.articles, corpus.page_size, addresses.topic(topic.id)):
        shown = about if pager.number == 1 else {"topic": topic}
        lines = {article: corpus.briefs[article].bottom_line for article in rows}
        leads = [line.lead for line in stories]
        yield Page(
            pager.uris[pager.number - 1],
            topic.name,
            "topic.md.j2" if pager.number == 1 else "topic_more.md.j2",
            {
                **shown,
                "uri": pager.uris[0],
                "lines": lines,
                "pager": pager,
                **references(
                    corpus,
                    lines,
                    shown.get("coming"),
                    shown.get("gaps"),
                    articles=[*rows, *(leads if pager.number == 1 else ())],
                    actors=[one.actor for one in topic.actors],
                ),
            },
            modified=corpus.briefs[topic.articles[0]].article.published if topic.articles else None,
        )


def gaps(corpus: Corpus, topic: Topic, plans: list[Commitment]) -> dict[str, object]:
    """What a reader of all that is filed under the topic would still miss."""
    briefs = [corpus.briefs[article] for article in topic.articles]
    passed = [one for one in plans if one.fate == PASSED]
    unanswered = Counter(w for brief in briefs for w in brief.gaps["not_stated"])
    return {
        "one_origin": sum(1 for line in topic.stories if not line.others),
        "undated": sum(1 for brief in briefs if not brief.article.published),
        "not_stated": {w: unanswered[w] for w in WS if unanswered[w]},
        "never_quoted": tuple(
            one
            for one in topic.actors
            if not one.quoted and corpus.actors[one.actor].type == "person"
        ),
        "passed": tuple(passed[::-1][:MOST]),
        "all_passed": len(passed),
    }
