"""Bytes → whether they are a text as files of a site have it; most are, and need no closer look."""

from __future__ import annotations

import re

CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]")
"""What no text in UTF-8 has, and text in UTF-16 always."""
_CONTROLS = bytes([*range(9), *range(14, 32)])


def is_plain(content: bytes) -> bool:
    """Whether it is text in UTF-8."""
    return not has_control(content) and is_utf8(content)


def has_control(content: bytes) -> bool:
    """Whether a byte is of no text; the beginning tells of most files that one is."""
    # to drop them from all bytes and count takes a tenth of looking for one
    return bool(CONTROL.search(content[:_FIRST])) or len(content.translate(None, _CONTROLS)) < len(content)


def is_utf8(content: bytes) -> bool:
    """Whether every byte belongs to a sign."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


_FIRST = 256
"""Bytes in which a picture, a font or a packed file has a zero at the latest."""
