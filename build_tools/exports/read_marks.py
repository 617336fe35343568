"""overviews.yml + states → the same file with them, because what was read is kept beside what was said.

Only the lines of `read` are touched: comments, order and everything that a person wrote stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from build_tools.model.errors import UsageError

PlacedMark = tuple[int, int, str]
"""Line and column, 1-based, at which the mapping begins that `read` belongs to, and the state."""


def write_read_marks(source: str, marks: Iterable[PlacedMark]) -> str:
    """The file with these states as `read`, each at the end of its mapping. Raises UsageError for `{…}`."""
    lines = source.splitlines()
    # from the foot upwards, so that the lines of those above keep their numbers
    for line, column, words in sorted(marks, reverse=True):
        if lines[line - 1][column - 1] == "{":
            raise UsageError(f"Line {line} is written in braces; write each field on a line of its own.")
        _put_mark(lines, line, column - 1, words)
    return "\n".join(lines) + "\n"


def _put_mark(lines: list[str], first: int, indent: int, words: str) -> None:
    """`first` is the number of the mapping's first line, so the index of its second."""
    end = first
    while end < len(lines) and _count_indent(lines[end], indent) >= indent:
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    kept: list[str] = []
    dropping = False
    for line in lines[first:end]:
        if _count_indent(line, indent) == indent:
            dropping = line[indent:].startswith("read:")
        if not dropping:
            kept.append(line)
    lines[first:end] = [*kept, f"{' ' * indent}read: {json.dumps(words, ensure_ascii=False)}"]


def _count_indent(line: str, of_blank: int) -> int:
    """Spaces before the first letter; a blank line belongs to what stands around it."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else of_blank
