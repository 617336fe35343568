"""A file named on the command line → a capture, for commands that need no archive."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from build_tools.capture import find_form, tell_needless_encoding
from build_tools.clean import clean
from build_tools.clean.decoding_doubts import find_decoding_doubts
from build_tools.clean.witness import find_cleaning_doubts
from build_tools.cli.options import Option
from build_tools.model.capture import Capture
from build_tools.model.codes import find_code
from build_tools.model.errors import UsageError
from build_tools.model.unreadable import UnreadableCapture
from build_tools.read.disk import CAPTURE_LIMIT, DirectoryEntry, load_file
from build_tools.text.decode import can_carry_offsets
from build_tools.text.terminal import quote_value, show_hidden

CaptureEncoding = Annotated[
    str | None, Option("the file's encoding, such as cp1251, if what is found is wrong", "NAME")
]
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def is_file(path: str) -> bool:
    """Whether there is a file; False for what cannot be a path at all."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def read_capture(path: str, encoding: str | None = None) -> Capture:
    """The file as it is. Raises UsageError where it cannot be read, or is no text (in this encoding)."""
    shown = show_hidden(path)
    try:
        file = Path(path).resolve(strict=True)
        status = file.stat()
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a null character
        raise UsageError(f"{shown} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    kind = next((words for test, words in _KINDS if test(status.st_mode)), None)
    if kind:
        raise UsageError(f"{shown} is {kind}, and not a file.")
    content, faults = load_file(DirectoryEntry(file.parent, file.name, regular=True, size=0), CAPTURE_LIMIT)
    if faults:
        raise UsageError(f"{shown}: {faults[0].message}")
    try:
        form = find_form(content, Path(path).name)
    except UnreadableCapture as refusal:
        raise UsageError(refusal.tell_of(shown)) from refusal
    if encoding and not form.own_encoding and not can_carry_offsets(content, encoding):
        raise UsageError(f"{shown} cannot be read as {quote_value(encoding)}. {find_code('C117').remedy}")
    return Capture(Path(path).name, content, hashlib.sha256(content).hexdigest())


def list_doubts(capture: Capture, encoding: str | None, page: str | None = None) -> Iterator[str]:
    """What the keeper is told of how a capture was decoded and cleaned."""
    if needless := tell_needless_encoding(capture, encoding):
        yield show_hidden(f"C117 {needless}")
    cleaned = clean(capture, encoding=encoding, page=page)
    decoding = ((d.code, d.words) for d in find_decoding_doubts(capture, encoding, page))
    cleaning = ((d.code, d.words) for d in find_cleaning_doubts(capture, cleaned, encoding, page))
    for code, words in (*decoding, *cleaning):
        yield show_hidden(f"{code} {words} {find_code(code).remedy}")
