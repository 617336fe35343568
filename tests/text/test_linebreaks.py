"""Lines as an editor numbers them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.linebreaks import line_spans


@given(st.text(alphabet="a \n\r\x85\u2028\u2029\x0b\x0c", max_size=60))
def test_spans_cover_the_text(text: str) -> None:
    """Lines with their endings are the text, in order."""
    assert "".join(text[start:end] for start, end in line_spans(text)) == text


def test_each_kind_of_ending_ends_one_line() -> None:
    """A carriage return with its line feed is one ending; a form feed is none."""
    assert line_spans("a\r\nb\rc\nd\x85e\x0cf") == [(0, 3), (3, 5), (5, 7), (7, 9), (9, 12)]
    assert line_spans("") == []
    assert line_spans("\n") == [(0, 1)]
