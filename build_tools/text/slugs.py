"""Any text → the last part of an address, and names → what they are compared by: letters and digits alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from anyascii import anyascii

_LONGEST = 60
_WORD = re.compile("[a-z0-9]+")
_LATIN = 0x250
"""Code points below are Latin letters, with marks or without."""


def make_slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word to at most 60 characters; may be empty.

    Other letters are spelled in Latin ones as anyascii has it: no romanisation is right for all, and any is
    better than an address without words.

    >>> make_slug("Паром стоит")
    'parom-stoit'
    """
    # an apostrophe parts no word: `vells`, not `vell-s`
    plain = "".join(_spell_letters(re.sub("[’'‘ʼ]", "", text)))
    # no more words than hyphens and single letters would fill it with: a title may be as long as a page
    words = [match.group() for match in islice(_WORD.finditer(plain.lower()), _LONGEST)]
    while len("-".join(words)) > _LONGEST and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST].strip("-")


def make_name_key(name: str) -> str:
    """Letters and digits alone, by which names are compared: `The Vell Press` and `thevellpress` are one."""
    return re.sub(r"[\W_]+", "", name.casefold()).removeprefix("the")


def _spell_letters(text: str) -> Iterator[str]:
    """Each letter in ASCII; where a script has no spaces, each of its signs is a word."""
    for letter in text:
        if letter.isascii():
            yield letter
        elif ord(letter) < _LATIN:
            plain = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
            # one that is no other letter with a mark (`ß`); signs such as that of degrees are no letters
            yield plain or (anyascii(letter) if letter.isalpha() else "")
        elif letter.isalpha() and unicodedata.name(letter, "").startswith(
            ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
        ):
            yield f" {anyascii(letter)} "
        elif letter.isalpha():
            # apostrophes stand for signs that soften a letter
            yield anyascii(letter).replace("'", "").replace('"', "").replace("`", "")
        else:
            yield unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
