"""A file's name → one under which its capture and record can lie in the seeds, on any system."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from build_tools.capture import find_form
from build_tools.model.capture import Capture
from build_tools.model.errors import UsageError
from build_tools.read.files import SHARED_FILES, VOCABULARY
from build_tools.read.shared_rules import fold_path
from build_tools.text.terminal import show_hidden

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
"""What Windows lets stand in no name."""
# as `show_hidden` writes what cannot be seen
_HIDDEN = re.compile(r"⟨U\+[0-9A-F]+⟩")
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows gives to devices."""
_LONGEST = 120
"""Characters: in UTF-8 they may be four bytes each, and most systems stop at 255 with the ending."""
_SHARED = frozenset(name.removesuffix(".yml") for name in (*SHARED_FILES, *VOCABULARY))


def choose_capture_name(name: str, ending: str) -> str:
    """A name that git ignores (the text belongs to its publisher) and that no shared file has.

    `ending` is that of the capture's form.

    >>> choose_capture_name("ORIGINS.TXT", "txt")
    'ORIGINS-capture.txt'
    """
    begun, dot, _ = name.rpartition(".")
    # a file that is packed has two endings: `page.warc.gz`
    stem = _clean_stem((begun if dot else name).removesuffix(f".{ending}"))
    if stem.lower() in _SHARED or _DEVICES.fullmatch(stem.lower()):
        stem += "-capture"
    return f"{stem}.{ending}"


def rename_capture(given: Capture, seeds: Path) -> Capture:
    """The capture under a name that is free beside the records, and that git ignores."""
    name = choose_capture_name(given.file, find_form(given.content, given.file).suffix)
    stem, _, suffix = name.rpartition(".")
    return replace(given, file=f"{find_free_stem(stem, suffix, seeds, given.content)}.{suffix}")


def find_free_stem(stem: str, suffix: str, seeds: Path, content: bytes) -> str:
    """A stem under which neither a record nor another text lies; the same text may lie there already.

    Names that only case or the way of writing marks parts are one: some systems keep one file of the two.
    """
    taken = frozenset(fold_path(path.name) for path in seeds.iterdir()) if seeds.is_dir() else frozenset()
    for number in range(1, 10_000):
        tried = stem if number == 1 else f"{stem}-{number}"
        laid = seeds / f"{tried}.{suffix}"
        is_same = laid.is_file() and laid.stat().st_size == len(content) and laid.read_bytes() == content
        if fold_path(f"{tried}.yml") not in taken and (is_same or fold_path(laid.name) not in taken):
            return tried
    raise UsageError(f"There are too many captures called {stem}.")


def _clean_stem(stem: str) -> str:
    """Nothing that cannot be seen or written; no dot first, which would hide it, and none last."""
    seen = _HIDDEN.sub("-", show_hidden(stem))
    written = _FORBIDDEN.sub("-", seen).strip(" .")[:_LONGEST].strip(" .")
    return written.encode("utf-8", "replace")[: 2 * _LONGEST].decode("utf-8", "ignore") or "capture"
