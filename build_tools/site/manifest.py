"""Which files of a folder the generator wrote, because it must never remove one that it did not write."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

MANIFEST_NAME = ".archive-manifest.json"
"""Stands in the folder itself, so that folder and manifest cannot part."""

WrittenDigests = Mapping[str, frozenset[str]]
"""Path below the folder → digests of what we may have left there (two while a build is under way)."""


def hash_content(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def load_manifest(folder: Path) -> WrittenDigests:
    """What the manifest says; nothing where it is missing or cannot be read, so that nothing is removed."""
    try:
        files = json.loads((folder / MANIFEST_NAME).read_bytes())["files"]
        return {str(path): frozenset(map(str, digests)) for path, digests in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def save_manifest(folder: Path, written: WrittenDigests) -> None:
    """Write the manifest if it says something new. It is forced to the disk: what it lists may be removed."""
    text = json.dumps({"files": {k: sorted(written[k]) for k in sorted(written)}}, indent=1) + "\n"
    replace_file(folder / MANIFEST_NAME, text.encode(), durable=True)


def replace_file(path: Path, content: bytes, *, durable: bool = False) -> bool:
    """Put a file in its place in one step, unless it holds this content already; whether it was written."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # beside it, since renaming is one step within a file system only; two processes must not share a name
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with aside.open("wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    return True
