"""Names + a text → where the text has one of them, in whatever form.

A text is parted into runs of letters, without what no reader sees in them. Each run is looked up once among
the words of all names and remembered, and so is each line; most texts have none of these, and cost no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from build_tools.text.names.letter_runs import (
    CHUNK,
    UNSEEN,
    LetterRun,
    list_joined_words,
    list_letter_runs,
    may_be_initial,
)
from build_tools.text.names.name_words import ANY_SCRIPT, WHOLE_NAME, NameKind, NameWords
from build_tools.text.names.read_otherwise import list_read_otherwise, write_letters

_BETWEEN = 12
"""Signs that may stand between the words of a name: a comma, a break, a tag that became a blank."""
_BETWEEN_WORDS = re.compile(r"[\s.,\-–_'\":{}\[\]]*")
_KEYS = frozenset({"given", "family", "givename", "familyname", "first", "last", "firstname", "lastname"})
"""What parts the words of a name where programs read it, whatever their order; doubled letters once."""
_HYPHENS = ("-", "‐", "\u00ad")
"""With one of them at its end, a line may have the beginning of a word that the next line goes on with."""
_LINES, _LONGEST = 8192, 1000
"""So many lines are remembered, up to so many letters each, as of captured words (`run_search.py`)."""
_SENTENCE_END = re.compile(r"[.!?…][^\w\s]*\s")


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


class NameSearch:
    """The names of several persons, ready to be looked for."""

    def __init__(self, persons: Sequence[Iterable[str]]) -> None:
        """Of each person, the names by which they are known, each of one word or more."""
        self._persons = tuple(tuple(names) for names in persons)
        self._words = NameWords(self._persons)
        self._tell_known_line = lru_cache(maxsize=_LINES)(self._tell_line)

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
    def _anywhere(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        found = []
        for person, known in enumerate(self._persons):
            for name in known:
                if ANY_SCRIPT.search(name):
                    letters = (r"\s*" if sign.isspace() else re.escape(sign) for sign in name)
                    found.append((person, re.compile(f"[{UNSEEN}]*".join(letters))))
        return tuple(found)

    def find_names(self, text: str) -> tuple[FoundName, ...]:
        """Every place at which one of them is named, in order; places that overlap are one."""
        if not self or not (self._anywhere or self._may_have_name(text)):
            return ()
        text = write_letters(text)
        found = self._find_written(text)
        for start, end, letters in list_read_otherwise(text):
            found += (FoundName(start, end, place.person) for place in self._find_written(letters))
        return tuple(_join_overlapping(sorted(found, key=lambda place: (place.start, -place.end))))

    def _may_have_name(self, text: str) -> bool:
        """Whether the words of its lines, taken together, tell one; most texts are looked at no further."""
        told = set[NameKind]()
        for line in text.split("\n"):
            kinds = self._tell_known_line(line) if len(line) <= _LONGEST else self._tell_line(line)
            if kinds is None:
                return True
            told |= kinds
        return self._words.has_whole_name(told)

    def _tell_line(self, line: str) -> frozenset[NameKind] | None:
        """What its words may be of names; None where they are not words by themselves."""
        letters = write_letters(line)
        if letters.rstrip(" \t\r").endswith(_HYPHENS) or any(list_read_otherwise(letters)):
            return None
        return self._words.list_kinds_of(CHUNK.findall(letters))

    def _find_written(self, text: str) -> list[FoundName]:
        found = [
            FoundName(m.start(), m.end(), person)
            for person, form in self._anywhere
            for m in form.finditer(text)
        ]
        chunks = frozenset(CHUNK.findall(text))
        # most texts have no name, and are gone through no further
        if self._words.may_tell_name(chunks):
            found += self._find_spelled(text, chunks)
        return found

    def _find_spelled(self, text: str, chunks: frozenset[str]) -> Iterator[FoundName]:
        for start, end in self._list_stretches(text, chunks):
            if self._words.may_tell_name(CHUNK.findall(text, start, end)):
                yield from self._find_in_stretch(text, list_letter_runs(text, start, end))

    def _list_stretches(self, text: str, chunks: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Where a name may stand: around words that tell one, as far as the longest name can reach."""
        telling = self._words.list_telling(chunks)
        # one other word may stand before each but the first
        most = 2 * max(len(words) for _, words in self._words.names)
        reach = most * (max(map(len, chunks)) + _BETWEEN)
        begun: tuple[int, int] | None = None
        for match in re.finditer("|".join(map(re.escape, sorted(telling))), text):
            start, end = max(match.start() - reach, 0), match.end() + reach
            if begun and start > begun[1]:
                yield begun
                begun = None
            begun = (begun[0] if begun else start, end)
        if begun:
            yield begun

    def _find_in_stretch(self, text: str, runs: Sequence[LetterRun]) -> Iterator[FoundName]:
        for at, run in enumerate(runs):
            for letters, after in list_joined_words(text, runs, at):
                if len(letters) == 1 and not may_be_initial(text, run):
                    continue
                for name, word in self._words.list_kinds(letters):
                    end = self._follow(text, runs, after, name, word)
                    if end is not None:
                        yield FoundName(run.start, end, self._words.names[name][0])

    def _follow(self, text: str, runs: Sequence[LetterRun], at: int, name: int, word: int) -> int | None:
        """Where the name ends that begins with this word of it before `at`; None where no more follows."""
        end = runs[at - 1].end
        if word == WHOLE_NAME or len(self._words.names[name][1]) == 1:
            return end
        solid = self._words.solid[name]
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
            for other, word in self._words.list_kinds(letters):
                if other == name and word not in used and word != WHOLE_NAME:
                    return _Step(word, after, len(letters))
        return None


# what is read once is read again: by a preview, and by a command that reads the seeds and guards a site
@lru_cache(maxsize=4)
def share_name_search(persons: tuple[tuple[str, ...], ...]) -> NameSearch:
    """One that remembers what its words were found to be, for whoever looks for the same names."""
    return NameSearch(persons)


def _may_be_between(text: str, end: int, run: LetterRun) -> bool:
    """Whether a word may stand between those of a name: a middle name, or a key where programs read it."""
    return bool(_BETWEEN_WORDS.fullmatch(text, end, run.start)) and (run.capital or run.letters in _KEYS)


def _is_near(text: str, first: LetterRun, second: LetterRun) -> bool:
    """Whether two words may be of one name: few signs between, no end of a sentence but after an initial."""
    if second.start - first.end > _BETWEEN:
        return False
    return len(first.letters) == 1 or not _SENTENCE_END.search(text, first.end, second.start)


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
