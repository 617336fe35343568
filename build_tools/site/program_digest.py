"""The program's own files, and the libraries that it uses → digests: what another one made is not taken."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from build_tools.site.linked_folders import find_linked_folders

_PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = (
    "anyascii",
    "babel",
    "charset-normalizer",
    "defusedxml",
    "fontpkg-noto-serif",
    "fontpkg-pt-serif",
    "nameparser",
    "pillow",
    "pydantic",
    "pypdf",
    "pyyaml",
    "warcio",
)
"""Libraries whose version may change what a source becomes, a name, or how a picture is drawn."""
RENDERERS = (
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pymdown-extensions",
    "tinycss2",
)
"""Libraries whose version may change how a page looks."""


@cache
def digest_generator() -> str:
    """SHA-256 of the program: its own files, Python's version, and the libraries that read sources."""
    whole = hashlib.sha256(platform.python_version().encode())
    for library in LIBRARIES:
        whole.update(f"{library} {_find_version(library)}\n".encode())
    for path in sorted(p for p in _PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(_PACKAGE).as_posix()} {len(content)}\n".encode() + content)
    return whole.hexdigest()


@cache
def list_renderer_versions() -> tuple[str, ...]:
    """The libraries that pages are rendered with, and their versions."""
    return tuple(f"{library} {_find_version(library)}" for library in RENDERERS)


def digest_folder(folder: str) -> str:
    """SHA-256 of all files of a folder, and of their paths; of nothing, where no folder is named."""
    whole = hashlib.sha256()
    folders = find_linked_folders(Path(folder)) if folder else ()
    for path in sorted(path for where in folders for path in where.rglob("*") if path.is_file()):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
    return whole.hexdigest()


def _find_version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
