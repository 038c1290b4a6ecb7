"""All that the user's files hold, and what of it stood on an earlier day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from briefgen.config import Settings
from briefgen.errors import Problem
from briefgen.model import Article
from briefgen.past import articles_on, judgements_on, register_on
from briefgen.publishers import PublisherList, graded, read_publishers
from briefgen.readers import read_folder
from briefgen.registers import Judgements, Register, read_judgements, read_register
from briefgen.revisions import Versions, settle
from briefgen.topics import TopicList, mistyped, read_topics


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a corpus is made of, before anything is extracted."""

    articles: tuple[Article, ...]
    """As read: every version on its own."""
    versions: Versions
    """The same articles in their newest versions, and those that were replaced."""
    register: Register
    """The user's actors."""
    judgements: Judgements
    """The user's decisions."""
    topics: TopicList
    """What the user says of topics."""
    publishers: PublisherList
    """What the user says of publishers."""
    later: frozenset[str] = frozenset()
    """Ids of articles left out, because they came after the as-of day."""

    def on(self, day: date) -> Inputs:
        """What of it stood on the day; an article whose revision came later is as it was."""
        articles = articles_on(self.articles, day)
        kept = {article.id for article in articles}
        later = self.later | ({article.id for article in self.articles} - kept)
        return replace(
            self,
            articles=articles,
            versions=settle(articles)[0],
            register=register_on(self.register, day),
            judgements=judgements_on(self.judgements, day, later),
            later=later,
        )

    @property
    def to_extract(self) -> tuple[Article, ...]:
        """The articles that a corpus of these inputs needs to be read."""
        return (*self.versions.current, *self.versions.before.values())


def read_inputs(settings: Settings) -> tuple[Inputs, tuple[Problem, ...]]:
    """The user's files, and what was wrong with them."""
    publishers, wrong_publishers = read_publishers(
        settings.docs_dir / settings.sources, settings.root
    )
    articles, problems = _read_articles(settings)
    articles = tuple(graded(articles, publishers, settings.root))
    versions, unsettled = settle(articles, settings.root)
    register, wrong_register = read_register(settings.docs_dir / settings.register, settings.root)
    judgements, wrong_judgements = read_judgements(
        settings.docs_dir / settings.judgements, settings.root
    )
    topics, wrong_topics = read_topics(settings.docs_dir / settings.topics, settings.root)
    used = {topic for article in versions.current for topic in article.topics}
    wrong = (*unsettled, *wrong_register, *wrong_judgements, *wrong_topics, *mistyped(topics, used))
    inputs = Inputs(articles, versions, register, judgements, topics, publishers)
    return inputs, (*problems, *wrong, *wrong_publishers)


def _read_articles(settings: Settings) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every version of every article; a folder that is missing is a problem."""
    folder = settings.docs_dir / settings.articles
    if not folder.is_dir():
        missing = Problem(
            folder.name, None, "the folder of articles does not exist", str(folder), "articles"
        )
        return (), (missing,)
    return read_folder(folder, settings.root)
