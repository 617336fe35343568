"""Text → the spans of its lines, because a ledger speaks of lines as an editor numbers them."""

from __future__ import annotations

import re

# the pair first, or Windows’ ends would be two
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Form feeds and vertical tabs are white space inside a line, as they are to an editor."""


def line_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each line, its ending included; they cover the text without gap or overlap.

    An empty text has no line; an ending at the very end opens no further one.
    """
    ends = [line_end.end() for line_end in _BREAK.finditer(text)]
    if len(text) > (ends[-1] if ends else 0):
        ends.append(len(text))
    return list(zip([0, *ends][:-1], ends, strict=True))
