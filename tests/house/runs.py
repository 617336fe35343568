"""Captures → the runs of nine words that may stand nowhere else, because a quotation has at most eight."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
        return ((" ".join(run), self.by_words[run]) for run in _runs(text) if run in self.by_words)


def words(text: str, *, markup: bool = False) -> list[str]:
    """Words in lower case, compatibility forms made plain; with `markup`, without tags and entities."""
    plain = html.unescape(_TAG.sub("", text)) if markup else text
    return _WORD.findall(unicodedata.normalize("NFKC", plain).casefold())


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def published(seeds: Path) -> set[str]:
    """Digests of the captures whose records say that their text may be shown, whole or in part."""
    open_ones = (r for r in _records(seeds) if r.get("rights", {}).get("publish", "digest") != "digest")
    return {record["capture"]["sha256"] for record in open_ones if "capture" in record}


def known_runs(captures: Path, seeds: Path) -> Runs:
    """All runs of the captures in a folder, but those of titles and of captures that may be shown."""
    free = {run for record in _records(seeds) for run in _runs(words(str(record["title"])))}
    shown = published(seeds)
    found: dict[tuple[str, ...], str] = {}
    for path in sorted(p for p in captures.iterdir() if p.suffix in {".txt", ".html", ".htm"}):
        if digest(path) not in shown:
            text = words(path.read_text("utf-8", errors="replace"), markup=path.suffix != ".txt")
            found |= {run: path.name for run in _runs(text) if run not in free}
    return Runs(found)


def _runs(text: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(text[start : start + LENGTH]) for start in range(len(text) - LENGTH + 1))


def _records(seeds: Path) -> list[dict[str, Any]]:
    written = (yaml.safe_load(path.read_text("utf-8")) for path in sorted(seeds.glob("*.yml")))
    return [record for record in written if isinstance(record, dict) and "title" in record]
