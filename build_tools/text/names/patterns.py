"""One word of a name → an expression that matches it in every case, alphabet and spelling.

Over-inclusive by intent: where a form is doubtful, it is one. What is compared has no marks, no case, and of
doubled letters one (`fold_letters`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from build_tools.text.names.letters import ALIKE, PAIRS, ROMAN, list_cyrillic

_DOUBLED = re.compile(r"(.)\1+")
_NOT_LETTER = re.compile(r"[\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[a-z]+")
_SHORTEST = 4
"""Of fewer letters than these, spellings of others would be no likeness: `Цой`, `com`."""
_SHORT = 5
"""Fewer letters than these, of a name that is one word, are matched with endings only: too many other words
would be a spelling of it."""

# by length: the longest that leaves a stem
_CUT = ("ии", "ои", "ая", "яя", "ое", "ее", "а", "я", "о", "е", "и", "у", "ю")
_VOWELS = "aeiouy"
_CYRILLIC_VOWELS = "аеиоуюя"
# endings of nouns and adjectives, Russian and Ukrainian together; then in every Latin spelling, with those
# of English, German, Polish and Czech
_CASES = (
    "(?:а|я|у|ю|е|и|о|ом|ем|им|ам|ям|ах|ях|ами|ями|ов|ев|ив|ове|еве|ови|еви|ою|ею|ои|еи"
    "|ого|его|омо|ому|ему|ая|яя|ую|юю|ое|ее|их|ими|ии)"
)
_LATIN_CASES = (
    "(?:a|u|y|i|e|o|j|om|em|im|ym|am|iam|yam|jam|ah|akh|ach|iah|iakh|yah|yakh|ami|iami|yami|jami"
    "|ov|ev|iv|ow|ovi|evi|owi|oyu|oiu|oju|eyu|eiu|eju|ou|oi|oy|oj|ei|ey|ej|ogo|oho|ego|eho|omu|emu"
    "|aya|aia|aja|uyu|uiu|uju|ykh|ikh|ych|ich|yh|ih|ymi|imi|iy|yi|ij|ya|ia|ja|yu|iu|ju|ye|ie|je"
    "|yem|iem|jem|ove|eve|oe|oye|ova|ovou|s|es|n|en|ns|ens|in|ine)"
)
_LOOK_ALIKE = dict(zip("аеорсухікмтвн", "aeopcyxikmtbh", strict=True))
_ALTERNATING = {"г": "гзж", "к": "кцч", "х": "хсш"}
"""Last letters of a stem that change before some endings: Ольга, Ользі."""


@lru_cache(maxsize=1 << 16)
def fold_letters(word: str) -> str:
    """Letters without case, marks and doubling; other Latin letters than those of English as these.

    >>> [fold_letters(word) for word in ("TOLLEN", "Łukasz", "Їжак", "Кайлл")]
    ['tolen', 'lukasz', 'ижак', 'каил']
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    letters = [letter for letter in plain if unicodedata.category(letter)[0] == "L"]
    if _CYRILLIC.search(plain) and _LATIN.search(plain):
        # one alphabet’s letters in a word of the other: seen alike, and searched for in vain
        letters = [_LOOK_ALIKE.get(letter, letter) for letter in letters]
    spelled = (ALIKE.get(x, x) if x > "\u036f" or x.isascii() else anyascii(x).lower() for x in letters)
    return _DOUBLED.sub(r"\1", _NOT_LETTER.sub("", "".join(spelled)))


def compile_word(word: str, *, alone: bool) -> str:
    """The expression of a word, without anchors; `alone`: it is all of the name."""
    return "|".join(dict.fromkeys(_list_expressions(word, alone=alone)))


def _list_expressions(word: str, *, alone: bool) -> Iterator[str]:
    folded = fold_letters(word)
    if _CYRILLIC.search(folded):
        yield from _spell_cyrillic(folded)
    elif _LATIN.fullmatch(folded):
        for spelling in dict.fromkeys((folded, *_spell_umlauts(word))):
            yield from _spell_latin(spelling, strict=len(folded) < (_SHORT if alone else _SHORTEST))
    elif folded:
        # of other alphabets: a stem with up to three letters more, and in Latin as a machine would have it
        yield re.escape(folded[:-2] if len(folded) > _SHORT else folded) + r"\w{0,3}"
        if _LATIN.fullmatch(spelled := fold_letters(anyascii(word))):
            yield from _spell_latin(spelled, strict=True)


def _spell_umlauts(word: str) -> Iterator[str]:
    lower = unicodedata.normalize("NFC", word).casefold()
    spelled = lower.translate(_UMLAUTS)
    if spelled != lower:
        yield fold_letters(spelled)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ñ": "ny"})


def _spell_cyrillic(word: str) -> Iterator[str]:
    cut = next((e for e in _CUT if word.endswith(e) and len(word) - len(e) > len(e)), "")
    bare = word[: len(word) - len(cut)]
    if _is_short(word, bare):
        yield f"{bare}{_CASES}{'' if cut else '?'}"
        # a glide before the ending, or it would be any word: Coja, not “com”
        ending = "(?:[ijy](?:a|u|e|em)?)" if cut == "и" else "(?:a|u|e|y|om)?"
        yield _spell_in_latin([(letter,) for letter in (bare if cut == "и" else word)]) + ending + "s?"
        return
    stem = _make_stem(bare, cut)
    last = stem[-1][0] if stem else ""
    # a stem that ends as the ending begins: Юлия, Юлии
    least = "" if cut and last != "и" else "?"
    yield "".join(map(_join_choices, stem)) + f"(?:и?{_join_endings(_CASES, last)}){least}"
    # a name that loses its last sign in Latin letters has no ending there: Gogol, Andre
    least = "?" if cut in ("", "и", "ии", "ои") else least
    yield _spell_in_latin(stem) + _end_latin(_romans(last)[0][-1:]) + least


