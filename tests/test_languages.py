"""The interface in its languages: every word is in a catalogue, and every catalogue is whole."""

from __future__ import annotations

import gzip
import importlib.util
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import markdown
import pytest
import sites
from babel import Locale
from babel.messages.pofile import read_po
from conftest import article
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.config import load_config
from test_browser import CHROMIUM, browser
from test_render import EXTENSIONS

from briefgen import catalogue, wording
from briefgen.catalogue import N_
from briefgen.corpus import Page
from briefgen.engines import gather
from briefgen.errors import BriefgenError
from briefgen.render import Renderer
from briefgen.terms import TERMS
from briefgen.unread import unread

__all__ = ["browser"]  # a fixture
OTHERS = [language for language in catalogue.languages() if language != catalogue.ENGLISH]
TEMPLATES = sorted((sites.CHECKOUT / "templates").glob("*.j2"))
NAMES_OF_FORMATS = {"JSON", "Atom", "iCalendar", "csv", "jsonl"}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
TARGET = re.compile(r"\]\([^)]*\)|`[^`]*`")


def tool() -> ModuleType:
    """tools/messages.py."""
    path = sites.CHECKOUT / "tools" / "messages.py"
    spec = importlib.util.spec_from_file_location("messages", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


messages = tool()


def catalogue_of(language: str) -> Any:
    with catalogue.path(language).open("rb") as source:
        return read_po(source, locale=language)


# The words of the interface.


def unmarked(source: str) -> list[str]:
    """Words of a template that stand outside the catalogue: what is left without its markup."""
    tokens = Environment(extensions=["jinja2.ext.i18n"]).lex(source)
    shown = "".join(value if kind == "data" else "\x1f" for _, kind, value in tokens)
    shown = re.sub(r"\A---\n.*?\n---\n", "", shown, flags=re.S)
    shown = re.sub(r'\b(title|aria-label|placeholder|alt|data-[\w-]+)="([^"]*)"', r">\2<", shown)
    shown = re.sub(r"<[^<>]*>|\{ [^{}\n]*\}|\]\([^()]*\)|&\w+;", "", shown)
    shown = re.sub(r"</?\w[^<>]*?(?=\n|$|>)|^[^<>\n]*?/?>", "", shown)
    return [word for word in re.findall(r"[A-Za-z]{2,}", shown) if word not in NAMES_OF_FORMATS]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_outside_the_catalogue(path: Path) -> None:
    assert unmarked(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# Title\n", ["Title"]),
        ('# {{ _("Title") }}\n', []),
        ('<p class="x" title="Told">{{ x }}</p>', ["Told"]),
        ("[All of it]({{ x }}){ .bg-quiet }", ["All", "of", "it"]),
        ('<span id="a-{{ x }}" class="bg-{{ y }}"></span>', []),
        ("| Actor |\n|---|\n", ["Actor"]),
    ],
)
def test_words_outside_the_catalogue_are_found(source: str, words: list[str]) -> None:
    assert unmarked(source) == words


def test_the_template_of_the_catalogues_is_up_to_date(tmp_path: Path) -> None:
    messages.write(tmp_path / "briefgen.pot", messages.template())
    fresh = (tmp_path / "briefgen.pot").read_text(encoding="utf-8")
    assert messages.TEMPLATE.read_text(encoding="utf-8") == fresh, "run tools/messages.py"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_whole(language: str) -> None:
    own = catalogue_of(language)
    wanted = {one.id for one in messages.template() if one.id}
    assert {one.id for one in own if one.id} == wanted
    assert [one.id for one in own if one.id and not all(messages.strings(one))] == []
    assert [one.id for one in own if one.fuzzy and one.id] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_what_stands_in_a_message(language: str) -> None:
    for one in catalogue_of(language):
        ids = [one.id] if isinstance(one.id, str) else list(one.id)
        told = messages.strings(one) if one.id else []
        if len(ids) > 1:
            assert len(told) == catalogue_of(language).num_plurals, one.id
        values = [set(PLACEHOLDER.findall(text)) for text in ids]
        for text in told:
            # A plural form may say its number as a word: "one article".
            free = {"num"} if len(ids) > 1 else set()
            assert set(PLACEHOLDER.findall(text)) | free == values[-1] | free, text
            assert sorted(TARGET.findall(text)) == sorted(TARGET.findall(ids[-1])), text
            assert not re.search(r'["<>{}|\n]', text), text
            assert text.strip() == text or ids[0].strip() != ids[0], text


