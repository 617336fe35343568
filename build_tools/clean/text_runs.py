"""A run of text between two block-level tags of HTML: what becomes a line of the ledger and a block."""

from __future__ import annotations

import html
import re
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

    @property
    def text(self) -> str:
        """As a reader of the page sees it."""
        return trim_line(_SPACE.sub(" ", html.unescape("".join(self.parts))))
