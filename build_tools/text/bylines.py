"""A byline as printed or as a tag states it → the names in it, because a record lists people and not lines.

Names are cut out by what stands around them (what opens a byline, offices, places, accounts, days), and a
name parser spells those that are set in capitals. What may be no name is left out: a missing author is asked
for, a wrong one is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nameparser import HumanName

from build_tools.text.byline_words import (
    cut_byline_day,
    load_byline_bodies,
    load_byline_days,
    load_byline_glued,
    load_byline_joints,
    load_byline_logins,
    load_byline_offices,
    load_byline_opening,
    load_byline_others,
)
from build_tools.text.citing.names import PARTICLES
from build_tools.text.language_files import gather_words

_PARTS = re.compile(r"\s*(?:[|•·\n\t/]|\s[–—-]+\s|<|>)\s*")
"""Between what a byline says of different things: `Jane Roe | Vell Press`."""
_CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]+|@\w+|https?://\S+|www\.\S+|\[[^]]{0,300}+\]|\([^)]{0,300}+\)"
)
"""Addresses, accounts, what stands in brackets: from the beginning of a word, and no more than a remark is
long, or each letter and bracket would be tried as far as the end."""
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
"""A full stop that ends no abbreviation: another thing is told after it."""
_COMMA_OF_GENERATION = re.compile(r",\s*(?=(?:[JS]r\b|I{2,3}\b|IV\b))")
_ARTICLES = frozenset({"the", "a", "an"})
"""With which no person's name begins."""
_GENERATION = re.compile(r"(?:[JS]r\.?|I{1,3}|IV|V)", re.IGNORECASE)
_DEGREES = re.compile(r"(?:[A-Z]{2,5}|Ph\.?\s?D\.?|[A-Z]\.[A-Z]\.?(?:[A-Z]\.?)?|Esq\.?|M[DA]|Dr\.?)")
_MOST_WORDS = 5
"""Of one name; what has more is a sentence, or the name of an office."""
_LEAST_WORDS = 2
"""Of a name that offices are cut from: what is left of it must be one."""
_LEAST_LETTERS = 2
"""Of a name; fewer are a sign."""
_CASELESS = re.compile("[\u0590-\u08ff\u0900-\u109f\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]")
"""Letters of scripts that know no capitals."""


def read_names(printed: str) -> tuple[str, ...]:
    """The names in a byline, in order and each once; empty where there is none that can be told.

    >>> read_names("By JANE ROE and Ada van der Quill, Vell Press")
    ('Jane Roe', 'Ada van der Quill')
    """
    # without what is not seen; line ends are kept, since they part what a page sets below each other
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", printed)
    text = text.replace("\u00a0", " ").replace("\r", "\n").strip()
    text = re.sub(r"^\(([^()]*)\)$", r"\1", text)  # an agency's byline, below its text
    for part in (sentence for piece in _PARTS.split(text) for sentence in _SENTENCE.split(piece)):
        if names := tuple(dict.fromkeys(_read_part(part))):
            return names
    return ()


def read_organisation(printed: str) -> str | None:
    """A byline that names a body (`Vell Press Agency`), as a whole; None where it names none."""
    name = _cut_opening(_CONTACT.sub(" ", printed)).strip(" .,;:")
    words = name.split()
    if not words or len(words) > _MOST_WORDS + 1 or any(letter.isdigit() for letter in name):
        return None
    lower = [word.casefold().strip(".,") for word in words]
    is_body = any(word in load_byline_bodies() for word in lower) or (len(words) == 1 and name.isupper())
    return " ".join(words) if is_body and not load_byline_logins().issuperset(lower) else None


def _read_part(part: str) -> Iterator[str]:
    """The names of a stretch of a byline that is about one thing."""
    text = _cut_opening(load_byline_others().split(_CONTACT.sub(" ", part))[0])
    text = _COMMA_OF_GENERATION.sub(" ", cut_byline_day(text))
    people = [piece for piece in load_byline_joints().split(text) if piece.strip()]
    if people and people[0].partition(" ")[0].casefold() in _ARTICLES:
        return
    if inverted := _turn_inverted(people):
        yield inverted
        return
    found = False
    for piece in people:
        name = _read_name(piece)
        # after a name, one word by itself is where its bearer works
        if name and not (found and " " not in name and not _CASELESS.search(name)):
            found = True
            yield name


def _cut_opening(text: str) -> str:
    """What follows the last word that opens a byline, if no name stands before it."""
    text = text.strip(" \n\t.,;:–—-")
    opened = load_byline_opening().match(text)
    return text[opened.end() :] if opened else text