def test_the_plural_forms_of_arabic() -> None:
    words = catalogue.catalogue("ar")
    numbers = (0, 1, 2, 3, 11, 100)
    told = [words.ngettext("%(num)s article", "%(num)s articles", n) for n in numbers]
    assert told[1:3] == ["مقال واحد", "مقالان"]
    assert [one.split()[-1] for one in told[3:]] == ["مقالات", "مقالًا", "مقال"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_fixed_value_has_its_word(language: str) -> None:
    words = catalogue.catalogue(language)
    same = {one for one in TERMS if words.gettext(one) == one}
    assert {one.casefold() for one in same} <= {"person", "protest"}, same


# Values inside of messages are text of articles: hostile.

HOSTILE = "[x](javascript:alert(1)) *b* `c` | <i>&amp; {.d}\n# e"


@pytest.mark.parametrize("language", catalogue.languages())
@pytest.mark.parametrize(
    "call",
    [
        '{{ _("named as “%(words)s”", words=x) }}',
        '{{ gettext("named as “%(words)s”", words=x) }}',
        "{% trans words=x %}named as “{{ words }}”{% endtrans %}",
        '{{ ngettext("“%(question)s” not stated: in %(num)s briefing", '
        '"“%(question)s” not stated: in %(num)s briefings", 3, question=x) }}',
    ],
)
def test_a_value_in_a_message_is_read_as_it_is(tmp_path: Path, language: str, call: str) -> None:
    (tmp_path / "method.md.j2").write_text(f"{call}", encoding="utf-8")
    page = Page("method.md", "Method", "method.md.j2", {"x": HOSTILE})
    made = markdown.markdown(Renderer(tmp_path, language).render(page), extensions=EXTENSIONS)
    assert re.fullmatch(r"<p>[^<>]*</p>", made), made
    assert "javascript:alert(1)" in re.sub("&#(\\d+);", lambda m: chr(int(m[1])), made)


def test_a_message_says_an_empty_value_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "method.md.j2").write_text('{{ _("grade %(grade)s", grade=none) }}')
    with pytest.raises(BriefgenError, match="not stated"):
        Renderer(tmp_path).render(Page("method.md", "Method", "method.md.j2"))


@pytest.mark.parametrize("call", ['_("50% of")', '_("a %(b)s")', 'ngettext("%(a)s", "%(a)s", 2)'])
def test_a_message_without_its_value_names_the_template(tmp_path: Path, call: str) -> None:
    (tmp_path / "method.md.j2").write_text(f"\n{{{{ {call} }}}}")
    with pytest.raises(BriefgenError, match=r"method\.md\.j2:2: .* correct example"):
        Renderer(tmp_path).render(Page("method.md", "Method", "method.md.j2"))


def test_a_title_of_an_article_is_never_translated() -> None:
    assert catalogue.own("Changes", "de") == "Changes"
    assert catalogue.own(N_("Changes"), "de") == "Änderungen"


def test_words_of_a_source_bear_its_language(tmp_path: Path) -> None:
    (tmp_path / "method.md.j2").write_text('{{ "a b"|spoken_in("en-GB") }}')
    page = Page("method.md", "Method", "method.md.j2")
    assert Renderer(tmp_path).render(page) == "a b\n"
    assert Renderer(tmp_path, "de").render(page) == '<bdi lang="en-GB">a b</bdi>\n'


