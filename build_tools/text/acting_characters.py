"""Text → text without characters that act unseen, because what was captured must be seen for what it is.

Both forms of a page, downloads and front matter show text only as it comes from here.
"""

from __future__ import annotations

import re

from markupsafe import escape

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters
    "\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # white space
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # what turns text around
    "\ud800-\udfff\ufdd0-\ufdef"  # halves of characters, and no characters
    # the last two of every plane are no characters
    f"{''.join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))}]"
)
"""Every character that acts or cannot be shown; among them the white space other than ` ` and U+00A0."""
_MARKUP = re.compile("[&<>\"']")
"""What `escape` writes otherwise."""


def show_acting(text: str) -> str:
    """Characters that act or cannot be shown → their code points in brackets: `⟨U+202E⟩`.

    White space of any kind becomes a space. The result has no control character, so it is also fit for YAML,
    JSON and XML.
    """
    # nearly all text is printable, and that is found out faster than any pattern is searched
    return text if text.isprintable() else _ACTING.sub(_show_character, text)


def escape_acting(text: str) -> str:
    """The same as HTML and XML write it, in an element or in an attribute."""
    shown = show_acting(text)
    # most have no sign that must be escaped, and to look for one takes a third of escaping them
    return str(escape(shown)) if _MARKUP.search(shown) else shown


def show_acting_lines(text: str) -> str:
    """The same for a text of several lines, which stay lines."""
    lines = text.splitlines()
    return "\n".join(lines if "".join(lines).isprintable() else map(show_acting, lines))


def _show_character(acting: re.Match[str]) -> str:
    return " " if acting[0].isspace() else name_code_point(acting[0])


def name_code_point(character: str) -> str:
    """How a character is shown that cannot be seen: `⟨U+202E⟩`, on pages and on terminals alike."""
    return f"⟨U+{ord(character):04X}⟩"
