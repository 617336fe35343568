"""Runs of text → the same with the cells of a row as one: a cell by itself says nothing, a row does.

A row is joined where each of its cells is a run, and a short one. Tables that only lay out a page have cells
with many runs, or with prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from build_tools.clean.elements import Element
from build_tools.clean.text_runs import TextRun, join_runs
from build_tools.clean.thresholds import THRESHOLDS

_CELLS = frozenset({"td", "th"})
_BETWEEN = " | "
"""What stands between two cells."""


def join_rows(runs: Sequence[TextRun]) -> list[TextRun]:
    """Join the runs of each row of a table; all others stay what they are."""
    joined: list[TextRun] = []
    for row, group in groupby(runs, _find_row):
        cells = list(group)
        joined.extend([join_runs(row, cells, _BETWEEN)] if row and _is_row_of_data(cells) else cells)
    return joined


def _find_row(run: TextRun) -> Element | None:
    cell = _find_cell(run)
    return cell.parent if cell and cell.parent and cell.parent.tag == "tr" else None


def _find_cell(run: TextRun) -> Element | None:
    """Return the cell that a run stands in, with a paragraph between at most."""
    block = run.element.block
    if block.tag not in _CELLS and block.parent:
        block = block.parent.block
    return block if block.tag in _CELLS else None


def _is_row_of_data(cells: Sequence[TextRun]) -> bool:
    counts = Counter(id(_find_cell(run)) for run in cells)
    return (
        len(cells) > 1
        and max(counts.values()) == 1
        and all(len(run.text.split()) < THRESHOLDS.long_words for run in cells)
    )
