"""Values in messages: one short line, whatever they hold."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.terminal import did_you_mean, quote_value, show_hidden


@given(st.text() | st.integers() | st.lists(st.text()))
def test_shown_is_one_short_printable_line(value: object) -> None:
    """No value can end a line, colour a terminal or turn text around in it."""
    text = quote_value(value)
    assert not set(text) & set("\n\r\x1b\x00\u202e\u2028")
    assert len(text) <= 60 * 10 + 2
    assert text[0] + text[-1] == "“”"


def test_did_you_mean_is_deterministic() -> None:
    """The closest known word, or nothing; the order of the known words does not matter."""
    assert did_you_mean("ferrys", {"mail", "ferries"}) == "Did you mean “ferries”?"
    assert did_you_mean("zzz", {"mail", "ferries"}) == ""


@given(st.text())
def test_what_cannot_be_seen_is_an_escape(text: str) -> None:
    """Controls, formats and separators of lines are named by number; everything else stays."""
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    expected = (f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) in hidden else c for c in text)
    assert show_hidden(text) == "".join(expected)


_WORD = st.text("abcde-ж€", min_size=1, max_size=9)


@given(_WORD, st.frozensets(_WORD, max_size=12))
def test_did_you_mean_passes_over_nothing_that_is_close(given_: str, known: frozenset[str]) -> None:
    """A look at the letters leaves out only what a comparison letter by letter would."""
    close = get_close_matches(given_, sorted(known), n=1, cutoff=0.6)
    assert did_you_mean(given_, known) == (f"Did you mean {quote_value(close[0])}?" if close else "")
