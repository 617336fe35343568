"""Seeds folder → the slugs and digests that are taken, whether the records are finished or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.read.files import open_folder
from build_tools.read.references import find_slug, walk_words
from build_tools.read.yaml_tree import Tree


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What another record must not say again."""

    path: str
    slug: str
    """Empty where none is written yet."""
    source: str
    """The YAML as it is written."""
    address: str = ""
    """Of the report."""
    file: str = ""
    """Name of its capture."""


def list_known_records(seeds: Path) -> Iterator[KnownRecord]:
    """All records of a folder, those that have faults or cannot be read to their end included."""
    for tree in open_folder(seeds, None).roles.get("record", ()):
        address, file = (_get_word(tree, path) for path in ("url", "capture.file"))
        yield KnownRecord(tree.path, find_slug(tree) or "", tree.source, address, file)


def _get_word(tree: Tree, path: str) -> str:
    return next((word for _, word in walk_words(tree.value, path)), "")
