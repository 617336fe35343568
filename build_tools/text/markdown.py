"""Text → Markdown that shows exactly that text, because what was captured must never act.

Characters that could mean something to a Markdown renderer become character references, in one pass, so that
nothing written here is read twice. Harmless punctuation stays as it is: the pages are meant to be read as
files, too.
"""

from __future__ import annotations

_HARMLESS = frozenset(",;?%…–—‘’“”«»„\"'$€£§°/¶·→←×")
"""Punctuation without a meaning in Markdown, wherever it stands."""

_INSIDE = frozenset(".:-()")
"""Punctuation with a meaning only at the beginning of a line or beside other marks."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_LAST_C0, _DELETE, _LAST_C1 = 0x1F, 0x7F, 0x9F
_SURROGATES = range(0xD800, 0xE000)
_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_PLANE_END = 0xFFFE


def visible(text: str) -> str:
    """Characters that act or cannot be shown → their code points in brackets: `⟨U+202E⟩`.

    White space of any kind becomes a space. The result has no control character, so it is also fit for YAML,
    JSON and XML.
    """
    # What is printable to Python neither acts nor is unseen: most text is, and need not be gone through.
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char.isspace() and char != "\u00a0":
        return " "
    code = ord(char)
    acts = (
        code <= _LAST_C0
        or _DELETE <= code <= _LAST_C1
        or char in _BIDI
        or code in _SURROGATES
        or code in _NONCHARACTERS
        or code & _PLANE_END == _PLANE_END
    )
    return f"⟨U+{code:04X}⟩" if acts else char


def escape(text: str, before: str = "\n", after: str = "\n") -> str:
    """Text → inline Markdown that a renderer shows as `visible(text)`.

    The result has no line break and may stand anywhere: at the beginning of a line, in a heading, in a link's
    text, in a table cell. `before` and `after`: the characters that surely stand around it in the same line,
    if there are any; they let more punctuation stay as it is.
    """
    shown = visible(text)
    digits = len(shown) - len(shown.lstrip("0123456789")) if before == "\n" else -1
    padded = f"{before}{shown}{after}"
    return "".join(
        char if _plain(char, padded[at], padded[at + 2], at == digits) else f"&#{ord(char)};"
        for at, char in enumerate(shown)
    )


def _plain(char: str, before: str, after: str, ends_number: bool) -> bool:
    if char.isalnum() or char in _HARMLESS:
        return True
    if char in " \u00a0":
        return before not in " \n" and after not in " \n"
    if char == "(":
        return before == " " and after.isalnum()
    if char == "-":
        return before.isalnum() and after.isalnum()
    return char in _INSIDE and not ends_number and (before.isalnum() or before in ")”’%")


def attribute(text: str) -> str:
    """Text → the value of an HTML attribute, to stand between quotation marks inside Markdown."""
    return escape(text).replace('"', "&#34;")


def title(text: str) -> str:
    """Text → a page title for front matter: HTML with nothing but text in it, escaped once."""
    return "".join(f"&#{ord(c)};" if c in "&<>\"'{}" else c for c in visible(text))
