"""Text + a language's number words → the numbers in it, each with its place and its normal form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from build_tools.model.language_facts import NumberWords
from build_tools.text.language_files import match_any
from build_tools.text.runs import find_runs, telling_runs

_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "¥": "JPY"}
# digits are grouped by no-break, thin and narrow no-break spaces too
_SPACES = " \u00a0\u2009\u202f"
_THOUSAND = 1000
_LONGEST = 20
"""Characters up to which digits are a number; longer ones are a telephone number or an identifier."""
# above every number word that does not multiply
_NO_LIMIT = 1000
_LEAST_PLURAL = 2
"""The least that a plural can mean: *hundreds* is two hundred or more."""


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in a text."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    """The same as `low` unless it is a range."""
    unit: str = ""
    """`%` or an ISO 4217 code, where one stands beside the number."""
    scale: int = 1
    """What a following *K* or *million* multiplied it by."""
    vague: bool = False
    """A plural such as *hundreds*: `low` is the least that it can mean."""

    @property
    def value(self) -> str:
        """`20000`, `15000/20000`, `200+` for *hundreds*; then the unit: `40 %`, `2150/5500 USD`."""
        number = _write_decimal(self.low) + ("+" if self.vague else "")
        if self.high != self.low:
            number = f"{number}/{_write_decimal(self.high)}"
        return f"{number} {self.unit}".strip()


@dataclass(frozen=True)
class Numerals:
    """A language's way of writing numbers, compiled."""

    pattern: re.Pattern[str]
    values: Mapping[str, int]
    """Number words, scales and plurals, in lower case."""
    multipliers: frozenset[str]
    ones: frozenset[str]
    """Words for one: by themselves they are articles as often as numbers, and are left out."""
    letters: Mapping[str, int]
    units: Mapping[str, str]
    group: str
    decimal: str
    link: re.Pattern[str]
    """What stands between the two ends of a range."""
    between: Mapping[str, str]

    needed: frozenset[str] | None
    """Runs of letters of which a text without a digit must have one; None where that cannot be told."""

    def find_numbers(self, text: str) -> tuple[NumberMention, ...]:
        """Every number in reading order; those that make a range are one."""
        runs = find_runs(text)
        if runs and not runs.digit and self.needed is not None and self.needed.isdisjoint(runs.letters):
            return ()
        single = [n for m in self.pattern.finditer(text) if (n := self._read_number(m))]
        return tuple(self._join_ranges(text, single))

    def _read_number(self, match: re.Match[str]) -> NumberMention | None:
        unit = self._read_unit(match)
        if match["plural"]:
            least = (
                prod(self.values[w] for w in _split_words(match["plural"]) if w in self.values)
                * _LEAST_PLURAL
            )
            return NumberMention(*match.span(), Decimal(least), Decimal(least), unit, vague=True)
        base = self._read_digits(match["digits"]) if match["digits"] else self._add_spoken(match["words"])
        if base is None:
            return None
        scale = self._read_scale(match)
        return NumberMention(*match.span(), base * scale, base * scale, unit, scale)

    def _read_scale(self, match: re.Match[str]) -> int:
        letter, word = match["letter"], match["scale"]
        return (self.letters[letter] if letter else 1) * (self.values[word.lower()] if word else 1)

    def _read_unit(self, match: re.Match[str]) -> str:
        if match["sign"]:
            # the sign is the last character of “US$”
            return _CURRENCIES[match["sign"][-1]]
        if match["percent"]:
            return "%"
        return self.units[" ".join(match["unit"].lower().split())] if match["unit"] else ""

    def _read_digits(self, digits: str) -> Decimal | None:
        if len(digits) > _LONGEST:
            return None
        whole = digits.translate({ord(c): None for c in _SPACES + self.group})
        return Decimal(whole.replace(self.decimal, "."))

    def _add_spoken(self, spoken: str) -> Decimal | None:
        """Add up number words; None for a bare *one*, and for words that make no number (*two three*)."""
        words = _split_words(spoken)
        if words[0] in self.ones and len(words) == 1:
            return None
        total, current, room = 0, 0, _NO_LIMIT
        for value, multiplies in ((self.values[w], w in self.multipliers) for w in words if w in self.values):
            if multiplies:
                # “thousand” without a number before it is one thousand
                current = max(current, 1) * value
                total, current = (total + current, 0) if value >= _THOUSAND else (total, current)
            elif value >= room:
                return None
            else:
                current += value
            room = _NO_LIMIT if multiplies else _limit_next(value)
        return Decimal(total + current)

    def _join_ranges(self, text: str, numbers: Iterable[NumberMention]) -> Iterator[NumberMention]:
        before: NumberMention | None = None
        for number in numbers:
            if before is None:
                before = number
                continue
            joined, dropped = self._join_pair(text, before, number)
            if joined is None and not dropped:
                yield before
            before = joined if joined or dropped else number
        if before:
            yield before

    def _join_pair(
        self, text: str, first: NumberMention, second: NumberMention
    ) -> tuple[NumberMention | None, bool]:
        """The range of two numbers, if they are one; or whether they only number a law or a part (*78-1*)."""
        link = self.link.fullmatch(text, first.end, second.start)
        if link is None or first.vague or second.vague or first.low != first.high:
            return None, False
        opening = self.between.get(link["word"].lower()) if link["word"] else None
        if opening and not text[: first.start].rstrip().lower().endswith(opening):
            return None, False
        shared = first.low * (second.scale if first.scale == 1 else 1)
        low = shared if shared < second.low else first.low
        if low < second.low:
            unit = second.unit or first.unit
            return replace(first, end=second.end, low=low, high=second.low, unit=unit), False
        return None, link["word"] is None


