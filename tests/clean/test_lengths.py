"""A capture of more lines or paragraphs than can be told of is refused before they are, with what to do."""

from __future__ import annotations

import pytest

from build_tools.clean import clean, core
from build_tools.model.capture import Capture
from build_tools.model.unreadable import UnreadableCapture


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    """Blank ones count: the ledger tells of each."""
    monkeypatch.setattr(core, "MOST_LINES", 20)
    kept = f"The ferry came.{end * 19}It left."
    assert len(clean(Capture("a.txt", kept.encode(), "")).lines) == 20
    with pytest.raises(UnreadableCapture, match=r"has 2[12] lines, .* Divide it") as refusal:
        clean(Capture("a.txt", f"{kept}{end * 2}".encode(), ""))
    assert refusal.value.code == "C120"


def test_too_many_paragraphs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has a place on the source's page."""
    monkeypatch.setattr(core, "MOST_PARAGRAPHS", 5)
    text = "The ferry came to the quay at noon.\n\n"
    assert len(clean(Capture("a.txt", (text * 5).encode(), "")).body) == 5
    with pytest.raises(UnreadableCapture, match=r"has 6 paragraphs, .* Divide it"):
        clean(Capture("a.txt", (text * 6).encode(), ""))
