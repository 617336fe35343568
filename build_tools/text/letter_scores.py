"""Bytes read in a code page → how well its letters stand as letters of a language do.

Letters that a language has count for a code page; against it count letters that none of its languages has,
capitals within words, signs between letters, two scripts in one word: what comes of reading one code page as
another. What each counts was measured with `python -m benchmarks.encodings`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from types import MappingProxyType

from build_tools.text.yaml_tables import read_table

_TABLE = read_table(files("build_tools.text").joinpath("alphabets.yml").read_text("utf-8"))
_MIDDLING_LETTERS, _SELDOM_LETTERS = frozenset(_TABLE["middling"]), frozenset(_TABLE["seldom"])
_TYPOGRAPHIC = frozenset(_TABLE["typographic"]) | {"\u00a0"}


class _CodePage:
    """What is expected of a text in it."""

    def __init__(self, *alphabets: str, latin: bool = False) -> None:
        self.alphabets = tuple(map(frozenset, alphabets))
        """The letters beyond ASCII of one language each."""
        self.latin = latin
        """Whether its letters stand among ASCII letters; those of other scripts stand among their own."""


LETTERS: Mapping[str, _CodePage] = MappingProxyType(
    {
        "cp1251": _CodePage(*_TABLE["cyrillic"]),
        "koi8-r": _CodePage(*_TABLE["cyrillic"]),
        "koi8-u": _CodePage(*_TABLE["cyrillic"]),
        "cp866": _CodePage(*_TABLE["cyrillic"]),
        "iso8859-5": _CodePage(*_TABLE["cyrillic"]),
        "mac-cyrillic": _CodePage(*_TABLE["cyrillic"]),
        "cp1252": _CodePage(*_TABLE["western"], latin=True),
        "cp1253": _CodePage(*_TABLE["greek"]),
        "cp1250": _CodePage(*_TABLE["central"], latin=True),
        "iso8859-2": _CodePage(*_TABLE["central"], latin=True),
        "cp1254": _CodePage(*_TABLE["turkish"], latin=True),
        "cp1257": _CodePage(*_TABLE["baltic"], latin=True),
        "cp1255": _CodePage(*_TABLE["hebrew"]),
        "cp850": _CodePage(*_TABLE["western"], latin=True),
        "mac-roman": _CodePage(*_TABLE["western"], latin=True),
    }
)
"""Code pages that are told by their letters; of equal scores the first wins."""

_OFTEN, _MIDDLING, _SELDOM, _CAPITAL, _SIGN = 1.0, 0.7, 0.4, 0.5, 0.4
_FOREIGN, _WRONG, _UNREAD = -1.0, -2.0, -3.0
# less than a sum of floats can be out by
_ALIKE = 1e-9
_SAMPLE = 1 << 14
"""Bytes that are looked at: more tell no more."""
# three letters with accents in a row are no word of a language in Latin letters
_LATIN_RUN = 3
_WORD = re.compile(r"[^\W\d_]+")


def choose_code_page(sample: bytes) -> tuple[str, float]:
    """The code page whose letters stand best, and its score: about 1 for a text in it, below 0 for others."""
    return max(
        ((codec, score_letters(sample, codec)) for codec in LETTERS),
        key=lambda scored: scored[1],  # the first of equals
    )


def is_signs_alone(sample: bytes) -> bool:
    """Whether read as Windows-1252 there are, beyond ASCII, only signs of print, each in a place for it."""
    tally = _Tally(latin=True)
    tally.take_text(sample[:_SAMPLE].decode("cp1252", "replace"))
    # every sign counts as much as one can, so that none stands between letters
    return not (tally.small or tally.capital) and tally.total > (_SIGN - _ALIKE) * tally.count


def score_letters(sample: bytes, codec: str) -> float:
    """What the characters beyond ASCII count on average, in the language that they fit best; 0 for none."""
    page = LETTERS[codec]
    tally = _Tally(page.latin)
    tally.take_text(sample[:_SAMPLE].decode(codec, "replace"))
    best = max(_count_letters(tally, alphabet) for alphabet in page.alphabets)
    return (tally.total + best) / (tally.count or 1)


@dataclass
class _Tally:
    """What is the same for all languages of a code page, and the letters that are not."""

    latin: bool
    total: float = 0.0
    count: int = 0
    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    """Where capitals may stand, as small letters."""

    def take_text(self, text: str) -> None:
        at = 0
        for word in _WORD.finditer(text):
            # fractions count as letters of words to the expression, and are signs
            if not word.group().isalpha():
                continue
            self._take_signs(text, at, word.start())
            if not word.group().isascii():
                self._take_word(word.group())
            at = word.end()
        self._take_signs(text, at, len(text))

    def _take_signs(self, text: str, start: int, end: int) -> None:
        for at in range(start, end):
            if not text[at].isascii():
                self.total += _score_sign(text, at)
                self.count += 1

    def _take_word(self, word: str) -> None:
        high = sum(not letter.isascii() for letter in word)
        mixed = (high >= _LATIN_RUN and high == len(word)) if self.latin else high < len(word)
        self.total += _FOREIGN * high if mixed else 0.0
        self.count += high
        before = ""
        for letter in word:
            if not letter.isascii():
                if letter.isupper() and before.islower():
                    self.total += _WRONG
                else:
                    (self.capital if letter.isupper() else self.small)[letter.lower()] += 1
            before = letter


def _count_letters(tally: _Tally, alphabet: frozenset[str]) -> float:
    total = 0.0
    for letter, times in tally.small.items():
        total += times * (_weigh_letter(letter) if letter in alphabet else _FOREIGN)
    for letter, times in tally.capital.items():
        total += times * (_CAPITAL if letter in alphabet else _FOREIGN)
    return total


def _weigh_letter(letter: str) -> float:
    if letter in _SELDOM_LETTERS:
        return _SELDOM
    return _MIDDLING if letter in _MIDDLING_LETTERS else _OFTEN


def _score_sign(text: str, at: int) -> float:
    sign = text[at]
    if sign == "\ufffd":
        return _UNREAD
    between = 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()
    # an apostrophe and a dash may stand between letters
    if between and sign not in "’–—\u00a0":
        return _WRONG
    return _SIGN if sign in _TYPOGRAPHIC else _FOREIGN
