"""A reader whose library is not installed says so in one line, which names the extra."""

from __future__ import annotations

import pytest

from build_tools.capture.extras import load_extra
from build_tools.model.unreadable import UnreadableCapture


def test_an_absent_library_is_told_in_one_line() -> None:
    """With what to type."""
    with pytest.raises(UnreadableCapture) as refusal:
        load_extra("a_library_that_is_not_there", "pdf", "a PDF")
    assert refusal.value.code == "C119"
    assert "'.[pdf]'" in str(refusal.value)
    assert "\n" not in str(refusal.value)
