"""Phrases as a keeper writes them → one pattern, because a rule should read like the words it looks for.

Whole words, any case. A `*` at the end of a word stands for any ending. A space also matches a hyphen; a
hyphen also matches a space or nothing (`pre-trial`: pre-trial, pretrial, pre trial).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.text.fold import fold


def _part(piece: str) -> str:
    if piece.isspace():
        return r"[\s-]+"
    return {"*": r"\w*", "-": r"[-\s]?"}.get(piece, re.escape(piece))


def _expression(phrase: str) -> str:
    return "".join(_part(piece) for piece in re.split(r"(\s+|\*|-)", fold(phrase).strip()) if piece)


def pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all the phrases, to be used on folded text; None where there are none."""
    expressions = sorted({_expression(p) for p in phrases}, key=lambda e: (-len(e), e))
    if not expressions:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(expressions)})(?!\w)", re.IGNORECASE)
