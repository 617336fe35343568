"""Plain text → ledger lines and blocks, because a paragraph may be broken over many lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.clean.blocks import Block, Blocks, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.slots import fill_slots
from build_tools.text.decode import replace_undecoded
from build_tools.text.linebreaks import line_spans

# a colon as well: what it announces begins on a line of its own
_SENTENCE_END = re.compile("[.!?…:。！？][\"'”’»)\\]]*$")
# two blanks stand in text that is justified; three, or a tab, set columns
_COLUMNS = re.compile(r"\S(?: {3}|\t)[ \t]*\S")
# `str.strip` does not take these for white space
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\0"


@fill_slots
@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the decoded text that becomes one line of the ledger."""

    start: int
    end: int
    text: str
    """Without white space at both ends; empty for a blank line."""


def trim_line(text: str) -> str:
    """Return the text as the ledger shows it: white space and invisible marks at both ends removed."""
    return (
        replace_undecoded(text)
        .strip(_INVISIBLE + " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000")
        .strip()
    )


def read_text_blocks(raw: str, language: str | None) -> tuple[list[Segment], MarkedBlocks]:
    """Split plain text into its lines, and join into blocks the lines that one paragraph was broken over."""
    segments = [Segment(start, end, trim_line(raw[start:end])) for start, end in line_spans(raw)]
    width = _find_break_width(segments)
    groups: list[list[int]] = []
    for index, segment in enumerate(segments):
        if not segment.text:
            continue
        if groups and groups[-1][-1] == index - 1 and _is_continuation(segments, index, width):
            groups[-1].append(index)
        else:
            groups.append([index])
    blocks = Blocks(_make_block(at, group, segments) for at, group in enumerate(groups))
    return segments, MarkedBlocks(blocks, language=language)


def _make_block(at: int, group: Sequence[int], segments: Sequence[Segment]) -> Block:
    text = join_lines([segments[index].text for index in group])
    apart = group[0] == 0 or not segments[group[0] - 1].text
    return Block(at, tuple(index + 1 for index in group), text, apart)


def join_lines(lines: Sequence[str]) -> str:
    """The lines as one; a word that was divided with a soft hyphen is made whole. None of them is empty."""
    # all at once: to join them one after the other takes the square of their number
    last = len(lines) - 1
    return "".join(
        line if at == last else line[:-1] if line.endswith("\xad") else f"{line} "
        for at, line in enumerate(lines)
    )


def _is_continuation(segments: Sequence[Segment], index: int, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    before, line = segments[index - 1].text, segments[index].text
    if before.endswith("\xad"):
        return True
    # a row of a table that is set with blanks
    if not width or (_COLUMNS.search(before) and _COLUMNS.search(line)):
        return False
    # if the next word would not have fitted, the break is one of width and not the author’s
    room = width - len(before)
    full = len(line.split(None, 1)[0]) >= room
    return full or (
        room <= THRESHOLDS.ragged_share * width and line[0].islower() and not _SENTENCE_END.search(before)
    )


def _find_break_width(segments: Sequence[Segment]) -> int:
    """Return the width that a text was broken at, or 0.

    Then nearly all lines of its runs, but the last, are nearly full, and many break off amid a sentence.
    """
    runs = _group_lines(segments)
    # without the last line of each: a paragraph ends where it ends
    inner = [segments[index].text for run in runs for index in run[:-1]]
    inner = [text for text in inner if len(text) >= THRESHOLDS.narrowest_columns]
    if (
        len(inner) < THRESHOLDS.broken_lines
        or max(len(segment.text) for segment in segments) > THRESHOLDS.widest_columns
    ):
        return 0
    width = max(map(len, inner))
    full = sum(len(text) >= THRESHOLDS.full_line_share * width for text in inner)
    amid = sum(not _SENTENCE_END.search(text) for text in inner)
    return (
        width
        if full >= THRESHOLDS.full_lines_share * len(inner)
        and amid >= THRESHOLDS.amid_lines_share * len(inner)
        else 0
    )


def _group_lines(segments: Sequence[Segment]) -> list[list[int]]:
    """Return the runs of lines without a blank line between; the last may be empty."""
    runs: list[list[int]] = [[]]
    for index, segment in enumerate(segments):
        if segment.text:
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    return runs
