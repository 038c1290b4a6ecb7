"""What a user is told: each problem names file, line, offending text and a correct example."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with the user's input; reading goes on without it."""

    path: str
    """The file, relative to the site's root where possible."""
    line: int | None
    """1-based line in that file, None where the problem is the whole file."""
    message: str
    """What is wrong, in one sentence without a full stop."""
    text: str = ""
    """The offending text, as it stands in the file."""
    example: str = ""
    """What a correct one looks like."""

    def __str__(self) -> str:
        """One line, ready for the user."""
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        found = f" (found: {self.text!r})" if self.text else ""
        fix = f"; correct example: {self.example}" if self.example else ""
        return f"{where}: {self.message}{found}{fix}"


class BriefgenError(Exception):
    """The work cannot go on; its text is ready for the user."""


class ConfigError(BriefgenError):
    """An option is unknown or has a value that cannot be used."""


class InputError(BriefgenError):
    """A file or folder that was asked for cannot be read at all."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem beside its text."""
        super().__init__(str(problem))
        self.problem = problem


def relative(path: Path, root: Path | None) -> str:
    """The path as messages show it: from the root where it lies below, with forward slashes."""
    if root is not None:
        try:
            return path.resolve().relative_to(root.resolve()).as_posix()
        except ValueError:
            pass
    return path.as_posix()
