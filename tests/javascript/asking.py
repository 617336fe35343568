"""Folder of a search index → what search finds there, in Node, because a look-up needs no browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ASK = Path(__file__).with_name("ask.cjs")
ALIKE = [
    ("1,250", "1250", "1 250"),
    ("85,000", "85000"),
    ("27,200", "27200", "$27,200"),
    ("non-profit", "nonprofit", "Non-Profit"),
    ("kilometres", "kilometers", "KILOMETRES"),
    ("Lantern’s", "Lantern's", "Lantern"),
    ("sail", "sails", "sailing", "sailed"),
    ("CC0", "CC-0", "cc0"),
    ("Harbour office", "harbor office"),
    ("Pettimore", "Petimore", "Péttimore"),
    ("Sorrowby", "Sorowby"),
    ('"night crossings"', "“night crossings”"),
]
"""What means the same."""


@dataclass(frozen=True)
class Found:
    """What one query finds."""

    places: tuple[tuple[str, str], ...]
    """Page and anchor of every place that answers, the best first; the page itself has no anchor."""
    partly: tuple[tuple[str, str], ...]
    """The same of what answers in part, where little answers to all of it."""
    instead: tuple[str, ...]
    """Words that are meant, where nothing is spelled so."""
    asked: int
    """Parts of the index that were read for it, the directory apart."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages, in the order in which they are shown, those that answer in part behind the others."""
        return tuple(at for at, anchor in (*self.places, *self.partly) if not anchor)


def ask_search(index: Path, *queries: str) -> dict[str, Found]:
    """All that the index in a folder holds for these queries; skips where there is no Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("search is asked in Node: sudo apt-get install nodejs")
    run = subprocess.run(
        [node, str(ASK), str(index)], input=json.dumps(queries), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return {
        query: _read_answer(answer) for query, answer in zip(queries, json.loads(run.stdout), strict=True)
    }


def _read_answer(answer: dict[str, list[dict[str, list[str]]]]) -> Found:
    return Found(
        _read_places(answer["places"]),
        _read_places(answer["partly"]),
        tuple(map(str, answer["instead"])),
        len(answer["asked"]),
    )


def _read_places(pages: list[dict[str, list[str]]]) -> tuple[tuple[str, str], ...]:
    # the page itself is told once, what stands before its first heading not again
    return tuple(
        (str(page["page"]), anchor) for page in pages for anchor in ("", *filter(None, page["anchors"]))
    )
