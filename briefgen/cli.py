"""The command line: thin glue around the package's verbs.

Exit status: 0 fine, 1 problems found, 2 wrong usage or a setting that cannot be used.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen import readers
from briefgen.config import Settings
from briefgen.contract import encode
from briefgen.errors import BriefgenError, ConfigError, Problem
from briefgen.fingerprint import DEFAULT_MODEL
from briefgen.model import Article, Extraction

if TYPE_CHECKING:
    from briefgen.resolve.questions import ScoredQuestion
    from briefgen.review import Reviewer

PROBLEMS_FOUND = 1
WRONG_USAGE = 2
LONG_WORK = 200
"""Articles from which on progress is reported even where nobody looks at a terminal."""


class _Cli(click.Group):
    """A group whose commands end in a message and a status, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            click.echo(f"briefgen: {error}", err=True)
            ctx.exit(WRONG_USAGE)
        except BriefgenError as error:
            click.echo(f"briefgen: {error}", err=True)
            ctx.exit(PROBLEMS_FOUND)
        except BrokenPipeError:
            # Whoever read our output has enough; nothing more may be written, not even on exit.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PROBLEMS_FOUND)
        except OSError as error:
            click.echo(f"briefgen: {error.filename or 'file'}: {error.strerror}", err=True)
            ctx.exit(WRONG_USAGE)


def _examples(text: str) -> str:
    r"""An epilogue that click does not rewrap (\b)."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in text.strip().splitlines())


_MODEL = click.option("--model", help="An installed spaCy model; the site's, or the small English.")
_JOBS = click.option(
    "--jobs", type=click.IntRange(0), help="Processes; 0 uses every processor, 1 only this one."
)
_CACHE = click.option(
    "--cache",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Keep extractions in this file.",
)
_CONFIG = click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False),
    help="The site's MkDocs configuration.",
)
_AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=lambda _context, _option, value: value and value.date(),
    help="Build as it would have stood on this day.",
)
_OUTPUT = click.option(
    "-o",
    "--output",
    default="-",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write to this file instead of standard output.",
)
_INPUT = click.Path(path_type=Path)


@click.group(
    cls=_Cli,
    epilog=_examples(
        """
briefgen check
briefgen extract content/articles -o found.jsonl
briefgen explain fumio-kishida
"""
    ),
)
@click.version_option(package_name="briefgen", message="briefgen %(version)s")
def main() -> None:
    """Turn a folder of news articles into a cited, searchable briefing site.

    The site itself is built with `mkdocs build`. Exit status: 0 fine, 1 problems found, 2 wrong
    usage.
    """


@main.command(
    short_help="Begin a site in a folder.",
    epilog=_examples(
        """
briefgen new my-briefings
cd my-briefings && mkdocs serve --livereload
"""
    ),
)
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def new(directory: Path) -> None:
    """Begin a site in DIR: configuration, an example article, a register and corrections.

    Files that stand there already are never overwritten.
    """
    from briefgen.scaffold import begin

    for name in begin(directory):
        click.echo(directory / name)


@main.command(
    short_help="Check articles, register, judgements and topics.",
    epilog=_examples(
        """
briefgen check
briefgen check --strict --config-file mkdocs.yml
briefgen check --tradecraft
"""
    ),
)
@_CONFIG
@click.option("--strict", is_flag=True, help="Also hold the judgements against the articles.")
@click.option("--tradecraft", is_flag=True, help="Also tell key facts that one origin alone tells.")
@_MODEL
@_JOBS
@_CACHE
def check(config_file: str, strict: bool, tradecraft: bool, **options: Any) -> None:
    """Check the articles, their metadata, the register, the judgements and the topics.

    Where an assessment, or a source behind it, could be better by the standards of analysis (ICD
    203 and 206), advice is given on standard error. Advice is no problem: the exit status stays 0.

    With --strict the articles are also extracted, every judgement must match one of them, and
    advice counts as a problem. With --tradecraft, key facts of one origin are told, one line an
    article; that is common and counts as nothing.
    """
    from briefgen import build
    from briefgen import tradecraft as rules
    from briefgen.inputs import read_inputs

    settings = _settings(config_file, **options)
    inputs, problems = read_inputs(settings)
    articles = inputs.versions.current
    advice = rules.advice(articles, inputs.publishers, settings.root)
    advice += rules.anchor_advice(articles, inputs.judgements)
    if strict or tradecraft:
        with _progress("Extracting") as progress:
            corpus, problems = build.gather_corpus(settings, progress)
        if tradecraft:
            alone = corpus.alone()
            advice += rules.corroboration_advice(articles, alone, settings.root)
    for one in advice:
        click.echo(str(one), err=True)
    if strict and any(one.counts for one in advice):
        _end(problems)
        sys.exit(PROBLEMS_FOUND)
    _end(problems, f"{len(articles)} articles are fine")


@main.command(
    short_help="Extract what the articles hold, as JSON Lines.",
    epilog=_examples(
        """
