"""Numbers one after the other → amounts with their small money: *3 dollars 50 cents* is one amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.annotate.currencies import CODES
from build_tools.annotate.number_mention import NumberMention

_HUNDRED = 100
"""Cents of a dollar, kopecks of a rouble, pence of a pound."""


@dataclass(frozen=True)
class SmallMoney:
    """A language's names of coins of which a hundred make one of a currency."""

    joint: re.Pattern[str]
    """What stands between the two: a space, `and`."""
    name: re.Pattern[str]
    """The coin's name, behind its number."""

    def join_coins(self, text: str, numbers: Iterable[NumberMention]) -> Iterator[NumberMention]:
        """The numbers, with each amount of whole money and of coins after it as one."""
        held: NumberMention | None = None
        for number in numbers:
            joined = self._join_pair(text, held, number) if held else None
            if joined is None and held:
                yield held
            held = joined or number
        if held:
            yield held

    def _join_pair(self, text: str, whole: NumberMention, coins: NumberMention) -> NumberMention | None:
        # most numbers are no money, and the coin's name need not be looked for
        name = self.name.match(text, coins.end) if whole.unit in CODES else None
        if (
            name is None
            or whole.low % 1
            or whole.scale > 1
            or whole.vague
            or whole.opaque
            or coins.unit
            or coins.opaque
            or not 0 < coins.low < _HUNDRED
            or coins.low % 1
            or not self.joint.fullmatch(text, whole.end, coins.start)
        ):
            return None
        value = whole.low + coins.low / _HUNDRED
        return replace(whole, end=name.end(), low=value, high=value)
