"""Hand-written files → what no site can hold of them, told at its line before anything is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.inputs import WRITTEN_PAGES, list_handwritten_files
from build_tools.site.verify import path_from_here
from build_tools.text.terminal import quote_value, show_hidden

_UNSAFE = re.compile(r'[<>:"\\|?*]')
"""What Windows lets stand in no name."""
# also without a scheme, which takes the page’s own: `//host/path`
_ADDRESS = re.compile(r"""(?:[a-zA-Z][\w+.-]*:)?//[^\s"'<>()]+""")


def find_handwritten_faults(docs: Path) -> Iterator[Fault]:
    """Names that not every system can hold, pages that are not UTF-8, addresses that are none."""
    for path in list_handwritten_files(docs) if docs.is_dir() else ():
        shown = show_hidden(path_from_here(str(path)))
        name = path.relative_to(docs).as_posix()
        if _UNSAFE.search(name) or not name.isprintable():
            message = f"{quote_value(path.name)} is a name that not every system can hold."
            yield make_fault_at(shown, 1, 1, "S106", message)
        elif path.suffix.lower() in WRITTEN_PAGES:
            yield from _find_in_page(shown, path.read_bytes())


def _find_in_page(shown: str, content: bytes) -> Iterator[Fault]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        yield make_fault_at(shown, line, column, "S107", "A byte here is not UTF-8.")
        return
    for found in _ADDRESS.finditer(text):
        if reason := _refuse_address(found.group()):
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            message = f"{quote_value(found.group())} is no address: {reason}."
            yield make_fault_at(shown, line, column, "S108", message)


def _refuse_address(address: str) -> str:
    """Why it is none; empty for one that can be followed."""
    try:
        urlsplit(address)
    except ValueError as error:
        return str(error)
    return ""
