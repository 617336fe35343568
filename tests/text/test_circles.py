"""Circles are found wherever they are, in chains of any length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.circles import find_circling

_NAMES = st.sampled_from("abcdefg")


def _reached(start: str, above: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [*above.get(start, ())]
    while waiting:
        if (name := waiting.pop()) not in reached:
            reached.add(name)
            waiting += above.get(name, ())
    return reached


@given(st.dictionaries(_NAMES, st.sets(_NAMES, max_size=3)))
def test_those_are_found_that_reach_themselves(above: dict[str, set[str]]) -> None:
    """Neither what leads into a circle nor what lies between two is in one."""
    assert find_circling(above) == {name for name in above if name in _reached(name, above)}


def test_a_long_chain_and_a_long_circle_are_no_matter() -> None:
    """Neither needs a recursion that Python refuses, nor the square of its length."""
    chain = {str(n): [str(n + 1)] for n in range(30_000)}
    assert not find_circling(chain)
    assert len(find_circling({**chain, "30000": ["0"]})) == 30_001
