"""Plans that a later article gives another date for."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.assemble.accounts import Account, same_object
from briefgen.assemble.sameness import WORD, near, plain_words, words_of
from briefgen.intervals import interval


def new_date(plan: Account, others: Iterable[Account]) -> Account | None:
    """The first later plan for the same on other days, where its text says that the date moved.

    `others`: plans of the same story; the same words in another one are about another matter.
    """
    later = (other for other in others if _later(plan, other) and _moves(plan, other))
    return min(later, key=lambda other: other.order, default=None)


def _later(plan: Account, other: Account) -> bool:
    return bool(plan.published and other.published and plan.published < other.published)


def _moves(plan: Account, other: Account) -> bool:
    """Same actor, predicate and object, other days; and it cannot be a second time."""
    if plan.predicate != other.predicate or not plan.actors & other.actors:
        return False
    if not (plan.days and other.days) or near(plan.days, other.days):
        return False
    if not same_object(plan, other):
        return False
    return plan.predicate in words_of("once") or _says_so(plan, other)


def _says_so(plan: Account, other: Account) -> bool:
    """Whether the later sentence speaks of a change, or gives the earlier date beside its own."""
    words = {word.casefold() for word in WORD.findall(other.sentence)}
    if words & plain_words("moved"):
        return True
    assert plan.days is not None
    sentence = other.view.whole_sentence(other.statement.evidence[0])
    return any(
        days == plan.days
        for timex in other.view.found.timexes
        if timex.span.within(sentence) and (days := interval(timex.value))
    )
