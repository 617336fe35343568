"""`archive add`: a new record out of a capture."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from build_tools.capture import find_form
from build_tools.clean import clean
from build_tools.cli.capture_file import CaptureEncoding, list_doubts, read_capture
from build_tools.cli.capture_names import choose_capture_name
from build_tools.cli.command import Command
from build_tools.cli.new_files import write_new_files
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option, TextLanguage
from build_tools.cli.planning import plan_archive
from build_tools.exports.new_record import choose_record_slug, write_record_skeleton
from build_tools.model.errors import UsageError
from build_tools.read.known_records import list_known_records
from build_tools.text.terminal import show_hidden


def run_add(
    path: Annotated[str, Option("the saved page or text", "PATH")],
    *,
    language: TextLanguage = None,
    encoding: CaptureEncoding = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Lay capture and record beside the others; print the record's path."""
    if "://" in path:
        raise UsageError("The archive makes no requests. Save the page from your browser and give the file.")
    plan = plan_archive(config)
    if not plan.seeds.is_dir():
        raise UsageError(f"There is no folder {show_hidden(str(plan.seeds))} for the record.")
    given = read_capture(path, encoding)
    records = tuple(list_known_records(plan.seeds))
    known = next((one.path for one in records if given.sha256 in one.source), None)
    if known:
        raise UsageError(f"{show_hidden(path)} is the capture of {known} already.")
    form = find_form(given.content, given.file)
    capture = replace(given, file=choose_capture_name(given.file, form.suffix))
    record = plan.seeds / f"{Path(capture.file).stem}.yml"
    cleaned = clean(capture, language=language, encoding=encoding)
    slug = choose_record_slug(cleaned, frozenset(one.slug for one in records))
    schema = (plan.seeds / ".schema/record.json").is_file()
    written = write_record_skeleton(cleaned, slug, schema=schema, encoding=encoding)
    write_new_files([(record, written.encode())], keep=[(plan.seeds / capture.file, capture.content)])
    print(record)
    for doubt in list_doubts(capture, encoding):
        print(doubt, file=sys.stderr)
    print(f"{record}: the rest is for you to fill in; `archive check` names what is missing", file=sys.stderr)
    return 0


ADD = Command(
    "add",
    run_add,
    "Lays the capture beside the records (where git ignores it), cleans it, and writes a record with what "
    "cleaning found: title, byline, date, language, digest, number of paragraphs. What a person must add is "
    "left empty, and `archive check` names it. Addresses are refused: the archive makes no requests.",
)