def test_a_value_keeps_its_direction_where_the_page_has_another(tmp_path: Path) -> None:
    (tmp_path / "method.md.j2").write_text('<i class="{{ c }}">{{ x }}</i>')
    page = Page("method.md", "M", "method.md.j2", {"c": "bg-chip", "x": "Harbour Wire (sample)"})
    shown = Renderer(tmp_path, "ar").render(page)
    assert shown == '<i class="bg-chip">\u2068Harbour Wire &#40;sample&#41;\u2069</i>\n'
    assert "\u2068" not in Renderer(tmp_path, "de").render(page)
    (tmp_path / "method.md.j2").write_text("{{ x|number }}")
    page = Page("method.md", "M", "method.md.j2", {"x": (2, 3)})
    assert Renderer(tmp_path, "ar").render(page) == "\u20682–3\u2069\n"


# Dates, figures and names by locale.


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        ("de", "2024-03-29", "29. März 2024"),
        ("de", "2024-04", "April 2024"),
        ("de", "2024-Q2", "zweites Quartal 2024"),
        ("de", "196", "1960er Jahre"),
        ("de", "2024-03-29TNI", "29. März 2024, nachts"),
        ("ar", "2024-03-29", "29 مارس 2024"),
        ("ar", "2024-W13", "أسبوع 25 مارس 2024"),
        ("ar", "PRESENT_REF", "PRESENT_REF"),
    ],
)
def test_a_date_in_words(language: str, value: str, words: str) -> None:
    assert wording.resolved(value, language) == words


def test_figures_and_names() -> None:
    assert wording.number(2300000.5, "de") == "2.300.000,5"
    assert wording.number((1000, 2000), "ar") == "1,000–2,000"
    assert wording.figure("2,300,000 to 2,400,000.5", "de") == "2.300.000 to 2.400.000,5"
    assert wording.country("DEU", "de") == "Deutschland"
    assert wording.country("JPN", "ar") == "اليابان"
    assert wording.language_name("fr-CA", "de") == "Französisch"
    assert wording.day(date(2024, 3, 25)) == "25 March 2024"


# Articles in other languages.


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Il part. Elle reste !\nFin", ["Il part.", "Elle reste !", "Fin"]),
        ("Il a dit « non. » Puis rien.", ["Il a dit « non. »", "Puis rien."]),
        ("Le n. suivant, 3.5 km, etc. et plus.", ["Le n. suivant, 3.5 km, etc. et plus."]),
        ("قال نعم؟ ثم ذهب.", ["قال نعم؟", "ثم ذهب."]),
        ("東京。大阪！", ["東京。", "大阪！"]),
        ("", []),
    ],
)
def test_sentences_of_a_text_that_is_not_read(text: str, sentences: list[str]) -> None:
    found = unread(article(text, language="fr"), "mark").sentences
    assert [text[one.start : one.end] for one in found] == sentences


