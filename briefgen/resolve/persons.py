"""Rules for persons: names with different middle initials, other spellings, surnames alone."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.resolve import names, spellings
from briefgen.resolve.company import Company
from briefgen.resolve.groups import Node
from briefgen.resolve.score import Feature, Score, is_open, is_same, score

if TYPE_CHECKING:
    from briefgen.resolve.merging import Merger

MOST_COMPARED = 50
"""Names of one block that are compared with each other, the most named first."""
FAR_MORE = 10


def join_full_names(merger: Merger, blocks: dict[str, list[Node]]) -> None:
    """Persons of one full name are one, unless middle initials or a generation tell them apart."""
    for _, nodes in sorted(blocks.items()):
        forms: dict[names.Form, list[Node]] = defaultdict(list)
        for node in nodes:
            forms[names.form(merger.name_of(node))].append(node)
        for same in forms.values():
            merger.join_block(same, "same_name")
        if len(forms) > 1:
            _join_forms(merger, forms)


def _join_forms(merger: Merger, forms: dict[names.Form, list[Node]]) -> None:
    """Each form to the one fuller form that it can be; to none where it can be several."""
    apart = _named_apart(forms)
    ranked = sorted(forms, key=lambda form: (len(form.middle), -len(forms[form]), form))
    for form in ranked:
        fuller = [
            other
            for other in forms
            if other != form and _fits(form, other) and frozenset((form, other)) not in apart
        ]
        fuller.sort(key=lambda other: (-len(forms[other]), other))
        worth = [o for o in fuller if FAR_MORE * len(forms[o]) > len(forms[form])] or fuller[:1]
        compatible = all(_compatible(one, other) for one, other in itertools.combinations(worth, 2))
        ahead = len(worth) > 1 and len(forms[worth[0]]) >= FAR_MORE * len(forms[worth[1]])
        chosen = worth if compatible else worth[:1]
        scored = score("same_name", "far_more_named" if ahead and not compatible else None)
        if compatible or ahead:
            for other in chosen:
                merger.join_pair(forms[form][0], forms[other][0], scored)
        else:
            merger.doubt(forms[form], {forms[other][0]: scored for other in worth})


def _named_apart(forms: dict[names.Form, list[Node]]) -> set[frozenset[names.Form]]:
    """Forms that one article keeps apart, such as father and son."""
    in_article: dict[str, set[names.Form]] = defaultdict(set)
    for form, nodes in forms.items():
        for article, _ in nodes:
            if article:
                in_article[article].add(form)
    return {
        frozenset(pair)
        for together in in_article.values()
        for pair in itertools.combinations(sorted(together), 2)
        if pair[0].generation != pair[1].generation or not _compatible(*pair)
    }


def _fits(form: names.Form, fuller: names.Form) -> bool:
    """Whether the second is the first with more said."""
    return _compatible(form, fuller) and (len(form.middle), form.generation) <= (
        len(fuller.middle),
        fuller.generation,
    )


def _compatible(one: names.Form, other: names.Form) -> bool:
    generations = {one.generation, other.generation} - {""}
    middle = one.middle.startswith(other.middle) or other.middle.startswith(one.middle)
    return len(generations) < 2 and middle


def join_spellings(merger: Merger) -> None:
    """Zelensky and Zelenskyy, Joe and Joseph, J. and Joe: the name alone is never enough."""
    company = Company(merger)
    spelled: dict[tuple[str, str], dict[tuple[str, ...], set[Node]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for root, name in full_names(merger, company):
        spelled[spellings.block(name)][name].add(root)
    for _, block in sorted(spelled.items()):
        if len(block) > 1:
            _compare(merger, company, block)


def _compare(merger: Merger, company: Company, block: dict[tuple[str, ...], set[Node]]) -> None:
    """Every pair of spellings in one block; a name that fits two persons joins neither."""
    named = {name: sum(company.named(root) for root in roots) for name, roots in block.items()}
    ranked = sorted(block, key=lambda name: (-named[name], name))[:MOST_COMPARED]
    found: dict[Node, dict[Node, Score]] = defaultdict(dict)
    for one, other in itertools.combinations(ranked, 2):
        how = spellings.relation(one, other)
        if how:
            for root, candidate in itertools.product(sorted(block[other]), sorted(block[one])):
                if root != candidate:
                    against = _other_initials(company, root, candidate)
                    scored = Score((*how, *company.support(root, candidate), *against))
                    found[root][candidate] = found[candidate][root] = scored
    related = {frozenset((root, other)) for root, others in found.items() for other in others}
    for root, others in sorted(found.items(), key=lambda item: (company.named(item[0]), item[0])):
        best = min(others, key=lambda node: (-others[node].total, -company.named(node), node))
        rivals = [
            found[one][node]
            for one, other in ((root, best), (best, root))
            for node in found[one]
            if node != other and frozenset((node, other)) not in related
        ]
        if is_same(others[best], rivals):
            merger.join_pair(root, best, others[best])
    for root, others in sorted(found.items()):
        greater = {
            node: scored
            for node, scored in others.items()
            if is_open(scored) and (company.named(node), root) > (company.named(root), node)
        }
        if greater:
            merger.doubt([root], greater)


def _other_initials(company: Company, root: Node, other: Node) -> tuple[Feature, ...]:
    """Against two of whom texts give other middle names or generations."""
    for one in company.forms[root]:
        for two in company.forms[other]:
            if not _compatible(one, two):
                return (Feature("other_initials", f"{' '.join(one)}, {' '.join(two)}".strip()),)
    return ()


def join_surnames(merger: Merger) -> None:
    """A surname alone means the one bearer of it that the context supports."""
    company = Company(merger)
    bearers: dict[str, set[Node]] = defaultdict(set)
    in_front: dict[str, set[Node]] = defaultdict(set)
    for root, compared in full_names(merger, company):
        for surname in names.surnames(compared):
            bearers[surname].add(root)
        in_front[compared[0]].add(root)
    alone: dict[str, list[Node]] = defaultdict(list)
    for node, compared in company.compared.items():
        if names.is_surname(compared) and company.root[node] == node:
            alone["".join(compared)].append(node)
    for surname, nodes in sorted(alone.items()):
        behind, front = sorted(bearers[surname]), sorted(in_front[surname] - bearers[surname])
        if behind or front:
            for node in nodes:
                merger.settle(node, _bearers(company, node, behind, front))
        else:
            _join_alike(merger, company, nodes)


def full_names(merger: Merger, company: Company) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Every full name of a person, as compared, with the group it belongs to."""
    for node in company.full:
        yield company.root[node], company.compared[node]
    for node, actor in merger.registered.items():
        compared = names.person(actor.name)
        if actor.type == "person" and compared and not names.is_surname(compared):
            yield company.root[node], compared


