"""What an expression for dates is said to need, all that it finds has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.annotate.language_tables import load_language_table
from build_tools.text.language_files import load_all_languages
from build_tools.text.runs import find_runs

JOINED = (
    ("en", "5 MayT10:30"),
    ("en", "in 2030/31, when"),
    ("en", "2030–31, when"),
    ("en", "in the ’90s"),
    ("en", "next May"),
    ("en", "5, 6 and 7 May"),
    ("ru", "5.12.31"),
)
"""What stands between, or is joined, where a word might be looked for."""


@pytest.mark.parametrize(("language", "text"), JOINED)
def test_signs_and_joined_letters_are_seen(language: str, text: str) -> None:
    """No expression that finds something is left out."""
    patterns = load_language_table(language).dates.patterns
    found = [need for pattern, need in patterns if pattern.search(text)]
    assert found
    assert all(need.may_be_met(find_runs(text)) for need in found)


@pytest.mark.parametrize("language", sorted(load_all_languages()))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=30)
@given(data=st.data())
def test_what_is_found_has_what_is_needed(language: str, data: st.DataObject) -> None:
    """Texts are made by the expressions themselves."""
    reader = load_language_table(language).dates
    pattern, need = data.draw(st.sampled_from(reader.patterns))
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assert need.may_be_met(find_runs(text)), (text, need)
    assert any(list(found) for found in reader.match(text)), text
