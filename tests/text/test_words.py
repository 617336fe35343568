"""Counting words: the limit on quotations and the search for leaks agree."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.words import is_too_long, split_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one two", 2),
        ("Lomvik’s ferry — gone", 3),
        ("don't", 1),
        ("20,000 people", 3),
        ("pre-trial", 2),
        ("паром не идёт", 3),
        ("« … »", 0),
    ],
)
def test_count(text: str, count: int) -> None:
    """Punctuation is no word; what a stricter reader would count as two is counted as two."""
    assert len(split_words(text)) == count


def test_limit() -> None:
    """Eight words are quoted, nine are not."""
    assert not is_too_long("a b c d e f g h")
    assert is_too_long("a b c d e f g h i")


@given(st.text())
def test_never_fewer_than_between_spaces(text: str) -> None:
    """No text passes as short whose space-separated pieces with a letter or digit are too many."""
    assert len(split_words(text)) >= len([piece for piece in text.split() if re.search(r"[^\W_]", piece)])