@given(st.text(max_size=80))
def test_no_letter_of_such_a_text_is_lost(text: str) -> None:
    spans = unread(article(text, language="fr"), "mark").sentences
    assert "".join("".join(text[s.start : s.end] for s in spans).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_only_english_is_read(tmp_path: Path) -> None:
    told = "Japan agreed on Friday to buy ships from the US, Aiko Tanaka said."
    both = [article(told, id="a", language="en-GB"), article(told, id="b", language="fr")]
    for _ in range(2):  # the second time from the cache
        found, failures = gather(both, jobs=1, cache_path=tmp_path / "cache.sqlite")
        assert failures == ()
        assert [one.article_id for one in found] == ["a", "b"]
        assert found[0].mentions
        assert found[1].sentences
        assert not (found[1].mentions or found[1].statements or found[1].bottom_line)


# The theme.


@pytest.mark.parametrize(
    ("theme", "language", "spoken"),
    [
        ("{name: material}", "ar", "ar"),
        ("material", "de", "de"),
        ("{name: material, language: fr}", "de", "fr"),
        ("{name: material, language: en}", "ar", "en"),
    ],
)
def test_the_theme_speaks_like_the_pages_unless_told(
    tmp_path: Path, theme: str, language: str, spoken: str
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\ntheme: {theme}\nplugins: [{{briefgen: {{language: {language}}}}}]\n"
    )
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config = config.plugins.run_event("config", config)
    assert config.theme["language"] == spoken


# The built site.


SAMPLE = ("true-confidence.md", "true-confidence-herald.md", "ras-isa-toll.md", "f35b-arrival.md")
SAMPLE += ("joint-command-opens.md", "tomahawk-contract.md", "languedoc-drones.md")


def tongue(folder: Path, language: str) -> Path:
    articles = sites.CHECKOUT / "content" / "articles"
    texts = {name: (articles / name).read_text(encoding="utf-8") for name in SAMPLE}
    cache = sites.CHECKOUT / ".briefgen" / "languages.sqlite"
    site = sites.small(folder, texts, language=language, cache=cache)
    return sites.built(site)


@pytest.fixture(scope="module", params=OTHERS)
def spoken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """(language, its site)."""
    return request.param, tongue(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tongue(tmp_path_factory.mktemp("en"), "en")


def pages(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("index.html"))
    }


def content(page: str) -> str:
    return page.split('<article class="md-content__inner', 1)[1].split("</article>")[0]


@pytest.mark.slow
def test_a_site_in_another_language_says_the_same(spoken: Any, english: Path) -> None:
    language, site = spoken
    own, like = pages(site), pages(english)
    assert list(own) == list(like)
    for name, page in own.items():
        assert f'<html lang="{language}"' in page, name
        direction = Locale(language).text_direction
        assert f'<body dir="{direction}"' in page, name
        links = [sorted(re.findall(r'href="([^"#]*)', content(one))) for one in (page, like[name])]
        assert links[0] == links[1], name


@pytest.mark.slow
def test_what_programs_read_has_one_language(spoken: Any, english: Path) -> None:
    suffixes = (".csv", ".jsonl", ".json", ".ics", ".bib", ".ris")
    files = {
        name: content
        for name, content in sites.tree(english).items()
        if name.endswith(suffixes) and not name.startswith(("pagefind/", "assets/"))
    }
    own = sites.tree(spoken[1])
    assert len(files) > 20
    assert [name for name, content in files.items() if own.get(name) != content] == []


@pytest.mark.slow
def test_no_english_word_of_the_interface_is_left(spoken: Any) -> None:
    language, site = spoken
    words = catalogue.catalogue(language)
    own = catalogue_of(language)
    told = {one.id for one in own if isinstance(one.id, str) and words.gettext(one.id) != one.id}
    long = {one for one in told if len(one) >= 12 and "%" not in one and one[0].isalpha()}
    for name, page in pages(site).items():
        shown = re.sub(r'<bdi lang="\w+">.*?</bdi>', "", content(page), flags=re.S)
        shown = re.sub(r"<[^>]*>", "\n", shown)
        assert [one for one in long if one in shown.split("\n")] == [], name


@pytest.mark.slow
def test_an_article_that_is_not_read_is_shown_and_found(english: Path) -> None:
    page = content(pages(english)["briefings/languedoc-drones/index.html"])
    assert '<bdi lang="fr">La frégate française Languedoc' in page
    assert "Programs here read English only" in page
    assert "French" in page
    assert "It credits" not in page
    assert "Bottom line" not in page
    assert "Not stated" not in page
    fragments = b"".join(
        gzip.decompress(path.read_bytes()) for path in (english / "pagefind" / "fragment").iterdir()
    ).decode()
    assert "volaient droit vers elle" in fragments


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_axe_finds_no_violation_from_right_to_left(spoken: Any, browser: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    language, site = spoken
    rules = axe.Axe()
    shown = ("", "briefings/true-confidence/", "briefings/languedoc-drones/", "search/", "method/")
    with sites.served(site) as address:
        page = browser.new_page()
        for one in shown:
            page.goto(address + one)
            found = rules.run(page).response["violations"]
            told = [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in found]
            assert told == [], (language, one)
