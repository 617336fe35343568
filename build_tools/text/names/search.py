"""Names + a text → where the text has one of them, in whatever form.

A text is parted into runs of letters, without what no reader sees in them. Each run is looked up once among
the words of all names and remembered; most texts have none of these, and cost no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from anyascii import anyascii

from build_tools.text.names.letter_runs import (
    CHUNK,
    UNSEEN,
    LetterRun,
    list_joined_words,
    list_letter_runs,
    list_name_words,
    list_solid_words,
    may_be_initial,
)
from build_tools.text.names.patterns import compile_word, fold_letters

_BETWEEN = 12
"""Signs that may stand between the words of a name: a comma, a break, a tag that became a blank."""
_BETWEEN_WORDS = re.compile(r"[\s.,\-–_'\":{}\[\]]*")
_KEYS = frozenset({"given", "family", "givename", "familyname", "first", "last", "firstname", "lastname"})
"""What parts the words of a name where programs read it, whatever their order; doubled letters once."""
_SENTENCE_END = re.compile(r"[.!?…][^\w\s]*\s")
_LEAST_JOINED = 9
"""Letters of a name that is found in one word: spellings of a shorter one are words by themselves."""
_WHOLE = -1
_ANY_SCRIPT = re.compile(
    "[\u0590-\u08ff\u0900-\u10ff\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff]"
)
"""Scripts that write words without blanks, or stick small words to them: looked for as it stands anywhere."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name at a place of a text."""

    start: int
    end: int
    person: int
    """Whose: the position in the list that was asked for."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One more word of a name."""

    word: int
    after: int
    """The number of the run that follows it."""
    size: int
    """How many letters it has."""


_Kind = tuple[int, int, bool]
"""Name, which of its words, and whether that word is more than an initial."""


