"""The sample site's stories, reprints and revised article, as its pages show them."""

from __future__ import annotations

import pytest
import sites

from briefgen import build
from briefgen.config import Settings


@pytest.fixture(scope="module")
def site() -> build.Site:
    root = sites.CHECKOUT
    cache = str(root / ".briefgen" / "cache.sqlite")
    return build.build_site(Settings(root=root, docs_dir=root / "content", cache=cache))


pytestmark = pytest.mark.slow


def test_a_reprint_with_credit_is_marked_and_counts_once(site: build.Site) -> None:
    story = site.corpus.stories["true-confidence"]
    assert [(u.article, u.rule) for u in story.updates] == [
        ("true-confidence", None),
        ("true-confidence-herald", "credit"),
    ]
    assert story.origins == 1
    assert "edited reprint, same agency" in site.markdown["stories/true-confidence.md"]


def test_copies_add_no_corroboration(site: build.Site) -> None:
    briefs = [b for b in site.corpus.briefs.values() if b.origin == "troops-to-russia"]
    assert len(briefs) == 3
    facts = [fact.id for brief in briefs for fact in brief.key_facts]
    assert not any(site.corpus.corroboration.get(fact, 1) > 1 for fact in facts)


def test_the_revised_article_is_one_and_shows_what_changed(site: build.Site) -> None:
    assert not [i for i in site.corpus.briefs if i.startswith("strikes-count-")]
    assert "Carney" in site.corpus.briefs["strikes-count"].article.text
    shown = site.markdown["briefings/strikes-count.md"]
    assert "## What changed since the last version" in shown
    assert "<del>30 locations</del> → 28 locations" in shown
    assert "<del>The Pentagon did not say how many of the targets were destroyed" in shown
    titles = [uri for uri, text in site.markdown.items() if "Yemen to 30" in text]
    assert titles == ["briefings/strikes-count.md"], "only what changed names the old headline"


def test_it_breaks_no_promise(site: build.Site) -> None:
    assert site.problems == ()
