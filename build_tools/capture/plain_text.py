"""A plain text → its text as it stands: the file is the text."""

from __future__ import annotations

from build_tools.model.capture_text import AskedReading, CaptureText, FormName


def read_plain_text(content: bytes, asked: AskedReading) -> CaptureText:
    """The text itself."""
    return CaptureText(FormName.TEXT, content, stated_encoding=asked.encoding)
