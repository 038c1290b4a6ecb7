"""The built site as a whole: what it promises, whatever the input."""

from __future__ import annotations

import html
import json
import re
import shutil
import socket
import threading
import time
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import urlopen

import pytest
import sites
from test_search import fragments

pytestmark = pytest.mark.slow

TEXT = (
    "TOKYO, March 24 -- Japan will set up a joint headquarters by March 2025, Prime Minister "
    "Fumio Kishida said on Friday.\n\nThe United States approved the sale of 105 fighters in 2020."
)


class Page(HTMLParser):
    """Links, anchors and sources of outside content of one HTML page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.loads: list[str] = []
        self.content: list[str] = []  # links inside the page's own content
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if "id" in found:
            self.ids.add(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
            if self.inside:
                self.content.append(found["href"])
        self.inside = self.inside or tag == "article"
        if tag in ("script", "img", "iframe", "source") and "src" in found:
            self.loads.append(found["src"])
        if tag == "link" and "canonical" not in found.get("rel", "") and "href" in found:
            self.loads.append(found["href"])

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"


@pytest.fixture(scope="module")
def pages(sample_site: Path) -> dict[str, Page]:
    return {
        "/" + path.relative_to(sample_site).as_posix().removesuffix("index.html"): Page(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(sample_site.rglob("*.html"))
        if path.name != "404.html"
    }


def test_every_internal_link_and_anchor_resolves(pages: dict[str, Page], sample_site: Path) -> None:
    for address, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(f"http://site{address}", link))
            if target.netloc != "site":
                continue
            path = unquote(target.path)
            file = sample_site / path.removeprefix("/")
            assert path in pages or file.is_file(), f"{address} -> {link}"
            if target.fragment:
                assert unquote(target.fragment) in pages[target.path].ids, f"{address} -> {link}"


def test_nothing_is_loaded_from_outside(pages: dict[str, Page], sample_site: Path) -> None:
    for address, page in pages.items():
        assert not [load for load in page.loads if urlsplit(load).netloc], address
    for sheet in sample_site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?https?:", sheet.read_text(encoding="utf-8")), sheet


def test_each_outward_link_is_http(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        for link in page.content:
            assert urlsplit(link).scheme in ("", "http", "https"), f"{address} -> {link}"


def test_every_claim_leads_to_its_sentence(pages: dict[str, Page]) -> None:
    briefings = {
        a: p for a, p in pages.items() if a.startswith("/briefings/") and a.count("/") == 3
    }
    assert len(briefings) >= 16
    for address, page in briefings.items():
        claims = any(re.fullmatch(r"#s\d+", link) for link in page.links)
        assert claims == (address != "/briefings/languedoc-drones/"), address  # not read: French


def text_of(site: Path, address: str) -> str:
    """A page's words: tags gone, white space as single spaces."""
    page = (site / address / "index.html").read_text(encoding="utf-8")
    article = page.partition("<article")[2].partition("</article>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", article)).split())


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("topics", "– The Red Sea 13 5 Death toll at fuel port"),
        ("topics/security", "Parts: North Korea · The Red Sea"),
        ("topics/red-sea", "medtop:20000056"),
        ("topics/red-sea", "February 2024 nothing to count no article"),
        ("topics/red-sea", "April 2024 0 2"),
        ("topics/arms-purchases", "Not described: the articles’ metadata name this topic"),
        ("places", "Other places"),
        ("places/jpn", "Its dossier has them: Japan did"),
        ("places/jpn", "Tokyo 13"),
        ("actors/japan", "Where and with whom articles name this country"),
        ("places/deu", "named as “German”"),
        ("places/dza", "What was done to or with it"),
        ("weeks/2024-W43", "one origin, 2 reprints"),
        ("places/jpn", "also reported by 2 other origins"),
        ("weeks/2024-W02", "28 locations"),
        ("weeks/2024-W31", "← the week of 22 July 2024"),
        ("days/2024-07-29", "March 2025 US Forces Japan will report to the commander"),
        ("daily-weekly", "the week of 4 August 2025"),
        ("briefings/strikes-on-yemen", "The Red Sea Algeria Australia Bahrain"),
    ],
)
def test_topics_places_days_and_weeks_are_filled(
    sample_site: Path, address: str, said: str
) -> None:
    assert said in text_of(sample_site, address)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "Drawn from 36 articles of 33 independent origins"),
        ("method", "Drawn from 36 articles of 33 independent origins"),
        ("briefings/troops-to-russia", "Drawn from 3 articles of 1 independent origin"),
        ("briefings/troops-to-russia", "Gaps: all articles are of one origin"),
        ("briefings/troops-to-russia", "grade D2 · copy of source 1"),
        ("briefings/ras-isa-toll", "grade B6"),
        ("stories/troops-to-russia", "Drawn from 3 articles of 1 independent origin"),
        ("actors/national-intelligence-service", "Credited by name"),
        ("sources-named", "Dmitry Peskov"),
        ("sources-named", "stand first. In all: "),
        ("sources-anonymous", "two officials"),
        ("publishers/harbour-wire", "An invented news agency"),
        ("corrections", "date 26 November 2023 → 19 November 2023"),
        ("corrections", "unit Virginia → boat"),
        ("corrections", "figure 3 → 2–3"),
        ("corrections", "→ UN Trade and Development"),
        ("corrections", "not one actor"),
        ("corrections", "one actor, "),
        ("corrections", "the statement is not shown"),
        ("corrections", "None: each entry finds what it is about."),
        ("briefings/joint-command-opens", "2–3 year corrected exercises"),
        ("briefings/galaxy-leader-crew", "19 November 2023 corrected"),
    ],
)
def test_sources_and_corrections_are_filled(sample_site: Path, address: str, said: str) -> None:
    assert said in text_of(sample_site, address)


