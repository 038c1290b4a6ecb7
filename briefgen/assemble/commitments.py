"""Commitments: plans and promises with a date, and the later statement that tells their fate.

A follow-up is a statement of a later article that says as a fact what the plan said would be: the
same actor, the same predicate, the same object, in the plan's days. Else a later article may give
another date for the same plan. Without either, a plan whose days are over has passed, and nothing
is known of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from briefgen.assemble.accounts import Account, account, real, same_object
from briefgen.assemble.identity import short_hash
from briefgen.assemble.moved_dates import new_date
from briefgen.assemble.sameness import content, near, past, plain_words, predicate_key, words_of
from briefgen.assemble.views import Views
from briefgen.corpus import Brief, Claim
from briefgen.corpus.commitments import Commitment, Fate
from briefgen.intervals import Interval, progress
from briefgen.model import Span

WORDS_BEFORE = 6
TOLD_WITHIN = 14
"""Most days after a plan's last day in which an article without a day of its own may report it."""
TOLD_AT_ONCE = 2
"""So many, and twice as many as the plan's date covers: what was due today is old news next week.
"""

Key = tuple[str, str]
"""Predicate stem and the id of an actor, or of a story where nobody is named."""


class _Plan(NamedTuple):
    claim: Claim
    told: Account
    story: str
    days: Interval


def commitments(
    briefs: Mapping[str, Brief],
    views: Mapping[str, Views],
    story_of: Mapping[str, str],
    origin_of: Mapping[str, str],
    as_of: date | None,
) -> tuple[Commitment, ...]:
    """All plans with a date, the first due first; an origin's reprints say theirs once."""
    plans = _plans(briefs, views, story_of, origin_of)
    later = _later(plans, views, story_of, origin_of)
    others: dict[Key, list[Account]] = defaultdict(list)
    for plan in plans:
        others[plan.told.predicate, plan.story].append(plan.told)
    found = [_commitment(plan, later, others, as_of) for plan in plans]
    return tuple(sorted(found, key=lambda c: (c.first, c.last, c.story, c.id)))


def _plans(
    briefs: Mapping[str, Brief],
    views: Mapping[str, Views],
    story_of: Mapping[str, str],
    origin_of: Mapping[str, str],
) -> list[_Plan]:
    kept: dict[tuple[str, str, str | None], _Plan] = {}
    for article_id, brief in sorted(briefs.items()):
        view = views[article_id]
        said = {statement.id: statement for statement in view.found.statements}
        origin = origin_of.get(article_id, article_id)
        for claim in brief.plans:
            statement = said[claim.id]
            predicate = predicate_key(view.words(statement.predicate))
            told = account(view, statement, predicate, origin)
            if claim.due and _looks_ahead(told):
                plan = _Plan(claim, told, story_of.get(article_id, article_id), claim.due)
                kept.setdefault((origin, claim.short, statement.time), plan)
    return list(kept.values())


def _looks_ahead(told: Account) -> bool:
    """Whether the words themselves speak of a plan: a date ahead alone may be a later caption."""
    sentence = told.view.whole_sentence(told.statement.evidence[0])
    before = Span(sentence.article_id, sentence.start, told.statement.predicate.end)
    near_it = told.view.words(before).casefold().replace("’ll", " will").split()[-WORDS_BEFORE:]
    return bool(
        set(near_it) & plain_words("future") or set(content(told.sentence)) & words_of("promises")
    )


def _keys(told: Account, story: str) -> list[Key]:
    """What a follow-up must share with the plan, for an index."""
    if told.actors:
        return [(told.predicate, actor) for actor in sorted(told.actors)]
    return [(told.predicate, story)]


def _later(
    plans: list[_Plan],
    views: Mapping[str, Views],
    story_of: Mapping[str, str],
    origin_of: Mapping[str, str],
) -> dict[Key, list[Account]]:
    """What is said as a fact about the plans' predicates and actors, in order."""
    wanted = {key for plan in plans if plan.told.predicate for key in _keys(plan.told, plan.story)}
    wanted_predicates = {predicate for predicate, _ in wanted} | words_of("called_off")
    wanted_predicates |= words_of("postponed")
    found: dict[Key, list[Account]] = defaultdict(list)
    for article_id, view in sorted(views.items()):
        story = story_of.get(article_id, article_id)
        for statement in view.found.statements:
            predicate = predicate_key(view.words(statement.predicate))
            if statement.modality == "asserted" and predicate in wanted_predicates:
                origin = origin_of.get(article_id, article_id)
                told = account(view, statement, predicate, origin)
                for key in {*_keys(told, story), (predicate, story)}:
                    found[key].append(told)
    for told_later in found.values():
        told_later.sort(key=lambda one: one.order)
    return found


