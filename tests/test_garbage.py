"""Python's search for circles is put off, and afterwards is what it was."""

from __future__ import annotations

import gc

from build_tools.garbage import set_values_aside


def test_searches_come_again_as_before() -> None:
    """What was set aside is looked at again, and as often."""
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with set_values_aside():
        assert gc.get_threshold() > before
        assert gc.get_freeze_count() > frozen
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
