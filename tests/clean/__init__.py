"""Tests of cleaning."""

from __future__ import annotations

import hashlib

from build_tools.clean import clean
from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText


def capture(content: bytes | str, file: str = "capture.txt") -> Capture:
    """A capture of bytes, or of text in UTF-8."""
    raw = content.encode() if isinstance(content, str) else content
    return Capture(file, raw, hashlib.sha256(raw).hexdigest())


def cleaned(content: bytes | str, file: str = "capture.txt", *, language: str | None = None) -> CleanText:
    """The same after cleaning."""
    return clean(capture(content, file), language=language)
