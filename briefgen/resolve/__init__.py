"""Who is meant across articles: local actors, the user's register and judgements -> Actors.

First every rule of `merging`, then the judgements in file order. The outcome does not depend on the
order of the articles, and every joining keeps its reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

from briefgen.addresses import slug
from briefgen.errors import Problem
from briefgen.model import (
    Actor,
    Article,
    Correction,
    DatedRole,
    Extraction,
    LocalActor,
    Resolution,
    Span,
)
from briefgen.registers import Anchor, Judgement, Judgements, Register, RegisteredActor
from briefgen.resolve import corrections, names, offices, refusals
from briefgen.resolve.anchors import locate
from briefgen.resolve.groups import Node
from briefgen.resolve.merging import Doubt, Merger
from briefgen.resolve.questions import open_questions

MOST_REASONS = 25
RARE = 20
"""A name that so many times fewer articles use is not the one shown."""


def resolve(
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    register: Register,
    judgements: Judgements,
) -> tuple[Resolution, tuple[Problem, ...]]:
    """Actors across articles, corrected extractions, open questions; and what did not apply."""
    ordered = sorted(articles, key=lambda article: article.id)
    found = {extraction.article_id: extraction for extraction in extractions}
    resolver = _Resolver(
        {article.id: article for article in ordered},
        {article.id: found[article.id] for article in ordered},
        register,
        judgements,
    )
    return resolver.resolve(), tuple(resolver.problems)


@dataclass(slots=True)
class _Cluster:
    """An actor in the making."""

    id: str
    nodes: list[Node]
    registered: RegisteredActor | None
    why: list[str]
    name: str = ""
    hidden: bool = False
    applied: list[str] = field(default_factory=list)


class _Resolver:
    """One resolution; its methods are the steps in order."""

    def __init__(
        self,
        articles: dict[str, Article],
        extractions: dict[str, Extraction],
        register: Register,
        judgements: Judgements,
    ) -> None:
        self.articles, self.extractions = articles, extractions
        self.judgements = judgements
        self.problems: list[Problem] = []
        self.corrections: list[Correction] = []
        self.refused = refusals.refused(
            articles,
            extractions.values(),
            self._quoted(),
            (name for one in register.actors for name in (one.name, *one.aliases)),
        )
        self.merger = Merger(articles, extractions.values(), register.actors, self.refused)
        self.by_office: set[Node] = set()
        self.clusters: dict[str, _Cluster] = {}
        self.of_node: dict[Node, _Cluster] = {}

    def resolve(self) -> Resolution:
        for number, judgement in enumerate(self.judgements.entries):
            if judgement.kind == "keep_apart":
                self._keep_apart(judgement, f"judgement {number}")
        self.merger.merge()
        self._name_offices()
        self._name_clusters()
        for judgement in self.judgements.entries:
            self._apply(judgement)
        shown = [cluster for cluster in self.clusters.values() if not cluster.hidden]
        actors = sorted((self._actor(cluster) for cluster in shown), key=lambda actor: actor.id)
        return Resolution(
            extractions=tuple(self.extractions.values()),
            actors=tuple(actors),
            actor_of={
                node: cluster.id
                for node, cluster in sorted(self.of_node.items(), key=lambda item: item[0])
                if node[0] and not cluster.hidden
            },
            open_questions=open_questions(self.merger.doubts, self._still_open),
            corrections=tuple(sorted(self.corrections, key=lambda one: one.line)),
        )

    def _quoted(self) -> frozenset[Node]:
        """Local actors whose mentions a judgement quotes: the user knows that they are somebody."""
        quoted = set()
        for judgement in self.judgements.entries:
            for anchor in judgement.about:
                if isinstance(anchor, Anchor) and judgement.kind in (
                    "merge",
                    "rename",
                    "keep_apart",
                ):
                    place = locate(anchor, self.articles, self.judgements.path)
                    if isinstance(place, Span):
                        quoted |= {
                            (anchor.article_id, m.actor)
                            for m in self.extractions[anchor.article_id].mentions
                            if m.actor and m.span.overlaps(place)
                        }
        return frozenset(quoted)

    def _name_offices(self) -> None:
        """Offices that an article leaves without a name become their holders' on that day."""
        known = offices.holders(self.merger)
        for id, found in sorted(self.extractions.items()):
            article = self.articles[id]
            said: dict[offices.Office, list[offices.Phrase]] = defaultdict(list)
            for phrase in offices.phrases(article, found) if article.published else ():
                if not offices.is_named(self.merger, known, phrase):
                    said[phrase.office].append(phrase)
            for office, spoken in sorted(said.items()):
                day = article.published or date.min
                held = offices.holder(self.merger, known.get(office, []), day)
                if held:
                    name = _words(article, spoken[0].span)
                    changed, actor = offices.with_holder(self.extractions[id], spoken, name)
                    self.extractions[id] = changed
                    self.merger.add(id, actor)
                    self.merger.join_pair((id, actor.id), *held)
                    self.by_office.add((id, actor.id))

    # Clusters

    def _name_clusters(self) -> None:
        """Give each group its id: the register's, else the slug of its name."""
        groups = self.merger.groups
        clusters = []
        for root, nodes in groups.members().items():
            registered = next((self.merger.registered[n] for n in nodes if not n[0]), None)
            name = registered.name if registered else self._fullest(nodes)
            why = _told(groups.reasons.get(root, []))
            wanted = registered.id if registered else slug(name)
            clusters.append(_Cluster(wanted, nodes, registered, why, name))
        for cluster in sorted(clusters, key=self._precedence):
            cluster.id = self._free_id(cluster)
            self.clusters[cluster.id] = cluster
            self.of_node |= dict.fromkeys(cluster.nodes, cluster)

    def _precedence(self, cluster: _Cluster) -> tuple[bool, bool, date, Node]:
        """Who takes an id that several want: whoever was there first, so that it stays theirs."""
        days = [self.articles[n[0]].published for n in cluster.nodes if n[0]]
        first = min((day for day in days if day), default=date.max)
        return not cluster.registered, self._type(cluster) != "country", first, cluster.nodes[0]

    def _free_id(self, cluster: _Cluster) -> str:
        first = cluster.nodes[0][0]
        for ending in ("", f"-{self._type(cluster)}", f"-{slug(first)}"):
            if cluster.id + ending not in self.clusters:
                return cluster.id + ending
        number = 2
        while f"{cluster.id}-{number}" in self.clusters:
            number += 1
        return f"{cluster.id}-{number}"

    def _type(self, cluster: _Cluster) -> str:
        if cluster.registered:
            return cluster.registered.type
        counted = Counter(self.merger.locals[node].type for node in cluster.nodes)
        return min(counted, key=lambda kind: (-counted[kind], kind))

    def _fullest(self, nodes: Sequence[Node]) -> str:
        """The commonest full name; an acronym or a surname only where there is nothing fuller.

        An acronym gives way only to a name of its initials: CNN is not CNN International.
        """
        named = [node for node in nodes if node not in self.by_office]
        given = Counter(self.merger.locals[node].name for node in named)
        most = max(given.values())

        def rank(name: str) -> tuple[bool, bool, bool, int, int, str]:
            full = len(names.words(name)) > 1 and not names.is_acronym(name)
            rare = given[name] * RARE < most
            return not full, rare, name.isupper(), -given[name], -len(name), name

        best = min(given, key=rank)
        common = min(given, key=lambda name: (-given[name], name))
        expands = names.initials(best) == "".join(names.words(common))
        return common if names.is_acronym(common) and not expands else best

    def _actor(self, cluster: _Cluster) -> Actor:
        members = [node for node in cluster.nodes if node[0]]
        local = [self.merger.locals[node] for node in members]
        registered = cluster.registered
        called = {
            name
            for node, actor in zip(members, local, strict=True)
            for name in (actor.name, *actor.aliases)
            if node not in self.by_office and names.is_shown(name, cluster.name)
        }
        if registered:
            called |= {registered.name, *registered.aliases}
        countries = {actor.country for actor in local if actor.country}
        own = registered.country if registered else None
        return Actor(
            id=cluster.id,
            name=cluster.name,
            type=self._type(cluster),  # type: ignore[arg-type]
            members=tuple(members),
            aliases=tuple(sorted(called - {cluster.name})),
            country=own or (countries.pop() if len(countries) == 1 else self._owner(members)),
            roles=self._roles(members, registered),
            note=registered.note if registered else None,
            registered=registered is not None,
            why=(*cluster.why, *cluster.applied),
        )

    def _owner(self, members: Sequence[Node]) -> str | None:
        """The country whose ministry it is."""
        root = self.merger.groups.root(members[0]) if members else None
        return self.merger.groups.marks[root].get("country") if root else None

    def _roles(
        self, members: Sequence[Node], registered: RegisteredActor | None
    ) -> tuple[DatedRole, ...]:
        found: dict[tuple[str, date | None], DatedRole] = {}
        for role in registered.roles if registered else ():
            found[role.text, role.start] = DatedRole(role.text, role.start, role.until)
        for node in members:
            published = self.articles[node[0]].published
            for stated in self.merger.locals[node].roles:
                dated = DatedRole(stated.text, published, None, stated.span)
                found.setdefault((stated.text, published), dated)
        return tuple(sorted(found.values(), key=lambda role: (role.stated or date.min, role.text)))

    def _still_open(self, doubt: Doubt, node: Node) -> dict[str, Node]:
        """Candidates of a doubt that are still other actors, by id."""
        own = self.of_node[node]
        found: dict[str, Node] = {}
        for candidate, _ in doubt.candidates:
            other = self.of_node[candidate]
            settled = other is own or other.hidden or own.hidden
            if not settled and not self.merger.groups.opposed((node, candidate)):
                found.setdefault(other.id, candidate)
        return {} if any(self.of_node[c] is own for c, _ in doubt.candidates) else found

    # Judgements

    def _apply(self, judgement: Judgement) -> None:
        apply = {
            "merge": self._merge,
            "keep_apart": lambda judgement: None,
            "rename": self._rename,
            "hide": self._hide,
            "correct": self._correct,
        }
        apply[judgement.kind](judgement)

    def _keep_apart(self, judgement: Judgement, contest: str) -> None:
        sides = [self._local_nodes(reference, judgement) for reference in judgement.about]
        if not all(sides):
            return
        for number, nodes in enumerate(sides):
            for node in nodes:
                self.merger.groups.mark(node, contest, str(number))
        self._note(judgement, f"keeps apart {_listed(judgement.about)}")

    def _local_nodes(self, reference: str | Anchor, judgement: Judgement) -> list[Node]:
        """What an actor's id or an anchor means before anything is merged."""
        if isinstance(reference, Anchor):
            node = self._anchored(reference)
            return [node] if node else []
        known = [node for node in self.merger.groups.parent if node[1] == reference]
        if not known:
            self._unknown(reference, judgement, {node[1] for node in self.merger.groups.parent})
        return sorted(known)

    def _anchored(self, anchor: Anchor) -> Node | None:
        """The local actor whose mention the anchor quotes."""
        path = self.judgements.path
        place = locate(anchor, self.articles, path)
        if isinstance(place, Problem):
            self.problems.append(place)
            return None
        mentions = self.extractions[anchor.article_id].mentions
        actors = {
            m.actor
            for m in mentions
            if m.actor
            and m.span.overlaps(place)
            and (anchor.article_id, m.actor) not in self.refused
        }
        if len(actors) == 1:
            return anchor.article_id, str(actors.pop())
        near = min(
            (m for m in mentions if m.actor),
            key=lambda m: abs(m.span.start - place.start),
            default=None,
        )
        words = _words(self.articles[anchor.article_id], near.span) if near else ""
        message = (
            "this quote holds the names of several actors"
            if actors
            else f"this quote holds no actor's name; the nearest is {words!r}"
        )
        self.problems.append(Problem(path, anchor.line, message, anchor.exact, f"exact: {words}"))
        return None

    def _cluster(self, reference: str | Anchor, judgement: Judgement) -> _Cluster | None:
        """The actor that an id or an anchor means now."""
        if isinstance(reference, Anchor):
            node = self._anchored(reference)
            return self.of_node.get(node) if node else None
        if reference in self.clusters:
            return self.clusters[reference]
        nodes = [node for node in self.of_node if node[1] == reference]
        owners = {self.of_node[node].id for node in nodes}
        if len(owners) == 1:
            return self.clusters[owners.pop()]
        self._unknown(reference, judgement, self.clusters)
        return None

    def _unknown(self, reference: str, judgement: Judgement, known: Iterable[str]) -> None:
        near = process.extractOne(reference, sorted(known), scorer=fuzz.ratio)
        message = "no actor has this id" + (f"; the nearest is {near[0]!r}" if near else "")
        example = f"{judgement.kind}: {near[0]}" if near else ""
        self.problems.append(
            Problem(self.judgements.path, judgement.line, message, reference, example)
        )

    def _merge(self, judgement: Judgement) -> None:
        found = [self._cluster(reference, judgement) for reference in judgement.about]
        clusters = [cluster for cluster in found if cluster is not None]
        if len(clusters) < len(found):
            return
        first = clusters[0]
        for other in clusters[1:]:
            if other is first:
                continue
            first.nodes = sorted([*first.nodes, *other.nodes])
            first.registered = first.registered or other.registered
            first.why += other.why
            del self.clusters[other.id]
            self.of_node |= dict.fromkeys(other.nodes, first)
        summary = f"merges {_listed(judgement.about)}"
        first.applied.append(self._note(judgement, summary))

    def _rename(self, judgement: Judgement) -> None:
        cluster = self._cluster(judgement.about[0], judgement)
        if cluster is not None and judgement.to:
            summary = f"renames {cluster.name} to {judgement.to}"
            cluster.name = judgement.to
            cluster.applied.append(self._note(judgement, summary))

    def _hide(self, judgement: Judgement) -> None:
        about = judgement.about[0]
        if isinstance(about, Anchor):
            self._change_fact(judgement, about, "hides the statement")
        elif (cluster := self._cluster(about, judgement)) is not None:
            cluster.hidden = True
            self._note(judgement, f"hides {cluster.name}")

    def _correct(self, judgement: Judgement) -> None:
        anchor = judgement.about[0]
        if isinstance(anchor, Anchor):
            self._change_fact(judgement, anchor, f"{judgement.field} is {judgement.to}")

    def _change_fact(self, judgement: Judgement, anchor: Anchor, summary: str) -> None:
        path = self.judgements.path
        place = locate(anchor, self.articles, path)
        if isinstance(place, Problem):
            self.problems.append(place)
            return
        found, text = self.extractions[anchor.article_id], self.articles[anchor.article_id].text
        try:
            if judgement.kind == "hide":
                changed = corrections.hide(found, text, place)
            else:
                actors = self._callable(found)
                changed = corrections.correct(found, text, place, judgement, actors)
        except corrections.NoFactError as error:
            self.problems.append(Problem(path, judgement.line, str(error), anchor.exact))
            return
        self.extractions[anchor.article_id] = changed
        self._note(judgement, f"{summary}: {anchor.exact}", place)

    def _callable(self, found: Extraction) -> Mapping[str, Sequence[LocalActor]]:
        """What an actor of one article can be called: id across articles, local id, names."""
        called: dict[str, list[LocalActor]] = defaultdict(list)
        for actor in found.actors:
            cluster = self.of_node.get((found.article_id, actor.id))
            if cluster is None:
                continue  # refused: nobody
            for name in dict.fromkeys((cluster.id, cluster.name, actor.id, actor.name)):
                called[name].append(actor)
        return called

    def _note(self, judgement: Judgement, summary: str, place: Span | None = None) -> str:
        self.corrections.append(
            Correction(
                judgement.kind, judgement.line, summary, judgement.reason, judgement.decided, place
            )
        )
        reason = f": {judgement.reason}" if judgement.reason else ""
        return f"judgement on line {judgement.line} {summary}{reason}"


def _told(reasons: Sequence[str]) -> list[str]:
    """Each reason once, with how often it held; the commonest first."""
    counted = Counter(reasons)
    ordered = sorted(counted, key=lambda why: (-counted[why], why))
    told = [f"{why} ({counted[why]} times)" if counted[why] > 1 else why for why in ordered]
    more = len(told) - MOST_REASONS
    return told if more <= 0 else [*told[:MOST_REASONS], f"{more} further reasons of these kinds"]


def _listed(about: Iterable[str | Anchor]) -> str:
    return " and ".join(
        one if isinstance(one, str) else f"{one.exact!r} in {one.article_id}" for one in about
    )


def _words(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


__all__ = ["resolve"]
