"""Markdown with front matter: the metadata's YAML, and the body as plain prose.

Marks go, words stay: a link becomes its words, a heading its text, a soft line break a space. No
pattern looks further than a fixed number of characters, so no text makes it slow.
"""

from __future__ import annotations

import html
import re

from briefgen.errors import InputError, Problem
from briefgen.readers.metadata import EXAMPLE, Body
from briefgen.readers.source import Traced, traced

FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)

# Characters that are no marks are moved to a private plane, out of the way, and back at the end.
MOVE = {code: code + 0xF0000 for code in range(33, 127)}
BACK = {moved: code for code, moved in MOVE.items()}
MOVED = re.compile(f"[{chr(min(BACK))}-{chr(max(BACK))}]+")
LITERAL = (
    re.compile(r"(?<!`)(?P<ticks>`{1,2})(?!`)(?P<words>[^`\n]{1,500})(?P=ticks)(?!`)"),
    re.compile(r"<(?P<words>https?://[^\s<>]{1,2000})>"),
    re.compile(r"\\(?P<words>[!-/:-@\[-`{-~])"),
)
HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)

# Lines without words: rules and underlines of headings, fences, table rulers, link definitions.
NO_WORDS = re.compile(
    r"^[ \t>]*+(?:([-*_=])(?:[ \t]*+\1)*|(?:`{3,}|~{3,})[^`\n]*"
    r"|\|?(?:[ \t]*+:?-++:?[ \t]*+\|)+[-: \t]*|\[[^\]\n^]{1,200}\]:[ \t]*+\S.*)[ \t]*$",
    re.MULTILINE,
)
# Line ends that stand: after a heading or a table's row, after two spaces or a backslash.
STANDING = "\0"
ROW_END = re.compile(r"^[ \t>]*+(?:#{1,6}[ \t]|\|).*(?P<end>\n)", re.MULTILINE)
HARD_END = re.compile(r"(?:(?<![ \t])[ \t]{2,}|\\)(?P<end>\n)")
QUOTED = re.compile(r"^[ \t]*+(?:>[ \t]?)+", re.MULTILINE)
ITEM = r"[ \t]*+(?:[-*+]|\d{1,2}[.)])[ \t]++"
SOFT_END = re.compile(rf"(?<=[^\s\0])[ \t]*+\n(?!{ITEM})[ \t]*+(?=[^\s#|])")
STANDING_END = re.compile(STANDING)
BLOCK_MARK = re.compile(rf"^(?:{ITEM})*+(?:[ \t]*+#{{1,6}}[ \t]++)?", re.MULTILINE)
CLOSING_MARK = re.compile(r"(?<![ \t])[ \t]++(?:#{1,6}|\{[#.][^}\n]{0,200}\})[ \t]*$", re.MULTILINE)
TABLE_ROW = re.compile(r"^[ \t]*+\|.*", re.MULTILINE)

TARGET = (
    r"(?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:[ \t][^()\n]{0,500})?\)|\[[^\]\n]{0,200}\])"
)
# Inline marks with the group of words that stays, in the order in which they are taken off.
INLINE: tuple[tuple[re.Pattern[str], str | None], ...] = tuple(
    (re.compile(pattern), "words" if "<words>" in pattern else None)
    for pattern in (
        rf"!\[[^\[\]]{{0,500}}\]{TARGET}",
        r"\[\^[^\]\s]{1,100}\]:?",
        rf"\[(?P<words>[^\[\]]{{1,1000}})\]{TARGET}",
        r"</?[A-Za-z][^<>]{0,2000}>",
        r"\*\*\*(?=[^\s*])(?P<words>[^*]{1,2000})(?<=\S)\*\*\*",
        r"(?<!\*)\*(?=[^\s*])(?P<words>[^*]{1,2000})(?<=\S)\*(?!\*)",
        r"\*\*(?=[^\s*])(?P<words>[^*]{1,2000})(?<=\S)\*\*",
        r"(?<!\w)(?P<mark>_{1,3})(?=[^\s_])(?P<words>[^_]{1,2000})(?<=\S)(?P=mark)(?!\w)",
        r"~~(?=[^\s~])(?P<words>[^~]{1,2000})(?<=\S)~~",
    )
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LOOSE_SPACE = re.compile(r"(?<![ \t])[ \t]++$|^[ \t]++|(?<=\n\n)\n+", re.MULTILINE)


def split(content: str, path: str) -> tuple[str, int]:
    """The front matter's YAML and the offset at which the body begins. Raises InputError."""
    match = FRONT_MATTER.match(content)
    if match is None:
        first = content.strip().splitlines()[0][:80]
        example = f"three lines at the top: `---`, `{EXAMPLE}`, `---`"
        message = "has no front matter"
        if first.rstrip() == "---":
            message = "has no line `---` at the end of its front matter"
        raise InputError(Problem(path, 1, message, first, example))
    return match.group(1), match.end()


def body(content: str, path: str, start: int = 0) -> Body:
    """The prose of a Markdown text from offset `start` on."""
    prose = traced(content, start).keep(HIDDEN)
    for pattern in LITERAL:
        prose = prose.keep(pattern, "words", lambda words: words.translate(MOVE))
    prose = _inline(_blocks(prose)).sub(ENTITY, lambda match: html.unescape(match.group()))
    prose = prose.keep(MOVED, 0, lambda words: words.translate(BACK))
    prose = prose.cleaned().keep(LOOSE_SPACE).stripped()
    return Body(prose.text, path, prose.source_map())


def _blocks(prose: Traced) -> Traced:
    """Without the marks of headings, quotes, lists, tables and line breaks."""
    prose = prose.keep(NO_WORDS)
    prose = prose.keep(ROW_END, 0, lambda words: words.replace("\n", STANDING))
    prose = prose.keep(HARD_END, "end", lambda words: STANDING)
    prose = prose.keep(QUOTED).sub(SOFT_END, lambda match: " ")
    prose = prose.keep(STANDING_END, 0, lambda words: "\n")
    prose = prose.keep(BLOCK_MARK).keep(CLOSING_MARK)
    return prose.keep(TABLE_ROW, 0, lambda words: words.replace("|", " "))


def _inline(prose: Traced) -> Traced:
    """Without the marks of links, emphasis and HTML."""
    for pattern, group in INLINE:
        prose = prose.keep(pattern, group)
    return prose
