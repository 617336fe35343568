"""A look at a text’s runs never says no where a search in any case says yes."""

from __future__ import annotations

import re
import sys

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.runs import find_runs, is_simple, telling_runs


def test_simple_letters_have_one_other_case() -> None:
    """Of all characters there are: two simple ones match in any case only if their lower cases are one."""
    simple = [c for c in map(chr, range(sys.maxunicode + 1)) if is_simple(c)]
    cased = [c for c in simple if len(c.lower()) != 1 or c.lower() != c or c.upper() != c]
    assert all(len(c.lower()) == 1 for c in cased)
    either = "".join(cased)
    for character in cased:
        found = re.findall(re.escape(character), either, re.IGNORECASE)
        assert {c.lower() for c in found} == {character.lower()}


def test_of_other_letters_nothing_is_told() -> None:
    """`ſ` is an `s` to a search, and `K` may be a Kelvin."""
    assert find_runs("ſummer") is None
    assert find_runs("273 \u212a") is None
    assert telling_runs(["ſummer"]) is None


@given(st.text("aBж1 _-.İk\u212a", max_size=12), st.text("aBж1 _-.ſ", min_size=1, max_size=4))
def test_what_is_found_has_its_telling_run(text: str, word: str) -> None:
    """A word between what is neither letter nor digit is found only where its run stands."""
    runs, telling = find_runs(text), telling_runs([word])
    if runs is None or telling is None:
        return
    if re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE):
        assert not telling.isdisjoint(runs.parts)
