"""A fault → the line that it is in, with a mark under its place: for a terminal and for a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unicodedata import combining, east_asian_width

from build_tools.model.fault import Fault
from build_tools.text.terminal import show_hidden

_WIDEST = 100
"""Characters of a line that are shown, about as many as a terminal has."""


def list_excerpt(fault: Fault) -> Iterator[str]:
    """The line that a fault is in, and a caret under its column; nothing where the file cannot be read."""
    try:
        lines = Path(fault.path).read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return
    if fault.line <= len(lines) and (written := lines[fault.line - 1]).strip():
        first = max(0, fault.column - _WIDEST // 2) if len(written) > _WIDEST else 0
        before, after = written[first : fault.column - 1], written[fault.column - 1 : first + _WIDEST]
        shown = show_hidden(before)
        yield f"{shown}{show_hidden(after)}"
        # columns of a terminal: Chinese letters take two, marks that stand on a letter none
        width = sum((0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1) for c in shown)
        yield f"{' ' * width}^"
