"""Text + a language's number words → the numbers in it, each with its place and its normal form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from itertools import islice

from build_tools.annotate.currencies import CODES, find_currency_after, find_currency_before
from build_tools.annotate.number_mention import Doubt, NumberMention
from build_tools.annotate.number_ranges import RangeJoiner
from build_tools.annotate.number_tokens import VULGAR, VULGAR_FRACTIONS, NumberScanner, NumberToken
from build_tools.annotate.small_money import SmallMoney
from build_tools.annotate.spoken_numbers import NumberGrammar
from build_tools.annotate.whole_numbers import Amount, word_at
from build_tools.annotate.words_before_numbers import LOOK_BACK, WordsBefore
from build_tools.model.annotation import MOST_MARKS
from build_tools.text.fold import fold
from build_tools.text.runs import find_runs
from build_tools.text.spans import Mask, Span

_ENDLESS = Context(prec=15)
"""Digits to which a fraction is written that has no end."""
# digits of addresses count nothing; from the beginning of a word, or each of its letters would be tried
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+", re.IGNORECASE)
# looked for first: `_ADDRESS` tries every word of a text, and few texts have one
_ADDRESS_SIGN = re.compile(r"://|www\.|@", re.IGNORECASE)
_NOTHING = Decimal(0)
_MONEY_RANGE = re.compile(r"[$€£₽₴₹]\s?[\d.,]+\s?(?:[-–—]|to)\s?\Z")
"""The sign stands before the first end of a range: `$5-10m`."""
# what more words follow is a share of something, or an ordinal (the third ship), and no amount
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r"\s+(\w+)")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?)\]”»]|\Z)")


@dataclass(frozen=True)
class Numerals:
    """A language's way of writing numbers, compiled."""

    scanner: NumberScanner
    grammar: NumberGrammar
    joiner: RangeJoiner
    small_money: SmallMoney
    units: Mapping[str, str]
    unit: re.Pattern[str]
    """A unit's name after a number, or `%`."""
    before: WordsBefore
    coins: Mapping[str, int]
    """Letters that multiply an amount of money only: in `$10m` they do, `10m` is a length."""
    counted: re.Pattern[str]
    """What they may also multiply, if it follows: `1.5m people`."""
    needed: frozenset[str] | None
    """Runs of letters of which a text without a digit must have one; None where that cannot be told."""

    def find_numbers(self, text: str, dates: Iterable[Span] = ()) -> tuple[NumberMention, ...]:
        """Every number outside the dates in reading order, those in doubt as well; a range is one.

        A share of something (*two thirds of the men*, *one in five*) is no amount, and is left out.
        """
        clusters = self.scanner.list_clusters(text, dates)
        single = (number for cluster in clusters for number in self._read_cluster(text, cluster))
        ranges = self.joiner.join_ranges(text, self.small_money.join_coins(text, single))
        numbers = islice(ranges, MOST_MARKS)
        if not _ADDRESS_SIGN.search(text):
            return tuple(numbers)
        addresses = Mask(len(text), (match.span() for match in _ADDRESS.finditer(text)))
        return tuple(number for number in numbers if not addresses.meets(number.start, number.start + 1))

    def may_have_numbers(self, text: str) -> bool:
        """Whether it is worth its time to look for numbers in a text."""
        runs = find_runs(text)
        if runs is None or runs.digit or self.needed is None:
            return True
        return not self.needed.isdisjoint(runs.parts) or VULGAR_FRACTIONS.search(text) is not None

    def _read_cluster(self, text: str, tokens: Sequence[NumberToken]) -> Iterator[NumberMention]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            # digits that are no number begin no amount, and nothing need be tried
            if token.digits is None and not token.word:
                span = (token.start, token.end)
                yield NumberMention(*span, _NOTHING, _NOTHING, opaque=True, dated=token.dated)
                at += 1
                continue
            amount = self.grammar.read_amount(tokens, at)
            if amount is None:
                at += 1
            elif self._is_broken(tokens, amount):
                at = self._skip_small(tokens, at)
            elif self._goes_on_in_date(text, tokens, amount.end):
                at = amount.end
            else:
                yield self._make_mention(text, tokens, at, amount)
                at = amount.end

    def _is_broken(self, tokens: Sequence[NumberToken], amount: Amount) -> bool:
        """Whether another number word follows where none can: *two three*, *nineteen eighty-four*."""
        small = self.grammar.whole.find_small
        return (
            small(word_at(tokens, amount.end)) is not None
            and small(word_at(tokens, amount.end - 1)) is not None
            and tokens[amount.end].joint != "-"
        )

    def _skip_small(self, tokens: Sequence[NumberToken], at: int) -> int:
        while self.grammar.whole.find_small(word_at(tokens, at)) is not None:
            at += 1
        return at

    def _goes_on_in_date(self, text: str, tokens: Sequence[NumberToken], at: int) -> bool:
        """Whether the words of a number go on in a date: *a hundred and two days ago*."""
        after = at + (word_at(tokens, at) in self.grammar.whole.joints)
        if after >= len(tokens) or not tokens[after].dated or not tokens[at - 1].word:
            return False
        word = _WORD.match(text, tokens[after].start)
        return word is not None and self.grammar.whole.find_small(fold(word.group().lower())) is not None

    def _make_mention(
        self, text: str, tokens: Sequence[NumberToken], at: int, amount: Amount
    ) -> NumberMention:
        start, end = tokens[at].start, tokens[amount.end - 1].end
        is_digits = tokens[at].digits is not None
        start, before = find_currency_before(text, start) if is_digits else (start, "")
        end, unit = self._read_unit(text, end)
        suffix = tokens[amount.end - 1].suffix
        scale = 1
        if suffix and amount.scale == 1:
            money = before or unit or _MONEY_RANGE.search(text[max(0, start - LOOK_BACK) : start])
            scale = self.coins.get(suffix, 1) if money or self.counted.match(text, end) else 1
        # to multiply by one takes as long as by any number
        value = _to_decimal(amount.value * scale if scale > 1 else amount.value)
        start, negative = self.before.read_sign(text, start, is_digits=is_digits)
        value = -value if negative else value
        unit = before or unit or ("" if scale > 1 else self._read_joined_unit(suffix))
        doubt, readings = self._find_doubt(text, tokens[at], amount, unit, value)
        return NumberMention(
            start,
            end,
            value,
            value,
            unit,
            max(amount.scale, scale),
            vague=amount.vague,
            lone=amount.lone and not (unit or negative),
            opaque=doubt is not None
            or self._is_nothing(text, start, end, amount, suffix if scale == 1 else ""),
            doubt=doubt,
            readings=readings,
        )

    def _find_doubt(
        self, text: str, token: NumberToken, amount: Amount, unit: str, value: Decimal
    ) -> tuple[Doubt | None, tuple[Decimal, ...]]:
        """Why a number that is read may be another one, and what both are."""
        if unit in self.coins and amount.scale == 1:
            return Doubt.LETTER, (value, value * self.coins[unit])
        if amount.scale == 1 and unit != "%" and self.scanner.may_be_grouped(text[token.start : token.end]):
            return Doubt.GROUP, (value, value * 1000)
        return None, ()

    def _read_unit(self, text: str, at: int) -> tuple[int, str]:
        if match := self.unit.match(text, at):
            name = match["unit"]
            return match.end(), self.units[fold(" ".join(name.lower().split()))] if name else "%"
        return find_currency_after(text, at)

    def _read_joined_unit(self, suffix: str) -> str:
        """`USD`, `₽` by name, or the letter of what may be metres as well as millions."""
        return suffix if suffix in CODES or suffix in self.coins else self.units.get(suffix.lower(), "")

    def _is_nothing(self, text: str, start: int, end: int, amount: Amount, suffix: str) -> bool:
        """Whether it is the number of a law or a road, a length, or a share of something."""
        if (suffix in self.coins and amount.scale == 1) or (amount.share and amount.unsure):
            return True
        if self.before.names_number(text, start):
            return True
        if not (amount.share or amount.unsure) or _CLAUSE_ENDS.match(text, end):
            return False
        # ⅙ and sometimes ½
        following = _NEXT_WORD.match(text, end)
        return following is None or text[start] not in VULGAR or following[1] not in self.grammar.mixing


def _to_decimal(value: Fraction) -> Decimal:
    """Exact where that has an end."""
    rest = value.denominator
    if rest == 1:
        return Decimal(value.numerator)
    # ten has these factors and no other: what they leave over has no end in decimals
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest > 1:
        return _ENDLESS.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Decimal(value.numerator) / Decimal(value.denominator)
