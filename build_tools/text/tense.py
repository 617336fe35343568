"""The sentence around a date → whether the date lies behind or ahead, as far as its words tell."""

from __future__ import annotations

import re

from build_tools.model.language_facts import DateWords
from build_tools.text.date_reader import Tense
from build_tools.text.language_files import match_any
from build_tools.text.relative_dates import AHEAD, BEHIND, UNSURE, UNTOLD

_LOOK_AROUND = 200
"""Characters of a sentence that are looked at on each side."""
# with the white space after it, or 3.5 and U.S.A. would end sentences
_SENTENCE_ENDS = re.compile(r"[.!?;]\s")
_OPENING = 12
"""Characters up to which a date opens its sentence (*On Friday …*): then what follows tells as much."""


def _find_last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins; -1 for none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


class SpokenTense(Tense):
    """Tense as a language's words tell it."""

    def __init__(self, said: DateWords) -> None:
        self._ahead = re.compile(rf"(?<!\w){match_any(said.ahead)}(?!\w)", re.IGNORECASE)
        self._behind = re.compile(rf"(?<!\w){match_any(said.behind)}(?!\w)", re.IGNORECASE)
        self._past = re.compile(rf"\w{match_any(said.past)}(?!\w)", re.IGNORECASE) if said.past else None

    def find_side(self, text: str, start: int, end: int) -> str:
        """AHEAD where a word before the date says so; UNSURE where one after it does."""
        before = _SENTENCE_ENDS.split(text[max(0, start - _LOOK_AROUND) : start])[-1]
        after = _SENTENCE_ENDS.split(text[end : end + _LOOK_AROUND])[0]
        ahead, behind = (_find_last(pattern, before) for pattern in (self._ahead, self._behind))
        if ahead >= 0:
            return AHEAD if ahead > behind else BEHIND
        opens = len(before) <= _OPENING
        clause = (after.lstrip(", ") if opens else after).partition(",")[0]
        # where a past must be seen, a date stands before its verb: заявил, что в пятницу состоится
        if (opens or self._past) and self._ahead.search(clause):
            return UNSURE
        if self._past and not (self._past.search(before) or self._past.search(after)):
            return UNTOLD
        return BEHIND