def _commitment(
    plan: _Plan,
    later: dict[Key, list[Account]],
    others: dict[Key, list[Account]],
    as_of: date | None,
) -> Commitment:
    fate: Fate = "upcoming"
    if as_of:
        fate = progress(plan.days, as_of)  # type: ignore[assignment]
    follow_up, rule = None, ""
    for outcome, told, why in [*_outcomes(plan, later), *_moved(plan, others)]:
        fate, follow_up, rule = outcome, told.view.claim(told.statement), why
        break
    statement = plan.told.statement
    assert statement.time is not None
    return Commitment(
        id=short_hash(plan.claim.evidence.article_id, statement.id, statement.time),
        claim=plan.claim,
        words=plan.claim.short,
        first=plan.days[0],
        last=plan.days[1],
        value=statement.time,
        fate=fate,
        follow_up=follow_up,
        rule=rule,
        origin=plan.told.origin,
        story=plan.story,
    )


def _outcomes(plan: _Plan, later: dict[Key, list[Account]]) -> list[tuple[Fate, Account, str]]:
    """What later statements say became of the plan, the surest and first first."""
    if not plan.told.predicate:
        return []
    found: list[tuple[Fate, Account, str]] = []
    for key in _keys(plan.told, plan.story):
        for told in later.get(key, ()):
            if why := _done(plan, told):
                found.append(("done", told, why))
    fates: tuple[tuple[Fate, str], ...] = (("called off", "called_off"), ("postponed", "postponed"))
    for fate, words in fates:
        for predicate in sorted(words_of(words)):
            for told in later.get((predicate, plan.story), ()):
                if why := _ended(plan, told):
                    found.append((fate, told, why))
    return found


def _moved(plan: _Plan, others: dict[Key, list[Account]]) -> list[tuple[Fate, Account, str]]:
    """The later plan that gives another date for this one, if there is one."""
    told = new_date(plan.told, others[plan.told.predicate, plan.story])
    return [("moved", told, "another date for the same plan")] if told else []


def _done(plan: _Plan, told: Account) -> str:
    """Why the statement reports the plan as done; empty where that is not certain."""
    if not _in_time(plan, told) or not real(told) or not (told.days or _past(told)):
        return ""
    if plan.told.actors and not plan.told.actors & told.actors:
        return ""
    if not plan.told.actors:
        passive = bool(plan.told.recipients & told.recipients) and plan.told.doer == told.doer
        return "predicate and object" if passive else ""
    if same_object(plan.told, told):
        return "actor, predicate and object"
    bare = not plan.told.thing and not told.thing
    dated = told.days and (plan.days[1] - plan.days[0]).days <= 1
    return "actor, predicate and day" if bare and dated else ""


def _past(told: Account) -> bool:
    return past(told.view.words(told.statement.predicate))


def _in_time(plan: _Plan, told: Account) -> bool:
    """Whether it was published after the plan, and tells of the plan's days."""
    published = plan.told.published
    if not published or not told.published or told.published <= published:
        return False
    if told.days:
        after = told.days[0] >= published and told.days[1] <= told.published + timedelta(1)
        return after and near(told.days, plan.days)
    late = min(TOLD_WITHIN, TOLD_AT_ONCE + 2 * (plan.days[1] - plan.days[0]).days)
    return plan.days[0] <= told.published <= plan.days[1] + timedelta(late)


def _ended(plan: _Plan, told: Account) -> str:
    """Why the statement says that the plan will not come; empty where that is not certain."""
    published = plan.told.published
    if not published or not told.published or told.published <= published or not real(told):
        return ""
    if told.published > plan.days[1] or not told.thing or not _past(told):
        return ""
    same = told.thing in {plan.told.predicate, plan.told.thing}
    named = told.scope & set(content(plan.claim.evidence.exact))
    return "the plan's own words" if same and named else ""
