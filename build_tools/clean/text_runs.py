"""A run of text between two block-level tags of HTML: what becomes a line of the ledger and a block."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.clean.elements import Element
from build_tools.clean.text_blocks import trim_line

_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class TextRun:
    """A run while the source is read, and after."""

    element: Element
    """The innermost that all of it stands in."""
    start: int
    end: int
    parts: list[str] = field(default_factory=list)
    """As in the source, white space for what stands between."""
    length: int = 0
    linked: int = 0
    """Characters inside links."""
    continues: bool = False
    """Whether a single line break stands before it and nothing else."""

    part: str = ""
    """In a thread: `text` that somebody wrote, the name of its `writer`, or `frame`."""

    @property
    def text(self) -> str:
        """As a reader of the page sees it."""
        return trim_line(_SPACE.sub(" ", html.unescape("".join(self.parts))))


def join_runs(element: Element, runs: Sequence[TextRun], between: str) -> TextRun:
    """Return several runs as one that stands in `element`; the first tells what is before it."""
    return TextRun(
        element,
        runs[0].start,
        runs[-1].end,
        [part for run in runs for part in (between, *run.parts)][1:],
        sum(run.length for run in runs),
        sum(run.linked for run in runs),
        runs[0].continues,
    )