def _is_short(word: str, stem: str) -> bool:
    """Whether it is too little to be known by with any ending: `Ан`, `Цой`; not `Юрий`, `Лев`."""
    return len(word) < _SHORTEST - 1 or (len(stem) < _SHORTEST - 1 and stem[-1] in _CYRILLIC_VOWELS)


def _make_stem(word: str, cut: str) -> list[tuple[str, ...]]:
    """The letters that stay, each with what it may turn into."""
    stem: list[tuple[str, ...]] = [(letter,) for letter in word]
    if len(stem) > 2:  # noqa: PLR2004 - a letter stands before the vowel
        before, last = stem[-2][0], stem[-1][0]
        if cut == "и" and last == "е":
            # one that comes and goes: Соловей, Соловья
            stem[-1] = ("е", "")
        elif not cut and before in "оеия":
            # Павел, Павла; or is another: Федір, Федора; Заяц, Зайца
            stem[-2] = (before, "о", "е", "и", "") if len(stem) >= _SHORTEST else (before, "")
        elif not cut and not {before, last} & set(_CYRILLIC_VOWELS):
            # two consonants, between which some spellings have a vowel: Олександр, Oleksander
            stem.insert(-1, ("", "е"))
    if stem and stem[-1][0] in _ALTERNATING:
        stem[-1] = tuple(_ALTERNATING[stem[-1][0]])
    return stem


def _join_endings(endings: str, last: str) -> str:
    """The endings, also without a first letter that is the stem's last: of doubled letters one is left."""
    every = endings.removeprefix("(?:").removesuffix(")").split("|")
    merged = [ending[1:] for ending in every if last and ending.startswith(last) and len(ending) > 1]
    return _join_choices((*every, *merged))


def _end_latin(last: str) -> str:
    return f"(?:[ijy]?{_join_endings(_LATIN_CASES, last)}s?)"


def _spell_in_latin(stem: list[tuple[str, ...]]) -> str:
    """Each letter in all its spellings; two that have one together, in that as well."""
    spelled = [_join_choices(roman for letter in slot for roman in _romans(letter)) for slot in stem]
    for at, (first, second) in enumerate(pairwise(stem)):
        if together := PAIRS.get(first[0] + second[0]):
            spelled[at : at + 2] = [f"(?:{spelled[at]}{spelled[at + 1]}|{_join_choices(together)})", ""]
    return "".join(spelled)


def _romans(letter: str) -> tuple[str, ...]:
    return ROMAN.get(letter, ("",) if not letter else (re.escape(letter),))


def _spell_latin(word: str, *, strict: bool) -> Iterator[str]:
    yield re.escape(word) + ("(?:s|es)?" if strict else "")
    cuts = [0] if strict or len(word) < _SHORT - 1 else list(_list_cuts(word))
    for cut in cuts:
        stem = word[: len(word) - cut]
        yield _walk(stem, 0, {}, in_latin=False) + f"(?:и?{_CASES})?"
        if not strict:
            least = "" if cut and stem[-1] not in "iy" else "?"
            yield re.escape(stem) + _end_latin(stem[-1]) + least
            yield _walk(stem, 0, {}, in_latin=True) + _end_latin(stem[-1]) + least


def _list_cuts(word: str) -> Iterator[int]:
    """How many letters at its end may be an ending: one vowel, or one of Cyrillic that is two of Latin."""
    yield 1 if word[-1] in _VOWELS else 0
    if word[-2] in "ijy" and word[-1] in _VOWELS:
        yield 2


def _walk(word: str, at: int, known: dict[int, str], *, in_latin: bool) -> str:
    """All ways to part the rest of a Latin word into groups, each written as its Cyrillic letters may be."""
    if at == len(word):
        return ""
    if at not in known:
        ways = []
        for size in range(1, min(_LONGEST, len(word) - at) + 1):
            group = word[at : at + size]
            if letters := list_cyrillic(group):
                rest = _walk(word, at + size, known, in_latin=in_latin)
                ways.append(_join_choices(_write_group(group, letters, in_latin=in_latin)) + rest)
        known[at] = f"(?:{'|'.join(ways)})" if ways else re.escape(word[at:])
    return known[at]


_LONGEST = 5
"""Latin letters that stand for one Cyrillic letter in a name somebody writes by hand (`chtch`)."""


def _write_group(group: str, letters: Iterable[str], *, in_latin: bool) -> Iterable[str]:
    if not in_latin:
        # a hard sign is left out of Latin spellings
        return [f"{letter}ъ?" if letter and letter[-1] in "бвдзкмнрст" else letter for letter in letters]
    spelled = {
        roman for letter in letters if len(letter) == 1 and letter in ROMAN and group in ROMAN[letter]
        for roman in ROMAN[letter] if roman
    }  # fmt: skip
    return sorted({group, *spelled})


def _join_choices(choices: Iterable[str]) -> str:
    every = list(dict.fromkeys(choices))
    return every[0] if len(every) == 1 else f"(?:{'|'.join(every)})"