briefgen extract content/articles/biden-kishida-summit.md
briefgen extract content/articles -o found.jsonl
briefgen extract articles.jsonl -o found.jsonl --jobs 2 --cache .briefgen/cache.sqlite
"""
    ),
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=_INPUT)
@_OUTPUT
@_MODEL
@_JOBS
@_CACHE
def extract(
    inputs: tuple[Path, ...], output: str, model: str | None, jobs: int | None, cache: Path | None
) -> None:
    """Extract actors, dates, figures, quotations and statements, one JSON object an article.

    INPUT is an article (.md, .txt, .html), a folder of articles, or a .jsonl file with one article
    a line: {"id", "title", "published", "text"}. What cannot be read is reported on standard
    error; the rest is still extracted, and the exit status is 1.
    """
    from briefgen.engines import gather, run

    articles, problems = _read(inputs)
    model = model or DEFAULT_MODEL
    with click.open_file(output, "w", encoding="utf-8") as out, _progress("Extracting") as progress:
        if cache is not None:
            extractions, failures = gather(articles, model, jobs or 0, cache, progress)
            found: Iterable[Extraction | Problem] = (*extractions, *failures)
        else:
            found = run(articles, model, 1 if jobs is None else jobs, progress)
        for one in found:
            if isinstance(one, Problem):
                problems += (one,)
            else:
                out.write(json.dumps(encode(one), ensure_ascii=False) + "\n")
    _end(problems)


@main.command(
    short_help="Tell which articles belong to the same story.",
    epilog=_examples(
        """
briefgen stories articles.jsonl -o stories.jsonl
briefgen stories content/articles
"""
    ),
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=_INPUT)
@_OUTPUT
def stories(inputs: tuple[Path, ...], output: str) -> None:
    """Tell which articles belong to the same story: one {"id", "story", "origin"} a line.

    Copies and reprints of one text have one origin: the id of the one published first.
    """
    from briefgen.stories import cluster, find_origins, origin_ids

    articles, problems = _read(inputs)
    origin_of = origin_ids(find_origins(articles))
    story_of = cluster(articles, origin_of)
    with click.open_file(output, "w", encoding="utf-8") as out:
        for article in articles:
            own = article.id
            line = {"id": own, "story": story_of[own], "origin": origin_of[own]}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    _end(problems)


@main.command(
    short_help="Write the site's Markdown for another site builder.",
    epilog=_examples(
        """
briefgen render out
briefgen render out --strict --jobs 2
briefgen render then --as-of 2024-04-30
"""
    ),
)
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@_CONFIG
@click.option("--strict", is_flag=True, help="Write nothing where there are problems.")
@_AS_OF
@_MODEL
@_JOBS
@_CACHE
def render(directory: Path, config_file: str, strict: bool, **options: Any) -> None:
    """Write the site's Markdown below DIR, as MkDocs would get it, for another site builder."""
    from briefgen import build

    settings = _settings(config_file, **options)
    with _progress("Extracting") as progress:
        site = build.build_site(settings, progress)
    if site.problems and strict:
        _end(site.problems)
    written = build.write_site(site, directory)
    _end(site.problems, f"{written} files in {directory}")


