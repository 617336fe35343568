"""Captures → what cleaning makes of their lines, without a word: a change of behaviour becomes a diff.

Numbers are those of ledger lines, which no rule moves: a changed line of this text names lines of the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from build_tools.clean import clean
from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText, Line, Verdict


def describe_captures(captures: Iterable[Capture]) -> str:
    """Return the baseline of captures: each a head, its runs of lines, its fields, a digest of its words."""
    return "".join(f"{line}\n" for capture in captures for line in describe_cleaned(clean(capture)))


def describe_cleaned(cleaned: CleanText) -> Iterator[str]:
    """Yield the lines of one capture."""
    yield f"== {cleaned.file}"
    yield from _runs(cleaned)
    yield " ".join(("fields", *(f"{found.field}:{found.line}" for found in cleaned.metadata)))
    yield f"words {digest_words(cleaned)}"


def digest_words(cleaned: CleanText) -> str:
    """Return what tells whether a text was joined, decoded or parted otherwise, and tells no word of it."""
    said = "\n".join(f"{paragraph.id} {paragraph.text}" for paragraph in cleaned.paragraphs)
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:12]


def _runs(cleaned: CleanText) -> Iterator[str]:
    """Yield runs of lines that became the same by the same rule; lines without text part no run."""
    told = (line for line in cleaned.lines if line.text)
    for (kind, rule, verdict), group in groupby(told, key=_outcome):
        lines = list(group)
        joined = " joined" if verdict is Verdict.JOINED else ""
        yield f"{lines[0].n}-{lines[-1].n} {len(lines)}x {kind} {rule}{joined}"


def _outcome(line: Line) -> tuple[str, str, Verdict]:
    return line.kind.value, line.rule, line.verdict
