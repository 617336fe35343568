"""A remark → what of it is shown at once, because a list and a margin have room for its beginning only."""

from __future__ import annotations

import re

# three letters before the stop, so that abbreviations (St. Petersburg) do not end a sentence
_SENTENCE_END = re.compile(r"(?<=[\w)”’]{3}[.?!]) (?=[A-Z“\d])")

_OPENING = range(80, 200)
"""Characters of a note that stand open in the margin: two to four lines of it, where sentences allow."""

_LEAST_FOLDED = 60
"""Fewer characters than this are no trouble, and are not folded away."""


def take_gist(note: str) -> str:
    """Its first sentence."""
    return _SENTENCE_END.split(note, maxsplit=1)[0]


def fold_note(note: str) -> tuple[str, str]:
    """What of a long note stands open, whole sentences, and the rest; the rest is empty where it is short.

    Nothing is lost: both, with a space between, are the note.
    """
    sentences = _SENTENCE_END.split(note)
    opening, rest = sentences[0], sentences[1:]
    while rest and (len(opening) < _OPENING.start or len(opening) + len(rest[0]) < _OPENING.stop):
        opening = f"{opening} {rest.pop(0)}"
    folded = " ".join(rest)
    return (note, "") if len(folded) < _LEAST_FOLDED else (opening, folded)
