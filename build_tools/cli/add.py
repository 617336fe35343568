"""`archive add`: a new record out of a capture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from build_tools.clean import clean
from build_tools.clean.core import is_html
from build_tools.cli.capture_file import read_capture
from build_tools.cli.command import Command
from build_tools.cli.new_files import write_new_files
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option, TextLanguage
from build_tools.cli.planning import plan_archive
from build_tools.exports.new_record import choose_record_slug, write_record_skeleton
from build_tools.model.capture import Capture
from build_tools.model.errors import UsageError
from build_tools.read import read_seeds


def run_add(
    path: Annotated[str, Option("the saved page or text", "PATH")],
    *,
    language: TextLanguage = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Lay capture and record beside the others; print the record's path."""
    if "://" in path:
        raise UsageError("The archive makes no requests. Save the page from your browser and give the file.")
    plan = plan_archive(config)
    given = read_capture(path)
    records = [seed.record for seed in read_seeds(plan.seeds, plan.captures).seeds]
    known = next((r.slug for r in records if r.capture and r.capture.sha256 == given.sha256), None)
    if known:
        raise UsageError(f"{path} is the capture of {known} already.")
    capture = Capture(_name_capture(given), given.content, given.sha256)
    record = plan.seeds / f"{Path(capture.file).stem}.yml"
    cleaned = clean(capture, language=language)
    slug = choose_record_slug(cleaned, frozenset(r.slug for r in records))
    written = write_record_skeleton(cleaned, slug, schema=(plan.seeds / ".schema/record.json").is_file())
    write_new_files([(record, written.encode())], keep=[(plan.seeds / capture.file, capture.content)])
    print(record)
    print(f"{record}: the rest is for you to fill in; `archive check` names what is missing", file=sys.stderr)
    return 0


def _name_capture(capture: Capture) -> str:
    """A name that git ignores: the text belongs to its publisher and must not be committed by accident."""
    stem, dot, suffix = capture.file.rpartition(".")
    if suffix.lower() in ("txt", "html", "htm"):
        return capture.file
    return f"{stem if dot else capture.file}{'.html' if is_html(capture) else '.txt'}"


ADD = Command(
    "add",
    run_add,
    "Lays the capture beside the records (where git ignores it), cleans it, and writes a record with what "
    "cleaning found: title, byline, date, language, digest, number of paragraphs. What a person must add is "
    "left empty, and `archive check` names it. Addresses are refused: the archive makes no requests.",
)
