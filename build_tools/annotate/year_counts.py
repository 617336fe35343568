"""Numbers that may be years or days → whether they count something, because *2000 hands* is no year."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import Decimal

from build_tools.annotate.number_mention import Doubt, NumberMention
from build_tools.model.language_facts import LanguageFacts
from build_tools.text.language_files import match_any

_FIRST, _LAST = 1800, 2199
_YEARS = re.compile(r"\d{4}(?:\W{1,3}\d{4}|\s+\w+\s+\d{4})?")
"""One number without a sign for thousands, or a range of two."""
# after a hyphen as well: a 2000-strong crowd
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)")
# with the possessive, after which a year may stand as well as a count: the party’s 2016 victory
_BEFORE = re.compile(r"([^\W\d_]+)(['’]s|s['’])?[\s-]+\Z")
_STROKE = re.compile(r"(?<![\w.,:/-])(\d{1,2})/(\d{1,2})(?![\w/-]|[.,]\d)")
_MONTHS, _DAYS = 12, 31
_LOOK_BACK = 24
"""Characters before a number in which the word before it stands."""


class YearOrCount:
    """What a language's words say of numbers between 1800 and 2199."""

    def __init__(self, facts: LanguageFacts) -> None:
        self._told = bool(facts.dates.after_year)
        self._small = frozenset((*facts.recognition, *facts.dates.after_year, *facts.dates.year_after))
        self._year_before = frozenset(facts.numbers.year_before)
        joint = rf"(?:,|,?\s+{match_any(facts.dates.listing)})\s+"
        self._listed = re.compile(rf"{joint}(?:\d{{1,2}}{joint})*(?=\d{{1,2}}(?!\d))")
        self._before = self._year_before.union(facts.dates.before)
        self._doubtful = frozenset(facts.dates.doubtful)
        self._surely_before = frozenset(facts.dates.before) - self._doubtful
        self._of = re.compile(rf"\s+{match_any(facts.numbers.of)}(?!\w)")

    def judge(self, text: str, number: NumberMention) -> NumberMention | None:
        """The number, if it is surely a count; in doubt, if it may be a count; None if it is a year.

        One that may be a year is a count where a word in lower case follows that it can count (*about 2000
        hands*), and none stands before it that stands before years too (*the 2014 agreement*, *by 2100*).
        With a preposition before and what it can count behind, it may be both (*of 1985 hands*).
        """
        if number.unit or number.scale > 1 or not _is_year_like(text, number):
            return number
        following = _NEXT.match(text, number.end) if self._told else None
        if following is None or not following[1].islower() or following[1] in self._small:
            return None
        before = _BEFORE.search(text[max(0, number.start - _LOOK_BACK) : number.start])
        # nobody counts about 1985 hands: with a preposition, what is not round may be a year
        words = self._before if number.low % 10 else self._year_before
        if before is None or not (before[2] or before[1].lower() in words):
            return number
        if before[2] or before[1].lower() not in self._doubtful:
            return None
        return replace(number, opaque=True, doubt=Doubt.YEAR, readings=(number.low, number.high))

    def list_doubtful_days(self, text: str) -> Iterator[NumberMention]:
        """What stands before and behind a stroke and may be a day and its month: *05/10*, *on 3/4*."""
        for match in _STROKE.finditer(text):
            first, second = int(match[1]), int(match[2])
            if not (0 < min(first, second) <= _MONTHS and max(first, second) <= _DAYS):
                continue
            before = _BEFORE.search(text[max(0, match.start() - _LOOK_BACK) : match.start()])
            told = before is not None and before[1].lower() in self._surely_before
            if "0" in (match[1][0], match[2][0]) or (told and not self._of.match(text, match.end())):
                part = Decimal(first) / Decimal(second)
                yield NumberMention(*match.span(), part, part, opaque=True, doubt=Doubt.DAY, readings=(part,))

    def lists_day(self, text: str, number: NumberMention, starts: Container[int]) -> bool:
        """Whether a number is a day of a list of which the last has its month: *5 and 7 May*.

        `starts`: where dates begin.
        """
        joint = self._listed.match(text, number.end)
        return joint is not None and joint.end() in starts


def _is_year_like(text: str, number: NumberMention) -> bool:
    within = min(number.low, number.high) >= _FIRST and max(number.low, number.high) <= _LAST
    return within and _YEARS.fullmatch(text, number.start, number.end) is not None