def _limit_next(value: int) -> int:
    """What a number word that follows must stay below: after *twenty* a unit, after *five* nothing."""
    if value % 100 == 0:
        return 100
    return 10 if value % 10 == 0 and value > 10 else 0  # noqa: PLR2004 - ten itself takes no unit


def _write_decimal(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _split_words(text: str) -> list[str]:
    return re.findall(r"[^\s-]+", text.lower())


def compile_numerals(said: NumberWords) -> Numerals:
    """Compile a language's words for numbers; digits alone where there are none."""
    group, decimal = said.group, said.decimal
    multipliers, plurals, between = said.multipliers, said.plurals, said.between
    spoken = {**said.words, **said.one, **multipliers}
    scales = {**multipliers, **said.scales}
    # groups of three after one to three digits: any other comma parts two numbers
    grouped = rf"\d{{1,3}}(?:[{re.escape(group)}{_SPACES}]\d{{3}})+(?!\d)"
    word, multiplier = match_any(spoken), match_any(multipliers)
    sequence = rf"(?:{multiplier}\s+{match_any(said.joints)}\s+|{word}[\s-])*{word}"
    plural = rf"{match_any(plurals)}(?:\s+(?:{match_any(said.of)}\s+)?{match_any(plurals)})*"
    number = (
        rf"(?:(?P<digits>(?:{grouped}|\d+)(?:{re.escape(decimal)}\d+)?)"
        # letters keep their case; what goes on with a mark and a digit is a time, a date or a version
        rf"(?P<letter>(?-i:{match_any(said.letters)}))?(?!\w|[.,:/]\d)|(?P<words>{sequence})(?!\w))"
    )
    tail = rf"(?:(?P<percent>\s?%)|\s?(?P<unit>{match_any(said.units)})(?!\w))?"
    sign = rf"(?:US)?[{''.join(_CURRENCIES)}]"
    pattern = (
        # not inside a word, after a time’s colon or a fraction’s bar, or in a name (`IK-6`)
        rf"(?<![\w.:/])(?<!\d,)(?<![^\W\d_]-)(?:(?P<sign>{sign})\s?)?"
        rf"(?:{number}(?:\s?(?P<scale>{match_any(scales)})(?!\w))?|(?P<plural>{plural})(?!\w)){tail}"
    )
    # “from five to roughly seven”: one word may stand before the upper end
    approximately = r"(?:\w+\s+)?"
    link = rf"\s*(?:[-–—]|(?P<word>{match_any({*said.to, *between.values()})})\s+{approximately})\s*"
    return Numerals(
        pattern=re.compile(pattern, re.IGNORECASE),
        values={**plurals, **scales, **spoken},
        multipliers=frozenset(multipliers),
        ones=frozenset(said.one),
        letters=said.letters,
        units=said.units,
        group=group,
        decimal=decimal,
        link=re.compile(link, re.IGNORECASE),
        between={closing: opening for opening, closing in between.items()},
        needed=telling_runs((*spoken, *plurals)),
    )
