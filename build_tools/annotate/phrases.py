"""Phrases as a keeper writes them → what they match, because a rule should read like the words it looks for.

Whole words, any case. A `*` at the end of a word stands for any ending. A space also matches a hyphen; a
hyphen also matches a space or nothing (`pre-trial`: pre-trial, pretrial, pre trial).

A text is searched only for phrases whose first words it has, one after the other (`text/runs.py`), and no
expression can go back on what it took, so that the time depends on the text and hardly on the number of
phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import dropwhile, groupby

from build_tools.text.plain_letters import fold_plain
from build_tools.text.runs import Runs, is_simple

Pattern = re.Pattern[str]

# in a group, so that `split` keeps what it parts at
_PIECE = re.compile(r"(\s+|\*+|-)")
_BEGINNING = re.compile(r"\w+")
# not `\b`: a phrase may begin or end with a sign, beside which there is no boundary
_NO_WORD = r"(?<!\w)"
_END = r"(?!\w)"


PhraseRun = tuple[str, bool]
"""A run of a phrase in lower case, and whether a longer one that begins with it may be it."""


class Phrase:
    """One phrase, made ready; equal to itself alone."""

    def __init__(self, expression: str, beginning: tuple[PhraseRun, ...], *, alone: bool) -> None:
        self.expression = expression
        self.beginning = beginning
        """The runs with which it begins, one right after the other; none where the first cannot be told."""
        self.alone = alone
        """Whether the first run is all of it."""

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
    beginning = tuple(_list_runs(pieces))
    alone = bool(beginning) and beginning[0][0] == pieces[0].lower() and not "".join(pieces[1:]).strip("*")
    return Phrase(_write_expression(pieces), beginning, alone=alone)


def _list_runs(pieces: Sequence[str]) -> Iterator[PhraseRun]:
    """The runs that must follow one another, as far as that can be told."""
    left = list(pieces)
    while left and is_simple(left[0]) and (match := _BEGINNING.match(left[0])):
        word, left = left[0], left[1:]
        yield match[0].lower(), match[0] == word and "".join(left)[:1] in ("*", "-")
        # of `don't` the next run is another; after a hyphen alone, which may be nothing, there may be none
        rest = list(dropwhile(lambda piece: piece[0] == "*", left))
        left = list(dropwhile(_is_separator, rest))
        if match[0] != word or not any(piece.isspace() for piece in rest[: len(rest) - len(left)]):
            return


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


class _RunNode:
    """The phrases that begin with the same runs, and those that go on from there."""

    def __init__(self) -> None:
        self.phrases: list[Phrase] = []
        """Those of which no further run is told."""
        self._whole: dict[str, _RunNode] = {}
        self._begun: dict[str, _RunNode] = {}
        self._lengths: set[int] = set()

    def add_run(self, run: str, *, begun: bool) -> _RunNode:
        """The node of those that go on with a run."""
        if begun:
            self._lengths.add(len(run))
        return (self._begun if begun else self._whole).setdefault(run, _RunNode())

    def list_nodes(self, run: str) -> tuple[_RunNode, ...]:
        """The nodes of those that may go on with a run of a text."""
        begun = (self._begun.get(run[:length]) for length in self._lengths if length <= len(run))
        return tuple(node for node in (self._whole.get(run), *begun) if node)


class PhraseIndex:
    """Phrases by the runs with which they begin."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        ranked = tuple(phrases)
        self._rank = {phrase: n for n, phrase in enumerate(ranked)}
        self._unknown: list[Phrase] = []
        self._root = _RunNode()
        for phrase in ranked:
            node = self._root
            for run, begun in phrase.beginning:
                node = node.add_run(run, begun=begun)
            (node.phrases if phrase.beginning else self._unknown).append(phrase)
        self._remembered: dict[str, tuple[_RunNode, ...]] = {}

    def list_possible(self, runs: Runs) -> list[Phrase]:
        """The phrases that a text of these runs may say."""
        found = dict.fromkeys(self._unknown)
        for at, nodes in self._list_beginnings(runs):
            found |= dict.fromkeys(_walk_runs(nodes, runs.words, at))
        return list(found)

    def find_phrases(self, text: str, runs: Runs) -> Iterator[tuple[Phrase, re.Match[str]]]:
        """Each phrase wherever it stands, in order of the text. Those without a first run are left out."""
        for number, nodes in self._list_beginnings(runs):
            fitting = _walk_runs(nodes, runs.words, number)
            for phrase in sorted(fitting, key=self._rank.__getitem__):
                if match := phrase.pattern.match(text, runs.words[number][1]):
                    yield phrase, match

    def _list_beginnings(self, runs: Runs) -> list[tuple[int, tuple[_RunNode, ...]]]:
        """The words that begin a phrase, by number. Words recur: each is looked up once."""
        known = self._remembered
        found = []
        for number, (run, _) in enumerate(runs.words):
            nodes = known.get(run)
            if nodes is None:
                if len(known) > _MOST:
                    known.clear()
                nodes = known[run] = self._root.list_nodes(run)
            if nodes:
                found.append((number, nodes))
        return found


def _walk_runs(nodes: Iterable[_RunNode], words: Sequence[tuple[str, int]], at: int) -> Iterator[Phrase]:
    """The phrases of these nodes, and of those to which the words after this one lead."""
    while nodes:
        for node in nodes:
            yield from node.phrases
        at += 1
        if at == len(words):
            return
        nodes = [further for node in nodes for further in node.list_nodes(words[at][0])]


_MOST = 1 << 17
"""Runs that are remembered: more than the words of most archives."""
