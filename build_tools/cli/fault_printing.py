"""Faults → standard output and an exit code, for the commands that look for them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from build_tools.exports.fault_reports import FAULT_FORMATS
from build_tools.model.fault import Fault, Severity, summarize_faults
from build_tools.site.fault_excerpts import list_excerpt


def print_faults(faults: Sequence[Fault], format_: str = "text") -> int:
    """Print them, and their number on standard error; 1 if one of them is an error, else 0.

    A person at a terminal sees the line itself with a mark under its place; a program gets a line each. In
    text the gravest stand last, beside their number: a large archive has hundreds of suggestions.
    """
    if format_ != "text":
        sys.stdout.write(FAULT_FORMATS[format_](faults))
    else:
        gravity = [*Severity]
        excerpt = list_excerpt if sys.stdout.isatty() else lambda _: ()
        # sorting is stable: of one severity they stay in the order of their places
        for fault in sorted(faults, key=lambda fault: -gravity.index(fault.severity)):
            print(fault, *(f"    {line}" for line in excerpt(fault)), sep="\n")
    print(summarize_faults(faults), file=sys.stderr)
    return int(any(fault.severity is Severity.ERROR for fault in faults))
