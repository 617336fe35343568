"""Characters that act or cannot be seen are shown by their numbers, in every form of a page."""

from __future__ import annotations

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.acting_characters import show_acting, show_acting_lines

DIRECTIONS = frozenset(["LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"])
"""Classes of characters that turn the text around them."""


def test_every_character_is_shown_or_named() -> None:
    """Of all characters there are, white space becomes a space, and what acts or is none is named."""
    for char in map(chr, range(sys.maxunicode + 1)):
        assert show_acting(char) == _shown(char), hex(ord(char))


def _shown(char: str) -> str:
    """The rule for one character, in the words of the standard."""
    code = ord(char)
    if char.isspace():
        return char if char == "\u00a0" else " "
    marks_of_direction = unicodedata.bidirectional(char) in DIRECTIONS or code in (0x061C, 0x200E, 0x200F)
    no_character = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    acts = unicodedata.category(char) in ("Cc", "Cs") or marks_of_direction or no_character or code == 0xFEFF
    return f"⟨U+{code:04X}⟩" if acts else char


@given(st.text())
def test_showing_twice_changes_nothing(text: str) -> None:
    """What was made visible is plain text, and stays as it is."""
    assert show_acting(show_acting(text)) == show_acting(text)


@given(st.text())
def test_lines_stay_lines(text: str) -> None:
    """Each line is shown as it would be by itself."""
    assert show_acting_lines(text) == "\n".join(map(show_acting, text.splitlines()))