def test_no_input_file_is_published(sample_site: Path) -> None:
    downloads = sample_site / "downloads"
    names = {path.name for path in sample_site.rglob("*") if path.parent != downloads}
    assert not {
        n for n in names if n.endswith((".yml", ".txt", ".md", ".jsonl")) and n != "robots.txt"
    }


def test_pages_say_that_they_are_samples(sample_site: Path) -> None:
    for path in (sample_site / "briefings").glob("*/index.html"):
        assert "Sample written for the briefgen project" in path.read_text(encoding="utf-8"), path


def test_search_knows_actors_and_briefings_by_their_anchors(
    pages: dict[str, Page], sample_site: Path
) -> None:
    found = list(fragments(sample_site).values())
    kinds = Counter(one["anchors"][0]["id"] for one in found)
    assert kinds["briefing"] >= 16 and kinds["actor"] >= 10
    for one in found:
        for anchor in one["anchors"][1:]:
            assert anchor["id"] in pages[one["url"]].ids, one["url"]


def test_same_input_same_bytes(sample_site: Path, tmp_path: Path) -> None:
    """Another folder, other hash seed, clock, time zone, number of processes and file order."""
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(sites.CHECKOUT / "mkdocs.yml", other)
    (other / "content" / "articles").mkdir(parents=True)
    for path in sorted((sites.CHECKOUT / "content" / "articles").iterdir(), reverse=True):
        shutil.copy(path, other / "content" / "articles")
    for path in (sites.CHECKOUT / "content").iterdir():
        if path.is_file():
            shutil.copy(path, other / "content")
    config = (other / "mkdocs.yml").read_text(encoding="utf-8")
    (other / "mkdocs.yml").write_text(
        config.replace("      articles: articles", "      jobs: 2\n      articles: articles")
    )
    again = sites.built(other, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C")
    first, second = sites.tree(sample_site), sites.tree(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_second_build_uses_the_cache_and_changes_nothing(tmp_path: Path) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT)})
    first = sites.tree(sites.built(folder))
    start = time.monotonic()
    second = sites.tree(sites.built(folder))
    assert first == second
    assert time.monotonic() - start < 60


def test_nothing_is_written_into_the_docs_folder(tmp_path: Path) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT)})
    before = sites.tree(folder / "content")
    sites.built(folder)
    assert sites.tree(folder / "content") == before


