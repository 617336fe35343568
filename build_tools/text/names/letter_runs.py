"""A text → its runs of letters, without what no reader sees in them, and which of them may be one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.text.names.patterns import fold_letters
from build_tools.text.plain_letters import INVISIBLE

UNSEEN = f"{INVISIBLE}\u0300-\u036f\u0483-\u0487\u202a-\u202e\u2061-\u2069\ufe00-\ufe0f\U000e0001-\U000e007f"
_RUN = re.compile(rf"[^\W\d_]+(?:[{UNSEEN}]+[^\W\d_]+)*[{UNSEEN}]*")
# within one word: an apostrophe in any typography, a hyphen (a line may end there), a point between syllables
_JOINT = re.compile(rf"[{UNSEEN}]*(?:['’‘ʼ`´ʹʺ\"]|[-‐\u00ad][ \t]*\r?\n\s*|[-‐‑‧·])[{UNSEEN}]*")
CHUNK = re.compile(f"{_RUN.pattern}(?:{_JOINT.pattern}{_RUN.pattern})*")
"""A word as it stands, with all that may belong to it."""
_MOST_JOINED = 3


@dataclass(frozen=True, slots=True)
class LetterRun:
    """Letters in a row."""

    start: int
    end: int
    letters: str
    """As they are compared."""
    capital: bool
    """Whether it begins with a large letter, or has none of two sizes."""


def list_letter_runs(text: str, start: int = 0, end: int | None = None) -> list[LetterRun]:
    """Every run of a text, or of a stretch of it, in order."""
    return [
        LetterRun(m.start(), m.end(), fold_letters(m.group()), not m.group()[0].islower())
        for m in _RUN.finditer(text, start, len(text) if end is None else end)
    ]


def list_joined_words(text: str, runs: Sequence[LetterRun], at: int) -> Iterator[tuple[str, int]]:
    """The word that begins at a run, alone and joined with what belongs to it; the number of the next run."""
    letters = runs[at].letters
    yield letters, at + 1
    for after in range(at + 1, min(at + _MOST_JOINED, len(runs))):
        if not _JOINT.fullmatch(text, runs[after - 1].end, runs[after].start):
            return
        letters = fold_letters(text[runs[at].start : runs[after].end])
        yield letters, after + 1


def list_solid_words(words: Sequence[str]) -> frozenset[int]:
    """Which words of a name tell it: of `Tam the Rope`, not `the`; two of them are the name."""
    solid = frozenset(at for at, word in enumerate(words) if not word.islower())
    return solid if len(solid) > 1 else frozenset(range(len(words)))


def list_name_words(name: str) -> list[str]:
    """The words of a name; an apostrophe within one keeps it together."""
    return re.findall(r"[^\W\d_]+(?:['’‘ʼ`´ʹʺ][^\W\d_]+)*", name)


def may_be_initial(text: str, run: LetterRun) -> bool:
    """Whether one letter may stand for a name: a large one by itself, or any in an address.

    Beside a digit it is none: `T2` is a field of a citation, `A4` a sheet.
    """
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if before.isdigit() or after.isdigit():
        return False
    return (run.capital and before not in tuple("'’ʼ")) or "-" in (before, after) or "_" in (before, after)
