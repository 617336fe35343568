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
from types import MappingProxyType

_CYRILLIC = ("оеаинтсрвлкмдпуяыьзбгйчхжшюцщэфёіїєґўъјљњћђџѓќѕ",)
_HEBREW = ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",)
_ARABIC = ("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئةپچژگ",)
# by how often they stand in a text: alphabets of one place in their code pages differ in nothing else
_MIDDLING_LETTERS = frozenset("ыьзбгйчхжш")
_SELDOM_LETTERS = frozenset("ъјљњћђџѓќѕґўщэфёцюזטךכםןסעףפץצקגחξψζβθχφγδω")
_GREEK = ("αεηιοτσςνυρπκμλδγθχφβξζψωάέήίόύώϊϋ",)
# by language, or a few that are alike: the letters of all together would fit nearly any text
_WESTERN = (
    "äöüß",
    "éèêëàâçîïôœùûæ",
    "áéíóúñü",
    "áàâãéêíóôõúç",
    "àèéìíòóù",
    "åäöé",
    "åæøé",
    "áðéíóúþæö",
    "éëïèöü",
)
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž", "äöüß")
_TURKISH = ("çğıöşüâîû",)
_BALTIC = ("āčēģīķļņšūž", "ąčęėįšųūž", "õäöüšž")
_TYPOGRAPHIC = frozenset("“”„‘’‚–—…«»№§©®°·•\u00a0¿¡€")


@dataclass(frozen=True, slots=True)
class _CodePage:
    """What is expected of a text in it."""

    alphabets: tuple[str, ...]
    """The letters beyond ASCII of one language each."""
    latin: bool = False
    """Whether its letters stand among ASCII letters; those of other scripts stand among their own."""


LETTERS: Mapping[str, _CodePage] = MappingProxyType(
    {
        "cp1251": _CodePage(_CYRILLIC),
        "koi8-r": _CodePage(_CYRILLIC),
        "koi8-u": _CodePage(_CYRILLIC),
        "cp866": _CodePage(_CYRILLIC),
        "iso8859-5": _CodePage(_CYRILLIC),
        "mac-cyrillic": _CodePage(_CYRILLIC),
        "cp1252": _CodePage(_WESTERN, latin=True),
        "cp1253": _CodePage(_GREEK),
        "cp1250": _CodePage(_CENTRAL, latin=True),
        "iso8859-2": _CodePage(_CENTRAL, latin=True),
        "cp1254": _CodePage(_TURKISH, latin=True),
        "cp1257": _CodePage(_BALTIC, latin=True),
        "cp1255": _CodePage(_HEBREW),
        "cp1256": _CodePage(_ARABIC),
        "cp850": _CodePage(_WESTERN, latin=True),
        "mac-roman": _CodePage(_WESTERN, latin=True),
    }
)
"""Code pages that are told by their letters; of equal scores the first wins."""

_OFTEN, _MIDDLING, _SELDOM, _CAPITAL, _SIGN = 1.0, 0.7, 0.4, 0.5, 0.4
_FOREIGN, _WRONG, _UNREAD = -1.0, -2.0, -3.0
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


def score_letters(sample: bytes, codec: str) -> float:
    """What the characters beyond ASCII count on average, in the language that they fit best; 0 for none."""
    page = LETTERS[codec]
    tally = _Tally(page.latin)
    tally.take_text(sample[:_SAMPLE].decode(codec, "replace"))
    best = max(_count_letters(tally, frozenset(alphabet)) for alphabet in page.alphabets)
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
