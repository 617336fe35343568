"""A language's words for dates → a reader of dates in its prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from build_tools.model.language_facts import DateWords
from build_tools.text.date_patterns import write_date_patterns
from build_tools.text.date_pieces import number_names
from build_tools.text.date_reader import DateReader
from build_tools.text.fold import fold
from build_tools.text.tense import SpokenTense


def make_prose_reader(
    said: DateWords, small: Iterable[str] = (), counts: Mapping[str, int] | None = None
) -> DateReader:
    """Compile a language's words; numeric dates alone where there are none.

    `small` are words that no text does without: a year may stand before them, and a count hardly; `counts`
    are number words.
    """
    patterns = tuple(
        (re.compile(pattern, re.IGNORECASE), need)
        for pattern, need in write_date_patterns(said, tuple(small), counts or ())
    )
    return DateReader(
        patterns=patterns,
        months=number_names(said.months, 1),
        weekdays={fold(name): day for name, day in number_names(said.weekdays, 0).items()},
        seasons={**said.seasons, **said.seasons_of_year},
        relative=said.relative,
        turns=said.turns,
        quarters=said.quarters,
        ago=said.ago,
        counts=counts or {},
        tense=SpokenTense(said),
    )
