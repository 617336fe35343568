"""Words before numbers are found wherever a search would find them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.annotate.currencies import _BEFORE, _LAST
from build_tools.annotate.language_tables import load_language_table
from build_tools.annotate.words_before_numbers import LOOK_BACK
from build_tools.text.language_files import load_all_languages


@pytest.mark.parametrize("language", sorted(load_all_languages()))
@settings(max_examples=25)
@given(data=st.data())
def test_endings_hide_no_word(language: str, data: st.DataObject) -> None:
    """A label or a minus, in any case, ends as one of the endings."""
    words = load_language_table(language).numerals.before
    text = data.draw(st.from_regex(words.label) | st.from_regex(words.minus))
    before = text[-LOOK_BACK:]
    assert words.names_number(text, len(text)) == (words.label.search(before) is not None)
    if words.minus.search(before):
        assert words.read_sign(text, len(text), is_digits=False)[1]


def test_a_long_s_is_an_s() -> None:
    """As a search in any case has it."""
    words = load_language_table("en").numerals.before
    assert words.read_sign("minuſ 5", 6, is_digits=True) == (0, True)
    assert words.names_number("§§, pageſ 5", 10)


@given(st.from_regex(_BEFORE))
def test_last_characters_hide_no_currency(text: str) -> None:
    """Whatever stands before a number as a currency ends as one."""
    assert text.rstrip()[-1:] in _LAST
