"""languages/<code>.yml → tables, because what counts as a figure, a date or a hedge is a matter of language.

To add a language, add its file. A language without one has digits and ISO dates, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from build_tools.annotate.calendars import Calendar, calendar
from build_tools.annotate.hedging import Hedging
from build_tools.annotate.numerals import Numerals, numerals
from build_tools.text.tables import read_table


@dataclass(frozen=True)
class Words:
    """What one language's table says, made ready to search."""

    pointing: frozenset[str]
    """Words that point back: a paragraph that opens with one leans on the paragraph before."""
    hedging: Hedging
    """`approximation` counts only before a figure."""
    numerals: Numerals
    calendar: Calendar


@cache
def load_words(language: str) -> Words:
    """Read the table of a language, given as a BCP 47 tag; an empty one for a language without a file."""
    source = files(__package__) / "languages" / f"{language.partition('-')[0].lower()}.yml"
    table: dict[str, Any] = read_table(source.read_text(encoding="utf-8")) if source.is_file() else {}
    return Words(
        pointing=frozenset(table.get("pointing", ())),
        hedging=Hedging(table.get("hedges", {})),
        numerals=numerals(table.get("numbers", {})),
        calendar=calendar(table.get("dates", {})),
    )
