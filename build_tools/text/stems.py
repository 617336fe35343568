"""A word as search compares it → its stem, because “inmates” must find “inmate”.

The twin of `stem` in overrides/assets/javascripts/searching/words.js: what one of the two changes, the other
must change too, and one table of cases, tests/text/stems.json, is run through both. Crude, but the same on
both sides.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LATIN = re.compile(r"[a-z]{4,}")
_CYRILLIC = re.compile(r"[а-яіґє]{4,}")
_VOWEL = re.compile("[aeiouy]")
_BEFORE_ED = ((re.compile(r"(?<=..)ies\Z"), "y"), (re.compile(r"(?:(?<=ss)|(?<=x)|(?<=[cs]h))es\Z"), ""))
_PLURAL = ((re.compile(r"(?<=[a-z]{2}[^sui])s\Z"), ""), (re.compile(r"(?<=[a-z]{2}is)ations?\Z"), ""))
_PAST = re.compile(r"(?<=[a-z]{3})(?:ing|(?<!e)ed)\Z")
_AFTER_ED = (
    (re.compile(r"([bdfglmnprt])\1\Z"), r"\1"),
    (re.compile(r"(?<=[a-z]{3})e\Z"), ""),
    (re.compile(r"(?<=[a-z]{2})y\Z"), "i"),
)
_CASES = re.compile(
    r"(?<=..)(?:ого|его|ому|ему|ами|ями|ыми|ими|ов|ев|ои|еи|ии|ыи|ом|ем|ым|им|ах|ях|ых|их|ам|ям|ів|ою|ею|ую|юю|ая|яя|ые|ие"
    r"|[аеиоуыэюяіьъ])\Z"
)
"""Of Russian and Ukrainian, where names are declined, the endings of cases; folding has made `й` an `и`."""


@lru_cache(maxsize=1 << 14)
def stem_word(word: str) -> str:
    """What a folded word has in common with its other forms.

    >>> [stem_word(word) for word in ("recruits", "recruiting", "remedies", "рыбаками", "ik17")]
    ['recruit', 'recruit', 'remedi', 'рыбак', 'ik17']
    """
    if _LATIN.fullmatch(word):
        for pattern, replacement in (*_BEFORE_ED, *_PLURAL):
            word = pattern.sub(replacement, word)
        ending = _PAST.search(word)
        # a word without a vowel before it is none: `string`
        if ending and _VOWEL.search(word, 0, ending.start()):
            word = word[: ending.start()]
        for pattern, replacement in _AFTER_ED:
            word = pattern.sub(replacement, word)
        return word
    return _CASES.sub("", word) if _CYRILLIC.fullmatch(word) else word
