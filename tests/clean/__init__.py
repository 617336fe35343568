"""Tests of cleaning."""

from __future__ import annotations

import hashlib

from build_tools.capture.page import is_page, read_page
from build_tools.capture.plain_text import read_plain_text
from build_tools.clean.core import clean_text
from build_tools.model.capture import Capture
from build_tools.model.capture_text import PLAIN_READING
from build_tools.model.clean import CleanText


def capture(content: bytes | str, file: str = "capture.txt") -> Capture:
    """A capture of bytes, or of text in UTF-8."""
    raw = content.encode() if isinstance(content, str) else content
    return Capture(file, raw, hashlib.sha256(raw).hexdigest())


def cleaned(content: bytes | str, file: str = "capture.txt", *, language: str | None = None) -> CleanText:
    """The same after cleaning, as a page or a text, whatever the bytes are."""
    taken = capture(content, file)
    read = read_page if is_page(taken.content, file) else read_plain_text
    return clean_text(taken, read(taken.content, PLAIN_READING), language=language)
