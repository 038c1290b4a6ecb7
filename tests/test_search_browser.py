"""The search box and the search page in a real Chromium."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sites
from test_browser import CHROMIUM, Reader, base, browser, reader

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
__all__ = ["base", "browser", "reader"]  # fixtures
Open = Callable[..., Reader]
STATUS = "[role=status]"


def searched(page: Any, words: str) -> None:
    """Open the box by its shortcut and wait for what it finds."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator(".bg-search-box .bg-search-results a").first.wait_for()


def counted(page: Any) -> int:
    """How many results the search page says there are, once it says so."""
    found = page.locator(f".bg-search-page {STATUS}")
    found.filter(has_text=re.compile("result|Nothing")).wait_for()
    return int((re.findall(r"\d+", found.inner_text()) or ["0"])[0])


def test_the_box_leads_by_keyboard_to_the_sentence_with_its_words_marked(reader: Open) -> None:
    visit = reader()
    visit.open("actors/")
    page = visit.page
    searched(page, "joint headquarters")
    assert re.search(r"\d+ results", page.locator(f".bg-search-box {STATUS}").inner_text())
    page.keyboard.press("ArrowDown")
    while "/briefings/" not in page.evaluate("document.activeElement.href"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/team/briefs/briefings/[\w-]+/\?highlight=.*#s\d+$"))
    target = page.locator(":target")
    marked = {word.lower() for word in target.locator("mark").all_inner_texts()}
    assert marked == {"joint", "headquarters"}
    assert target.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    visit.clean()


def test_no_key_is_lost_while_the_index_is_loading(reader: Open) -> None:
    visit = reader()
    visit.open("index.html")
    page = visit.page
    page.route("**/search-box.mjs", lambda route: (time.sleep(0.5), route.continue_()))
    searched(page, "Kishida Biden")
    assert page.locator(".bg-search-box input").input_value() == "Kishida Biden"
    assert page.locator(".bg-search-box mark").count() > 0
    visit.clean()


def test_the_box_is_a_dialog_that_gives_the_focus_back(reader: Open) -> None:
    visit = reader()
    visit.open("index.html")
    page = visit.page
    button = page.get_by_role("button", name="Search")
    button.click()
    dialog = page.get_by_role("dialog", name="Search")
    page.keyboard.type("Kishida")
    links = dialog.locator("a[href]")
    links.first.wait_for()
    page.keyboard.press("ArrowUp")
    assert links.last.evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert dialog.locator("input").evaluate("e => e === document.activeElement")
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert button.evaluate("e => e === document.activeElement")
    button.click()
    dialog.get_by_role("button", name="Close search").click()
    assert not dialog.is_visible()
    visit.clean()


def test_shortcuts_leave_typing_alone(reader: Open) -> None:
    visit = reader()
    visit.open("search/")
    page = visit.page
    page.locator(".bg-search-page input[name=q]").click()
    page.keyboard.type("fs/")
    assert page.locator(".bg-search-page input[name=q]").input_value() == "fs/"
    assert page.locator("dialog[open]").count() == 0


def test_enter_shows_all_results(reader: Open) -> None:
    visit = reader()
    visit.open("index.html")
    searched(visit.page, "Japan")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/team/briefs/search/?q=Japan")
    assert counted(visit.page) > 10
    assert visit.page.locator(".bg-search-page .bg-search-results > li").count() == 10
    visit.page.get_by_role("button", name="Show more").click()
    visit.page.locator(".bg-search-page .bg-search-results > li").nth(10).wait_for()
    assert "show=20" in visit.page.url
    visit.clean()


def test_a_facet_narrows_and_its_state_is_the_address(reader: Open) -> None:
    visit = reader()
    visit.open("search/?q=Japan")
    page = visit.page
    before = counted(page)
    box = page.get_by_role("group", name="Source").locator("label").first
    says = int(box.locator(".bg-search-count").inner_text())
    name = box.locator("span").first.inner_text()
    box.locator("input").check()
    page.wait_for_url("**source=**")
    page.wait_for_function(
        f"!document.querySelector('{STATUS}').textContent.startsWith('{before}')"
    )
    assert counted(page) == says < before
    origins = page.locator(".bg-search-page .bg-search-origin").all_inner_texts()
    assert origins and all(name in origin for origin in origins)
    page.reload()
    page.locator("input[name=source]:checked").wait_for()
    assert counted(page) == says
    page.go_back()
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent.startsWith('{before}')")
    assert page.locator("input[name=source]:checked").count() == 0
    visit.clean()


def test_a_facets_numbers_leave_its_own_choice_aside(reader: Open) -> None:
    visit = reader()
    visit.open("search/?q=Japan")
    page = visit.page
    counted(page)
    kinds = page.get_by_role("group", name="Kind of page")
    before = kinds.inner_text()
    kinds.locator("input").first.check()
    page.wait_for_url("**kind=**")
    page.wait_for_timeout(300)
    assert kinds.inner_text() == before
    kinds.locator("input").nth(1).check()
    page.wait_for_function("new URLSearchParams(location.search).getAll('kind').length === 2")
    visit.clean()


def test_days_and_order(reader: Open) -> None:
    visit = reader()
    visit.open("search/?q=Japan&from=2024-03-25&to=2024-07-29&kind=briefing&sort=oldest")
    page = visit.page
    assert counted(page) > 2
    years = [
        text.rsplit(" · ", 1)[1]
        for text in page.locator(".bg-search-page .bg-search-origin").all_inner_texts()
    ]
    assert all(year.endswith("2024") for year in years)
    assert years[0].endswith("March 2024")
    page.get_by_label("Sort by").select_option("newest")
    page.wait_for_url("**sort=newest**")
    first = page.locator(".bg-search-page .bg-search-origin").first
    first.filter(has_text=years[-1]).wait_for()
    visit.clean()


def test_filters_alone_list_pages(reader: Open) -> None:
    visit = reader()
    visit.open("search/?kind=actor&sort=newest")
    assert counted(visit.page) > 10
    visit.page.get_by_role("button", name="Clear filters").click()
    visit.page.wait_for_url(re.compile(r"/search/$"))
    assert "Type words" in visit.page.locator(f".bg-search-page {STATUS}").inner_text()
    visit.clean()


def test_words_of_every_page_are_left_out_of_a_query_but_not_of_a_phrase(reader: Open) -> None:
    visit = reader()
    visit.open("search/?q=headquarters")
    plain = counted(visit.page)
    visit.open("search/?q=the+headquarters+of")
    assert counted(visit.page) == plain
    visit.open("search/?q=%22the+headquarters%22")
    assert 0 < counted(visit.page) < plain
    visit.clean()


def test_nothing_found_is_said(reader: Open) -> None:
    visit = reader()
    visit.open("search/?q=zzyzxqqq")
    assert counted(visit.page) == 0
    visit.clean()


def test_without_javascript_it_leads_to_the_indexes(reader: Open) -> None:
    visit = reader(java_script_enabled=False)
    visit.open("search/")
    article = visit.page.locator("article")
    assert "needs JavaScript" in article.inner_text()
    assert article.locator("form").count() == 1 and not article.locator("form").is_visible()
    article.locator("a[href$='/briefings/'], a[href='../briefings/']").first.click()
    visit.page.wait_for_url("**/briefings/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(reader: Open, scheme: str) -> None:
    visit = reader(color_scheme=scheme)
    page = visit.page
    visit.open("search/?q=Japan&kind=briefing")
    counted(page)
    page.locator(".bg-search-facet").evaluate_all(
        "all => all.forEach((one) => { one.open = true })"
    )
    found = axe.Axe().run(page, context={"include": [["main"], [".bg-search-open"]]})
    assert found.violations_count == 0, found.generate_report()
    visit.open("briefings/joint-command-opens/?highlight=command")
    assert page.locator("article mark").count() > 0
    visit.open("briefings/joint-command-opens/?highlight=&highlight=.*&highlight=%3Cimg%20src=x%3E")
    assert page.locator("article mark").count() == 0
    visit.open("briefings/joint-command-opens/?highlight=command")
    searched(page, "headquarters")
    found = axe.Axe().run(page, context={"include": [["dialog"], [".bg-search-open"], ["mark"]]})
    assert found.violations_count == 0, found.generate_report()


def other(folder: Path, plugins: str, option: str) -> Path:
    """A small site with other searches."""
    sites.small(folder, {"one.md": sites.article("A plan", "Japan will set up a headquarters.")})
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("plugins:\n", f"plugins:\n{plugins}")
    config = re.sub(r"      search: pagefind.*\n", f"      search: {option}\n", config)
    if option == "material":
        config = config.replace("  - Search: search.md\n", "")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def test_materials_own_search_stays_by_an_option(reader: Open, tmp_path: Path) -> None:
    host = tmp_path / "host"
    shutil.copytree(sites.built(other(tmp_path / "site", "  - search\n", "material")), host)
    assert not (host / "pagefind").exists()
    assert not (host / "search" / "index.html").exists()
    with sites.served(host) as address:
        visit = reader(address)
        visit.open("")
        page = visit.page
        assert page.locator(".bg-search-open").count() == 0
        page.keyboard.press("/")
        page.keyboard.type("headquarters", delay=20)
        page.locator("a.md-search-result__link[href*='/one/']").first.click()
        page.wait_for_url("**/briefings/one/**")
        visit.clean()


def test_a_listed_search_plugin_keeps_its_box(reader: Open, tmp_path: Path) -> None:
    folder = other(tmp_path / "site", "  - search\n", "pagefind")
    result = sites.mkdocs(folder, "build")
    assert result.returncode == 0
    assert "take `search` out of `plugins:`" in result.stderr
    host = tmp_path / "host"
    shutil.copytree(folder / "site", host)
    with sites.served(host) as address:
        visit = reader(address)
        visit.open("search/?q=headquarters")
        assert counted(visit.page) >= 1
        assert visit.page.locator(".bg-search-open").count() == 0
        assert visit.page.locator(".md-search__input").count() == 1
        visit.clean()


def test_material_without_its_plugin_is_refused(tmp_path: Path) -> None:
    result = sites.mkdocs(other(tmp_path / "site", "", "material"), "build")
    assert result.returncode == 1
    assert "plugins: [search, briefgen]" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_owners_own_pages_are_found(reader: Open, tmp_path: Path) -> None:
    folder = other(tmp_path / "site", "", "pagefind")
    (folder / "content" / "about.md").write_text(
        "# About us\n\nWe are *beekeepers* & <b>more</b>.\n"
    )
    host = tmp_path / "host"
    shutil.copytree(sites.built(folder), host)
    with sites.served(host) as address:
        visit = reader(address)
        visit.open("")
        searched(visit.page, "beekeepers")
        visit.page.keyboard.press("ArrowDown")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/about/?highlight=beekeepers")
        assert visit.page.locator("article mark").inner_text() == "beekeepers"
        visit.clean()
