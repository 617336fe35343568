"""A built site → the files of the private reading edition in it, by what the pages say of themselves.

A folder's name, and what stands at the top of a site, can be wrong; a page carries its own mark wherever it
is copied, also within a package or a book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from build_tools.model.archive import Edition
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.packed_files import list_packed
from build_tools.site.swap import EDITION_FILE

# in any order of attributes and with any quotation marks: somebody's tool may have written the page anew
_NAME = re.compile(rb"\bname\s*=\s*[\"']?archive-edition\b", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*[\"']?\s*reading\b", re.IGNORECASE)
# a tag that nothing closes is taken to the end, so that no later beginning in it is looked at again
_TAG = re.compile(rb"<meta\b[^>]*+", re.IGNORECASE)


def find_private_files(site: Path) -> tuple[Fault, ...]:
    """One fault for each file of the site that is of the reading edition, or holds a page of it."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return tuple(
        fault
        for path in files
        for fault in find_private_marks(path.relative_to(site).as_posix(), path.read_bytes(), str(site))
    )


def _has_mark(part: bytes) -> bool:
    tags = (match.group() for match in _TAG.finditer(part))
    return any(_NAME.search(tag) and _CONTENT.search(tag) for tag in tags)


def find_private_marks(path: str, content: bytes, site: str = "") -> Iterator[Fault]:
    """The fault of one file; `path` is below `site`."""
    for name, part in list_packed(content):
        file = (name or path).rpartition("/")[2]
        marked = part.split()[:1] == [Edition.READING.encode()] if file == EDITION_FILE else _has_mark(part)
        if marked:
            inside = f" ({name} in it)" if name else ""
            message = f"This file is of the private reading edition{inside}."
            yield make_fault_at(f"{site}/{path}" if site else path, 1, 1, "L102", message)
            return
