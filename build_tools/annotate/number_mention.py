"""What a number in a text is known by: its place, its value in normal form, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from build_tools.model.slots import fill_slots


class Doubt(StrEnum):
    """Why a number is left: the question that a person can answer."""

    SCALE = "does the last number's scale count for both numbers?"
    LETTER = "does its letter multiply it, or name a unit such as metres?"
    GROUP = "are its last three digits thousands, or a fraction?"
    YEAR = "year or count?"
    DAY = "day and month, or a fraction?"


@fill_slots
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
    lone: bool = False
    """A bare *one*, which is an article as often as a number: only a range or a share may need it."""
    opaque: bool = False
    """Digits or words that count nothing (`155mm`, `No. 5`); they are kept until ranges are joined."""
    dated: bool = False
    """The rest of a date from its first number on: opaque, and only what is joined to it is part of it."""
    doubt: Doubt | None = None
    """Why it is left although it may count something; such a number is opaque."""
    readings: tuple[Decimal, ...] = ()
    """Of one in doubt: the numbers that only one of its readings has, or that all have."""

    @property
    def value(self) -> str:
        """`20000`, `15000/20000`, `200+` for *hundreds*; then the unit: `40 %`, `2150/5500 USD`."""
        number = _write_decimal(self.low) + ("+" if self.vague else "")
        if self.high != self.low:
            number = f"{number}/{_write_decimal(self.high)}"
        return f"{number} {self.unit}".strip()


def _write_decimal(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
