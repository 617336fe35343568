"""Runs that single line breaks part → lines where the page sets them so, else one run with spaces between.

Verses, addresses, calendars and lists without a tag are lines: several, and all of them short. Some pages
part their paragraphs so: several, all of them long and whole sentences. Others are broken to fit a width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from build_tools.clean.elements import find_shared_element
from build_tools.clean.text_runs import TextRun, join_runs
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.text.printed_dates import is_dateline

_ENDS = (".", "!", "?", "…", "”", "»", '"', "。", "！", "？")


def join_broken_lines(runs: Sequence[TextRun]) -> list[TextRun]:
    """Join the runs that a line break parts by chance; each of the others stays a run."""
    joined: list[TextRun] = []
    for lines in _group_lines(runs):
        if _are_lines(lines) or _are_paragraphs(lines):
            joined.extend(lines)
        else:
            shared = reduce(find_shared_element, (run.element for run in lines))
            joined.append(join_runs(shared, lines, " "))
    return joined


def _group_lines(runs: Sequence[TextRun]) -> Iterator[list[TextRun]]:
    group: list[TextRun] = []
    for run in runs:
        # a date on a line of its own is one, whatever stands on the lines below
        if group and (not run.continues or is_dateline(group[-1].text) or is_dateline(run.text)):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _are_lines(lines: Sequence[TextRun]) -> bool:
    return len(lines) >= THRESHOLDS.verses and all(
        len(run.text.split()) <= THRESHOLDS.verse_longest for run in lines
    )


def _are_paragraphs(lines: Sequence[TextRun]) -> bool:
    return all(len(run.text.split()) >= THRESHOLDS.long_words and run.text.endswith(_ENDS) for run in lines)
