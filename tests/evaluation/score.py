"""Scores an extraction against the hand annotation.

Matching rules, one to one in text order:

- names: strict = same span and kind, overlap = any overlap and same kind, where the kinds are
  person, organisation (ORG, NORP), place (GPE, LOC, FAC) and thing (PRODUCT, EVENT, LAW);
  grouping = B-cubed F1 over annotated names that have an actor, nationality adjectives left out
- timexes: relaxed = overlap, strict = same span, value = overlap and equal TIMEX3 value
- quantities: overlap and equal value; with unit: units that share their last word
- quotations: direct and mixed together, contents that share half of their letters; indirect alike;
  speakers, among matched: speakers that share a word
- statements: found = some predicate overlaps the annotated one; the annotation names the important
  ones only, so there is no precision. Among found: F1 of event codes (no code is no error of
  precision), and the share of right actors, recipients (words shared) and modalities
- countries: micro F1 of ISO codes
- five W: token F1 of the first answer with the nearest annotated one
- key facts: F1 of sentences; bottom line: its first sentence is one of the annotated ones

Nothing inside the annotated headline, dateline and byline counts, nor anything marked optional.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from briefgen.model import Extraction, Span

from .gold import LAYOUT, Ends, Gold, overlap

KINDS = {"PERSON": "person", "ORG": "organisation", "NORP": "organisation"}
KINDS |= dict.fromkeys(("GPE", "LOC", "FAC"), "place")
KINDS |= dict.fromkeys(("PRODUCT", "EVENT", "LAW"), "thing")
EMPTY_WORDS = {
    *("the", "a", "an", "of", "at", "in", "for", "and", "to", "s"),
    *("said", "its", "his", "their", "one", "two", "least", "more", "than"),
}
SAME_CONTENT = 0.5
WS = ("who", "what", "when", "where", "why", "how")
METRICS = (
    "layout, F1",
    *(f"names, {measure}" for measure in ("strict", "overlap", "grouping")),
    *(f"times, {measure}" for measure in ("relaxed", "strict", "value")),
    *(f"figures, {measure}" for measure in ("value", "value and unit")),
    *(f"quotes, {measure}" for measure in ("direct and mixed", "indirect", "speaker")),
    *(f"statements, {slot}" for slot in ("found", "event", "actor", "recipient", "modality")),
    "countries, F1",
    *(f"five W, {w}" for w in WS),
    "key facts, F1",
    "bottom line, right",
)


class Score:
    """Counts of one metric: right and all found, right and all annotated."""

    def __init__(self) -> None:
        self.right: float = 0
        self.found = 0
        self.right_gold: float = 0
        self.gold = 0
        self.wrong: list[str] = []
        self.missed: list[str] = []

    def add(self, ok: float, label: str = "") -> None:
        """One annotated thing, which is right to the degree `ok`; the metric is a share."""
        self.right_gold += ok
        self.gold += 1
        if ok < SAME_CONTENT:
            self.missed.append(label)

    @property
    def percent(self) -> float:
        """F1, or the share of right ones where nothing but annotated things was counted."""
        recall = self.right_gold / self.gold if self.gold else 0.0
        if not self.found:
            return 100 * recall
        precision = self.right / self.found
        both = precision + recall
        return 200 * precision * recall / both if both else 0.0


Scores = dict[str, Score]


def score_all(pairs: Iterable[tuple[Extraction, Gold]]) -> dict[str, Score]:
    """Every metric over all articles."""
    scores = {metric: Score() for metric in METRICS}
    for found, gold in pairs:
        for layer in (layout, names, grouping, timexes, quantities, quotations, statements):
            layer(found, gold, scores)
        summary(found, gold, scores)
    return scores


def paired(
    score: Score,
    found: list[Any],
    gold: list[Any],
    same: Callable[[Any, Any], bool],
    show: Callable[[Any], str] = str,
) -> list[tuple[Any, Any]]:
    """One-to-one pairs of things that are the same; counts them into the score."""
    left = list(found)
    pairs = []
    for g in gold:
        match = next((f for f in left if same(f, g)), None)
        if match is None:
            score.missed.append(show(g))
        else:
            left.remove(match)
            pairs.append((match, g))
    score.wrong += [show(f) for f in left]
    score.right += len(pairs)
    score.found += len(found)
    score.right_gold += len(pairs)
    score.gold += len(gold)
    return pairs


def ends(span: Span) -> Ends:
    """The offsets of a model span."""
    return (span.start, span.end)


def prose(items: Iterable[Any], gold: Gold, layer: str) -> list[Any]:
    """Rows (span, ...) outside of headline, dateline, byline and optional things."""
    parts = [*gold.layout.values()]
    spans = {row[0] for row in getattr(gold, layer)}
    optional = gold.optional.get(layer, [])
    return [
        item
        for item in items
        if not any(overlap(item[0], part) for part in parts)
        and (
            any(overlap(item[0], span) for span in spans)
            or not any(overlap(item[0], part) for part in optional)
        )
    ]


def shower(text: str) -> Callable[[Any], str]:
    """Shows a row by the words of its span and the rest."""
    return lambda row: f"{text[row[0][0] : row[0][1]]!r} {row[1:]}"


def layout(found: Extraction, gold: Gold, scores: Scores) -> None:
    parts = [
        (part, ends(span)) for part in LAYOUT if (span := getattr(found.layout, part)) is not None
    ]
    paired(scores["layout, F1"], parts, list(gold.layout.items()), lambda f, g: f == g)


def names(found: Extraction, gold: Gold, scores: Scores) -> None:
    named = [(ends(m.span), KINDS[m.label]) for m in found.mentions if m.label in KINDS]
    rows = prose(named, gold, "mentions")
    expected = [(span, KINDS[label]) for span, label, _ in gold.mentions]
    show = shower(gold.text)
    paired(scores["names, strict"], rows, expected, lambda f, g: f == g, show)
    same = lambda f, g: f[1] == g[1] and overlap(f[0], g[0])  # noqa: E731
    paired(scores["names, overlap"], rows, expected, same, show)


def grouping(found: Extraction, gold: Gold, scores: Scores) -> None:
    score = scores["names, grouping"]
    named = [(s, actor) for s, label, actor in gold.mentions if actor and label != "NORP"]
    groups: list[Any] = []
    for number, (span, _) in enumerate(named):
        here = [m for m in found.mentions if m.label in KINDS and overlap(ends(m.span), span)]
        groups.append(next((m.actor for m in here if m.actor), number))
    both = Counter(zip(groups, (actor for _, actor in named), strict=True))
    system, annotated = Counter(groups), Counter(actor for _, actor in named)
    for group, (span, actor) in zip(groups, named, strict=True):
        score.right += both[group, actor] / system[group]
        share = both[group, actor] / annotated[actor]
        score.add(share, f"{gold.text[span[0] : span[1]]!r} of {actor} in {group}")
    score.found += len(named)


def timexes(found: Extraction, gold: Gold, scores: Scores) -> None:
    rows = prose(((ends(t.span), t.type, t.value) for t in found.timexes), gold, "timexes")
    show = shower(gold.text)
    pairs = paired(
        scores["times, relaxed"], rows, gold.timexes, lambda f, g: overlap(f[0], g[0]), show
    )
    paired(scores["times, strict"], rows, gold.timexes, lambda f, g: f[0] == g[0], show)
    unscored = [f for f, g in pairs if g[2] is None]
    paired(
        scores["times, value"],
        [row for row in rows if row not in unscored],
        [row for row in gold.timexes if row[2] is not None],
        lambda f, g: overlap(f[0], g[0]) and f[2] == g[2],
        show,
    )


def quantities(found: Extraction, gold: Gold, scores: Scores) -> None:
    times = [span for span, *_ in gold.timexes]
    figures = {span for span, *_ in gold.quantities}
    rows = [
        row
        for row in prose(
            ((ends(q.span), q.value, q.unit) for q in found.quantities), gold, "quantities"
        )
        if any(overlap(row[0], span) for span in figures)
        or not any(overlap(row[0], span) for span in times)
    ]
    show = shower(gold.text)

    def value(f: Any, g: Any) -> bool:
        return overlap(f[0], g[0]) and numbers(f[1]) == numbers(g[1])

    def unit(f: Any, g: Any) -> bool:
        return value(f, g) and (g[2] is None or last_word(f[2]) == last_word(g[2]))

    paired(scores["figures, value"], rows, gold.quantities, value, show)
    paired(scores["figures, value and unit"], rows, gold.quantities, unit, show)


def numbers(value: Any) -> tuple[float, ...]:
    """A value or a pair of values as floats."""
    if value is None:
        return ()
    return tuple(float(v) for v in value) if isinstance(value, tuple | list) else (float(value),)


def last_word(unit: str | None) -> str:
    """The word that names a unit: "dollar" of "US dollar"; "container" of "container per day"."""
    words = (unit or "").lower().split(" per ")[0].split()
    return words[-1] if words else ""


def quotations(found: Extraction, gold: Gold, scores: Scores) -> None:
    def row(kind: str, speaker: str | None, spans: list[Ends]) -> Any:
        covered = (i for s, e in spans for i in range(s, e) if gold.text[i].isalnum())
        words = " / ".join(gold.text[s:e] for s, e in spans)
        return kind, speaker, frozenset(covered), words

    def same(f: Any, g: Any) -> bool:
        return len(f[2] & g[2]) >= SAME_CONTENT * len(f[2] | g[2])

    system = [
        row(
            q.kind,
            gold.text[q.speaker.start : q.speaker.end] if q.speaker else None,
            [ends(span) for span in q.content],
        )
        for q in found.quotations
    ]
    annotated = [row(kind, speaker, spans) for kind, speaker, spans in gold.quotations]
    optional = {i for span in gold.optional.get("quotations", []) for i in range(*span)}
    system = [q for q in system if any(same(q, g) for g in annotated) or not q[2] & optional]
    pairs = []
    for name, indirect in (("quotes, direct and mixed", False), ("quotes, indirect", True)):
        pairs += paired(
            scores[name],
            [q for q in system if (q[0] == "indirect") is indirect],
            [q for q in annotated if (q[0] == "indirect") is indirect],
            same,
            lambda q: f"{q[1]}: {q[3]}",
        )
    for f, g in pairs:
        scores["quotes, speaker"].add(same_words(f[1], g[1]), f"{f[1]} is {g[1]}")


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two phrases share a word that carries meaning."""
    return bool(words(one) & words(other))


