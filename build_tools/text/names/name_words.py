"""Names → their words, and which of these a run of letters may be, in whatever form; each is remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from anyascii import anyascii

from build_tools.text.names.letter_runs import (
    list_joined_words,
    list_letter_runs,
    list_name_words,
    list_solid_words,
)
from build_tools.text.names.patterns import compile_word, fold_letters

_LEAST_JOINED = 9
"""Letters of a name that is found in one word: spellings of a shorter one are words by themselves."""
WHOLE_NAME = -1
"""All words of a name in one, as in an address."""
ANY_SCRIPT = re.compile(
    "[\u0590-\u08ff\u0900-\u10ff\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff]"
)
"""Scripts that write words without blanks, or stick small words to them: looked for as it stands anywhere."""


NameKind = tuple[int, int, bool]
"""Name, which of its words, and whether that word is more than an initial."""


class NameWords:
    """The words of the names of several persons."""

    def __init__(self, persons: Sequence[Iterable[str]]) -> None:
        """Of each person, the names by which they are known, each of one word or more."""
        self._persons = persons
        self._kinds: dict[str, tuple[tuple[int, int], ...]] = {}
        self._chunks: dict[str, frozenset[NameKind]] = {}
        self._telling: set[str] = set()
        """Those of them that may be of a name."""

    @cached_property
    def names(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Person, words: every name that has letters, and of other scripts its spelling in Latin ones too."""
        names: dict[tuple[int, tuple[str, ...]], None] = {}
        for person, known in enumerate(self._persons):
            for name in known:
                for spelled in _spell_name(name):
                    if words := tuple(word for word in list_name_words(spelled) if fold_letters(word)):
                        names[person, words] = None
        return tuple(names)

    @cached_property
    def solid(self) -> tuple[frozenset[int], ...]:
        """Of each name, which of its words tell it."""
        return tuple(list_solid_words(words) for _, words in self.names)

    @cached_property
    def _expressions(self) -> tuple[tuple[tuple[int, int], re.Pattern[str]], ...]:
        """Name and which of its words (or all of them in one), how it is told."""
        made = []
        for at, (_, words) in enumerate(self.names):
            forms = [compile_word(word, alone=len(words) == 1) for word in words]
            made += [((at, n), re.compile(form)) for n, form in enumerate(forms)]
            if len(words) > 1 and sum(map(len, map(fold_letters, words))) >= _LEAST_JOINED:
                joined = (
                    "".join(f"(?:{form})" for form in forms),
                    "".join(f"(?:{form})" for form in reversed(forms)),
                )
                made.append(((at, WHOLE_NAME), re.compile("|".join(joined))))
        return tuple(made)

    @cached_property
    def _initials(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """First letters of all words but the last, in either alphabet, and whose they are."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, (_, words) in enumerate(self.names):
            for n, word in enumerate(words[:-1]):
                for letter in {fold_letters(word)[:1], fold_letters(anyascii(word))[:1]}:
                    found.setdefault(letter, []).append((at, n))
        return {letter: tuple(words) for letter, words in found.items()}

    def may_tell_name(self, chunks: Iterable[str]) -> bool:
        """Whether words, wherever they stand, tell a name: two of it, one of which is more than an initial.

        Letters that stand by themselves are in every text.
        """
        return self.has_whole_name(self.list_kinds_of(chunks))

    def list_kinds_of(self, chunks: Iterable[str]) -> frozenset[NameKind]:
        """All that words may be of names."""
        met = frozenset(chunks)
        for chunk in met.difference(self._chunks):
            self._know_chunk(chunk)
        # few words tell anything: to ask for each in turn takes six times as long
        return frozenset[NameKind]().union(*(self._chunks[chunk] for chunk in met & self._telling))

    def has_whole_name(self, kinds: Iterable[NameKind]) -> bool:
        """Whether what words may be, taken together, is a name."""
        words: dict[int, set[int]] = {}
        for name, word, whole in kinds:
            if word == WHOLE_NAME or len(self.names[name][1]) == 1:
                return True
            words.setdefault(name, set()).update((word, WHOLE_NAME) if whole else (word,))
        # two words, and the sign that one of them is there in full
        return any(len(found) > 2 and WHOLE_NAME in found for found in words.values())  # noqa: PLR2004

    def list_telling(self, chunks: Iterable[str]) -> list[str]:
        """Those of these words that may tell a name, and are more than an initial."""
        return [chunk for chunk in chunks if any(whole for _, _, whole in self._know_chunk(chunk))]

    def _know_chunk(self, chunk: str) -> frozenset[NameKind]:
        """Which words that tell a name it may be read as."""
        known = self._chunks.get(chunk)
        if known is None:
            runs = list_letter_runs(chunk)
            spelled = (
                letters for at in range(len(runs)) for letters, _ in list_joined_words(chunk, runs, at)
            )
            known = self._chunks[chunk] = frozenset(
                (name, word, len(letters) > 1)
                for letters in spelled
                for name, word in self.list_kinds(letters)
                if word == WHOLE_NAME or word in self.solid[name]
            )
            if known:
                self._telling.add(chunk)
        return known

    def list_kinds(self, letters: str) -> tuple[tuple[int, int], ...]:
        """Name, and which of its words (or `WHOLE_NAME`), that letters may be."""
        kinds = self._kinds.get(letters)
        if kinds is None:
            kinds = tuple(kind for kind, form in self._expressions if form.fullmatch(letters))
            kinds = tuple(dict.fromkeys((*kinds, *self._initials.get(letters, ()))))
            self._kinds[letters] = kinds
        return kinds


def _spell_name(name: str) -> Iterator[str]:
    """As it is, and, where its script writes no blanks, in Latin letters as a machine has them: WangFang."""
    yield name
    if ANY_SCRIPT.search(name):
        yield re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(name))
