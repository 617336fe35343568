r"""Text → words in the form in which search compares them, because `pretrial` must find “pre-trial”.

The twin of overrides/assets/javascripts/spelling.js: what one of the two changes, the other must change too,
and one table of cases, tests/text/spellings.json, is run through both. `[0-9]`, not `\d`, and
`\Z`, not `$`, because that is what the signs mean in JavaScript.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from build_tools.text.plain_letters import INVISIBLE

_MARKED = (range(0x300, 0x20000), range(0xE0100, 0xE01F0))
"""Where Unicode keeps its combining marks."""

_TWINS = tuple(
    (re.compile(pattern), replacement, most)
    for pattern, replacement, most in (
        # 20,000 · 20k · Vell’s
        (r",(?=[0-9]{3})", "", 0),
        (r"^([0-9]+)k\Z", r"\g<1>000", 1),
        (r"['’ʼ]s\Z", "", 1),
        (r"['’ʼ]", "", 0),
        # British and American, -ise, -our, -re, -ence; the letters before leave `size`, `hour` and their like
        # alone
        (r"(?<=[a-z]{2})(i|y)z(?=e[drs]?\Z|ers\Z|ing\Z|ations?\Z)", r"\g<1>s", 1),
        (r"(?<=[a-z]{3})our", "or", 1),
        (r"(?<=[a-z]{2})tre(?=s?\Z)", "ter", 1),
        (r"(?<=[a-z]{2})ense(?=s?\Z)", "ence", 1),
    )
)
"""Pattern, replacement, how many to replace (0: all); the order is that of spelling.js."""
_PERHAPS_TWIN = re.compile("[,'’ʼ0-9]|[iy]z|our|tre|ense")
"""What one of these patterns may change: most words have nothing of it."""
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
# the hyphen of keyboards, of typesetting, and the one that breaks no line
_HYPHEN = re.compile(r"[-‐‑]")
# in numbers full stops and commas belong to the word
_DECIMAL = re.compile(r"[0-9][.,]")


@cache
def _list_marks() -> str:
    """All combining marks for a character class; found when first wanted, as it takes a moment."""
    ranges: list[list[int]] = []
    for code in chain.from_iterable(_MARKED):
        if unicodedata.category(chr(code))[0] != "M":
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def _compile_tokens(letter: str) -> re.Pattern[str]:
    """Letters and digits, with the signs that join them: 20,000 · 3.5 · pre-trial · Vell’s · IK-17."""
    return re.compile(rf"[0-9]+(?:[.,][0-9]+)+|{letter}+(?:[’'ʼ‐‑-]{letter}+)*")


_UNMARKED = _compile_tokens(r"[^\W_]")
_PERHAPS_MARKED = re.compile("[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u20cf\u2100-\u2bff]")
"""What is neither Latin, Greek, Cyrillic nor a sign: only among these are combining marks. The pattern that
knows all marks is many times slower, and few texts need it."""


@cache
def _compile_marked() -> re.Pattern[str]:
    return _compile_tokens(f"(?:[^\\W_]|[{_list_marks()}])")


@cache
def _compile_mark() -> re.Pattern[str]:
    return re.compile(f"[{_list_marks()}]")


def find_tokens(text: str) -> list[str]:
    """What counts as one word in print, as it is written, in order."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    if text.isascii() or not _PERHAPS_MARKED.search(text):
        return _UNMARKED.findall(text)
    return _compile_marked().findall(text)


def fold_word(word: str) -> str:
    """One spelling for all that mean one word.

    >>> [fold_word(word) for word in ("Mobilization", "20K", "20,000", "Miller’s", "Ёлкин")]
    ['mobilisation', '20000', '20000', 'miller', 'елкин']
    """
    if not word.isascii():
        word = _compile_mark().sub("", unicodedata.normalize("NFKD", word))
    word = word.lower()
    if _PERHAPS_TWIN.search(word):
        for pattern, replacement, most in _TWINS:
            word = pattern.sub(replacement, word, count=most)
    return word


@lru_cache(maxsize=1 << 16)  # of the words of an archive, few make up most of its text
def spell_token(token: str) -> tuple[str, ...]:
    """The words that find a token: one with hyphens is found whole, joined, and by its parts.

    >>> spell_token("Pre-Trial")
    ('pretrial', 'pre', 'trial')
    """
    parts = () if _DECIMAL.search(token) else _HYPHEN.split(token)
    spelled = (token,) if len(parts) < 2 else ("".join(parts), *parts)  # noqa: PLR2004 - no hyphen, one part
    return tuple(word for word in map(fold_word, spelled) if word)


def spell_words(text: str) -> Iterator[str]:
    """All words that find the text, in order, as often as they occur."""
    return chain.from_iterable(map(spell_token, find_tokens(text)))
