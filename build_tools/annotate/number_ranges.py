"""Numbers one after the other → ranges, because *two to three million* is one figure and not two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from build_tools.annotate.number_mention import Doubt, NumberMention

_HYPHENS = frozenset("-–—~−")
_HUNDRED, _THOUSAND = 100, 1000
_FAR_APART = 10
"""The ends of a range with one scale are seldom so many times each other: *3 to 50 thousand* may have two."""
_LOOK_BACK = 24
"""Characters before a range in which the word that opens it may stand."""


@dataclass(frozen=True)
class RangeJoiner:
    """A language's ways of writing ranges."""

    link: re.Pattern[str]
    """What stands between the two ends of a range."""
    between: Mapping[str, tuple[str, ...]]
    """What then stands between its ends → what opens the range."""
    within: re.Pattern[str]
    """What makes two numbers a share: `one in five`."""
    few: Mapping[str, int]
    """Below what the first number must be then: *two in five* is a share, *12 in 20* may be anything."""

    def join_ranges(self, text: str, numbers: Iterable[NumberMention]) -> Iterator[NumberMention]:
        """Every number that counts something, or may, in reading order."""
        held: NumberMention | None = None
        for number in numbers:
            joined = self._join_pair(text, held, number) if held else None
            if joined is None and held:
                yield from _list_counting(held)
            held = joined or number
        if held:
            yield from _list_counting(held)

    def _join_pair(self, text: str, first: NumberMention, second: NumberMention) -> NumberMention | None:
        """What two numbers are together; None if they are two.

        A share (*one in five*), a number that only counts laws or parts (*78-1*), and a pair of which one end
        cannot be read count nothing as a whole.
        """
        if first.dated or second.dated:
            return self._join_date(text, first, second)
        if share := self.within.fullmatch(text, first.end, second.start):
            few = self.few[" ".join(share.group().lower().replace("-", " ").split())]
            is_share = first.low < second.low and first.low < few and not first.opaque
            # a 3-in-1 charger
            return _count_nothing(first, second) if is_share or "-" in share.group() else None
        link = self.link.fullmatch(text, first.end, second.start)
        if link is None or first.vague or second.vague:
            return None
        if first.low != first.high or first.opaque or second.opaque:
            # of 1.5 to 2m nobody knows whether it is millions or metres
            unknown = second.opaque and second.unit
            return _count_nothing(first, second) if link.group() in _HYPHENS or unknown else None
        return self._make_range(text, first, second, link["word"] or "")

    def _join_date(self, text: str, first: NumberMention, second: NumberMention) -> NumberMention | None:
        """A date and what goes on from it (*May 2031-33*) or is part of it: *two or three days ago*."""
        link = self.link.fullmatch(text, first.end, second.start)
        if link is None:
            return None
        # after a date a dash between spaces opens a sentence, and so does a word: 5 May – 200 men came
        goes_on = link.group() in _HYPHENS
        if first.dated:
            return _count_nothing(first, second) if goes_on else None
        # what stands before a date may be another of its days, or of the days ago: those have two digits
        if first.unit or first.low >= _HUNDRED or self._lacks_opening(text, first, link["word"] or ""):
            return None
        return _count_nothing(first, second)

    def _lacks_opening(self, text: str, first: NumberMention, word: str) -> bool:
        """Whether the word between two numbers makes a range only after another: *between* five *and* ten."""
        openings = self.between.get(word.lower(), ())
        before = text[max(0, first.start - _LOOK_BACK) : first.start].rstrip().lower()
        return bool(openings) and not before.endswith(openings)

    def _make_range(
        self, text: str, first: NumberMention, second: NumberMention, word: str
    ) -> NumberMention | None:
        if self._lacks_opening(text, first, word) or not _have_one_unit(first, second, spoken=bool(word)):
            return None
        # the second's *million* counts for both: two to three million
        shared = first.low * (second.scale if first.scale == 1 else 1)
        low, high = (shared if shared < second.low else first.low), second.low
        if _may_share_scale(first, second):
            scale = second.scale if second.scale > 1 else _THOUSAND
            readings = (first.low, first.low * scale, second.low)
            return replace(first, end=second.end, opaque=True, doubt=Doubt.SCALE, readings=readings)
        if low < high:
            unit = second.unit or first.unit
            return replace(first, end=second.end, low=low, high=high, unit=unit, lone=False)
        return None if word else replace(first, end=second.end, opaque=True)


def _count_nothing(first: NumberMention, second: NumberMention) -> NumberMention:
    """Both together, where they count nothing; what is in doubt of one of them is so of both."""
    doubtful = second if second.doubt else first
    return replace(first, end=second.end, opaque=True, doubt=doubtful.doubt, readings=doubtful.readings)


def _have_one_unit(first: NumberMention, second: NumberMention, *, spoken: bool) -> bool:
    """Whether two numbers can be the ends of one range: not *15 % to $4 million*, nor *$5 to 20 people*."""
    if not first.unit or first.unit == second.unit:
        return True
    return not second.unit and first.unit != "%" and (not spoken or second.scale > 1)


def _may_share_scale(first: NumberMention, second: NumberMention) -> bool:
    """Whether *8-10,000* may be eight thousand or eight, *3 to 50 thousand* three or three thousand."""
    if first.scale > 1 or (first.unit and second.unit):
        return False
    if second.scale > 1:
        return first.low * _FAR_APART < second.low / second.scale
    # what lies farther apart nobody writes with one scale: 2 to 30,000
    return first.low > 1 and 1 < second.low / (first.low * _THOUSAND) < _FAR_APART


def _list_counting(number: NumberMention) -> Iterator[NumberMention]:
    if number.doubt or not (number.opaque or number.lone):
        yield number
