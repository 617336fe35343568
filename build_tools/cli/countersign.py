"""`archive countersign`: that somebody has held records against their sources, noted in them."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option
from build_tools.cli.planning import plan_archive
from build_tools.countersigning import plan_countersigning
from build_tools.model.edtf import Edtf
from build_tools.model.errors import UsageError
from build_tools.read import shown_path
from build_tools.site.manifest import replace_file
from build_tools.text.terminal import quote_value


def _check_day(text: str) -> str:
    """The day, if it is a single one: `2022-08-10`. Raises UsageError."""
    try:
        if str(Edtf.parse(text).earliest) == text:
            return text
    except ValueError:
        pass
    raise UsageError(f"--day: {quote_value(text)} is not a single day such as 2022-08-10.")


def run_countersign(
    slugs: Annotated[tuple[str, ...], Option("slugs of the sources whose records were checked", "ID")],
    *,
    by: Annotated[str, Option("who checked them: a name, or the role in which somebody acts", "NAME")] = "",
    day: Annotated[str | None, Option("on which day, if not today", "DAY")] = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Note it in each record; all of them, or none."""
    plan = plan_archive(config)
    if not by.strip() or not by.isprintable():
        raise UsageError("Say who checked them: `--by NAME`, on one line.")
    planned = plan_countersigning(
        plan.seeds,
        slugs,
        by=by.strip(),
        day=_check_day(day) if day else datetime.now(UTC).date().isoformat(),
        second_reader=plan.second_reader,
    )
    for signed in planned:
        if signed.text is None:
            print(f"{signed.slug}: checked by {by.strip()} already, and unchanged since", file=sys.stderr)
        else:
            replace_file(signed.path, signed.text.encode())
            print(shown_path(signed.path))
    return 0


COUNTERSIGN = Command(
    "countersign",
    run_countersign,
    "Notes in the records that somebody has held them against their sources (`checked`), with the day and a "
    "digest of what they say. Once a record says something else, the site tells that it has changed since, "
    "and `archive check` suggests to look at it again; comments, layout and the order of fields count for "
    "nothing. Drafts, records with faults and unknown names are refused, and, with `second_reader: true` in "
    "mkdocs.yml, whoever wrote the record alone.",
)
