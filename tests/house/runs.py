"""Captures → the runs of nine words that may stand nowhere else, because a quotation has at most eight."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

LENGTH = 9
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Runs:
    """Nine-word runs of captures, each with the file that it stands in."""

    by_words: dict[tuple[str, ...], str]

    def __len__(self) -> int:
        return len(self.by_words)

    def found_in(self, text: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each run that occurs in a text, and the capture that it comes from."""
        for start in range(len(text) - LENGTH + 1):
            run = tuple(text[start : start + LENGTH])
            if run in self.by_words:
                yield " ".join(run), self.by_words[run]


def words(text: str, *, markup: bool = False) -> list[str]:
    """Words in lower case, compatibility forms made plain; with `markup`, without tags and entities."""
    plain = html.unescape(_TAG.sub("", text)) if markup else text
    return _WORD.findall(unicodedata.normalize("NFKC", plain).casefold())


def titles(seeds: Path) -> list[list[str]]:
    """The words of the records' titles, which are facts and may be given in full."""
    records = (yaml.safe_load(path.read_text("utf-8")) for path in sorted(seeds.glob("*.yml")))
    return [
        words(str(record["title"])) for record in records if isinstance(record, dict) and "title" in record
    ]


def known_runs(captures: Path, allowed: Sequence[Sequence[str]]) -> Runs:
    """All runs of the captures in a folder but those of the allowed texts."""
    free = {tuple(text[i : i + LENGTH]) for text in allowed for i in range(len(text) - LENGTH + 1)}
    found: dict[tuple[str, ...], str] = {}
    for path in sorted(p for p in captures.iterdir() if p.suffix in {".txt", ".html", ".htm"}):
        text = words(path.read_text("utf-8", errors="replace"), markup=path.suffix != ".txt")
        for start in range(len(text) - LENGTH + 1):
            run = tuple(text[start : start + LENGTH])
            if run not in free:
                found.setdefault(run, path.name)
    return Runs(found)
