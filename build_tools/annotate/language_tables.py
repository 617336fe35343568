"""A language's file → what finds figures, dates and hedges in its texts."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.annotate.hedging import Hedging
from build_tools.annotate.numeral_tables import compile_numerals
from build_tools.annotate.numerals import Numerals
from build_tools.annotate.year_counts import YearOrCount
from build_tools.text.date_reader import DateReader
from build_tools.text.dates_in_prose import make_prose_reader
from build_tools.text.language_files import load_language, remember_for_languages


@dataclass(frozen=True)
class LanguageTable:
    """What one language's file says, made ready to search."""

    pointing: frozenset[str]
    """Words that point back: a paragraph that opens with one leans on the paragraph before."""
    hedging: Hedging
    """`approximation` counts only before a figure."""
    numerals: Numerals
    years: YearOrCount
    dates: DateReader


@remember_for_languages
def load_language_table(language: str) -> LanguageTable:
    """What annotating asks of a language, given as a BCP 47 tag."""
    facts = load_language(language)
    return LanguageTable(
        pointing=frozenset(facts.pointing),
        hedging=Hedging({kind: phrases for kind, phrases in facts.hedges if phrases}),
        numerals=compile_numerals(facts.numbers),
        years=YearOrCount(facts),
        dates=make_prose_reader(facts.dates, facts.recognition, {**facts.numbers.words, **facts.numbers.one}),
    )
