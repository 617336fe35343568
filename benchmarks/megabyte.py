"""A capture of one megabyte of one thing → seconds of processor until it stands in the reading edition.

`python -m benchmarks.megabyte [NAME …]`. What breaks parsers is repeated, and what annotators find: the first
must cost no more than a text does, the second costs time for each find.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import yaml

from benchmarks.scale.archives import ROOT, make_archive
from benchmarks.scale.rounds import ENVIRONMENT, PROGRAM
from benchmarks.scale.spending import spend
from build_tools.clean import clean
from build_tools.exports.ledger_files import drop_captured_text, write_ledger_as_json
from build_tools.model.capture import Capture

BYTES: Final = 1_000_000
MOST: Final = 5.0
"""Seconds that a capture may take."""
UNITS: Final = {
    "words": "the boat went over the water and back again ",
    "brackets": "[",
    "links": "[a](",
    "emphasis": "*a **b ",
    "quotation marks": '"',
    "back-ticks": "`a ``b ",
    "unclosed tags": "<b ",
    "addresses": "a@",
    "web addresses": "http://a.example/ ",
    "numbers in addresses": "www.a/5 6 ",
    "braces": "{{",
    "bars": "|a",
    "short paragraphs": "Men came here again today.\n\n",
    "bare numbers": "1,",
    "numbers and spaces": "6 ",
    "number words": "two, ",
    "hedges": "about 6 ",
    "figures": "200 people ",
    "dates": "5 January 2031, ",
}
"""What the megabyte is made of."""
_LEFT: Final = ("claims", "notes", "retells", "chains", "earlier", "checked", "errata")
"""Fields of the record that speak of another text."""


def measure(names: Sequence[str]) -> Iterator[str]:
    """A line for each name: the seconds, and whether they are too many."""
    for name in names:
        unit = UNITS[name]
        text = unit * (BYTES // len(unit))
        with tempfile.TemporaryDirectory() as folder:
            config = make_archive(Path(folder) / "archive", 1)
            _describe_text(config.parent / "seeds", text.encode())
            reading = ("--edition", "reading", "--captures", str(config.parent / "seeds"))
            site = ("--site", str(Path(folder) / "site-reading"))
            build = (*PROGRAM, "build", "--config", str(config), *reading, *site)
            seconds = spend(build, ROOT, ENVIRONMENT).cpu
        yield f"{name:16}{seconds:6.1f} s{'  ← over' if seconds > MOST else ''}"


def _describe_text(seeds: Path, content: bytes) -> None:
    """Let the archive's one record be of this capture."""
    (path,) = (path for path in seeds.glob("*.yml") if "slug:" in path.read_text("utf-8"))
    cleaned = clean(Capture("text.txt", content, hashlib.sha256(content).hexdigest()), language="en")
    record = yaml.safe_load(path.read_text("utf-8"))
    for field in _LEFT:
        record.pop(field, None)
    record["capture"] = {"file": "text.txt", "sha256": cleaned.sha256, "bytes": len(content)}
    record |= {"language": "en", "paragraphs": len(cleaned.body), "claims": []}
    path.write_text(yaml.safe_dump(record), "utf-8")
    (seeds / "text.txt").write_bytes(content)
    ledger = write_ledger_as_json(drop_captured_text(cleaned))
    path.with_suffix(".ledger.json").write_text(ledger, "utf-8")
    for other in ("findings.yml", "origins.yml", "wanted.yml"):
        (seeds / other).unlink(missing_ok=True)


if __name__ == "__main__":
    for line in measure(sys.argv[1:] or [*UNITS]):
        print(line, flush=True)
