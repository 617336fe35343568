"""Text as plain Markdown: whoever renders the file shows exactly that text, wherever a template sets it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from build_tools.text.acting_characters import show_acting
from build_tools.text.plain_markdown import escape_markdown

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "sane_lists",
    "tables", "toc",
]  # fmt: skip
"""More than our own files need: who takes them over may have switched on any of these."""
PLACES = {
    "a paragraph": ("{}", "p"),
    "within a line": ("before {} after", "p"),
    "a heading": ("# {}", "h1"),
    "a list": ("- {}", "ul li"),
    "a list within a list": ("- x\n    - {}", "ul ul li"),
    "a quotation": ("> {}", "blockquote p"),
    "a table": ("| a | b |\n| --- | --- |\n| {} | c |", "td"),
    "a link": ("see [{}](x.md) there", "a"),
    "strong words": ("so **x{}x** it is", "strong"),
    "a line below another": ("x\n{}", "p"),
    "a footnote": ("a[^n]\n\n[^n]: **Note.** {}", ".footnote p"),
}
HOSTILE = (
    "{{ secrets }}", "{% raw %}", '--8<-- "file.md"', "[a](b)", "![a](b)", "[a]: b", "[^n]", "[^n]: x",
    "*[HTML]: x", "`a` ``b", "```", "~~~", "~~a~~", "'a' \"b\" “c”", "<b>a</b>", "<!-- a", "&amp; &#60; &lt;",
    "a_b_c __a__ _a_", "**a** *a*", "# a", "a {#b .c}", "{: #b }", "===", "---", "- a", "+ a", "* a", "1. a",
    "12) a", "> a", ": a", "| a | b |", "a | b", "\\", "\\*", "a\\", "!!! note", "::: a", "https://a.example/_b_",
    "a@b.example", "<https://a.example>", "    code", "a  ", "[[a]]", "^a^", "$a$", "<script>", "a\nb", "]",
    "[TOC]", "==", "=", "~", ":", "#", "&", "<", "{", "[x] a", "- [ ] a", "a ![", "\\`a`", "a<b>c", "</p>",
)  # fmt: skip
SIGNS = "<>&[](){}*_`#-+=|!:.~^\\\"'$@%/0123456789 \n\tab\u00a0\u202e"
TEXTS = st.one_of(
    st.text(st.one_of(st.characters(), st.sampled_from(SIGNS)), max_size=40),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map(" ".join),
)


def _collapse(text: str) -> str:
    """As a browser shows it: one blank for many, none at an end."""
    return re.sub(r"[ \n\xa0]+", " ", text).strip()


def _read(place: str, text: str) -> tuple[str, int]:
    """What is shown at a place, and how many elements there are in it."""
    pattern, selector = PLACES[place]
    html = Markdown(extensions=EXTENSIONS).convert(pattern.format(escape_markdown(text)))
    shown = BeautifulSoup(html, "lxml").select_one(selector)
    assert shown, (place, text, html)
    for back in shown.select(".footnote-backref"):
        back.decompose()
    return shown.get_text(), len(shown.select("*"))


def _expect(place: str, text: str) -> str:
    pattern = {"a footnote": "Note. {}", "a line below another": "x {}", "strong words": "x{}x"}.get(
        place, "{}"
    )
    return (pattern if place != "within a line" else "before {} after").format(show_acting(text))


@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_is_shown_as_it_is(place: str) -> None:
    """Marks of Markdown, of HTML and of template languages are text, and nothing but text."""
    for text in HOSTILE:
        shown, elements = _read(place, text)
        assert _collapse(shown) == _collapse(_expect(place, text))
        assert elements == (place == "a footnote"), text


@given(st.sampled_from(sorted(PLACES)), TEXTS)
@example("a paragraph", "0.")
def test_any_text_is_shown_as_it_is(place: str, text: str) -> None:
    """The same for whatever is captured; only blanks may be fewer."""
    if text.strip() or place not in {
        "a heading",
        "a list",
        "a list within a list",
        "a quotation",
        "a paragraph",
    }:
        shown, _ = _read(place, text)
        assert _collapse(shown) == _collapse(_expect(place, text))


@given(TEXTS)
def test_no_template_language_finds_itself(text: str) -> None:
    """Programs that fill in Markdown files before they are rendered find nothing of theirs in a text."""
    written = escape_markdown(text)
    assert "\n" not in written
    assert not re.search(r"\{\{|\{%|\{#|--8<--|<", written)


def test_ordinary_prose_stays_as_it_is() -> None:
    """What has no meaning in Markdown is not escaped: the files are there to be read."""
    prose = "In 2022 (June–July), “he” said: it’s 50% of €1,000; a snake_case word – and #1 & more!"
    assert escape_markdown(prose) == prose
