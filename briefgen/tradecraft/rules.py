"""The rules, as a table: each looks at one article's assessment, or at what stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefgen.errors import Problem
from briefgen.model import Article, Assessment
from briefgen.publishers import PublisherList, publisher_ids
from briefgen.readers import UNGRADED, read_metadata
from briefgen.readers.yaml_lines import Node
from briefgen.registers import Anchor, Judgements
from briefgen.resolve.anchors import lasting
from briefgen.tradecraft.advice import Advice
from briefgen.tradecraft.terms import (
    common_scales,
    percentages,
    sentences,
    speaks_of_confidence,
    terms,
)

EXPRESSIONS = "ICD 203, expressions of likelihood"


class Subject(NamedTuple):
    """What a rule looks at."""

    article: Article
    """The article."""
    assessment: Assessment
    """Its analyst's judgement."""


class Finding(NamedTuple):
    """What a rule found."""

    key: str
    """The metadata key that it is about."""
    message: str
    """What is to be thought of."""
    text: str
    """The words that it is about."""
    example: str
    """What would be right."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of analysis."""

    name: str
    """What it is called in messages."""
    holds: str
    """What it asks for, in words."""
    standard: str
    """Where it comes from."""
    find: Callable[[Subject], Iterable[Finding]] | None
    """What of an assessment it finds otherwise; None where it looks at more than one article."""
    counts: bool = True
    """Whether a strict check fails on it."""


def _mixed_scales(subject: Subject) -> Iterator[Finding]:
    """Words that no one scale has all of."""
    used = [term for text in _texts(subject.assessment) for term in terms(text)]
    names = list(dict.fromkeys(term.words for term in used))
    if used and not common_scales(used):
        message = "mixes words of several scales of probability"
        yield Finding("judgement", message, ", ".join(names), "likelihood: likely")


def _off_percent(subject: Subject) -> Iterator[Finding]:
    """A percentage that the words beside it do not mean."""
    stated = terms(subject.assessment.likelihood or "")
    for text in _texts(subject.assessment):
        used = terms(text) or stated
        for scale in common_scales(used)[:1]:
            ranges = [term.scales[scale] for term in used]
            for percent in percentages(text):
                if not any(low <= percent <= high for low, high in ranges):
                    message = f"{percent:g} percent is not what {used[0].words!r} stands for"
                    example = f"{used[0].words} ({ranges[0][0]} to {ranges[0][1]} percent: {scale})"
                    yield Finding("judgement", message, text, example)


def _in_one_sentence(subject: Subject) -> Iterator[Finding]:
    """Likelihood and confidence joined."""
    likelihood = subject.assessment.likelihood or ""
    if speaks_of_confidence(likelihood):
        example = "likelihood: likely, and on a line of its own confidence: moderate"
        yield Finding("likelihood", "speaks of confidence", likelihood, example)
    for sentence in sentences(subject.assessment.judgement):
        if terms(sentence) and speaks_of_confidence(sentence):
            message = "has likelihood and confidence in one sentence"
            example = "judgement: It is likely to fail., and on a line of its own confidence: low"
            yield Finding("judgement", message, sentence, example)


def _contradiction(subject: Subject) -> Iterator[Finding]:
    """A judgement that says another likelihood than `likelihood`."""
    stated = terms(subject.assessment.likelihood or "")
    for term in terms(subject.assessment.judgement):
        if stated and all(term.contradicts(one) for one in stated):
            message = f"says {term.words!r} where likelihood says {stated[0].words!r}"
            example = f"likelihood: {term.words}"
            yield Finding("judgement", message, subject.assessment.judgement, example)


def _no_likelihood(subject: Subject) -> Iterator[Finding]:
    """Uncertainty that is told nowhere."""
    assessment = subject.assessment
    if not assessment.likelihood and not terms(assessment.judgement):
        yield Finding("judgement", "says nowhere how likely it is", "", "likelihood: likely")
    if not assessment.confidence:
        yield Finding("judgement", "says nothing of confidence", "", "confidence: moderate")


def _no_alternatives(subject: Subject) -> Iterator[Finding]:
    if not subject.assessment.alternatives:
        example = "alternatives: [The plan is shelved for lack of funds.]"
        yield Finding("judgement", "names no alternative", "", example)


def _no_indicators(subject: Subject) -> Iterator[Finding]:
    if not subject.assessment.indicators:
        example = "indicators: [No money in the next budget.]"
        yield Finding("judgement", "names nothing that would change it", "", example)


def _ungraded(subject: Subject) -> Iterator[Finding]:
    grade = subject.article.reliability
    if grade == UNGRADED:
        message = "an assessment leans on a source that is not graded"
        yield Finding("reliability", message, grade, "reliability: B2")


