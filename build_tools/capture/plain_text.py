"""A plain text → its text as it stands: the file is the text."""

from __future__ import annotations

from build_tools.model.capture_text import CaptureText, FormName


def read_plain_text(content: bytes, encoding: str | None = None) -> CaptureText:
    """The text itself."""
    return CaptureText(FormName.TEXT, content, stated_encoding=encoding)
