"""`archive explain`: how a claim, a finding or a removed line came to be, and what a fault means."""

from __future__ import annotations

from typing import Annotated

from build_tools.clean import clean
from build_tools.cli.capture_file import is_file, read_capture
from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath, Option, WorkerCount
from build_tools.cli.planning import load_archive, plan_archive
from build_tools.cli.rule_words import describe_rules
from build_tools.exports.codes_page import explain_code
from build_tools.model.codes import CODES
from build_tools.relate.explain import explain_id, explain_line
from build_tools.text.terminal import show_hidden

# Python refuses to read numbers of thousands of digits, and no file has a billion lines
_TOO_MANY_DIGITS = 10


def run_explain(
    name: Annotated[
        str,
        Option(
            "a finding (`two-crossings`), a claim (`slug#p3c2`), a line (`slug:12`, `FILE:12`) or the code of"
            " a fault (`E103`)",
            "ID",
        ),
    ],
    *,
    captures: CapturesFolder = None,
    workers: WorkerCount = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Print the explanation. A line of a file and a code need no archive."""
    file, _, number = name.rpartition(":")
    if code := next((known for known in CODES if known.code == name.upper()), None):
        lines = tuple(explain_code(code))
    elif number.isascii() and number.isdigit() and len(number) < _TOO_MANY_DIGITS and is_file(file):
        lines = explain_line(clean(read_capture(file)), int(number), describe_rules())
    else:
        archive = load_archive(plan_archive(config, captures=captures), workers)
        lines = explain_id(archive, name, describe_rules())
    print("\n".join(map(show_hidden, lines)))
    return 0


EXPLAIN = Command(
    "explain",
    run_explain,
    "Tells in words how a count was made, which links of its chains are inferred and what it would be "
    "without them; what a claim rests on; which rule decided about a line of a capture; what a fault means.",
)
