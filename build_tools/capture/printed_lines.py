"""What a page of a PDF draws → its printed lines with their places, in the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from build_tools.capture.limits import (
    FEW_OPERATIONS,
    MOST_LETTERS,
    MOST_OPERATIONS,
    OPERATIONS_PER_BYTE,
    refuse_size,
)

# compatibility letters that fonts have for pairs: a reader searches for the letters
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SAME_LINE = 0.4
"""Share of its size by which a piece may stand higher or lower than its line: raised figures."""
_FAR = 0.2
"""Share of its size beyond which a piece begins a new word, as far as its place tells."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is printed."""

    x: float
    """Where it begins, in points from the left."""
    y: float
    """Its baseline, in points from the foot."""
    size: float
    """Of its letters, in points."""
    text: str


@dataclass
class LineCollector:
    """Takes what is drawn, page by page; counts, so that no document can draw without end."""

    size: int
    """Bytes of the document."""
    lines: list[PrintedLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    place: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Of the line that is being drawn: x, y, size."""
    operations: int = 0
    letters: int = 0

    def begin_page(self) -> None:
        """Forget the page before."""
        self.lines, self.pieces = [], []

    def end_page(self) -> tuple[PrintedLine, ...]:
        """The lines of the page."""
        self._end_line()
        return tuple(self.lines)

    def count_operation(self, *_: Any) -> None:
        """Called for each operation. Raises UnreadableCapture beyond the limit."""
        self.operations += 1
        most = min(MOST_OPERATIONS, FEW_OPERATIONS + OPERATIONS_PER_BYTE * self.size)
        if self.operations > most:
            raise refuse_size(f"is a PDF of {self.size} bytes that draws more than {most} things")

    def take_text(
        self, text: str, outer: Sequence[float], inner: Sequence[float], _font: Any, size: float
    ) -> None:
        """Called for each piece of text, with the matrices that place it."""
        self.letters += len(text)
        if self.letters > MOST_LETTERS:
            raise refuse_size(f"is a PDF with more than {MOST_LETTERS} letters")
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        height = abs(float(size) * inner[3] * outer[3]) or float(size)
        first, *others = text.split("\n")
        self._take_piece(first, x, y, height)
        for piece in others:
            self._end_line()
            self._take_piece(piece, x, y, height)

    def _take_piece(self, piece: str, x: float, y: float, size: float) -> None:
        if not piece.strip():
            if self.pieces:
                self.pieces.append(" ")
            return
        if self.pieces and abs(y - self.place[1]) > _SAME_LINE * max(size, self.place[2]):
            self._end_line()
        if not self.pieces:
            self.place = (x, y, size)
        self.pieces.append(piece)

    def _end_line(self) -> None:
        text = " ".join("".join(self.pieces).translate(_LIGATURES).split())
        if text:
            # halves of a pair of surrogates, which broken fonts name
            shown = text.encode("utf-8", "replace").decode()
            self.lines.append(PrintedLine(*self.place, shown))
        self.pieces = []
