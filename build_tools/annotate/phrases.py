"""Phrases as a keeper writes them → what they match, because a rule should read like the words it looks for.

Whole words, any case. A `*` at the end of a word stands for any ending. A space also matches a hyphen; a
hyphen also matches a space or nothing (`pre-trial`: pre-trial, pretrial, pre trial).

A text is searched only for phrases whose first word it has (`text/runs.py`), and no expression can go back on
what it took, so that the time depends on the text and hardly on the number of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby

from build_tools.text.plain_letters import fold_plain
from build_tools.text.runs import Runs, is_simple

Pattern = re.Pattern[str]

# in a group, so that `split` keeps what it parts at
_PIECE = re.compile(r"(\s+|\*+|-)")
_BEGINNING = re.compile(r"\w+")
# not `\b`: a phrase may begin or end with a sign, beside which there is no boundary
_NO_WORD = r"(?<!\w)"
_END = r"(?!\w)"


class Phrase:
    """One phrase, made ready; equal to itself alone."""

    def __init__(self, expression: str, first: str, *, begun: bool, alone: bool) -> None:
        self.expression = expression
        self.first = first
        """Its first run in lower case; empty where it cannot be told."""
        self.begun = begun
        """Whether a run that only begins with `first` may be it."""
        self.alone = alone
        """Whether the run is all of it."""

    @cached_property
    def pattern(self) -> Pattern:
        """The phrase where a word begins."""
        return re.compile(f"{_NO_WORD}{self.expression}{_END}", re.IGNORECASE)


def _write_expression(pieces: list[str]) -> str:
    """A regular expression that takes as much as it can and gives nothing back.

    That loses nothing: what follows an ending or a separator never begins like it. Only at the end of the
    phrase a separator may have to leave one before a word.
    """
    groups = [(separates, list(group)) for separates, group in groupby(pieces, key=_is_separator)]
    parts = [
        _write_separator(group) if separates else "".join(map(_write_literal, group))
        for separates, group in groups
    ]
    last = bool(groups) and groups[-1][0]
    return "".join(parts).removesuffix("+") if last else "".join(parts)


def _is_separator(piece: str) -> bool:
    return piece == "-" or piece.isspace()


def _write_literal(piece: str) -> str:
    return r"\w*+" if piece[0] == "*" else re.escape(piece)


def _write_separator(pieces: list[str]) -> str:
    spaces = sum(piece.isspace() for piece in pieces)
    return rf"[\s-]{{{spaces},}}+" if spaces else rf"[-\s]{{0,{len(pieces)}}}+"


def _compile_phrase(phrase: str) -> Phrase:
    pieces = [piece for piece in _PIECE.split(fold_plain(phrase).strip()) if piece]
    beginning = _BEGINNING.match(pieces[0]) if pieces and is_simple(pieces[0]) else None
    first = beginning[0] if beginning else ""
    rest = pieces[1:] if first and first == pieces[0] else None
    return Phrase(
        _write_expression(pieces),
        first.lower(),
        begun=rest is not None and "".join(rest)[:1] in ("*", "-"),
        alone=rest is not None and "".join(rest).strip("*") == "",
    )


class TopicPhrases:
    """A list of phrases, searched as one."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_expression = {phrase.expression: phrase for phrase in map(_compile_phrase, phrases)}
        self.members = tuple(by_expression[e] for e in sorted(by_expression, key=lambda e: (-len(e), e)))
        """The longest first."""

    @cached_property
    def pattern(self) -> Pattern | None:
        """All of them, on folded text; None where there are none."""
        if not self.members:
            return None
        expressions = "|".join(phrase.expression for phrase in self.members)
        return re.compile(f"{_NO_WORD}(?:{expressions}){_END}", re.IGNORECASE)


class PhraseIndex:
    """Phrases by their first runs."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        ranked = tuple(phrases)
        self._rank = {phrase: n for n, phrase in enumerate(ranked)}
        self._unknown: list[Phrase] = []
        self._whole: dict[str, list[Phrase]] = {}
        self._begun: dict[str, list[Phrase]] = {}
        for phrase in ranked:
            if not phrase.first:
                self._unknown.append(phrase)
            else:
                (self._begun if phrase.begun else self._whole).setdefault(phrase.first, []).append(phrase)
        self._lengths = sorted({len(run) for run in self._begun})
        self._remembered: dict[str, tuple[Phrase, ...]] = {}

    def list_possible(self, runs: Runs) -> list[Phrase]:
        """The phrases that a text of these runs may say."""
        possible = list(self._unknown)
        for run in runs.said:
            possible += self.list_beginning(run)
        return possible

    def find_phrases(self, text: str, runs: Runs) -> Iterator[tuple[Phrase, re.Match[str]]]:
        """Each phrase wherever it stands, in order of the text. Those without a first run are left out."""
        for run, at in runs.words:
            for phrase in self.list_beginning(run):
                if match := phrase.pattern.match(text, at):
                    yield phrase, match

    def list_beginning(self, run: str) -> tuple[Phrase, ...]:
        """The phrases that may begin with a run, in the order given. Words recur: each is looked up once."""
        known = self._remembered.get(run)
        if known is None:
            begun = (self._begun.get(run[:length], ()) for length in self._lengths if length <= len(run))
            fitting = (*self._whole.get(run, ()), *(phrase for phrases in begun for phrase in phrases))
            known = tuple(sorted(fitting, key=self._rank.__getitem__))
            if len(self._remembered) > _MOST:
                self._remembered.clear()
            self._remembered[run] = known
        return known


_MOST = 1 << 17
"""Runs that are remembered: more than the words of most archives."""
