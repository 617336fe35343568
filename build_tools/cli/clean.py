"""`archive clean`: the ledger of one capture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from build_tools.clean import clean
from build_tools.cli.capture_file import CaptureEncoding, list_doubts, read_capture
from build_tools.cli.command import Command
from build_tools.cli.options import Option
from build_tools.exports import ledger_files
from build_tools.model.errors import UsageError
from build_tools.site.manifest import replace_file
from build_tools.text.terminal import show_hidden


def run_clean(
    file: Annotated[str, Option("the capture, in any form that is read", "FILE")],
    *,
    format_: Annotated[Literal["text", "json"], Option("how to print it")] = "text",
    language: Annotated[
        str | None, Option("the text's language, as a record has it; words of page chrome differ", "TAG")
    ] = None,
    encoding: CaptureEncoding = None,
    page: Annotated[
        str | None, Option("the address of the page that is meant, in a web archive", "URL")
    ] = None,
    without_text: Annotated[bool, Option("leave the captured text out: only this may be published")] = False,
    ledger_: Annotated[
        str | None, Option("write the ledger without text to this file, as it stands beside a record", "OUT")
    ] = None,
) -> int:
    """Print the ledger, or write it to a file."""
    capture = read_capture(file, encoding)
    target = _check_ledger_target(ledger_) if ledger_ else None
    cleaned = clean(capture, language=language, encoding=encoding, page=page)
    for doubt in list_doubts(capture, encoding, page):
        print(doubt, file=sys.stderr)
    if target:
        content = ledger_files.write_ledger_as_json(ledger_files.drop_captured_text(cleaned))
        replace_file(target, content.encode())
        print(f"{ledger_} holds the ledger of {file}, without its text", file=sys.stderr)
        return 0
    sys.stdout.write(
        ledger_files.LEDGER_FORMATS[format_](
            ledger_files.drop_captured_text(cleaned) if without_text else cleaned
        )
    )
    return 0


def _check_ledger_target(path: str) -> Path:
    """The file to write. Raises UsageError for one that is there and no ledger: it could be the capture."""
    target = Path(path)
    if target.exists() and not (target.is_file() and ledger_files.is_ledger(target.read_bytes())):
        raise UsageError(
            f"{show_hidden(path)} is there already and is no ledger; give another name with --ledger."
        )
    return target


CLEAN = Command(
    "clean",
    run_clean,
    "Cleans any file, described by a record or not, and prints what became of each line and by which rule. "
    "With `--format json` the lines cover every byte of the file, in order, without gap or overlap.",
)