@main.command(
    short_help="Tell what changed between two builds.",
    epilog=_examples(
        """
briefgen changes site/snapshot.json              # since that build, in the site as it is now
briefgen changes site/snapshot.json --as-of 2026-01-31
briefgen changes site/snapshot.json site/snapshot.json --format json
"""
    ),
)
@click.argument("old", type=_INPUT)
@click.argument("new", type=_INPUT, required=False)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
@_OUTPUT
@_CONFIG
@_AS_OF
@_MODEL
@_JOBS
@_CACHE
def changes(
    old: Path, new: Path | None, style: str, output: str, config_file: str, **options: Any
) -> None:
    """Tell what changed from OLD to NEW, each the snapshot.json of a build.

    Without NEW the site as it is now is compared, with the settings of its configuration.
    """
    from briefgen import build
    from briefgen.changes.compare import changes as compared
    from briefgen.changes.files import read
    from briefgen.changes.listing import as_json, as_text
    from briefgen.changes.take import snapshot

    earlier = read(old)
    if new is not None:
        later = read(new)
    else:
        settings = replace(_settings(config_file, **options), changes_since=0, previous="")
        with _progress("Extracting") as progress:
            later = snapshot(build.gather_corpus(settings, progress)[0])
    found = compared(earlier, later)
    with click.open_file(output, "w", encoding="utf-8") as out:
        out.write(as_json(found) if style == "json" else as_text(found))


@main.command(
    short_help="Tell why something is as it is.",
    epilog=_examples(
        """
briefgen explain fumio-kishida               # an actor: every merge and its reason
briefgen explain biden-kishida-summit        # an article: origin, story, key facts, actors
briefgen explain biden-kishida-summit#s3     # a sentence: dates, figures, quotes, names
"""
    ),
)
@click.argument("id")
@_CONFIG
@_MODEL
@_JOBS
@_CACHE
def explain(id: str, config_file: str, **options: Any) -> None:
    """Tell why an actor, a statement, a key fact or a date is as it is.

    ID is that of an actor, an article or a statement, or an article's with the number of a
    sentence behind it, as the address of a citation ends (#s3). The answer about a sentence names
    its statements' ids.
    """
    from briefgen import build
    from briefgen.explain import Explainer
    from briefgen.stories import find_origins, origin_ids, place

    settings = _settings(config_file, **options)
    with _progress("Extracting") as progress:
        articles, resolution, _ = build.gather_resolution(settings, progress)
    origins = find_origins(articles)
    placed = place(articles, origin_ids(origins))
    known = {article.id: article for article in articles}
    explainer = Explainer(known, resolution, origins, placed)
    lines = explainer.explain(id)
    if not lines:
        near = explainer.nearest(id)
        hint = f"; the nearest is {near}" if near else ""
        raise click.UsageError(f"nothing has the id {id!r}{hint}")
    click.echo("\n".join(lines))


@main.command(
    short_help="Answer who is who where the program cannot tell.",
    epilog=_examples(
        """
briefgen review                                     # asks, one question after the other
briefgen review --list
briefgen review --list --json
briefgen review --answer 24bed941=same:jake-sullivan --reason "He led the talks."
"""
    ),
)
@_CONFIG
@click.option("--list", "listed", is_flag=True, help="Show the open questions and ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="Show them as JSON, one a line.")
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="ID=ANSWER",
    help="Answer without being asked: same, same:ACTOR or different. May be repeated.",
)
@click.option("--reason", help="Why; kept with the answers.")
@click.option("--by", help="Who decides; kept with the answers.")
@click.option("--date", "decided", type=click.DateTime(["%Y-%m-%d"]), help="When: 2024-03-26.")
@_MODEL
@_JOBS
@_CACHE
def review(
    config_file: str,
    listed: bool,
    as_json: bool,
    answers: tuple[str, ...],
    reason: str | None,
    by: str | None,
    decided: datetime | None,
    **options: Any,
) -> None:
    """Walk through the names that could be several actors and write down what you answer.

    Each answer is appended to the judgements file at once, so that nothing is lost when you stop
    (q, Ctrl-C, or the end of the input). Comments and all else in the file stay as they are.
    """
    from briefgen import build
    from briefgen.decisions import append
    from briefgen.review import Reviewer

    settings = _settings(config_file, **options)
    with _progress("Extracting") as progress:
        articles, resolution, _ = build.gather_resolution(settings, progress)
    path = settings.docs_dir / settings.judgements
    reviewer = Reviewer({one.id: one for one in articles}, resolution, settings.judgements)
    questions = {one.id: one for one in reviewer.questions()}

    def answered(id: str, answer: str) -> None:
        day = decided.date() if decided else None
        decisions = reviewer.decisions(questions[id], answer)
        append(
            path, settings.root, [replace(d, reason=reason, by=by, decided=day) for d in decisions]
        )

    if listed or as_json:
        for one in questions.values():
            told = (
                [json.dumps(reviewer.as_json(one), ensure_ascii=False)]
                if as_json
                else reviewer.told(one)
            )
            click.echo("\n".join(told))
        return
    for answer in answers:
        id, _, said = answer.partition("=")
        if id not in questions:
            raise click.UsageError(
                f"no open question has the id {id!r}; see: briefgen review --list"
            )
        answered(id, said)
    if not answers:
        _ask(reviewer, questions, answered)