def _turn_inverted(pieces: list[str]) -> str | None:
    """`Roe, Jane` as one name: two pieces, each of one capitalised word."""
    if len(pieces) != _LEAST_WORDS or any(len(piece.split()) != 1 for piece in pieces):
        return None
    family, given = (piece.strip() for piece in pieces)
    bodies = load_byline_bodies()
    if not all(piece[0].isupper() and piece.casefold() not in bodies for piece in (family, given)):
        return None
    # an acronym is where the other works, and no given name
    if (given.isupper() and not family.isupper()) or _GENERATION.fullmatch(given):
        return None
    return _spell_name(f"{given} {family}")


def _read_name(piece: str) -> str | None:
    """One name without the offices around it, or None."""
    # an office that a page sets below a name, and its text joins to it: `Jane RoeStaff Writer`
    parted = load_byline_glued().sub(r" \g<0>", piece.strip(" .,;:’'\"“”«»*+©"))
    words = _strip_offices(parted.split())
    if not words or len(words) > _MOST_WORDS or words[-1] in PARTICLES:
        return None
    lower = [word.casefold().strip(".") for word in words]
    if len(words) == 1 and (
        lower[0] in load_byline_logins() | load_byline_days() | gather_words(lambda f: f.byline)
        or _is_account(words[0])
    ):
        return None
    if (
        lower[0] in _ARTICLES
        or any(word in load_byline_bodies() for word in lower)
        or not _is_spelt_as_name(words)
    ):
        return None
    return _spell_name(" ".join(words))


def _strip_offices(words: list[str]) -> list[str]:
    """Leave out degrees, offices at either end, and all from the first small word that no name has."""
    offices, bodies = load_byline_offices(), load_byline_bodies()
    words, after = _cut_at_small_word(words)
    had_office = bool(after) and after[0].casefold().strip(".,") in offices
    while words and words[-1].casefold().strip(".,") in offices:
        words, had_office = words[:-1], True
    # the desk that an office belongs to: `News reporter`
    while had_office and len(words) > _LEAST_WORDS and words[-1].casefold() in bodies:
        words = words[:-1]
    # `our correspondent Jane Roe`
    while words and (words[0].casefold().strip(".,") in offices or _is_small_before_name(words)):
        words = words[1:]
    while len(words) > _LEAST_WORDS and _is_degree(words):
        words = words[:-1]
    return words


def _is_small_before_name(words: list[str]) -> bool:
    """Whether a word in small letters opens what goes on with a capital, and is no particle of the name."""
    return words[0].islower() and words[0] not in PARTICLES and any(word[0].isupper() for word in words)


def _cut_at_small_word(words: list[str]) -> tuple[list[str], list[str]]:
    """What stands before the first word in small letters that no name has (`in`, `is`), and the rest."""
    first = next((place for place, word in enumerate(words) if word[0].isupper()), len(words))
    for place, word in enumerate(words):
        if place > first and word.islower() and word not in PARTICLES:
            return words[:place], words[place:]
    return words, []


def _is_degree(words: list[str]) -> bool:
    """Whether the last word is one; of a name in capitals, it is not told."""
    return (
        _DEGREES.fullmatch(words[-1]) is not None
        and _GENERATION.fullmatch(words[-1]) is None
        and not all(word.isupper() for word in words)
    )


def _is_account(word: str) -> bool:
    """One word that names no person: in small letters, in capitals (an agency), or with marks of accounts."""
    # scripts without capitals have no small letters either
    return (word.islower() and word.isascii()) or "_" in word or word.isupper()


def _is_spelt_as_name(words: list[str]) -> bool:
    """Whether each word is capitalised, an initial or a particle; or all are in small letters."""
    letters = "".join(words)
    if sum(letter.isalpha() for letter in letters) < _LEAST_LETTERS:
        return False
    if re.search(r"[^\w\s.'’ʼ-]", letters):
        return False
    if _CASELESS.search(letters):
        return True
    if all(word.islower() for word in words):
        return len(words) > 1
    return all(word in PARTICLES or word[0].isupper() or "'" in word or "’" in word for word in words)


def _spell_name(name: str) -> str:
    """The name with capitals at the beginning of its words, and its commas where a record wants none."""
    if not (name.isupper() or name.islower()) or len(name.replace(".", "")) <= _LEAST_LETTERS:
        return name
    parsed = HumanName(name)
    parsed.capitalize(force=True)
    return str(parsed)
