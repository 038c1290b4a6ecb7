"""What a rule has to say, and where."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.errors import Problem


@dataclass(frozen=True, slots=True, order=True)
class Advice:
    """One thing that a standard of analysis would have otherwise."""

    problem: Problem
    """Where it is, what it is, and what would be right."""
    rule: str
    """Name of the rule."""
    standard: str
    """Where the rule comes from."""
    counts: bool = True
    """Whether a strict check fails on it."""

    def __str__(self) -> str:
        """One line, ready for the user."""
        return f"advice: {self.problem} [{self.rule}: {self.standard}]"