class NameSearch:
    """The names of several persons, ready to be looked for."""

    def __init__(self, persons: Sequence[Iterable[str]]) -> None:
        """Of each person, the names by which they are known, each of one word or more."""
        self._persons = tuple(tuple(names) for names in persons)
        self._kinds: dict[str, tuple[tuple[int, int], ...]] = {}
        self._chunks: dict[str, frozenset[_Kind]] = {}

    def __reduce__(self) -> tuple[type[NameSearch], tuple[tuple[tuple[str, ...], ...]]]:
        """Another process gets the names, and makes what is made of them itself."""
        return NameSearch, (self._persons,)

    def __bool__(self) -> bool:
        return any(self._persons)

    def __eq__(self, other: object) -> bool:
        return self._persons == other._persons if isinstance(other, NameSearch) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._persons)

    @cached_property
    def _names(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Person, words: every name that has letters, and of other scripts its spelling in Latin ones too."""
        names: dict[tuple[int, tuple[str, ...]], None] = {}
        for person, known in enumerate(self._persons):
            for name in known:
                for spelled in _spell_name(name):
                    if words := tuple(word for word in list_name_words(spelled) if fold_letters(word)):
                        names[person, words] = None
        return tuple(names)

    @cached_property
    def _solid(self) -> tuple[frozenset[int], ...]:
        """Of each name, which of its words tell it."""
        return tuple(list_solid_words(words) for _, words in self._names)

    @cached_property
    def _expressions(self) -> tuple[tuple[tuple[int, int], re.Pattern[str]], ...]:
        """Name and which of its words (or all of them in one), how it is told."""
        made = []
        for at, (_, words) in enumerate(self._names):
            forms = [compile_word(word, alone=len(words) == 1) for word in words]
            made += [((at, n), re.compile(form)) for n, form in enumerate(forms)]
            if len(words) > 1 and sum(map(len, map(fold_letters, words))) >= _LEAST_JOINED:
                joined = (
                    "".join(f"(?:{form})" for form in forms),
                    "".join(f"(?:{form})" for form in reversed(forms)),
                )
                made.append(((at, _WHOLE), re.compile("|".join(joined))))
        return tuple(made)

    @cached_property
    def _initials(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """First letters of all words but the last, in either alphabet, and whose they are."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, (_, words) in enumerate(self._names):
            for n, word in enumerate(words[:-1]):
                for letter in {fold_letters(word)[:1], fold_letters(anyascii(word))[:1]}:
                    found.setdefault(letter, []).append((at, n))
        return {letter: tuple(words) for letter, words in found.items()}

    @cached_property
    def _anywhere(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        found = []
        for person, known in enumerate(self._persons):
            for name in known:
                if _ANY_SCRIPT.search(name):
                    letters = (r"\s*" if sign.isspace() else re.escape(sign) for sign in name)
                    found.append((person, re.compile(f"[{UNSEEN}]*".join(letters))))
        return tuple(found)

    def find_names(self, text: str) -> tuple[FoundName, ...]:
        """Every place at which one of them is named, in order; places that overlap are one."""
        if not self:
            return ()
        found = [
            FoundName(m.start(), m.end(), person)
            for person, form in self._anywhere
            for m in form.finditer(text)
        ]
        if self._may_have(text):
            found += self._find_spelled(text)
        return tuple(_join_overlapping(sorted(found, key=lambda place: (place.start, -place.end))))

    def _may_have(self, text: str) -> bool:
        """Whether a text has a name, or two words that tell one, wherever: else it is not gone through."""
        return self._may_be_name(map(self._know_chunk, set(CHUNK.findall(text))))

    def _may_be_name(self, chunks: Iterable[frozenset[_Kind]]) -> bool:
        """Whether words tell a name: two of it, one of which at least is more than an initial.

        Letters that stand by themselves are in every text.
        """
        words: dict[int, set[int]] = {}
        for name, word, whole in frozenset[_Kind]().union(*chunks):
            if word == _WHOLE or len(self._names[name][1]) == 1:
                return True
            words.setdefault(name, set()).update((word, _WHOLE) if whole else (word,))
        # two words, and the sign that one of them is there in full
        return any(len(told) > 2 and _WHOLE in told for told in words.values())  # noqa: PLR2004

    def _know_chunk(self, chunk: str) -> frozenset[_Kind]:
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
                for name, word in self._know(letters)
                if word == _WHOLE or word in self._solid[name]
            )
        return known

    def _list_stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a name may stand: around words that tell one, as far as the longest name reaches."""
        chunks = [match.span() for match in CHUNK.finditer(text)]
        kinds = [self._know_chunk(text[start:end]) for start, end in chunks]
        # one other word may stand before each but the first
        reach = 2 * max(len(words) for _, words in self._names)
        begun: tuple[int, int] | None = None
        for at, told in enumerate(kinds):
            first, last = max(at - reach, 0), min(at + reach, len(chunks) - 1)
            # most words are of no name, or an initial, and cost no more than this look
            if not any(whole for _, _, whole in told) or not self._may_be_name(kinds[first : last + 1]):
                continue
            start, end = chunks[first][0], chunks[last][1]
            if begun and start > begun[1]:
                yield begun
                begun = None
            begun = (begun[0] if begun else start, end)
        if begun:
            yield begun

    def _find_spelled(self, text: str) -> Iterator[FoundName]:
        for start, end in self._list_stretches(text):
            yield from self._find_in_stretch(text, list_letter_runs(text, start, end))

    def _find_in_stretch(self, text: str, runs: Sequence[LetterRun]) -> Iterator[FoundName]:
        for at, run in enumerate(runs):
            for letters, after in list_joined_words(text, runs, at):
                if len(letters) == 1 and not may_be_initial(text, run):
                    continue
                for name, word in self._know(letters):
                    end = self._follow(text, runs, after, name, word)
                    if end is not None:
                        yield FoundName(run.start, end, self._names[name][0])

    def _know(self, letters: str) -> tuple[tuple[int, int], ...]:
        kinds = self._kinds.get(letters)
        if kinds is None:
            kinds = tuple(kind for kind, form in self._expressions if form.fullmatch(letters))
            kinds = tuple(dict.fromkeys((*kinds, *self._initials.get(letters, ()))))
            self._kinds[letters] = kinds
        return kinds

    def _follow(self, text: str, runs: Sequence[LetterRun], at: int, name: int, word: int) -> int | None:
        """Where the name ends that begins with this word of it before `at`; None where no more follows."""
        end = runs[at - 1].end
        if word == _WHOLE or len(self._names[name][1]) == 1:
            return end
        solid = self._solid[name]
        told = word in solid and len(runs[at - 1].letters) > 1
        reached, used, skipped = None, [word], False
        while at < len(runs) and _is_near(text, runs[at - 1], runs[at]):
            size = len(runs[at].letters)
            step = self._find_step(text, runs, at, name, used)
            # a middle name stands between the words in their order: “Mira K. Tollen”, not “Tollen saw Mira”
            if step and not (skipped and step.word < used[-1] and runs[at - 1].letters not in _KEYS):
                used.append(step.word)
                told = told or (step.word in solid and step.size > 1)
                at, skipped = step.after, False
                end = runs[at - 1].end
                reached = end if told and len(solid.intersection(used)) > 1 else reached
            elif skipped or not (told or size == 1) or not _may_be_between(text, end, runs[at]):
                break
            else:
                at, skipped = at + 1, True
        return reached

    def _find_step(
        self, text: str, runs: Sequence[LetterRun], at: int, name: int, used: Sequence[int]
    ) -> _Step | None:
        for letters, after in list_joined_words(text, runs, at):
            if len(letters) == 1 and not may_be_initial(text, runs[at]):
                continue
            for other, word in self._know(letters):
                if other == name and word not in used and word != _WHOLE:
                    return _Step(word, after, len(letters))
        return None


def _may_be_between(text: str, end: int, run: LetterRun) -> bool:
    """Whether a word may stand between those of a name: a middle name, or a key where programs read it."""
    return bool(_BETWEEN_WORDS.fullmatch(text, end, run.start)) and (run.capital or run.letters in _KEYS)


def _is_near(text: str, first: LetterRun, second: LetterRun) -> bool:
    """Whether two words may be of one name: few signs between, no end of a sentence but after an initial."""
    if second.start - first.end > _BETWEEN:
        return False
    return len(first.letters) == 1 or not _SENTENCE_END.search(text, first.end, second.start)


def _spell_name(name: str) -> Iterator[str]:
    """As it is, and, where its script writes no blanks, in Latin letters as a machine has them: WangFang."""
    yield name
    if _ANY_SCRIPT.search(name):
        yield re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(name))


def _join_overlapping(found: Iterable[FoundName]) -> Iterator[FoundName]:
    last: FoundName | None = None
    for place in found:
        if last and place.start < last.end:
            last = FoundName(last.start, max(last.end, place.end), last.person)
        else:
            if last:
                yield last
            last = place
    if last:
        yield last