def words(phrase: str | None) -> set[str]:
    """The words of a phrase that carry meaning."""
    return set(re.findall(r"\w+", (phrase or "").lower())) - EMPTY_WORDS


def statements(found: Extraction, gold: Gold, scores: Scores) -> None:
    def text(span: Span | None) -> str | None:
        return gold.text[span.start : span.end] if span else None

    for predicate, (event, actor, recipient, modality) in gold.statements:
        verb = gold.text[slice(*predicate)]
        here = [s for s in found.statements if overlap(ends(s.predicate), predicate)]
        scores["statements, found"].add(bool(here), verb)
        if not here:
            continue
        one = here[0]
        if event is not None:
            coded = [one.event] if one.event else []
            show = f"{verb!r}: {{}}".format
            paired(scores["statements, event"], coded, [event], lambda f, g: f == g, show)
        for name, expected, ok in (
            ("actor", actor, same_words(text(one.actor), actor)),
            ("recipient", recipient, same_words(text(one.recipient), recipient)),
            ("modality", modality, one.modality == modality),
        ):
            got = getattr(one, name)
            shown = text(got) if isinstance(got, Span) else got
            if expected is not None:
                scores[f"statements, {name}"].add(ok, f"{verb!r}: {expected}, not {shown}")


def summary(found: Extraction, gold: Gold, scores: Scores) -> None:
    codes = sorted(gold.countries)
    paired(scores["countries, F1"], list(found.countries), codes, lambda f, g: f == g)
    for w in WS:
        if w in gold.five_w:
            answers = getattr(found.five_w, w)[:1]
            first = " ".join(gold.text[a.start : a.end] for a in answers)
            best = max(token_f1(first, answer) for answer in gold.five_w[w])
            scores[f"five W, {w}"].add(best, f"{first!r} is {gold.five_w[w]}")
    facts = [ends(fact.evidence[0]) for fact in found.key_facts]
    show = lambda span: gold.text[slice(*span)]  # noqa: E731
    paired(scores["key facts, F1"], facts, gold.key_facts, overlap, show)
    lines = [ends(span) for span in found.bottom_line[:1]]
    ok = any(overlap(line, span) for line in lines for span in gold.bottom_line)
    scores["bottom line, right"].add(ok, " ".join(show(line) for line in lines))


def token_f1(one: str, other: str) -> float:
    """F1 of the words that two answers have in common, articles left out."""
    a, b = (
        Counter(re.findall(r"\w+", re.sub(r"\b(?:the|an?)\b", "", x.lower()))) for x in (one, other)
    )
    common = (a & b).total()
    return 2 * common / (a.total() + b.total()) if common else 0.0
