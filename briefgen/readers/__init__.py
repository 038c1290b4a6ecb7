"""Files -> Articles: one reader a format, none of which lets one bad file stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from briefgen.addresses import slug
from briefgen.errors import InputError, Problem, relative
from briefgen.model import Article
from briefgen.readers import html, jsonl, markdown, metadata, text
from briefgen.readers.metadata import Body
from briefgen.readers.source import decode
from briefgen.readers.yaml_lines import Node, read_yaml

Read = Iterator[Article | Problem]

SIDECAR = ".yml"
MAX_ID = 120
UNGRADED = "F6"
"""The Admiralty grade of an article that states none: it cannot be judged."""


def _read_markdown(path: Path, root: Path) -> Read:
    shown = relative(path, root)
    content = decode(path, root)
    front_matter, start = markdown.split(content, shown)
    node = read_yaml(front_matter, shown, first_line=2)
    problems = metadata.check(node, shown)
    body = markdown.body(content, shown, start)
    if problems or node is None:
        yield from problems
    elif not body.text:
        yield Problem(shown, None, "has no text below its front matter", "", "the article's text")
    else:
        yield metadata.article(node, shown, body, _id(path))


def _with_sidecar(read_body: Callable[[str, str], Body]) -> Callable[[Path, Path], Read]:
    """A reader for a format that keeps its metadata in a .yml file of the same name."""

    def read(path: Path, root: Path) -> Read:
        shown, sidecar = relative(path, root), path.with_suffix(SIDECAR)
        content = decode(path, root)
        if not sidecar.is_file() or not _leads_inside(sidecar, path.parent.resolve()):
            example = f"{sidecar.name} with a line `{metadata.EXAMPLE}`"
            yield Problem(shown, None, "is an article without sidecar", "", example)
            return
        node = read_yaml(decode(sidecar, root), relative(sidecar, root))
        problems = metadata.check(node, relative(sidecar, root))
        body = read_body(content, shown)
        if problems or node is None:
            yield from problems
        elif not body.text:
            yield Problem(shown, None, "holds no article text", "", "<p>The article's text.</p>")
        else:
            yield metadata.article(node, relative(sidecar, root), body, _id(path))

    return read


# How each kind of file is read. Raises InputError for what concerns the file as a whole.
READERS: dict[str, Callable[[Path, Path], Read]] = {
    ".md": _read_markdown,
    ".txt": _with_sidecar(text.body),
    ".html": _with_sidecar(html.body),
    ".jsonl": jsonl.read_lines,
}
HAS_SIDECAR = (".txt", ".html")


def read_file(path: Path, root: Path) -> Read:
    """Each article in a file, or what is wrong with it; never raises."""
    shown = relative(path, root)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        yield Problem(shown, None, "is no file that articles are read from", "", known)
        return
    try:
        yield from reader(path, root)
    except InputError as error:
        yield error.problem
    except Exception as error:  # a library may raise anything over a hostile file
        told = f"cannot be read: {type(error).__name__}: {error}"
        yield Problem(shown, None, f"{told}; this is a fault of briefgen, please report it")


def read_metadata(article: Article, root: Path) -> Node | None:
    """An article's metadata as they stand in their file, with lines; None where they have none.

    The file is that of an article already read, so that nothing can be wrong with it but its being
    gone since.
    """
    path = root / article.metadata_path
    try:
        content = decode(path, root)
        if path.suffix.lower() == SIDECAR:
            return read_yaml(content, article.metadata_path)
        if path.suffix.lower() == ".md":
            front_matter, _ = markdown.split(content, article.metadata_path)
            return read_yaml(front_matter, article.metadata_path, first_line=2)
    except InputError:
        pass
    return None


def states(article: Article, root: Path, key: str) -> bool:
    """Whether an article's metadata set the key themselves."""
    node = read_metadata(article, root)
    return node is not None and key in node.plain()


def read_folder(folder: Path, root: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article below a folder by id, and every problem in file order."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for found in _read_files(folder, root):
        if isinstance(found, Article):
            found = _unusable_id(found, articles, root) or found
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles[found.id] = found
    return tuple(articles[key] for key in sorted(articles)), tuple(problems)


def _read_files(folder: Path, root: Path) -> Read:
    files, problems = _files(folder, root)
    yield from problems
    with_sidecar = {path.with_suffix("") for path in files if path.suffix.lower() in HAS_SIDECAR}
    for path in files:
        if path.suffix.lower() != SIDECAR:
            yield from read_file(path, root)
        elif path.with_suffix("") not in with_sidecar:
            example = f"{path.stem}.txt or {path.stem}.html beside it"
            yield Problem(relative(path, root), None, "is a sidecar without article", "", example)


def _files(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """Files below a folder by path, without hidden ones and links that lead out of it."""
    files: list[Path] = []
    problems: list[Problem] = []
    inside = folder.resolve()
    for directory, folders, names in os.walk(folder):
        here = Path(directory)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in [*folders, *names]:
            path = here / name
            if path.is_symlink() and (name in folders or not _leads_inside(path, inside)):
                example = "a copy of the file in its place"
                problems.append(
                    Problem(
                        _unresolved(path, root), None, "is a link that is not followed", "", example
                    )
                )
            elif name not in folders and not name.startswith("."):
                files.append(path)
    order = {path: path.relative_to(folder).as_posix() for path in files}
    return sorted(files, key=order.__getitem__), sorted(problems)


def _leads_inside(path: Path, inside: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(inside)
    except (OSError, RuntimeError):
        return False


def _unresolved(path: Path, root: Path) -> str:
    """The link's own path; `relative` would show where it leads."""
    return f"{relative(path.parent, root)}/{path.name}"


def taken_id(article: Article, other: Article, root: Path) -> Problem:
    """What is told about an article whose id another one has."""
    message = f"the id is taken by {other.path}"
    line = key_line(root / article.metadata_path, "id")
    example = f"id: {article.id[: MAX_ID - 2]}-2"
    return Problem(article.metadata_path, line, message, article.id, example)


def key_line(path: Path, key: str) -> int | None:
    """The line of a file's metadata that sets the key; None where none does."""
    lines = path.read_text(encoding="utf-8-sig").splitlines() if path.is_file() else ()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), None)


def _unusable_id(article: Article, articles: dict[str, Article], root: Path) -> Problem | None:
    if article.id in articles:
        return taken_id(article, articles[article.id], root)
    if slug(article.id) != article.id or len(article.id) > MAX_ID:
        return Problem(
            article.path,
            None,
            "this id fits no address",
            article.id[:80],
            slug(article.id)[:MAX_ID],
        )
    return None


def _id(path: Path) -> str:
    return slug(path.stem)[:MAX_ID].strip("-")
