"""From a file's bytes to text that is safe to count offsets in, and back to its place there."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from briefgen.errors import InputError, Problem, relative

MAX_BYTES = 2_000_000

# Control characters, direction overrides, private characters, and what has no width: all of it
# can hide words or make text read other than it is.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\U000f0000-\U0010ffff]+"
)
NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Traced:
    """Some text of which each character knows its offset in the decoded file."""

    text: str
    """The characters."""
    origins: Sequence[int]
    """As many offsets, ascending."""

    def sub(self, pattern: re.Pattern[str], words: Callable[[re.Match[str]], str]) -> Traced:
        """Each match replaced by new characters, which all come from where the match begins."""
        texts: list[str] = []
        origins: list[int] = []
        position = 0
        for match in pattern.finditer(self.text):
            new = words(match)
            texts += [self.text[position : match.start()], new]
            origins += self.origins[position : match.start()]
            origins += [self.origins[match.start()]] * len(new) if new else []
            position = match.end()
        if not position:
            return self
        origins += self.origins[position:]
        return Traced("".join(texts) + self.text[position:], origins)

    def keep(
        self,
        pattern: re.Pattern[str],
        group: int | str | None = None,
        change: Callable[[str], str] = str,
    ) -> Traced:
        """Each match replaced by one of its groups, or by nothing; `change` keeps the length."""
        texts: list[str] = []
        origins: list[int] = []
        position = 0
        for match in pattern.finditer(self.text):
            start, end = match.span(group) if group is not None else (match.end(), match.end())
            texts += [self.text[position : match.start()], change(self.text[start:end])]
            origins += [*self.origins[position : match.start()], *self.origins[start:end]]
            position = match.end()
        if not position:
            return self
        origins += self.origins[position:]
        return Traced("".join(texts) + self.text[position:], origins)

    def cleaned(self) -> Traced:
        """With plain newlines and nothing unseen."""
        return self.sub(NEWLINE, lambda match: "\n").keep(UNSEEN)

    def stripped(self) -> Traced:
        """Without the white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        return Traced(self.text[start:end], self.origins[start:end])

    def source_map(self) -> tuple[tuple[int, int], ...]:
        """The (offset in text, offset in file) pairs at which the two begin to run alike."""
        pairs: list[tuple[int, int]] = []
        shift: int | None = None
        for offset, origin in enumerate(self.origins):
            if origin - offset != shift:
                shift = origin - offset
                pairs.append((offset, origin))
        return tuple(pairs)


def traced(content: str, start: int = 0) -> Traced:
    """The decoded file from `start` on, with plain newlines and nothing unseen."""
    return Traced(content[start:], range(start, len(content))).cleaned()


def decode(path: Path, root: Path, empty: bool = False) -> str:
    """The file's text. Raises InputError where it is too big, unreadable, no UTF-8 or empty."""
    shown = relative(path, root)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError(Problem(shown, None, "is no regular file"))
        if status.st_size > MAX_BYTES:
            limit = f"a file of at most {MAX_BYTES:,} bytes"
            raise InputError(
                Problem(shown, None, f"is too big: {status.st_size:,} bytes", "", limit)
            )
        content = path.read_bytes()
    except OSError as error:
        raise InputError(Problem(shown, None, f"cannot be read: {error.strerror}")) from None
    return decode_bytes(content, shown, empty)


def decode_bytes(content: bytes, shown: str, empty: bool = False) -> str:
    """UTF-8 text without its byte order mark. Raises InputError with the line of the bad byte."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        bad = " ".join(f"{byte:02X}" for byte in content[error.start : error.start + 4])
        message = "is not encoded in UTF-8"
        example = "save it as UTF-8, such as with: iconv -f windows-1252 -t utf-8"
        raise InputError(Problem(shown, line, message, bad, example)) from None
    if not text.strip() and not empty:
        example = "a file that holds the article's text"
        raise InputError(Problem(shown, None, "is empty", "", example))
    return text


def clean(text: str) -> str:
    """A short text, such as a title, on one line and without characters that are not seen."""
    return " ".join(UNSEEN.sub("", NEWLINE.sub(" ", text)).split())


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()
