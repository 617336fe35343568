"""A folder → that and those within it that a link leads to: a walk passes by what opening a path does not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.model.seed_folders import SEED_FOLDERS


def list_input_folders(seeds: Path, others: Iterable[Path]) -> Iterator[Path]:
    """All folders that a site is made from, to be walked through one by one.

    Of the links in `seeds` only those that are read through, since others may lead anywhere.
    """
    yield seeds
    yield from (folder for name in SEED_FOLDERS if (folder := seeds / name).is_symlink())
    for other in others:
        yield from find_linked_folders(other)


def find_linked_folders(top: Path) -> Iterable[Path]:
    """Each folder once, under its path below `top`; none of a hidden one.

    Raises OSError for one that may not be read: passed over, it would leave a site without its styles.
    """
    found, waiting = {top.resolve(): top}, [top]
    while waiting:
        for where, names, _ in os.walk(waiting.pop(), onerror=_refuse_closed):
            names[:] = [name for name in names if not name.startswith(".")]
            for linked in (path for name in names if (path := Path(where, name)).is_symlink()):
                target = linked.resolve()
                # one that leads around itself has no end
                if target not in found and not top.resolve().is_relative_to(target):
                    found[target] = linked
                    waiting.append(linked)
    return found.values()


def _refuse_closed(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error
