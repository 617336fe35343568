"""Faults → standard output and an exit code, for the commands that look for them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from build_tools.exports.fault_reports import FAULT_FORMATS
from build_tools.model.fault import Fault, Severity, summarize_faults
from build_tools.site.fault_excerpts import list_excerpt


def print_faults(faults: Sequence[Fault], format_: str = "text") -> int:
    """Print them, and their number on standard error; 1 if one of them is an error, else 0.

    A person at a terminal sees the line itself with a mark under its place; a program gets a line each.
    """
    if format_ == "text" and sys.stdout.isatty():
        for fault in faults:
            print(fault, *(f"    {line}" for line in list_excerpt(fault)), sep="\n")
    else:
        sys.stdout.write(FAULT_FORMATS[format_](faults))
    print(summarize_faults(faults), file=sys.stderr)
    return int(any(fault.severity is Severity.ERROR for fault in faults))
