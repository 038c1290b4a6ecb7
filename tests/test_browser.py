"""The site in a real Chromium, as a reader uses it."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sites

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

BASE = "team/briefs/"  # as GitHub Pages serves a project: below a path
HOSTILE = "<script>window.pwned=1</script><img src=x onerror='window.pwned=1'>"


class Reader:
    """A browser page that notes what must not happen."""

    def __init__(self, page: Any, base: str) -> None:
        self.page = page
        self.base = base
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.errors.append("dialog"), dialog.dismiss()))
        page.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, address: str) -> None:
        self.page.goto(self.base + address, wait_until="load")

    def clean(self) -> None:
        assert self.errors == []
        assert self.outside == []


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def base(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(sample_site, root / BASE)
    with sites.served(root) as address:
        yield address + BASE


@pytest.fixture
def reader(browser: Any, base: str) -> Iterator[Callable[..., Reader]]:
    contexts = []

    def open_reader(address: str = base, **options: Any) -> Reader:
        context = browser.new_context(**options)
        contexts.append(context)
        return Reader(context.new_page(), address)

    yield open_reader
    for context in contexts:
        context.close()


def test_search_leads_to_an_actor_and_on_to_the_sentence(reader: Callable[..., Reader]) -> None:
    visit = reader()
    visit.open("index.html")
    page = visit.page
    page.keyboard.press("/")
    page.keyboard.type("Kishida", delay=20)
    page.locator("a.bg-search-title[href*='/actors/']").first.click()
    page.wait_for_url("**/actors/**")
    assert "Kishida" in page.locator("h1").inner_text()
    page.locator("a.bg-cite").first.click()
    page.locator(".bg-evidence a.bg-cite").click()
    page.wait_for_url(re.compile(r"/briefings/.*#s\d+$"))
    target = page.locator(":target")
    assert target.count() == 1
    assert target.bounding_box()["y"] >= 0
    marked = target.evaluate("e => getComputedStyle(e).backgroundColor")
    plain = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert marked != plain
    assert target.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top < innerHeight && b.bottom > 0 }"
    )
    visit.clean()


def test_key_fact_leads_to_its_own_sentence(reader: Callable[..., Reader]) -> None:
    visit = reader()
    visit.open("briefings/joint-command-opens/")
    fact = visit.page.locator(".bg-facts li").first
    said = fact.inner_text().split(" §")[0]
    link = fact.locator("a.bg-cite").first
    link.click()
    panel = visit.page.locator(".bg-evidence")
    assert len(said) > 40
    assert said in panel.locator(".bg-s--marked").inner_text()
    assert panel.bounding_box()["width"] > 200
    panel.locator(".bg-evidence__from a.bg-cite").click()
    assert said in visit.page.locator(":target").inner_text()
    assert panel.count() == 0
    visit.clean()


def test_evidence_opens_and_closes_by_keyboard(reader: Callable[..., Reader]) -> None:
    visit = reader()
    visit.open("actors/japan/")
    page = visit.page
    link = page.locator("a.bg-cite").first
    link.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".bg-evidence")
    panel.locator(".bg-s--marked").wait_for()
    assert link.get_attribute("aria-expanded") == "true"
    assert panel.evaluate("e => e.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert panel.count() == 0
    assert link.evaluate("e => e === document.activeElement")
    visit.clean()


def test_every_briefing_prints_on_two_pages(
    reader: Callable[..., Reader], sample_site: Path
) -> None:
    visit = reader()
    briefings = sorted(
        path.parent.name for path in (sample_site / "briefings").glob("*/index.html")
    )
    assert len(briefings) > 30
    for name in briefings:
        visit.open(f"briefings/{name}/")
        printed = visit.page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2, name


def test_a_first_view_is_light(reader: Callable[..., Reader]) -> None:
    """As a host sends it, which compresses text: less than 200 kB, measured at about 90."""
    visit = reader()
    moved: dict[str, int] = {}

    def note(response: Any) -> None:
        body = response.body()
        kind = response.headers.get("content-type", "")
        is_text = kind.startswith("text/") or "javascript" in kind or "json" in kind
        moved[response.url] = len(gzip.compress(body)) if is_text else len(body)

    visit.page.on("response", note)
    visit.open("briefings/biden-kishida-summit/")
    visit.page.wait_for_load_state("networkidle")
    assert len(moved) > 3
    assert sum(moved.values()) < 200_000
    visit.clean()


def test_a_fact_links_to_the_publishers_words(reader: Callable[..., Reader]) -> None:
    visit = reader()
    visit.open("briefings/joint-command-opens/")
    link = visit.page.locator(".bg-facts a.bg-out").first.get_attribute("href")
    assert re.match(r"https://[^#]+#:~:text=", link)


def test_keyboard_reaches_everything(reader: Callable[..., Reader]) -> None:
    visit = reader()
    visit.open("briefings/joint-command-opens/")
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").find("md-skip") >= 0
    page.keyboard.press("Enter")
    for _ in range(200):
        page.keyboard.press("Tab")
        if "bg-cite" in page.evaluate("document.activeElement.className"):
            break
    assert page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        " || document.activeElement.matches(':focus-visible')"
    )
    page.keyboard.press("Enter")
    page.locator(".bg-evidence").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#s\d+$"))
    assert page.locator(":target").count() == 1
    visit.clean()


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "briefings/",
        "briefings/joint-command-opens/",
        "actors/",
        "actors/japan/",
        "timeline/",
        "sources/",
        "sources-named/",
        "corrections/",
        "method/",
        "search/?q=Japan",
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fits_a_narrow_screen(reader: Callable[..., Reader], address: str, scheme: str) -> None:
    visit = reader(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    visit.open(address)
    width = visit.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    expected = "slate" if scheme == "dark" else "default"
    assert visit.page.locator("body").get_attribute("data-md-color-scheme") == expected
    visit.clean()


def test_reads_without_javascript(reader: Callable[..., Reader]) -> None:
    visit = reader(java_script_enabled=False)
    visit.open("briefings/joint-command-opens/#s1")
    assert visit.page.locator(":target").is_visible()
    assert visit.page.locator(".bg-facts li").count() >= 3


def test_hostile_articles_stay_text(reader: Callable[..., Reader], tmp_path: Path) -> None:
    folder = sites.small(
        tmp_path / "site",
        {
            "hostile.txt": f"Kishida {HOSTILE} met Biden in Tokyo on Friday.\n\n"
            "[click](javascript:window.pwned=1) `code` {{ 7*7 }} {% raw %} "
            "![x](http://evil.example/x.png)\n\n"
            '# Not a heading\n\n--8<-- "mkdocs.yml"\n\n| a | b |\n|---|---|\n\n'
            "</div></article> <b>bold</b>\n",
            "hostile.yml": f"title: 'Kishida {HOSTILE.replace(chr(39), chr(39) * 2)}'\n"
            "publisher: 'Evil | Wire <b>'\nbyline: '**bold** _by_ [x](javascript:alert(1))'\n"
            "published: 2024-03-25\nrights: full-text\ntopics: [a]\n",
        },
    )
    host = tmp_path / "host"
    shutil.copytree(sites.built(folder), host)
    with sites.served(host) as address:
        visit = reader(address)
        for path in sorted(host.rglob("index.html")):
            visit.open(path.relative_to(host).as_posix().removesuffix("index.html"))
            assert visit.page.evaluate("window.pwned") is None, path
            body = visit.page.locator("article")
            assert body.locator("script, img[src='x'], b, iframe").count() == 0, path
            assert "code" not in body.locator("code").all_inner_texts(), path
            assert body.locator("a[href^='javascript']").count() == 0, path
        visit.open("briefings/hostile/")
        text = visit.page.locator("article").inner_text()
        assert "<script>window.pwned=1</script>" in text
        assert "[click](javascript:window.pwned=1)" in text
        assert "{{ 7*7 }}" in text
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("Kishida", delay=20)
        visit.page.locator(".bg-search-results a").first.wait_for()
        assert "<script>" in visit.page.locator(".bg-search-results").inner_text()
        assert visit.page.locator(".bg-search-results").locator("script, img, b").count() == 0
        assert visit.page.evaluate("window.pwned") is None
        visit.clean()


def test_gh_deploy_is_served_from_a_sub_path(reader: Callable[..., Reader], tmp_path: Path) -> None:
    def git(*arguments: str, cwd: Path) -> None:
        subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments],
            cwd=cwd,
            check=True,
            capture_output=True,
        )

    remote, work = tmp_path / "remote.git", tmp_path / "work"
    git("init", "--bare", str(remote), cwd=tmp_path)
    text = "Japan will set up a joint headquarters by March 2025, Fumio Kishida said on Friday."
    sites.small(work, {"one.md": sites.article("A plan", text)})
    (work / ".gitignore").write_text("/site/\n/.briefgen/\n")
    git("init", "--initial-branch=main", cwd=work)
    git("remote", "add", "origin", str(remote), cwd=work)
    git("add", ".", cwd=work)
    git("commit", "--message", "Articles", cwd=work)
    person = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "t"), ("EMAIL", "t@example.org"))
    }
    result = sites.mkdocs(work, "gh-deploy", **person)
    assert result.returncode == 0, result.stderr
    host = tmp_path / "host"
    git("clone", "--branch", "gh-pages", str(remote), str(host / "project"), cwd=tmp_path)
    with sites.served(host) as address:
        visit = reader(address + "project/")
        visit.open("")
        visit.page.locator("article a[href*='briefings/one']").first.click()
        visit.page.wait_for_url("**/project/briefings/one/**")
        visit.page.locator("a.bg-cite").first.click()
        visit.page.locator(".bg-evidence a.bg-cite").click()
        assert visit.page.locator(":target").count() == 1
        visit.page.keyboard.press("s")
        visit.page.keyboard.type("headquarters Japan")
        visit.page.locator(".bg-search-passage[href*='/one/']").first.click()
        visit.page.wait_for_url(re.compile(r"/project/briefings/one/.*highlight=.*#s1$"))
        visit.clean()