def _bearers(
    company: Company, node: Node, behind: Sequence[Node], front: Sequence[Node]
) -> dict[Node, Score]:
    """How well each bearer of the name fits; in front of a name it may be a first name."""
    named = sorted((company.named(one) for one in behind), reverse=True)
    found = {}
    for one in behind:
        lead = len(named) > 1 and company.named(one) >= FAR_MORE * max(named[1], 1)
        ahead = "only_one" if len(behind) == 1 and not front else "only_one" if lead else None
        found[one] = score("surname", ahead, *company.support(node, one))
    for one in front:
        found[one] = score("first_word", *company.support(node, one))
    return found


def _join_alike(merger: Merger, company: Company, nodes: list[Node]) -> None:
    """Surnames of which no full name is known: those in one role or company are one person."""
    in_role: dict[str, list[Node]] = defaultdict(list)
    beside: dict[Node, list[Node]] = defaultdict(list)
    for node in nodes:
        for word in company.roles[node] - names.listed("common_roles"):
            in_role[word].append(node)
        for root in company.beside[node]:
            if merger.type_of(root) != "country":
                beside[root].append(node)
    for word, alike in sorted(in_role.items()):
        for other in alike[1:]:
            merger.join_pair(alike[0], other, score("surname", ("same_role", word)))
    for alike in beside.values():
        for other in alike[1:]:
            support = company.support(alike[0], other)
            scored = score("surname", *support)
            if is_same(scored) and Feature("named_apart") not in support:
                merger.join_pair(alike[0], other, scored)
