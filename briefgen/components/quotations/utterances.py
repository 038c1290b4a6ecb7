"""Passages that are utterances of their own: which reporting word each belongs to."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefgen.components.quotations import sentence
from briefgen.components.quotations.bounds import DASHES, FINITE, SUBJECTS
from briefgen.components.quotations.marked import ENDS_SENTENCE, Marked
from briefgen.components.quotations.reports import Report
from briefgen.components.quotations.sentence import child, governor
from briefgen.components.quotations.words import utters, verbs

# As far as a reporting verb may stand from the quotation mark, in tokens.
REACH = 40
LONGEST_NAME = 5
# How many tokens a sentence may go on behind its verb that says nothing of what was said.
SHORT = 3
SAID = frozenset({"ccomp", "xcomp", "parataxis", "neg"})
# What may join the rest of an interrupted quotation to it.
JOINS = frozenset({"and", "but"})


def utterances(marked: Marked) -> dict[int, list[int]]:
    """Token of the cue -> numbers of the passages it introduces or follows."""
    cue_of: dict[int, int] = {}
    for number in range(len(marked.passages)):
        cue = _cue(marked, number)
        if cue is None:
            cue = _cue_continued(marked, number, cue_of)
        if cue is not None:
            cue_of[number] = cue
    grouped: dict[int, list[int]] = {}
    for number, cue in cue_of.items():
        grouped.setdefault(cue, []).append(number)
    return grouped


def _cue(marked: Marked, number: int) -> int | None:
    """The reporting word on either side; a comma at the end points behind the passage."""
    before, after = _cue_before(marked, number), _cue_after(marked, number)
    if before is None or after is None:
        cue = after if before is None else before
        return cue if cue is not None else _signature(marked, number)
    adjacent = marked.first[number] - before <= 2 and marked.doc[before + 1].text != ":"
    # `Lee said: "...," adding that`: the participle has what comes behind it.
    goes_on = marked.doc[after].tag_ == "VBG"
    return after if marked.words(number).endswith(",") and not (adjacent or goes_on) else before


def _signature(marked: Marked, number: int) -> int | None:
    """The mark that stands for a reporting verb: `"..." - Ann Lee` and `Ann Lee: "..."`."""
    doc = marked.doc
    colon = marked.previous(number)
    if colon > 0 and doc[colon].text == ":" and doc[colon - 1].pos_ == "PROPN":
        return colon
    dash = marked.last[number]
    # The tokenizer may leave the dash in one token with the closing mark.
    if doc[dash].text[-1:] not in DASHES:
        dash = _past_blanks(doc, dash + 1)
    name = _past_blanks(doc, dash + 1)
    if name >= len(doc) or doc[dash].text[-1:] not in DASHES or "\n" in doc[name - 1].text:
        return None
    whole = marked.starts_anew(number) or (marked.begins_upper(number) and marked.is_closed(number))
    return dash if whole and _is_name(doc[name]) else None


def _past_blanks(doc: Doc, i: int) -> int:
    """The first token from here on that is no blank."""
    while i < len(doc) and doc[i].is_space:
        i += 1
    return i


def _is_name(token: Token) -> bool:
    """Whether a name of somebody who can speak begins here."""
    if token.pos_ != "PROPN":
        return False
    full = token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN"
    return full or token.ent_type_ in ("PERSON", "ORG")


def _cue_before(marked: Marked, number: int) -> int | None:
    """`He said: "..."`, `He said, "..."`, `He said "We ..."`."""
    doc = marked.doc
    previous = marked.previous(number)
    if previous < 0 or not marked.begins_upper(number):
        return None
    if doc[previous].is_space and previous and doc[previous - 1].text == ":":
        previous -= 1
    if doc[previous].text == "." and marked.is_closed(number):
        return _bare(marked, previous)
    if doc[previous].text == ":" and marked.is_closed(number):
        named = _wording(marked, previous)
        if named is not None:
            return named
    if doc[previous].text not in (":", ",") and not utters(doc[previous]):
        return None
    cue = None
    for i in range(previous, max(previous - REACH, -1), -1):
        if marked.breaks_off(i):
            break
        if utters(doc[i]):
            cue = i
            break
    # `said that later, "..."` and `said that, "..." in part`: a part of what is reported.
    end = previous - 1 if marked.is_closed(number) else previous
    if cue is None or any(token.lower_ == "that" for token in doc[cue + 1 : end]):
        return None
    return cue


def _bare(marked: Marked, stop: int) -> int | None:
    """`Ms Lee agreed. "..."`: the sentence before says that she speaks, and nothing of what."""
    verb = sentence.root(marked.doc[stop])
    if (
        not utters(verb)
        or verb.tag_ not in FINITE
        or stop - verb.i > SHORT
        or marked.at[verb.i] >= 0
    ):
        return None
    said = any(kid.dep_ in SAID for kid in verb.children)
    return verb.i if child(verb, SUBJECTS) is not None and not said else None


def _wording(marked: Marked, colon: int) -> int | None:
    """`He returned to his old line: "..."`: a noun of wording before the colon, with a subject."""
    noun = marked.doc[colon - 1]
    if noun.pos_ != "NOUN" or noun.lemma_ not in verbs("wordings"):
        return None
    verb = governor(noun)
    whole = verb.tag_ in FINITE and verb.pos_ == "VERB" and marked.at[verb.i] < 0
    return verb.i if whole and child(verb, {"nsubj"}) is not None else None


def _cue_after(marked: Marked, number: int) -> int | None:
    """`"...," he said` and `"...," said Ms Lee`."""
    doc = marked.doc
    after = marked.last[number] + 1
    if after >= len(doc) or not marked.starts_anew(number):
        return None
    if marked.words(number)[-1] not in ",?!—–-…" and doc[after].text != ",":
        return _cue_close(marked, number)
    for i in range(after, min(after + REACH, len(doc))):
        if marked.breaks_off(i):
            break
        if utters(doc[i]) and (doc[i].dep_ not in ("relcl", "acl") or _is_verb_of(doc[i])):
            return i
    return None


def _is_verb_of(verb: Token) -> bool:
    """`"...," Ann Lee, its head, tweeted`: the sentence has no other verb."""
    name = verb.head
    return verb.dep_ == "acl" and name.dep_ == "ROOT" and name.pos_ == "PROPN"


def _cue_close(marked: Marked, number: int) -> int | None:
    """`"..." Ms Lee said.`: a report right behind a passage without a comma, and nothing else."""
    doc = marked.doc
    after = marked.last[number] + 1
    for i in range(after, min(after + LONGEST_NAME, len(doc) - 1)):
        if utters(doc[i]) and doc[i].tag_ in FINITE:
            ends = doc[i + 1].text in (".", ",") or doc[i + 1].pos_ in ("ADP", "SCONJ")
            return i if i > after and ends else None
        if doc[i].pos_ not in ("PROPN", "PRON"):
            break
    return None


def _cue_continued(marked: Marked, number: int, cue_of: dict[int, int]) -> int | None:
    """The rest of an interrupted quotation: `"...," he said. "..."`."""
    earlier = number - 1
    while earlier >= 0 and earlier not in cue_of and number - earlier < 3:
        earlier -= 1
    if earlier not in cue_of:
        return None
    cue = cue_of[earlier]
    between = marked.doc[marked.last[earlier] + 1 : marked.first[number]]
    free = [token for token in between if marked.at[token.i] < 0 and not token.is_space]
    if all(token.lower_ in ("and", ",", "&") for token in free):
        return cue if earlier == number - 1 and "\n" not in between.text else None
    if not between.start <= cue < between.end:
        return None
    if "\n" in between.text:
        return cue if marked.is_paragraph(number) and _one_sentence(free) else None
    if not _one_sentence(free) or _has_own_report(marked, number):
        return None
    if between[-1].tag_ == "POS":
        return None  # `"...," he said on the station's "World Tonight."`
    # `"...," he said, but "..."`
    joined = between[-1].lower_ in JOINS and between[-2].text == ","
    return cue if joined or not between[-1].is_alpha else None


def _has_own_report(marked: Marked, number: int) -> bool:
    """Whether the sentence runs on behind the passage to a report: `"..." to do it, she said`."""
    doc = marked.doc
    after = marked.last[number] + 1
    if after >= len(doc) or not doc[after].is_alpha or marked.is_closed(number):
        return False
    for i in range(after, min(after + REACH, len(doc))):
        if marked.breaks_off(i):
            break
        if utters(doc[i]) and doc[i].tag_ in FINITE:
            return True
    return False


def _one_sentence(tokens: list[Token]) -> bool:
    """Whether no sentence ends among the tokens but at their end."""
    return not any(token.text in ENDS_SENTENCE for token in tokens[:-1])


def following(marked: Marked, found: list[Report], taken: set[int]) -> dict[int, list[int]]:
    """Cue -> passages that go on, as sentences of their own, with what it reports."""
    doc = marked.doc
    reporting = [report for report in found if report.content and report.speaker is not None]
    by_sentence = {sentence.start(report.cue): report.cue.i for report in reversed(reporting)}
    cue_of: dict[int, int] = {}
    goes_on: dict[int, list[int]] = {}
    for number, first in enumerate(marked.first):
        if number in taken or not marked.starts_anew(number) or not marked.is_closed(number):
            continue
        end = first - 1
        while end >= 0 and doc[end].is_space:
            end -= 1
        if end < 0 or ("\n" in doc[end + 1 : first].text and not marked.is_paragraph(number)):
            continue
        cue = by_sentence.get(sentence.start(doc[end]))
        if marked.at[end] >= 0:
            cue = cue_of.get(marked.at[end], cue)
        elif doc[end].text not in ENDS_SENTENCE:
            continue
        if cue is not None and cue < first:
            cue_of[number] = cue
            goes_on.setdefault(cue, []).append(number)
    return goes_on
