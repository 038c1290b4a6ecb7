"""The user's two files: good entries count, bad ones are told."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.registers import Anchor, RegisteredRole, read_judgements, read_register

ACTORS = """\
- id: fumio-kishida
  name: Fumio Kishida
  type: person
  aliases: [Kishida Fumio]
  country: JPN
  roles:
    - {text: Prime Minister of Japan, from: 2021-10-04, until: 2024-10-01}
    - {text: Member of Parliament}
  note: Chaired the talks.
"""


def test_an_actor_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text(ACTORS)
    register, problems = read_register(tmp_path / "actors.yml", tmp_path)
    actor = register.actors[0]
    assert not problems
    assert (actor.id, actor.type, actor.country, actor.line) == (
        "fumio-kishida",
        "person",
        "JPN",
        1,
    )
    assert actor.roles == (
        RegisteredRole("Prime Minister of Japan", date(2021, 10, 4), date(2024, 10, 1)),
        RegisteredRole("Member of Parliament"),
    )


@pytest.mark.parametrize("content", [None, "", "# nothing yet\n", "[]\n"])
def test_no_file_and_an_empty_one_hold_nothing(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "a.yml").write_text(content)
    assert read_register(tmp_path / "a.yml", tmp_path)[1] == ()
    assert read_judgements(tmp_path / "a.yml", tmp_path)[0].entries == ()


@pytest.mark.parametrize(
    ("entry", "line", "said"),
    [
        ("- {id: x, name: X, type: robot}", 10, "type must be one of person"),
        ("- {id: x, nmae: X, type: person}", 10, "did you mean 'name'?"),
        ("- {id: X Y, name: X, type: person}", 10, "id must be small letters"),
        ("- {id: fumio-kishida, name: X, type: person}", 10, "stands twice, first on line 1"),
        ("- id: x\n  name: X\n  type: place\n  country: JPX", 13, "ISO 3166-1"),
        (
            "- id: x\n  name: X\n  type: person\n  roles:\n"
            "  - {text: a, from: 2024-02-01, until: 2024-01-01}",
            14,
            "ends before it begins",
        ),
        ("- just words", 10, "must be an actor"),
    ],
)
def test_a_bad_actor_is_left_out(entry: str, line: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text(f"{ACTORS}{entry}\n")
    register, problems = read_register(tmp_path / "actors.yml", tmp_path)
    assert [actor.id for actor in register.actors] == ["fumio-kishida"]
    assert any(said in problem.message and problem.line == line for problem in problems), problems
    assert all(problem.example for problem in problems)


def test_judgements_are_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "j.yml").write_text(
        "- merge: [a, {article: x, exact: Kishida, prefix: 'Minister '}]\n"
        "  reason: One man.\n  by: Jane Doe\n  date: 2024-03-26\n"
        "- hide: {article: x, exact: is planning}\n"
        "- {rename: a, to: B}\n"
    )
    judgements, problems = read_judgements(tmp_path / "j.yml", tmp_path)
    assert not problems
    merge, hide, rename = judgements.entries
    assert merge.about == ("a", Anchor("x", "Kishida", "Minister ", "", 1))
    assert (merge.reason, merge.by, merge.decided) == ("One man.", "Jane Doe", date(2024, 3, 26))
    assert (hide.kind, hide.line) == ("hide", 5)
    assert rename.to == "B"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- {}", "must be a judgement"),
        ("- {merge: [a, b], hide: c}", "must be a judgement"),
        ("- merge: [a]", "merge must be a list of at least two actors"),
        ("- rename: a", "to is missing"),
        ("- {correct: {article: x, exact: y}, field: quantity.value}", "to is missing"),
        (
            "- {correct: {article: x, exact: y}, field: quantity.size, to: 1}",
            "field must be one of",
        ),
        (
            "- {correct: {article: x, exact: y}, field: quantity.value, to: many}",
            "to must be a num",
        ),
        (
            "- {correct: {article: x, exact: y}, field: statement.modality, to: unknown}",
            "to must be one of asserted",
        ),
        ("- hide: {article: x}", "exact is missing"),
        ("- hide: Kyodo News", "hide must be an actor's id, or an anchor"),
    ],
)
def test_a_bad_judgement_is_told(entry: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "j.yml").write_text(entry)
    judgements, problems = read_judgements(tmp_path / "j.yml", tmp_path)
    assert not judgements.entries
    assert any(said in problem.message for problem in problems), problems


@given(st.text(alphabet="- {}[]:,'\"\nabehimgrtocdx0", max_size=120))
def test_nothing_makes_the_registers_fail(content: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.yml"
        path.write_text(content)
        read_register(path, Path(name))
        read_judgements(path, Path(name))
