"""Faults → standard output and an exit code, for the commands that look for them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import combining, east_asian_width

from build_tools.exports.fault_reports import FAULT_FORMATS
from build_tools.model.fault import Fault, Severity, summarize_faults
from build_tools.text.terminal import show_hidden

_WIDEST = 100
"""Characters of a line that are shown, about as many as a terminal has."""


def print_faults(faults: Sequence[Fault], format_: str = "text") -> int:
    """Print them, and their number on standard error; 1 if one of them is an error, else 0.

    A person at a terminal sees the line itself with a mark under its place; a program gets a line each.
    """
    if format_ == "text" and sys.stdout.isatty():
        sys.stdout.writelines(f"{words}\n" for fault in faults for words in (fault, *_list_excerpt(fault)))
    else:
        sys.stdout.write(FAULT_FORMATS[format_](faults))
    print(summarize_faults(faults), file=sys.stderr)
    return int(any(fault.severity is Severity.ERROR for fault in faults))


def _list_excerpt(fault: Fault) -> Iterator[str]:
    """The line that a fault is in, and a caret under its column; nothing where the file cannot be read."""
    try:
        lines = Path(fault.path).read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return
    if fault.line <= len(lines) and (written := lines[fault.line - 1]).strip():
        first = max(0, fault.column - _WIDEST // 2) if len(written) > _WIDEST else 0
        before, after = written[first : fault.column - 1], written[fault.column - 1 : first + _WIDEST]
        shown = show_hidden(before)
        yield f"    {shown}{show_hidden(after)}"
        yield f"    {' ' * _measure_width(shown)}^"


def _measure_width(text: str) -> int:
    """Columns of a terminal: Chinese letters take two, marks that stand on a letter none."""
    return sum((0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1) for c in text)
