"""languages/<code>.yml → tables, because what counts as a figure, a date or a hedge is a matter of language.

To add a language, add its file. A language without one has digits and ISO dates, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from build_tools.annotate.calendars import Calendar, calendar
from build_tools.annotate.numerals import Numerals, numerals
from build_tools.annotate.phrases import pattern


@dataclass(frozen=True)
class Words:
    """What one language's table says, made ready to search."""

    pointing: frozenset[str]
    """Words that point back: a paragraph that opens with one leans on the paragraph before."""
    hedges: Mapping[str, re.Pattern[str]]
    """Kind of hedge → its phrases. `approximation` counts only before a figure."""
    numerals: Numerals
    calendar: Calendar


@cache
def load_words(language: str) -> Words:
    """Read the table of a language, given as a BCP 47 tag; an empty one for a language without a file."""
    source = files(__package__) / "languages" / f"{language.partition('-')[0].lower()}.yml"
    table: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8")) if source.is_file() else {}
    hedges = {kind: pattern(phrases) for kind, phrases in table.get("hedges", {}).items()}
    return Words(
        pointing=frozenset(table.get("pointing", ())),
        hedges={kind: phrases for kind, phrases in hedges.items() if phrases},
        numerals=numerals(table.get("numbers", {})),
        calendar=calendar(table.get("dates", {})),
    )
