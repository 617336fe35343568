"""Text → Markdown that shows exactly that text, because what was captured must never act.

Characters that could mean something to a Markdown renderer become character references, each once, so that
nothing written here is read twice. Harmless punctuation stays as it is: the pages are meant to be read as
files, too.
"""

from __future__ import annotations

import re

_HARMLESS = ",;?%…–—‘’“”«»„\"'$€£§°/¶·→←×"
"""Punctuation without a meaning in Markdown, wherever it stands."""

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters
    "\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # white space
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # what turns text around
    "\ud800-\udfff\ufdd0-\ufdef"  # halves of characters, and no characters
    f"{''.join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))}]"
)
"""Every character that acts or cannot be shown; among them the white space other than ` ` and U+00A0."""

_MARK = re.compile(
    rf"[^\w\n \xa0{_HARMLESS}](?:"
    r"(?<![.:()-])"
    # an opening bracket stays between a space and a word, a hyphen within a word
    r"|(?<=\()(?!(?<= \()[^\W_])|(?<=-)(?!(?<=[^\W_]-)[^\W_])"
    # the others stay behind a word or what closes one
    r"|(?<=[.:)])(?<![^\W_][.:)])(?<![)”’%][.:)]))"
)
"""A mark with a meaning where it stands. `_`, a letter for regular expressions, is not among them."""

_LIST_NUMBER = re.compile(r"\n[0-9]+(?=[.:)].)", re.DOTALL)
"""What the mark behind it, which is not the last character, would make an entry of a list."""

_SPACE = re.compile(r"[ \xa0](?:(?=[ \n])|(?<=[ \n][ \xa0]))")
"""A space that a renderer would drop: it stands beside another, or at an end."""

_IN_TITLE = re.compile("[&<>\"'{}]")
"""What a title may not hold as it is: signs of HTML, of quotation and of template expressions."""


def visible(text: str) -> str:
    """Characters that act or cannot be shown → their code points in brackets: `⟨U+202E⟩`.

    White space of any kind becomes a space. The result has no control character, so it is also fit for YAML,
    JSON and XML.
    """
    return text if text.isprintable() else _ACTING.sub(_shown, text)


def _shown(acting: re.Match[str]) -> str:
    char = acting[0]
    return " " if char.isspace() else f"⟨U+{ord(char):04X}⟩"


def escape(text: str, before: str = "\n", after: str = "\n") -> str:
    """Text → inline Markdown that a renderer shows as `visible(text)`.

    The result has no line break and may stand anywhere: at the beginning of a line, in a heading, in a link's
    text, in a table cell. `before` and `after`: the one character that surely stands before and behind it in
    the same line, if there is one; they let more punctuation stay as it is.
    """
    padded = f"{before}{visible(text)}{after}"
    written = _within(_MARK, padded)
    if number := _LIST_NUMBER.match(padded):
        at = number.end()
        written = f"{number[0]}&#{ord(padded[at])};{written[at + 1 :]}"
    # spaces last: what a mark becomes is no space, but what a space becomes would change what is beside it
    return _within(_SPACE, written)[1:-1].replace("_", "&#95;")


def _within(marks: re.Pattern[str], padded: str) -> str:
    """The text with references for the marks in it, but its first and last character as they are."""
    last = len(padded) - 1
    return marks.sub(lambda mark: _reference(mark) if 0 < mark.start() < last else mark[0], padded)


def _reference(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"


def attribute(text: str) -> str:
    """Text → the value of an HTML attribute, to stand between quotation marks inside Markdown."""
    return escape(text).replace('"', "&#34;")


def title(text: str) -> str:
    """Text → a page title for front matter: HTML with nothing but text in it, escaped once."""
    return _IN_TITLE.sub(_reference, visible(text))
