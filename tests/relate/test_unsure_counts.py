"""Why nobody can say how many origins stand behind a finding, in words."""

from __future__ import annotations

import pytest

from build_tools.model.archive import Count
from build_tools.relate.status import tell_unsure

UNSURE = {
    Count(3, ("a", "b"), ("a", "b"), 0, 2): "It may go back to background",
    Count(3, ("a",), ("a", "b"), 1, 3): "others do not, there are up to 3.",
    Count(3, ("a", "b"), ("a",), 1, 3): "others do not, there are up to 3.",
    Count(3, ("a",), ("a", "b"), 1, 2): "inferred links join what the sources themselves do not",
    Count(3, ("a", "b"), ("a",), 1, 2): "that there are 2 rests on inferred links.",
    Count(3, ("a", "b"), ("a", "b"), 1, 2): "that there are 2 rests on inferred links.",
}


@pytest.mark.parametrize("counted", UNSURE)
def test_what_nobody_can_say_is_told_with_its_reason(counted: Count) -> None:
    """Some links may hold and others not; or none; or they join two that may be one."""
    assert UNSURE[counted] in tell_unsure(counted)