RULES: tuple[Rule, ...] = (
    Rule("mixed-scales", "words of one scale of probability", EXPRESSIONS, _mixed_scales),
    Rule("percent-off-scale", "percentages that the words stand for", EXPRESSIONS, _off_percent),
    Rule(
        "likelihood-with-confidence",
        "likelihood and confidence in sentences of their own",
        "ICD 203, confidence levels",
        _in_one_sentence,
    ),
    Rule(
        "contradiction",
        "one likelihood for one judgement",
        "ICD 203, consistent reasoning",
        _contradiction,
    ),
    Rule("uncertainty", "likelihood and confidence stated", "ICD 203, uncertainty", _no_likelihood),
    Rule(
        "alternatives", "other explanations considered", "ICD 203, alternatives", _no_alternatives
    ),
    Rule("indicators", "what would change the judgement", "ICD 203, indicators", _no_indicators),
    Rule(
        "grade", "a graded source below an assessment", "ICD 203, credibility of sources", _ungraded
    ),
    Rule("source-description", "a description of each source", "ICD 206, source descriptors", None),
    Rule(
        "one-origin", "key facts that several origins tell", "ICD 206, corroboration", None, False
    ),
    Rule("context", "quotes with what stands around them", "lasting corrections", None, False),
)
BY_NAME = {rule.name: rule for rule in RULES}


def advice(articles: Iterable[Article], described: PublisherList, root: Path) -> tuple[Advice, ...]:
    """What the rules find in the articles' assessments and in the sources behind them."""
    articles = tuple(articles)
    found = [
        _told(rule, article, finding, read_metadata(article, root))
        for article in articles
        if article.assessment
        for rule in RULES
        for finding in (rule.find(Subject(article, article.assessment)) if rule.find else ())
    ]
    found += _undescribed(articles, described, root)
    return tuple(sorted(found))


def corroboration_advice(
    articles: Iterable[Article], alone: Mapping[str, int], root: Path
) -> tuple[Advice, ...]:
    """Articles with key facts that one origin alone tells: `alone` counts them by article id."""
    rule = BY_NAME["one-origin"]
    found = []
    for article in articles:
        count = alone.get(article.id, 0)
        if count:
            message = f"{count} key {'fact' if count == 1 else 'facts'} of one origin only"
            finding = Finding("title", message, article.title or "", "a second, independent source")
            found.append(_told(rule, article, finding, read_metadata(article, root)))
    return tuple(sorted(found))


def anchor_advice(articles: Iterable[Article], judgements: Judgements) -> tuple[Advice, ...]:
    """Entries of judgements.yml whose quotes an edited article could bring to another place."""
    rule = BY_NAME["context"]
    known = {article.id: article for article in articles}
    anchors = [
        one for entry in judgements.entries for one in entry.about if isinstance(one, Anchor)
    ]
    found = (lasting(anchor, known, judgements.path) for anchor in anchors)
    return tuple(Advice(one, rule.name, rule.standard, rule.counts) for one in found if one)


def _undescribed(
    articles: Iterable[Article], described: PublisherList, root: Path
) -> Iterator[Advice]:
    """One advice a publisher: where the site describes any, or an assessment leans on it."""
    rule = BY_NAME["source-description"]
    articles = sorted(articles, key=lambda one: one.assessment is None)
    ids = publisher_ids(articles, described)
    known = {one.id for one in described.publishers if one.description}
    told: set[str] = set()
    for article in articles:
        publisher = ids[article.id]
        wanted = bool(described.publishers) or article.assessment is not None
        if wanted and publisher not in known and publisher not in told:
            told.add(publisher)
            name = article.publisher or "not stated"
            message = f"{described.path} does not describe this publisher"
            example = f"{{id: {publisher}, name: {name}, description: A daily newspaper.}}"
            finding = Finding("publisher", message, name, example)
            yield _told(rule, article, finding, read_metadata(article, root))


def _texts(assessment: Assessment) -> tuple[str, ...]:
    """Where an assessment says how likely it is."""
    return tuple(filter(None, (assessment.likelihood, assessment.judgement)))


def _told(rule: Rule, article: Article, finding: Finding, metadata: Node | None) -> Advice:
    path = article.metadata_path or article.path
    line = _line(metadata, finding.key)
    problem = Problem(path, line, finding.message, finding.text, finding.example)
    return Advice(problem, rule.name, rule.standard, rule.counts)


def _line(metadata: Node | None, key: str) -> int | None:
    """The line of a metadata key or of one inside the assessment; else of the first line."""
    if metadata is None or not isinstance(metadata.value, dict):
        return None
    fields = dict(metadata.value)
    assessment = fields.get("assessment")
    if assessment and isinstance(assessment.value, dict):
        fields |= assessment.value
    return fields[key].line if key in fields else metadata.line
