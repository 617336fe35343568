"""`clean`, `ledgers`, `explain`, `export`: what cleaning, counting and the archive have to say."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from build_tools import pipeline
from build_tools.clean import clean
from build_tools.cli.options import CAPTURES, CONFIG, EDITION, WORKERS, Command, Option
from build_tools.cli.settings import capture_of, gathered, planned, rule_words, settings
from build_tools.exports import ledger
from build_tools.exports.registry import DOWNLOADS, find_export
from build_tools.relate.explain import explain, explain_line
from build_tools.site.manifest import place
from build_tools.site.plan import check_machine
from build_tools.text.showing import show_hidden


def _clean(args: Namespace) -> int:
    cleaned = clean(capture_of(args.file), language=args.language)
    if args.ledger:
        Path(args.ledger).write_bytes(ledger.as_json(ledger.without_text(cleaned)).encode())
        print(f"{args.ledger} holds the ledger of {args.file}, without its text", file=sys.stderr)
        return 0
    told = ledger.without_text(cleaned) if args.without_text else cleaned
    sys.stdout.write(ledger.FORMATS[args.format](told))
    return 0


def _ledgers(args: Namespace) -> int:
    made = pipeline.ledgers(settings(planned(args), args))
    for ledger_file in made:
        if place(Path(ledger_file.path), ledger_file.content):
            print(ledger_file.path)
    print(f"{len(made)} captures are at hand", file=sys.stderr)
    return 0


def _explain(args: Namespace) -> int:
    file, _, number = args.id.rpartition(":")
    if number.isascii() and number.isdigit() and Path(file).is_file():
        lines = explain_line(clean(capture_of(file)), int(number), rule_words())
    else:
        lines = explain(gathered(args), args.id, rule_words())
    print("\n".join(map(show_hidden, lines)))
    return 0


def _export(args: Namespace) -> int:
    check_machine(planned(args), os.environ)
    sys.stdout.flush()
    sys.stdout.buffer.write(find_export(args.format).write(gathered(args)))
    return 0


CLEAN = Command(
    "clean",
    "the ledger of one capture",
    "Cleans any file, described by a record or not, and prints what became of each line and by which rule. "
    "With `--format json` the lines cover every byte of the file, in order, without gap or overlap.",
    _clean,
    (
        Option("--format", "how to print it", choices=("text", "json"), default="text"),
        Option("--language", "the text's language, as a record has it; words of page chrome differ", "TAG"),
        Option("--without-text", "leave the captured text out: only this may be published"),
        Option("--ledger", "write the ledger without text to this file, as it stands beside a record", "OUT"),
        Option("FILE", "the capture, text or HTML in any common encoding"),
    ),
)
LEDGERS = Command(
    "ledgers",
    "the committed ledgers, written anew",
    "Cleans every capture at hand and writes its ledger, without a word of the text, beside its record, so "
    "that a clone without the captures can show how they were cleaned. Prints the files that changed.",
    _ledgers,
    (CAPTURES, CONFIG),
)
EXPLAIN = Command(
    "explain",
    "how a claim, a finding or a removed line came to be",
    "Tells in words how a count was made, which links of its chains are inferred and what it would be "
    "without them; what a claim rests on; or which rule decided about a line of a capture.",
    _explain,
    (
        CAPTURES,
        WORKERS,
        CONFIG,
        Option("ID", "a finding (`two-crossings`), a claim (`slug#p3c2`) or a line (`slug:12`, `FILE:12`)"),
    ),
)
EXPORT = Command(
    "export",
    "the archive for other programs",
    "Writes one of the downloads to standard output: our own words only, whatever the edition. The exception "
    "is `epub` with `--edition reading`: that book holds the captured text and is for you alone.",
    _export,
    (
        EDITION,
        CAPTURES,
        WORKERS,
        CONFIG,
        Option(
            "FORMAT",
            "what to write: one of the names that `archive export --help` lists",
            choices=tuple(download.name for download in DOWNLOADS),
            listed=False,
        ),
    ),
)
