"""A page saved as HTML → its text as it stands: the file is the page."""

from __future__ import annotations

import re

from build_tools.capture.page_statements import find_page_statements
from build_tools.model.capture_text import AskedReading, CaptureText, FormName

_HEAD = 1 << 14
"""Bytes at the start of a capture in which it says what it is."""
# with what ends the name, or `<header>` would pass for `<head>`
_HTML = re.compile(rb"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_NAMES = (".html", ".htm", ".xhtml")


def is_page(content: bytes, name: str) -> bool:
    """Whether it is HTML: because it opens so, or, for a piece of a page, by its name."""
    # UTF-16 is ASCII with zeros between, for this purpose; marks of byte order may stand before the tag
    head = content[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    # plain text may speak of <body>; a page begins with a tag
    opens_so = head.startswith(b"<") and _HTML.search(head) is not None
    return opens_so or name.lower().endswith(_NAMES)


def read_page(content: bytes, asked: AskedReading) -> CaptureText:
    """The page itself."""
    return CaptureText(
        FormName.HTML,
        content,
        markup=True,
        stated_encoding=asked.encoding,
        stated=find_page_statements(content),
    )
