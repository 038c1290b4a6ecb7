"""Stories as pages show them: updates in order, copies, independent origins, what is new."""

from __future__ import annotations

from datetime import date
from typing import Any

from told import Told, told

from briefgen.assemble import assemble
from briefgen.corpus import Story
from briefgen.model import Resolution
from briefgen.pages import all_pages
from briefgen.render import Renderer
from briefgen.stories import find_origins

AGROUND = "The ferry Aurora ran aground off Lindholm island on Monday with forty passengers."
SAVED = "Rescue boats brought all forty passengers of the ferry Aurora to Sandvik before dawn."
AGAIN = "Rescue boats brought the passengers of the ferry Aurora to Sandvik."
CRACK = "Divers found a crack of two metres in the hull below the engine room."


def inputs() -> list[Told]:
    def one(id: str, day: int, *sentences: str, **metadata: Any) -> Told:
        text = "\n".join(sentences)
        facts = [{"predicate": " ".join(s.split()[1:4])} for s in sentences]
        return told(id, text, published=date(2024, 3, day), statements=facts, **metadata)

    return [
        one("divers", 3, AGAIN, CRACK),
        one("wire", 1, AGROUND, SAVED),
        one("paper", 2, AGROUND, SAVED),
        one("budget", 2, "The parliament passed the budget after a night of talks on schools."),
    ]


def corpus(given: list[Told]) -> Any:
    articles = [article for article, _ in given]
    found = tuple(sorted((f for _, f in given), key=lambda f: f.article_id))
    stories = {article.id: "budget" if article.id == "budget" else "wire" for article in articles}
    return assemble(
        articles,
        Resolution(found, (), {}),
        stories,
        origins=find_origins(articles),
        as_of=None,
        fingerprint="",
        model="",
    )


def story() -> Story:
    stories = corpus(inputs()).stories
    assert list(stories) == ["wire"], "an article that is alone makes no story page"
    return stories["wire"]


def test_updates_stand_in_order_and_copies_count_once() -> None:
    found = story()
    assert [(u.article, u.origin, u.rule, u.percent) for u in found.updates] == [
        ("wire", "wire", None, None),
        ("paper", "wire", "identical", 100),
        ("divers", "divers", None, None),
    ]
    assert found.origins == 2
    assert (found.first, found.last) == (date(2024, 3, 1), date(2024, 3, 3))


def test_only_what_nobody_told_before_is_new() -> None:
    assert [[f.evidence.exact for f in u.fresh] for u in story().updates] == [[], [], [CRACK]]


def test_order_does_not_matter() -> None:
    assert corpus(inputs()).stories == corpus(inputs()[::-1]).stories


def test_the_page_names_copies_and_what_is_new() -> None:
    pages = {page.src_uri: page for page in all_pages(corpus(inputs()))}
    shown = Renderer().render(pages["stories/wire.md"])
    assert shown.index("[wire]") < shown.index("[paper]") < shown.index("[divers]")
    assert "word for word the text of" in shown
    assert CRACK.rstrip(".") in shown
    assert shown.count("bg-update--copy") == 1
    briefing = Renderer().render(pages["briefings/paper.md"])
    assert "[3 articles, 2 origins](../stories/wire.md)" in briefing
    assert "## Same story" not in Renderer().render(pages["briefings/budget.md"])
