"""Text → its words as they are compared, because what is copied is seldom copied sign for sign."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from build_tools.text.words import split_words

_APOSTROPHES = "’ʼ‘`‛′´"
"""Signs that type, scripts and hands use for one: “it’s” is a word of the capture in each."""
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_ASCII = bytes(range(128))
_EVEN_ASCII = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() else ord("'" if chr(code) in "'`" else " ")
    for code in range(128)
).ljust(256)
"""Each sign of ASCII as it is compared; all that is of no word is a blank."""
_WORD = re.compile("[a-z0-9]+(?:'[a-z0-9]+)*")
_BY_THEMSELVES = frozenset(
    chr(at)
    for first, last in ((0x80, 0x2FF), (0x370, 0x482), (0x48A, 0x52F), (0x1E00, 0x20CF), (0x2100, 0x2BFF))
    for at in range(first, last + 1)
) | {"\ufffd"}
"""Letters of Latin, Greek and Cyrillic, signs of type: none is a mark that joins the letter before it."""


def fold_words(text: str) -> tuple[str, ...]:
    """Words as they are compared: forms, case and apostrophes evened out, invisible marks dropped."""
    words: list[str] = []
    # a word ends where its line does
    for line in text.split("\n"):
        words += fold_line(line)
    return tuple(words)


def fold_line(line: str) -> tuple[str, ...]:
    """The same of one line."""
    if line.isascii():
        return _split_ascii(line)
    signs = set(
        line.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    )
    if not _BY_THEMSELVES.issuperset(signs):
        return split_words(_fold_signs(line))
    # a line has few different signs: to replace one after the other takes a third of evening out every letter
    for sign in signs:
        if sign != (even := _fold_sign(sign)):
            line = line.replace(sign, even)
    if line.isascii():
        return _split_ascii(line)
    return split_words(line.lower().replace("`", "'"))


def _split_ascii(line: str) -> tuple[str, ...]:
    """The words of a line without other signs: nearly all lines, and in a tenth of the time."""
    even = line.encode().translate(_EVEN_ASCII).decode()
    # an apostrophe stays where it stands within a word
    return tuple(_WORD.findall(even) if "'" in even else even.split())


@cache
def _fold_sign(sign: str) -> str:
    even = _fold_signs(sign)
    # what is of no word and drops out of none parts words, as a blank does
    parts = bool(even) and "'" not in even and not any(map(str.isalnum, even))
    return " " if parts else even


def _fold_signs(text: str) -> str:
    # before forms are evened out, which makes a blank and a mark of one of them
    even = unicodedata.normalize("NFKC", text.translate(_ONE_APOSTROPHE)).casefold()
    even = even.translate(_ONE_APOSTROPHE)
    for sign in set(even):
        if unicodedata.category(sign) == "Cf":
            even = even.replace(sign, "")
    return even
