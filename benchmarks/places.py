"""Environment → folders that lie beside the project; a measurement without its folder is skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_BESIDE = Path(__file__).resolve().parent.parent.parent / "shared"


def captures() -> Path:
    """The folder of the real captures: `ARCHIVE_CAPTURES`, else `../shared/seeds`."""
    return _folder("ARCHIVE_CAPTURES", "seeds")


def research() -> Path:
    """The folder of the gold labels: `ARCHIVE_RESEARCH`, else `../shared/research`."""
    return _folder("ARCHIVE_RESEARCH", "research")


def articles() -> Path:
    """The folder of the article-extraction pages, under `ARCHIVE_BENCHMARKS`, else `../shared/benchmarks`."""
    return _folder("ARCHIVE_BENCHMARKS", "benchmarks") / "article-extraction"


def numbers() -> Path:
    """The folder of sentences with numbers, under `ARCHIVE_BENCHMARKS`, else `../shared/benchmarks`."""
    return _folder("ARCHIVE_BENCHMARKS", "benchmarks") / "numbers"


def cases() -> Path:
    """The folder of inputs with what is right of them: `ARCHIVE_CASES`, else `../shared/cases`."""
    return _folder("ARCHIVE_CASES", "cases")


def _folder(variable: str, name: str) -> Path:
    return Path(os.environ.get(variable) or _BESIDE / name)


def missing(*folders: Path) -> Iterator[str]:
    """Yield a line for each folder that is not there."""
    for folder in folders:
        if not folder.is_dir():
            yield f"skipped: no folder {folder.name} (see benchmarks/places.py for where it is looked for)"
