"""Tokens → whole numbers as they are spoken, digits among them, because *1 млн 200 тыс.* is one number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from build_tools.annotate.number_tokens import NumberToken
from build_tools.model.slots import fill_slots

_HUNDRED, _THOUSAND = 100, 1000


@fill_slots
@dataclass(frozen=True, slots=True)
class Amount:
    """What some tokens say."""

    value: Fraction
    end: int
    """The number of the first token that is not part of it."""
    scale: int = 1
    """What its last words multiplied it by."""
    vague: bool = False
    """A plural such as *hundreds*: the least that it can mean."""
    lone: bool = False
    """A bare *one*: an article as often as a number."""
    share: bool = False
    """A fraction of something, without a whole number and without *thousand*."""
    unsure: bool = False
    """May be no number at all: *a third* (ship), *the quarter*."""


def word_at(tokens: Sequence[NumberToken], at: int) -> str:
    """The word of a token; empty for digits, and after the last."""
    return tokens[at].word if at < len(tokens) else ""


@dataclass(frozen=True)
class WholeNumbers:
    """A language's words for whole numbers, by what they do."""

    words: Mapping[str, int]
    ones: Mapping[str, int]
    multipliers: Mapping[str, int]
    scales: Mapping[str, int]
    """Multipliers, and what only multiplies what stands before it."""
    letters: Mapping[str, int]
    """What multiplies the digits that it is joined to."""
    articles: frozenset[str]
    joints: frozenset[str]
    parts: Collection[str]
    """Fractions: in *a hundred and three quarters* the three is one's numerator, and not the hundred's."""

    def find_small(self, word: str) -> int | None:
        """What a word for a number that is added up says."""
        value = self.words.get(word)
        return self.ones.get(word) if value is None else value

    def read_number(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """The whole number (or decimal) that begins with a token."""
        first = self._read_term(tokens, at)
        if first is None:
            return None
        if first.scale < _THOUSAND:
            lone = first.end == at + 1 and word_at(tokens, at) in self.ones
            return Amount(first.value, first.end, first.scale, lone=lone)
        total, floor, end = first.value, first.scale, first.end
        while (term := self._read_next(tokens, end, floor)) is not None:
            total, end = total + term.value, term.end
            floor = term.scale
            if floor < _THOUSAND:
                break
        return Amount(total, end, floor if end == first.end or floor >= _THOUSAND else 1)

    def _read_next(self, tokens: Sequence[NumberToken], at: int, floor: int) -> Amount | None:
        """What is added to thousands or millions: less than those, never bare digits (*1 million 500*)."""
        joined = word_at(tokens, at) in self.joints
        start = at + joined
        term = self._read_term(tokens, start)
        if term is None or term.value >= floor or (joined and word_at(tokens, term.end) in self.parts):
            return None
        bare = tokens[start].digits is not None and term.end == start + 1
        return None if bare and not joined else term

    def _read_term(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """Less than a thousand, times what follows: *two hundred and two thousand*, *three lakh crore*."""
        group = self._read_hundreds(tokens, at)
        if group is None:
            return None
        value, end, scale = group.value, group.end, group.scale
        while (by := self.scales.get(word_at(tokens, end), 0)) >= _THOUSAND:
            value, end, scale = value * by, end + 1, (scale if scale >= _THOUSAND else 1) * by
        return Amount(value, end, scale)

    def _read_hundreds(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        base = self.read_digits(tokens, at) or self._read_bare(tokens, at) or self._add_words(tokens, at)
        if base is None:
            return None
        by = self.scales.get(word_at(tokens, base.end), _THOUSAND)
        if by >= _THOUSAND or base.scale > 1:
            return base
        value, end = base.value * by, base.end + 1
        if by != _HUNDRED:
            return Amount(value, end, by)
        rest = self._read_below(tokens, end + (word_at(tokens, end) in self.joints), end)
        return Amount(value + rest.value, rest.end, 1) if rest else Amount(value, end, by)

    def _read_below(self, tokens: Sequence[NumberToken], at: int, end: int) -> Amount | None:
        """What is added to hundreds, below a hundred; digits only after *and*."""
        rest = self._add_words(tokens, at) or (self.read_digits(tokens, at) if at > end else None)
        if rest is None or not 0 < rest.value < _HUNDRED or rest.scale > 1:
            return None
        if at > end and word_at(tokens, rest.end) in self.parts:
            return None
        return None if 1 < self.scales.get(word_at(tokens, rest.end), 1) <= _HUNDRED else rest

    def read_digits(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """Digits with what is joined to them: `20`, `20K`; None for words, parts and what is no number."""
        if at >= len(tokens):
            return None
        token = tokens[at]
        digits, suffix = token.digits, token.suffix
        if digits is None or token.part:
            return None
        # most digits stand by themselves, and to multiply by one takes as long as by any number
        scale = (self.letters.get(suffix) or self.scales.get(suffix.lower(), 1)) if suffix else 1
        return Amount(digits * scale if suffix else digits, at + 1, scale)

    def _read_bare(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """*A hundred*, *миллион*: a multiplier with nothing before it is one of them."""
        start = at + (word_at(tokens, at) in self.articles)
        word = word_at(tokens, start)
        return Amount(Fraction(1), start) if word in self.multipliers else None

    def _add_words(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """Words that are added up: *twenty-five*, *двести сорок*."""
        total, room, end = 0, None, at
        while (value := self.find_small(word_at(tokens, end))) is not None:
            if room is not None and value >= room:
                break
            total, room, end = total + value, _limit_next(value), end + 1
        return Amount(Fraction(total), end) if end > at else None


def _limit_next(value: int) -> int:
    """What a number word that follows must stay below: after *twenty* a unit, after *five* nothing."""
    if value and value % 100 == 0:
        return 100 if value < _THOUSAND else value
    return 10 if value % 10 == 0 and value > 10 else 0  # noqa: PLR2004 - ten itself takes no unit
