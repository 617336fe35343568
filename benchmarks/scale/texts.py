"""Paragraphs → a capture and the ledger of cleaning it, without cleaning: 10,000 of them take seconds.

A capture has one headline, paragraphs between empty lines, and three lines of page chrome. What cleaning
makes of that is known; the test of the generator cleans some and compares.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_CHROME: Final = (
    ("Newsletter", "newsletter"),
    ("Sign up for our newsletter", "newsletter"),
    ("© 2031 {outlet}. All rights reserved.", "copyright"),
)


@dataclass(frozen=True, slots=True)
class CapturedPage:
    """A report as it was taken."""

    content: bytes
    lines: tuple[tuple[int, str], ...]
    """Bytes and kind of each line, in order."""

    @property
    def sha256(self) -> str:
        """As a record names it."""
        return hashlib.sha256(self.content).hexdigest()


def lay_out_page(title: str, paragraphs: Sequence[str], outlet: str) -> CapturedPage:
    """The page's text, line by line."""
    chrome = ((line.format(outlet=outlet), kind) for line, kind in _CHROME)
    rows: list[tuple[str, str]] = [(title, "title"), ("", "blank")]
    rows += (row for text in paragraphs for row in ((text, "body"), ("", "blank")))
    rows += chrome
    encoded = [(f"{text}\n".encode(), kind) for text, kind in rows]
    return CapturedPage(
        b"".join(line for line, _ in encoded), tuple((len(line), kind) for line, kind in encoded)
    )


def write_ledger(page: CapturedPage, file: str, named: Sequence[tuple[str, str]]) -> str:
    """`<name>.ledger.json`: what cleaning the page gives, without a word but what names its sources."""
    head = {
        "file": file,
        "sha256": page.sha256,
        "bytes": len(page.content),
        "encoding": "utf-8",
        "undecodable": 0,
        "metadata": [],
    }
    lines: list[dict[str, object]] = []
    paragraphs: list[dict[str, object]] = []
    start = 0
    for number, (size, kind) in enumerate(page.lines, 1):
        verdict = {"blank": "blank", "title": "kept", "body": "kept"}.get(kind, "removed")
        lines.append(
            {
                "n": number,
                "start": start,
                "end": start + size,
                "verdict": verdict,
                "kind": kind,
                "rule": kind,
            }
        )
        if verdict == "kept":
            name = "title" if kind == "title" else f"p{len(paragraphs)}"
            paragraphs.append({"id": name, "kind": kind, "lines": [number]})
        start += size
    fields = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()]
    fields += [f'"lines": {_rows(lines)}', f'"paragraphs": {_rows(paragraphs)}']
    if named:
        entries = [{"passage": passage, "words": words} for passage, words in named]
        fields.append(f'"named": {_rows(entries)}')
    return "{\n " + ",\n ".join(fields) + "\n}\n"


def _rows(entries: Sequence[object]) -> str:
    """One entry on one line."""
    return "[\n  " + ",\n  ".join(map(json.dumps, entries)) + "\n ]"
