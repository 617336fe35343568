"""Escaped text must read back the same through a Markdown renderer, whatever it is and wherever it stands."""

from __future__ import annotations

import sys
import unicodedata
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.markdown import attribute, escape, title, visible

EXTENSIONS = ["attr_list", "md_in_html", "def_list", "tables", "toc", "footnotes", "abbr", "admonition"]
HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("<>&[](){}*_`#-+=|!:.~^\\\"'0123456789 \n\t\u202e\x00")
    )
)

DIRECTIONS = frozenset(["LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"])
"""Classes of characters that turn the text around them."""


class Reader(HTMLParser):
    """What a person would read, and which elements were made."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(source: str) -> Reader:
    reader = Reader()
    reader.feed(markdown.markdown(source, extensions=EXTENSIONS))
    reader.close()
    return reader


@given(HOSTILE)
def test_text_reads_back_at_the_beginning_of_a_line(text: str) -> None:
    """A paragraph that is nothing but escaped text shows that text and makes no element but the paragraph."""
    reader = read(escape(text) + "END")
    assert reader.text == visible(text) + "END"
    assert reader.tags == ["p"]


@given(HOSTILE)
def test_text_reads_back_in_the_middle(text: str) -> None:
    """The same in a heading with an attribute list, after a link, and in a list."""
    reader = read(f"# x {escape(text)} y {{: #a }}\n\n[l](#a) {escape(text)} z\n")
    assert f"x {visible(text)} y" in reader.text
    assert f"l {visible(text)} z" in reader.text
    assert reader.tags == ["h1", "p", "a"]


@given(HOSTILE, st.sampled_from("a1).”% *"), st.sampled_from("a1(.“ *"))
def test_text_reads_back_between_marks(text: str, before: str, after: str) -> None:
    """Told what stands around it, it still acts on nothing: between marks, after a digit or a space."""
    middle = escape(text, before, after)
    reader = read(f"[x{escape(before)}](#a){middle}<span>{escape(after)}y</span>")
    assert reader.text == f"x{before}{visible(text)}{after}y"
    assert reader.tags == ["p", "a", "span"]


@given(HOSTILE)
def test_link_text_and_title_read_back(text: str) -> None:
    """As a link's text it stays inside the link, and as an attribute it stays inside the quotation marks."""
    reader = read(f'[a{escape(text)}b](#x){{: title="{attribute(text)}" }}')
    assert reader.text == f"a{visible(text)}b"
    assert reader.tags == ["p", "a"]


@given(HOSTILE)
def test_titles_are_inert(text: str) -> None:
    """A title in front matter holds no character that opens a tag, a reference or a template expression."""
    assert not set(title(text)) & set("<>\"'{}")


@pytest.mark.parametrize(
    "plain", ["About 20,000 people (in 2024), he said: “no”.", "It’s a well-kept 40% – yes…"]
)
def test_ordinary_prose_stays_as_it_is(plain: str) -> None:
    """Pages are read as files, so common punctuation is not turned into references."""
    assert escape(plain) == plain


def test_every_character_is_shown_or_named() -> None:
    """Of all characters there are, white space becomes a space, and what acts or is none is named."""
    for char in map(chr, range(sys.maxunicode + 1)):
        assert visible(char) == _shown(char), hex(ord(char))


def _shown(char: str) -> str:
    """The rule for one character, in the words of the standard."""
    code = ord(char)
    if char.isspace():
        return char if char == "\u00a0" else " "
    marks_of_direction = unicodedata.bidirectional(char) in DIRECTIONS or code in (0x061C, 0x200E, 0x200F)
    no_character = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    acts = unicodedata.category(char) in ("Cc", "Cs") or marks_of_direction or no_character or code == 0xFEFF
    return f"⟨U+{code:04X}⟩" if acts else char


@given(HOSTILE, st.sampled_from("\na1).”% *_(-\u00a0"), st.sampled_from("\na1(.“ *_)-\u00a0"))
def test_a_mark_stays_only_where_it_means_nothing(text: str, before: str, after: str) -> None:
    """The rule of each character, told one by one: it depends on what stands beside it and on no more."""
    shown = visible(text)
    around = f"{before}{shown}{after}"
    number = len(shown) - len(shown.lstrip("0123456789")) if before == "\n" else -1
    plain = (_stays(char, around[at], around[at + 2], at == number) for at, char in enumerate(shown))
    expected = "".join(char if p else f"&#{ord(char)};" for char, p in zip(shown, plain, strict=True))
    assert escape(text, before, after) == expected


def _stays(char: str, before: str, after: str, ends_number: bool) -> bool:
    if char.isalnum() or char in ",;?%…–—‘’“”«»„\"'$€£§°/¶·→←×":
        return True
    if char in " \u00a0":
        return before not in " \n" and after not in " \n"
    if char == "(":
        return before == " " and after.isalnum()
    if char == "-":
        return before.isalnum() and after.isalnum()
    return char in ".:)" and not ends_number and (before.isalnum() or before in ")”’%")
