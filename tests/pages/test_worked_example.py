"""The Method page's worked example must be what the code does, not what someone once wrote down."""

from __future__ import annotations

import pytest

from build_tools.pages.worked_example import insert_worked_example

NAME = "examples/the-ferry radio-vell-barn"


def test_a_page_without_a_place_is_refused() -> None:
    """An example is never lost in silence because someone deleted the comments."""
    with pytest.raises(ValueError, match="no place"):
        insert_worked_example("# Method\n", NAME, "<table></table>")
