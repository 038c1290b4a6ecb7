"""Text stays text: what an article holds reaches the reader as it is and does nothing."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from briefgen import addresses
from briefgen.corpus import Page
from briefgen.errors import BriefgenError
from briefgen.render import Renderer, outward
from briefgen.render.text import CONTROL, escape

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    "abbr",
    "footnotes",
    "def_list",
    "admonition",
    "fenced_code",
    "pymdownx.magiclink",
    "pymdownx.emoji",
    "pymdownx.tilde",
    "pymdownx.caret",
    "pymdownx.mark",
    "pymdownx.tasklist",
    "pymdownx.snippets",
]
MARKS = st.text(alphabet="*_`[]()<>{}#|!~^=+-.:\"'\\&$@/ \n1aA;:%", max_size=40)


def read(text: str) -> str:
    """What a reader sees of a paragraph that a template made of the text."""
    page = markdown.markdown(f"x {escape(text)} x", extensions=EXTENSIONS)
    assert re.fullmatch(r"<p>[^<>]*</p>", page), page
    return html.unescape(page.removeprefix("<p>").removesuffix("</p>"))[1:-1].strip()


@settings(deadline=None)  # the first rendering reads every template
@given(st.one_of(MARKS, st.text(max_size=60)))
@example("<script>alert(1)</script>")
@example("[x](javascript:alert(1)) ![y](http://e.example/z.png)")
@example("{: onclick=alert(1) } {#id .class}")
@example('--8<-- "/etc/passwd"')
@example("www.example.com and http://example.com and a@example.com")
@example("&lt;b&gt; &amp; &#60;")
@example("\x02klzzwxh:0001\x03")
def test_any_text_is_read_as_it_is(text: str) -> None:
    assert read(text) == " ".join(CONTROL.sub(" ", text).split())


@given(MARKS)
def test_text_at_the_start_of_a_line_makes_no_block(text: str) -> None:
    page = markdown.markdown(escape(text), extensions=EXTENSIONS)
    assert re.fullmatch(r"(<p>[^<>]*</p>)?", page), page


def test_markup_of_ours_passes() -> None:
    assert escape(Markup("<b>")) == "<b>"


@given(st.text(min_size=1, max_size=60))
def test_a_slug_is_safe_in_a_path(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", addresses.slug(text))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org/a", "file:///etc/passwd", ""]
)
def test_only_web_addresses_lead_out(url: str) -> None:
    with pytest.raises(BriefgenError, match="correct example"):
        outward(url)


@given(st.text(max_size=40))
def test_a_web_address_cannot_leave_its_link(path: str) -> None:
    link = outward(f"https://example.org/{path}")
    assert not re.search(r"[()<>\"'\s\[\]\\{}]", link)


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("a plan", "#:~:text=a%20plan"),
        ("one-in-four, say", "#:~:text=one%2Din%2Dfour%2C%20say"),
        ("a b c d e f g h i j k", "#:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"),
    ],
)
def test_text_fragments(words: str, fragment: str) -> None:
    assert addresses.text_fragment("https://example.org/a", words).endswith(fragment)


def test_links_are_relative_to_the_page() -> None:
    assert addresses.relative("actors/a.md#x", "briefings/b.md") == "../actors/a.md#x"
    assert addresses.relative("index.md", "index.md") == "index.md"


def test_an_own_template_runs_in_the_sandbox(tmp_path: object) -> None:
    (tmp_path / "method.md.j2").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(BriefgenError, match=r"method\.md\.j2"):
        Renderer(tmp_path).render(Page("method.md", "Method", "method.md.j2"))


def test_an_empty_value_is_an_error(tmp_path: object) -> None:
    (tmp_path / "method.md.j2").write_text("{{ nothing }}")
    with pytest.raises(BriefgenError, match="not stated"):
        Renderer(tmp_path).render(Page("method.md", "Method", "method.md.j2", {"nothing": None}))
