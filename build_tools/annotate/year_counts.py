"""Numbers that may be years or days → whether they count something, because *2000 hands* is no year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.annotate.number_mention import NumberMention
from build_tools.model.language_facts import LanguageFacts
from build_tools.text.date_reader import DateInText
from build_tools.text.language_files import match_any

_FIRST, _LAST = 1800, 2199
_YEARS = re.compile(r"\d{4}(?:\W{1,3}\d{4}|\s+\w+\s+\d{4})?")
"""One number without a sign for thousands, or a range of two."""
# after a hyphen as well: a 2000-strong crowd
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)")
# with the possessive, after which a year may stand as well as a count: the party’s 2016 victory
_BEFORE = re.compile(r"([^\W\d_]+)(['’]s|s['’])?[\s-]+\Z")
_LOOK_BACK = 24
"""Characters before a number in which the word before it stands."""


class YearOrCount:
    """What a language's words say of numbers between 1800 and 2199."""

    def __init__(self, facts: LanguageFacts) -> None:
        self._told = bool(facts.dates.after_year)
        self._small = frozenset((*facts.recognition, *facts.dates.after_year, *facts.dates.year_after))
        self._year_before = frozenset(facts.numbers.year_before)
        self._listed = re.compile(rf"(?:,|,?\s+{match_any(facts.dates.listing)})\s+(?=\d{{1,2}}(?!\d))")
        self._before = self._year_before.union(facts.dates.before)

    def counts(self, text: str, number: NumberMention) -> bool:
        """Whether a number is surely a count.

        One that may be a year is a count where a word in lower case follows that it can count (*about 2000
        hands*), and none stands before it that stands before years too (*the 2014 agreement*, *by 2100*).
        """
        if number.unit or number.scale > 1 or not _is_year_like(text, number):
            return True
        following = _NEXT.match(text, number.end) if self._told else None
        if following is None or not following[1].islower() or following[1] in self._small:
            return False
        before = _BEFORE.search(text[max(0, number.start - _LOOK_BACK) : number.start])
        # nobody counts about 1985 hands: with a preposition, what is not round may be a year
        words = self._before if number.low % 10 else self._year_before
        return before is None or not (before[2] or before[1].lower() in words)

    def lists_day(self, text: str, number: NumberMention, dates: Iterable[DateInText]) -> bool:
        """Whether a number is a day of a list of which the last has its month: *5 and 7 May*."""
        joint = self._listed.match(text, number.end)
        return joint is not None and any(joint.end() == found.start for found in dates)


def _is_year_like(text: str, number: NumberMention) -> bool:
    within = min(number.low, number.high) >= _FIRST and max(number.low, number.high) <= _LAST
    return within and _YEARS.fullmatch(text, number.start, number.end) is not None
