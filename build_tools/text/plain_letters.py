"""Text → the same letters without what no reader sees, because a soft hyphen must not part a name.

Dropped are soft hyphens, joiners and spaces of no width, and marks of direction; a letter and its mark that
stand apart (`и` and a breve) become one (`й`). Where each letter stood is kept.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from build_tools.text.fold import fold

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060\ufeff"
"""For a character class of an expression; spelling.js of the browser's search drops the same."""
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_CLUSTER = re.compile(f"([^{INVISIBLE}])((?:[\u0300-\u036f\u0653-\u0655\u3099\u309a]|[{INVISIBLE}])*)")
"""A letter with the marks that Unicode can join to it."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as it is searched, and where its characters stand in the text as it is."""

    text: str
    """What is searched."""
    starts: tuple[int, ...] | None = None
    """Where each character begins in the original; None where both are the same."""
    ends: tuple[int, ...] = ()
    """Where it ends there, what is not seen left out."""

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the plain text → the stretch of the original."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def read_plain(text: str) -> PlainText:
    """The text's letters, with their places; most texts are plain already."""
    if text.isascii() or not (_INVISIBLE.search(text) or not unicodedata.is_normalized("NFC", text)):
        return PlainText(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        seen = _INVISIBLE.sub("", match.group())
        letters = unicodedata.normalize("NFC", seen)
        last = match.end() - (len(match[2]) - len(match[2].rstrip(_ALL_INVISIBLE)))
        pieces.append(letters)
        starts += [match.start()] * len(letters)
        ends += [last] * len(letters)
    return PlainText("".join(pieces), tuple(starts), tuple(ends))


_ALL_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def fold_plain(text: str) -> str:
    """Plain letters in one typography: how quotations, names and passages are compared."""
    return fold(read_plain(text).text)
