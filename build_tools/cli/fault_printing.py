"""Faults → standard output and an exit code, for the commands that look for them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from build_tools.exports.fault_reports import FAULT_FORMATS
from build_tools.model.fault import Fault, Severity, summarize_faults


def print_faults(faults: Sequence[Fault], format_: str = "text") -> int:
    """Print them, and their number on standard error; 1 if one of them is an error, else 0."""
    sys.stdout.write(FAULT_FORMATS[format_](faults))
    print(summarize_faults(faults), file=sys.stderr)
    return int(any(fault.severity is Severity.ERROR for fault in faults))
