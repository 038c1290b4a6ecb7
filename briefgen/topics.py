"""The user's topics (topics.yml): names for what articles are filed under, one below another.

A topic is what an article's metadata say under `topics`. The file may describe it; one that it does
not describe keeps its id for a name. `mediatopics` maps it to concepts of the IPTC Media Topics
(https://iptc.org/standards/media-topics/), whose list is not part of briefgen: nothing is inferred
from a code, and a topic stands under a broader one only where the file says so.

    - id: us-japan-alliance
      name: The alliance of Japan and the United States
      description: Command, bases, joint planning.
      broader: security
      mediatopics: [medtop:20000639]
    - id: security
      name: Security
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import Problem, relative
from briefgen.readers.schemas import nearest
from briefgen.readers.source import clean
from briefgen.readers.yaml_lines import Node
from briefgen.registers import read_entries

CONCEPT = "http://cv.iptc.org/newscodes/mediatopic/"
MISTYPED = 85
"""Percent alike from which on an unused topic is taken for a mistyped one."""


@dataclass(frozen=True, slots=True)
class DescribedTopic:
    """A topic as the user describes it."""

    id: str
    """As articles' metadata have it."""
    name: str
    """The name that is shown."""
    description: str | None = None
    """A sentence or two for its page."""
    broader: str | None = None
    """Id of the topic that it is a part of."""
    mediatopics: tuple[str, ...] = ()
    """IPTC Media Topics as QCodes: medtop:16000000."""
    line: int = 0
    """Its line in the file."""


@dataclass(frozen=True, slots=True)
class TopicList:
    """The user's topics."""

    topics: tuple[DescribedTopic, ...] = ()
    """In file order."""
    path: str = "topics.yml"
    """The file, as messages show it."""


def read_topics(path: Path, root: Path) -> tuple[TopicList, tuple[Problem, ...]]:
    """The topics; a file that is not there holds none, a bad entry is left out."""
    shown = relative(path, root)
    described, found = read_entries(path, root, "topics", _topic, lambda node, path: [])
    kept: dict[str, DescribedTopic] = {}
    for topic in described:
        if topic.id in kept:
            message = f"the id {topic.id!r} stands twice, first on line {kept[topic.id].line}"
            found.append(Problem(shown, topic.line, message, topic.id, f"id: {topic.id}-2"))
        else:
            kept[topic.id] = topic
    for topic in list(kept.values()):
        problem = _broader_problem(topic, kept, shown)
        if problem:
            found.append(problem)
            kept[topic.id] = dataclasses.replace(topic, broader=None)
    found.sort(key=lambda problem: (problem.line or 0, problem.message))
    return TopicList(tuple(kept.values()), shown), tuple(found)


def mistyped(described: TopicList, used: Collection[str]) -> Iterator[Problem]:
    """Topics that no article uses but whose ids look like one that articles use undescribed.

    A topic without articles is none of these by itself: it may await its first one.
    """
    known = {topic.id for topic in described.topics}
    strangers = sorted(set(used) - known)
    for topic in described.topics:
        near = None if topic.id in used else nearest(topic.id, strangers, MISTYPED)
        if near:
            message = f"no article has this topic; did you mean {near!r}?"
            yield Problem(described.path, topic.line, message, topic.id, f"id: {near}")


def concept(qcode: str) -> str:
    """The public address of an IPTC Media Topic."""
    return CONCEPT + qcode.partition(":")[2]


def _topic(node: Node) -> DescribedTopic:
    values = node.plain()
    return DescribedTopic(
        id=values["id"],
        name=clean(values["name"]),
        description=clean(values["description"]) if "description" in values else None,
        broader=values.get("broader"),
        mediatopics=tuple(values.get("mediatopics", ())),
        line=node.line,
    )


def _broader_problem(
    topic: DescribedTopic, known: dict[str, DescribedTopic], path: str
) -> Problem | None:
    """What is wrong with a topic's place among the others."""
    if topic.broader is None:
        return None
    example = "broader: security"
    if topic.broader not in known:
        near = nearest(topic.broader, known)
        hint = f"; did you mean {near!r}?" if near else ", which the file must describe too"
        message = f"broader must be the id of another topic of this file{hint}"
        return Problem(path, topic.line, message, topic.broader, example)
    above: str | None = topic.broader
    passed = {topic.id}
    while above and above not in passed:
        passed.add(above)
        above = known[above].broader if above in known else None
    if above == topic.id:
        message = "broader leads back to the topic itself"
        return Problem(path, topic.line, message, topic.broader, example)
    return None
