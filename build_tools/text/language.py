"""Prose → its language by the small words that no text does without, because a record asks for one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from build_tools.text.language_files import load_all_languages, remember_for_languages

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 12
"""Small words that a text must have before its language is told."""
_AHEAD = 1.25
"""How far the language must be ahead of the next."""


def tell_language(text: str) -> str | None:
    """Return the primary subtag of the language (`en`, `ru` …), or None if the text does not tell."""
    # some three thousand words: more would tell nothing else
    counts = Counter(word.casefold() for word in _WORD.findall(text[:20_000]))
    counted = {
        language: sum(counts[word] for word in words) for language, words in _load_small_words().items()
    }
    # with noughts for a table of fewer than two languages
    first, second, *_ = [*sorted(counted.values(), reverse=True), 0, 0]
    if first < _LEAST or first <= _AHEAD * second:
        return _tell_by_own_letters(text[:20_000], counted)
    return max(counted, key=lambda language: counted[language])


_LEAST_OWN = 3
"""Letters of its own that tell a language, where small words are few or shared with a neighbour."""
_SMALL_BESIDE = 2
"""Small words that it must have then: a neighbour of a neighbour may have the letters."""
_QUOTED = 0.1
"""Share of the letters of its own that another language may have in the text: names, and who is quoted."""


def _tell_by_own_letters(text: str, counted: Mapping[str, int]) -> str | None:
    """By letters that of all languages known only one has; None where those of two are mixed."""
    letters = Counter(text.casefold())
    own = {tag: sum(letters[letter] for letter in own) for tag, own in _load_own_letters().items()}
    first, second, *_ = [*sorted(own.values(), reverse=True), 0, 0]
    if first < _LEAST_OWN or second > _QUOTED * first:
        return None
    told = max(own, key=lambda tag: own[tag])
    return told if counted.get(told, 0) >= _SMALL_BESIDE else None


_SCRIPTS = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "GREEK": "el", "HEBREW": "he",
            "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy"}  # fmt: skip
"""Scripts that one living language is written in, by how Unicode's names of their letters begin; kana go
before the signs that Japanese shares with Chinese."""
_SCRIPT_SHARE = 0.2
"""Share of a text's letters from which a script tells: names and quotations in other letters have less."""


def tell_language_by_letters(text: str) -> str | None:
    """The language that alone is written in the text's letters; None for letters of many languages."""
    letters = [letter for letter in text[:4_000] if letter.isalpha()]
    counts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    least = _SCRIPT_SHARE * len(letters)
    return next((tag for script, tag in _SCRIPTS.items() if counts[script] > least), None)


@remember_for_languages
def _load_small_words() -> Mapping[str, frozenset[str]]:
    """Of each language that is recognised: the words by which it is."""
    known = load_all_languages()
    return {code: frozenset(facts.recognition) for code, facts in known.items() if facts.recognition}


@remember_for_languages
def _load_own_letters() -> Mapping[str, str]:
    return {code: facts.own_letters for code, facts in load_all_languages().items() if facts.own_letters}