def test_bad_articles_warn_and_strict_fails(tmp_path: Path) -> None:
    folder = sites.small(
        tmp_path,
        {
            "good.md": sites.article("A plan", TEXT),
            "bad.md": sites.article("Bad", TEXT, publishd="2024-03-25"),
        },
    )
    strict = sites.mkdocs(folder, "build", "--strict")
    assert strict.returncode == 1
    assert "content/articles/bad.md:5" in strict.stderr
    assert "publishd" in strict.stderr and "published" in strict.stderr
    assert "Traceback" not in strict.stderr
    relaxed = (folder / "mkdocs.yml").read_text().replace("strict: true", "strict: false")
    (folder / "mkdocs.yml").write_text(relaxed)
    assert sites.mkdocs(folder, "build").returncode == 0
    assert (folder / "site" / "briefings" / "good" / "index.html").is_file()
    assert not (folder / "site" / "briefings" / "bad").exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("page_size", "0", "page_size"),
        ("model", "en_no_such_model", "en_no_such_model"),
        ("as_of", "yesterday", "as_of"),
        ("changes_since", "-1", "changes_since"),
        ("modell", "x", "modell"),
    ],
)
def test_a_bad_option_is_named(tmp_path: Path, option: str, value: str, said: str) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A", TEXT)}, **{option: value})
    result = sites.mkdocs(folder, "build", "--strict")
    assert result.returncode != 0
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_site_without_articles_builds(tmp_path: Path) -> None:
    site = sites.built(sites.small(tmp_path, {}))
    assert "No article yet" in (site / "index.html").read_text(encoding="utf-8")


def test_own_template_takes_the_place_of_the_default(tmp_path: Path) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT)})
    (folder / "templates").mkdir()
    (folder / "templates" / "method.md.j2").write_text("# Our method\n\nBy hand: {{ model }}\n")
    site = sites.built(folder)
    assert "By hand" in (site / "method" / "index.html").read_text(encoding="utf-8")


def test_a_broken_template_is_named_with_its_line(tmp_path: Path) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT)})
    (folder / "templates").mkdir()
    (folder / "templates" / "method.md.j2").write_text("# Ours\n\n{{ no_such_value }}\n")
    result = sites.mkdocs(folder, "build")
    assert result.returncode == 1
    assert "method.md.j2:3" in result.stderr and "no_such_value" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_template_cannot_add_words_in_the_sources_name(tmp_path: Path) -> None:
    """A template may say things of its own; values that it prints are held against the sources."""
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT)})
    (folder / "templates").mkdir()
    (folder / "templates" / "method.md.j2").write_text("# Ours\n\n{{ 7 * 6 }}\n")
    result = sites.mkdocs(folder, "build")
    assert result.returncode == 1
    assert "no source brought" in result.stderr and "42" in result.stderr


def test_edit_leads_to_the_article(tmp_path: Path) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT)})
    site = sites.built(
        folder, REPO_URL="https://example.org/team/briefs", EDIT_URI="edit/main/content/"
    )
    text = (site / "briefings" / "one" / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/team/briefs/edit/main/content/articles/one.md" in html.unescape(
        text
    )


@pytest.mark.parametrize(
    ("rights", "shown"),
    [("full-text", True), ("facts-only", False)],
)
def test_rights_decide_what_is_shown(tmp_path: Path, rights: str, shown: bool) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT, rights=rights)})
    site = sites.built(folder)
    everything = b" ".join(sites.tree(site).values()).decode(errors="replace")
    assert ("approved the sale of 105 fighters in 2020" in everything) is shown


def test_serve_rebuilds_on_change_without_looping(tmp_path: Path) -> None:
    folder = sites.small(tmp_path, {"one.md": sites.article("A plan", TEXT)})
    (folder / "templates").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sites.MKDOCS, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    lines: list[str] = []
    with Popen(command, cwd=folder, stdout=PIPE, stderr=STDOUT, text=True) as server:
        assert server.stdout is not None
        reader = threading.Thread(target=lines.extend, args=(server.stdout,), daemon=True)
        reader.start()

        def builds(wanted: int) -> int:
            """Wait until the site was built so often; how often it was."""
            end = time.monotonic() + 90
            while time.monotonic() < end:
                count = "".join(list(lines)).count("Documentation built")
                if count >= wanted:
                    return count
                time.sleep(0.2)
            return count

        try:
            assert builds(1) == 1, lines
            with urlopen(f"http://127.0.0.1:{port}/pagefind/pagefind-entry.json") as answer:
                assert json.load(answer)["languages"]["en"]["page_count"] > 1
            time.sleep(1)
            path = folder / "content" / "articles" / "one.md"
            path.write_text(path.read_text().replace("105 fighters", "106 fighters"))
            assert builds(2) == 2, lines
            (folder / "templates" / "method.md.j2").write_text("# Our method\n")
            assert builds(3) == 3, lines
            time.sleep(5)
            assert builds(3) == 3, "built again without a change"
        finally:
            server.terminate()
            reader.join(timeout=10)


def test_the_schemas_are_published(sample_site: Path) -> None:
    for path in (sites.CHECKOUT / "briefgen" / "schemas").glob("*.json"):
        assert json.loads((sample_site / "schemas" / path.name).read_bytes())["$schema"]
