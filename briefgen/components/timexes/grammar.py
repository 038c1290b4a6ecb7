"""Turns the patterns of `rules.py` into expressions over the characters of `words.py`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from briefgen.components.timexes.rules import Rule, all_rules
from briefgen.components.timexes.words import Alphabet

NAME = re.compile(r"(\w+):(?=[\w('\[])")
WORD = re.compile(r"'((?:[^'\\]|\\.)+)'|(?<![?<\w])(\w[\w]*)(?![\w>])")


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, ready to run."""

    rules: tuple[tuple[Rule, re.Pattern[str]], ...]
    """Each with its expression over characters."""
    alphabet: Alphabet
    """Which characters stand for which words."""


@functools.cache
def grammar() -> Grammar:
    """The compiled rules, in the order of their table."""
    rules = all_rules()
    words = [word for rule in rules for word in literals(rule.pattern)]
    alphabet = Alphabet(frozenset(words))
    return Grammar(tuple((r, compiled(r.pattern, alphabet)) for r in rules), alphabet)


def literals(pattern: str) -> list[str]:
    """The words and marks that a pattern names."""
    found = []
    for match in WORD.finditer(NAME.sub("", pattern)):
        word = match[1].replace("\\", "") if match[1] else match[2]
        if not word.isupper():
            found.append(word)
    return found


def compiled(pattern: str, alphabet: Alphabet) -> re.Pattern[str]:
    """A pattern over words as an expression over their characters."""

    def character(match: re.Match[str]) -> str:
        return alphabet.members((match[1] or match[2]).replace("\\", ""))

    parts: list[str] = []
    position = 0
    for name in NAME.finditer(pattern):
        parts.append(WORD.sub(character, pattern[position : name.start()]))
        parts.append(f"(?P<{name[1]}_{len(parts)}>")  # a name may stand in several branches
        position = name.end()
        end = operand_end(pattern, position)
        parts.append(WORD.sub(character, pattern[position:end]) + ")")
        position = end
    parts.append(WORD.sub(character, pattern[position:]))
    return re.compile(re.sub(r"\s+", "", "".join(parts)))


def operand_end(pattern: str, start: int) -> int:
    """Where the word, mark or bracket that a name stands before ends."""
    if pattern[start] != "(":
        word = WORD.match(pattern, start)
        return word.end() if word else start
    depth = 0
    for position in range(start, len(pattern)):
        depth += {"(": 1, ")": -1}.get(pattern[position], 0)
        if depth == 0:
            return position + 1
    return len(pattern)
