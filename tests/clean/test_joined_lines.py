"""Lines of a passage are joined all at once, as they would be one after the other."""

from __future__ import annotations

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from build_tools.clean.text_blocks import join_lines


def _join_two(before: str, after: str) -> str:
    return before[:-1] + after if before.endswith("\xad") else f"{before} {after}"


@given(st.lists(st.text(alphabet="ab\xad ", min_size=1, max_size=4), min_size=1, max_size=8))
def test_all_at_once_is_one_after_the_other(lines: list[str]) -> None:
    """A word divided with a soft hyphen is made whole, however little of it stands in a line."""
    assert join_lines(lines) == reduce(_join_two, lines)