def _ask(
    reviewer: Reviewer, questions: dict[str, ScoredQuestion], answered: Callable[[str, str], None]
) -> None:
    """Every question on the terminal or from standard input, until the end of either."""
    done = 0
    for number, (id, question) in enumerate(questions.items(), 1):
        click.echo(f"\n{number} of {len(questions)}")
        click.echo("\n".join(reviewer.told(question)))
        many = len(question.candidates) > 1
        which = f"1-{len(question.candidates)} same as" if many else "s same"
        try:
            said = click.prompt(
                f"{which}, d different, Enter skip, q quit", default="", show_default=False
            )
            answer = _answer(said.strip().lower(), question)
        except (click.Abort, EOFError):
            break
        if answer == "quit":
            break
        if answer:
            answered(id, answer)
            done += 1
    click.echo(f"{done} answered", err=True)


def _answer(said: str, question: ScoredQuestion) -> str:
    """What a key means: an answer, "quit", or nothing, which skips."""
    if said in ("q", "quit"):
        return "quit"
    if said in ("d", "different"):
        return "different"
    if said in ("s", "same") and len(question.candidates) == 1:
        return "same"
    if said.isdecimal() and 0 < int(said) <= len(question.candidates):
        return f"same:{question.candidates[int(said) - 1]}"
    return ""


@main.group(
    short_help="Suggest entries for the register.",
    epilog=_examples(
        """
briefgen suggest actors
"""
    ),
)
def suggest() -> None:
    """Suggest what the register could hold."""


@suggest.command(
    "actors",
    short_help="Suggest actors for the register.",
    epilog=_examples(
        """
briefgen suggest actors
briefgen suggest actors --least 5 --most 20
"""
    ),
)
@_CONFIG
@click.option("--least", default=2, show_default=True, type=click.IntRange(1), help="Articles.")
@click.option("--most", default=50, show_default=True, type=click.IntRange(1), help="Entries.")
@_MODEL
@_JOBS
@_CACHE
def suggest_actors(config_file: str, least: int, most: int, **options: Any) -> None:
    """Suggest register entries for the actors that most articles name, as YAML to paste.

    What is registered already is left out. Read each entry before you keep it: names and roles are
    those that the articles state.
    """
    from briefgen import build
    from briefgen.suggest import as_yaml, suggested

    settings = _settings(config_file, **options)
    with _progress("Extracting") as progress:
        _, resolution, register = build.gather_resolution(settings, progress)
    click.echo(as_yaml(suggested(resolution, register, least, most)), nl=False)


def _settings(config_file: str, **options: Any) -> Settings:
    """The site's settings, with the command line's in their place where given."""
    from briefgen.mkdocs_plugin import load_settings

    given = {key: value for key, value in options.items() if value is not None}
    if "cache" in given:
        given["cache"] = str(given["cache"].absolute())
    return replace(load_settings(config_file), **given)


def _read(inputs: Sequence[Path]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles of files and folders in input order; an id is taken once."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    root = Path.cwd()
    for path in inputs:
        found: list[Article | Problem]
        if path.is_dir():
            in_folder, wrong = readers.read_folder(path, root)
            found = [*in_folder, *wrong]
        else:
            found = list(readers.read_file(path, root))
        for one in found:
            if isinstance(one, Problem):
                problems.append(one)
            elif one.id in articles:
                problems.append(readers.taken_id(one, articles[one.id], root))
            else:
                articles[one.id] = one
    return tuple(articles.values()), tuple(problems)


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error at a terminal; elsewhere a line now and then, on long work only."""
    if not sys.stderr.isatty():
        yield lambda done, total: _report(label, done, total)
        return
    with click.progressbar(length=0, label=label, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show


def _report(label: str, done: int, total: int) -> None:
    if total >= LONG_WORK and (done % LONG_WORK == 0 or done == total):
        click.echo(f"{label}: {done} of {total}", err=True)


def _end(problems: Sequence[Problem], fine: str | None = None) -> None:
    """Tell the problems on standard error and end with the status they call for."""
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        sys.exit(PROBLEMS_FOUND)
    if fine:
        click.echo(fine, err=True)
