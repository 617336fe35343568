"""What may be read out of a file: percent signs are undone as addresses have them."""

from __future__ import annotations

from urllib.parse import unquote_plus

from hypothesis import given
from hypothesis import strategies as st

from build_tools.site.readings import list_file_texts

_PIECES = ("%", "%2", "%20", "%d0%B1", "%D0", "%E2%80%99", "+", "a", "é", "100%;", "%%41", "f+f", "\n")


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_an_address_is_read_as_a_browser_reads_it(text: str) -> None:
    """However its signs are escaped, whole or cut off, in letters of either size."""
    assert "%" not in text or unquote_plus(text) in list(list_file_texts("x", text.encode()))


def test_what_a_tag_turns_around_is_read_as_it_is_seen() -> None:
    """With tags within, and whatever else stands in the tag."""
    page = b'<p>with <bdo class="x" dir="rtl">nel<b>loT</b> ariM</bdo></p>'
    assert any("Mira Tollen" in text for text in list_file_texts("x", page))
