"""Tokens of one cluster + a language's number words → the amounts that they make, as people say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from build_tools.annotate.number_tokens import NumberToken
from build_tools.annotate.whole_numbers import Amount, WholeNumbers, word_at

_LEAST_PLURAL = 2
"""The least that a plural can mean: *hundreds* is two hundred or more."""
_THOUSAND, _TWENTY = 1000, 20


@dataclass(frozen=True)
class NumberGrammar:
    """A language's words for amounts, by what they do."""

    whole: WholeNumbers
    plurals: Mapping[str, int]
    parts: Mapping[str, Fraction]
    """`half`, `thirds`, `third`."""
    ordinals: frozenset[str]
    """Those of them that are ordinals as well, and others that may follow *twenty*: `third`, `first`."""
    halves: Mapping[str, Fraction]
    """`полтора`: one and a half, in one word."""
    several: frozenset[str]
    of: frozenset[str]
    mixing: frozenset[str]
    """What stands before the fraction of a mixed number: `two and a half`, `два с половиной`."""
    points: frozenset[str]
    genitives: Mapping[str, int]
    """`тысячи`, which after a governing word (`до`) is one thousand, and else thousands."""
    governing: frozenset[str]

    def read_amount(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """The amount that begins with a token; None where none does."""
        # digits with nothing beside them, as most numbers are, can be nothing else
        if len(tokens) == 1 and not tokens[0].word and not tokens[0].part:
            return self.whole.read_digits(tokens, 0)
        return (
            self._read_several(tokens, at)
            or self._read_governed(tokens, at)
            or self._read_plural(tokens, at)
            or self._read_part(tokens, at)
            or self._read_mixed(tokens, at)
        )

    def _read_several(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """*A few thousand*, *несколько сотен*: at least twice so many."""
        start = self._pass_article(tokens, at)
        if word_at(tokens, start) not in self.several:
            return None
        start += 1 + (word_at(tokens, start + 1) in self.of)
        value, end = _multiply(tokens, start, {**self.plurals, **self.whole.scales})
        return Amount(Fraction(value * _LEAST_PLURAL), end, vague=True) if end > start else None

    def _read_governed(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """*До тысячи*, *около миллиона*: one of it."""
        if not at or tokens[at - 1].word not in self.governing or tokens[at].word not in self.genitives:
            return None
        scale, end = _multiply(tokens, at + 1, self.whole.scales)
        scale *= self.genitives[tokens[at].word]
        return Amount(Fraction(scale), end, scale)

    def _read_plural(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """*Hundreds of thousands*, *десятки миллионов*."""
        if word_at(tokens, at) not in self.plurals:
            return None
        value, end = 1, at
        while (word := word_at(tokens, end)) in self.plurals:
            value, end = value * self.plurals[word], end + 1
            end += word_at(tokens, end) in self.of and word_at(tokens, end + 1) in self.plurals
        return Amount(Fraction(value * _LEAST_PLURAL), end, vague=True)

    def _read_part(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """*Half a million*, *a quarter of a million*, *полтора миллиона*; *a third* by itself is unsure."""
        if (half := self.halves.get(word_at(tokens, at))) is not None:
            scale, end = _multiply(tokens, at + 1, self.whole.scales)
            return Amount(half * scale, end, scale)
        start = self._pass_article(tokens, at)
        ordinal = word_at(tokens, start) in self.ordinals
        part = self.parts.get(word_at(tokens, start))
        if part is None or (ordinal and word_at(tokens, start + 1) in self.whole.scales):
            return None
        scale, end = self._multiply_part(tokens, start + 1)
        return Amount(part * scale, end, scale, share=scale == 1, unsure=scale == 1)

    def _pass_article(self, tokens: Sequence[NumberToken], at: int) -> int:
        return at + (word_at(tokens, at) in self.whole.articles)

    def _multiply_part(self, tokens: Sequence[NumberToken], at: int) -> tuple[int, int]:
        """What a fraction is a fraction of: *(of) (a) million*."""
        start = self._pass_article(tokens, at + (word_at(tokens, at) in self.of))
        scale, end = _multiply(tokens, start, self.whole.scales)
        return (scale, end) if end > start else (1, at)

    def _read_mixed(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """A whole number, with or without a fraction: *two and a half million*, *2½*, *two thirds*."""
        whole = self.whole.read_number(tokens, at)
        if whole is None:
            return self._read_sign_of_part(tokens, at)
        return (
            self._read_numerator(tokens, whole)
            or self._read_decimals(tokens, whole)
            or self._add_fraction(tokens, whole)
            or whole
        )

    def _read_sign_of_part(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """`½` or `3/4`, which may be a day and a month as well."""
        token = tokens[at]
        if not token.part or token.digits is None:
            return None
        scale, end = self._multiply_part(tokens, at + 1)
        return Amount(token.digits * scale, end, scale, share=scale == 1)

    def _read_numerator(self, tokens: Sequence[NumberToken], whole: Amount) -> Amount | None:
        """*Two thirds*, *one-eighth*: the number is the fraction's numerator."""
        word = word_at(tokens, whole.end)
        if word in self.ordinals and whole.value != 1:
            last = word_at(tokens, whole.end - 1)
            # сто первый; in English that takes an "and", and a hundred first editions are editions
            hundreds = {} if self.whole.joints else self.whole.multipliers
            tens = self.whole.find_small(last) or hundreds.get(last, 0)
            ordinal = tens >= _TWENTY and tens % 10 == 0  # twenty-third
            return Amount(whole.value, whole.end + 1, share=True, unsure=True) if ordinal else None
        part = self.parts.get(word)
        if part is None or whole.scale >= _THOUSAND:
            return None
        scale, end = self._multiply_part(tokens, whole.end + 1)
        return Amount(whole.value * part * scale, end, scale, share=scale == 1)

    def _read_decimals(self, tokens: Sequence[NumberToken], whole: Amount) -> Amount | None:
        """*Five point five*, *two hundred point seventy-one*, *nought point nought three*."""
        if word_at(tokens, whole.end) not in self.points:
            return None
        spoken: list[int] = []
        end = whole.end + 1
        while (value := self.whole.find_small(word_at(tokens, end))) is not None:
            tens = spoken and spoken[-1] and spoken[-1] % 10 == 0 and 0 < value < 10  # noqa: PLR2004 - units
            spoken[-1:] = [spoken[-1] + value] if tens else [*spoken[-1:], value]
            end += 1
        if spoken and (part := self.parts.get(word_at(tokens, end))):  # две целых пять десятых
            scale, after = _multiply(tokens, end + 1, self.whole.scales)
            return Amount((whole.value + sum(spoken) * part) * scale, after, scale)
        digits = "".join(map(str, spoken))
        return Amount(whole.value + Fraction(int(digits), 10 ** len(digits)), end) if digits else None

    def _add_fraction(self, tokens: Sequence[NumberToken], whole: Amount) -> Amount | None:
        """What makes a mixed number: `½`, ` 1/4`, *and a half*, *с половиной*; a scale may follow it."""
        end = whole.end
        if end < len(tokens) and tokens[end].part and tokens[end].digits and tokens[end].joint != "-":
            scale, after = _multiply(tokens, end + 1, self.whole.scales)
            return Amount((whole.value + (tokens[end].digits or 0)) * scale, after, scale)
        if word_at(tokens, end) not in self.mixing:
            return None
        if word_at(tokens, end + 1) in self.ordinals and whole.scale > 1:  # the hundred and fifth
            return Amount(whole.value, end + 2, share=True, unsure=True)
        added = self._read_added(tokens, end + 1)
        if added is None:
            return None
        if added.scale > 1:
            apart = whole.scale >= added.scale  # one billion and a half million
            value = whole.value + added.value / (1 if apart else added.scale)
            return Amount(value * (1 if apart else added.scale), added.end, added.scale)
        # of six million and two thirds the fraction is one of a million; of a hundred and a half it is not
        unit = whole.scale if whole.scale >= _THOUSAND else 1
        ordinal = any(word_at(tokens, n) in self.ordinals for n in range(end, added.end))
        return Amount(whole.value + added.value * unit, added.end, unit, unsure=ordinal)

    def _read_added(self, tokens: Sequence[NumberToken], at: int) -> Amount | None:
        """The fraction after *and*: *a half*, *three quarters*, *a quarter million*; not *five hundred*."""
        found = self._read_part(tokens, at)
        if found is None and (number := self.whole.read_number(tokens, at)):
            found = self._read_numerator(tokens, number)
        return found if found and found.value < (max(1, found.scale)) else None


def _multiply(tokens: Sequence[NumberToken], at: int, by: Mapping[str, int]) -> tuple[int, int]:
    end = at
    while word_at(tokens, end) in by:
        end += 1
    return prod(by[word_at(tokens, n)] for n in range(at, end)), end
