"""Text + patterns → the dates in it (temporal expressions) as EDTF: one reader for prose and for datelines.

What is told against the day of publication (*in July*, *last week*) is an inference and carries EDTF's `?`.
Where day and month cannot be told apart (`03/04/2024`), nothing is guessed. Dates of tags and of mails have
fixed forms: `description/tag_dates.py`, `capture/mail_dates.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.model.edtf import Edtf
from build_tools.text.fold import fold
from build_tools.text.relative_dates import (
    BEHIND,
    UNPUBLISHED,
    Parts,
    PublicationDay,
    find_nearest_year,
    tell_ago,
    tell_brief_decade,
    tell_clock,
    tell_quarter,
    tell_relative,
    tell_season,
    tell_slashes,
    tell_weekday,
    tell_years,
)
from build_tools.text.runs import Need, Runs, find_runs
from build_tools.text.spans import Mask


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date in a text."""

    start: int
    end: int
    value: str
    """EDTF; empty where it cannot be told."""


class Tense:
    """Whether what stands around a date lies behind or ahead; a report is taken to speak of what was."""

    def find_side(self, text: str, start: int, end: int) -> str:
        """BEHIND, AHEAD, UNTOLD or UNSURE."""
        del text, start, end
        return BEHIND


@dataclass(frozen=True)
class DateReader:
    """A way of writing dates, compiled."""

    patterns: tuple[tuple[re.Pattern[str], Need], ...]
    """In order of precedence: what one has taken is not read by the next."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    relative: Mapping[str, str] = field(default_factory=dict)
    turns: Mapping[str, int] = field(default_factory=dict)
    """`last`, `next` before a weekday → -1, 1."""
    quarters: Mapping[str, int] = field(default_factory=dict)
    ago: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    """Number words, for *two days ago*."""
    tense: Tense = field(default_factory=Tense)

    def find_dates(self, text: str, published: PublicationDay) -> tuple[DateInText, ...]:
        """Every date in reading order. The group `date` of a pattern is what it takes."""
        dates: list[DateInText] = []
        taken = Mask(len(text))
        for matches in self.match(text):
            for match in matches:
                start, end = match.span("date")
                if not taken.meets(start, end):
                    taken.add(start, end)
                    parts = match.groupdict()
                    # where the year is written, or the day is told against another, the sentence around it
                    # tells nothing more
                    sure = _has_year(parts) or parts.get("relative")
                    side = BEHIND if sure else self.tense.find_side(text, start, end)
                    dates.append(DateInText(start, end, self.tell(parts, published, side)))
        return tuple(sorted(dates, key=lambda d: d.start))

    @cached_property
    def _spoken(self) -> frozenset[str] | None:
        """Of these a text without a digit must have one; None where a pattern needs neither."""
        spoken = [need.parts for _, need in self.patterns if not (need.digit or need.year)]
        return frozenset().union(*(parts[0] for parts in spoken)) if all(spoken) else None

    def match(self, text: str) -> Iterator[Iterable[re.Match[str]]]:
        """What each pattern finds in the text, in order of precedence."""
        runs = find_runs(text)
        # most passages have no date, and of those no pattern need be asked
        if runs and not runs.digit and self._spoken is not None and self._spoken.isdisjoint(runs.parts):
            return
        for at in self._list_asked(runs) if runs else range(len(self.patterns)):
            pattern, need = self.patterns[at]
            if need.may_be_met(runs):
                yield pattern.finditer(text)

    def _list_asked(self, runs: Runs) -> list[int]:
        """Places of the patterns of which a text has one of the words or signs that they need, in order."""
        always, by_part = self._needed
        found = {at for part in runs.parts & by_part.keys() for at in by_part[part]}
        return sorted(found.union(always))

    @cached_property
    def _needed(self) -> tuple[tuple[int, ...], Mapping[str, Sequence[int]]]:
        """Places of the patterns that need no word or sign, and of the others by the first that they need."""
        by_part: dict[str, list[int]] = {}
        for at, (_, need) in enumerate(self.patterns):
            for part in need.parts[0] if need.parts else ():
                by_part.setdefault(part, []).append(at)
        return tuple(at for at, (_, need) in enumerate(self.patterns) if not need.parts), by_part

    def tell(self, parts: Parts, published: PublicationDay = UNPUBLISHED, side: str = BEHIND) -> str:
        """The date as EDTF; nothing for one that cannot be told, or that there is not."""
        if one_year := parts.get("one_year"):
            parts = {**parts, "year": one_year}
        is_range = parts.get("last_year") or parts.get("last_day") or self._number_month(parts, "last_")
        try:
            text = (self._tell_range if is_range else self._tell)(parts, published, side)
            return str(Edtf.parse(text)) if text else ""
        except (ValueError, OverflowError):  # no such day, or one before the year 1 or after 9999
            return ""

    def _tell(self, parts: Parts, published: PublicationDay, side: str) -> str:
        if relative := parts.get("relative"):
            return self._tell_relative(relative, parts.get("number"), published)
        if weekday := parts.get("weekday"):
            turn = self.turns[_make_key(parts["turn"] or "")] if parts.get("turn") else None
            return tell_weekday(self.weekdays[_make_key(weekday)], turn, published, side)
        if season := parts.get("season"):
            return tell_season(self.seasons[_make_key(season)], parts, published, side)
        if first := parts.get("first"):
            return tell_slashes(int(first), int(parts.get("second") or 0), parts.get("year") or "")
        if quarter := parts.get("quarter"):
            return tell_quarter(self.quarters[_make_key(quarter)], parts.get("year") or "")
        return _tell_decade(parts, published) or self._tell_named(parts, published, side)

    def _tell_relative(self, relative: str, number: str | None, published: PublicationDay) -> str:
        """*Last week*, or a number and *days ago*."""
        if number is None:
            return tell_relative(self.relative[_make_key(relative)], published)
        days = int(number) if number.isdigit() else self.counts[_make_key(number)]
        return tell_ago(days, self.ago[_make_key(relative)], published)

    def _tell_range(self, parts: Parts, published: PublicationDay, side: str) -> str:
        """From one day, month or year to another; what the first leaves out is the second's."""
        last_month = self._number_month(parts, "last_") or self._number_month(parts)
        if not last_month:
            return tell_years(parts.get("year") or "", parts.get("last_year") or "")
        month = self._number_month(parts) or last_month
        written = parts.get("last_year") or parts.get("year")
        last_year = written or str(find_nearest_year(last_month, published, side) or "")
        if not last_year:
            return ""
        year = parts.get("year") or str(int(last_year) - (month > last_month))
        doubt = "" if written else "?"
        first = _write_day(year, month, "XX" if parts.get("part") else parts.get("day"))
        last = _write_day(last_year, last_month, "XX" if parts.get("last_part") else parts.get("last_day"))
        return f"{first}{doubt}/{last}{doubt}"

    def _tell_named(self, parts: Parts, published: PublicationDay, side: str) -> str:
        year = parts.get("year") or ""
        if len(year) == 2:  # noqa: PLR2004 - two digits of a year
            year = f"20{year}"
        if not (month := self._number_month(parts)):
            return f"{year}-XX" if parts.get("part") else year
        day = "XX" if parts.get("part") else parts.get("day")
        text = f"{month:02d}" + (f"-{day.zfill(2)}" if day else "")
        if year:
            return f"{year}-{text}{tell_clock(parts, 'T')}"
        nearest = None if parts.get("coming") else find_nearest_year(month, published, side)
        return f"{nearest}-{text}?" if nearest else ""

    def _number_month(self, parts: Parts, which: str = "") -> int:
        name = parts.get(f"{which}month") or parts.get(f"{which}short")
        return self.months.get(_make_key(name), 0) or int(name) if name else 0


def _has_year(parts: Parts) -> bool:
    return bool(parts.get("year") or parts.get("one_year")) and not parts.get("weekday")


def _tell_decade(parts: Parts, published: PublicationDay) -> str:
    """*1990s*, *’90s*; nothing where it is neither, or of two digits cannot be told."""
    if brief := parts.get("brief"):
        return tell_brief_decade(int(brief), published)
    return f"{parts['decade']}X" if parts.get("decade") else ""


def _write_day(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}" + (f"-{day.zfill(2)}" if day else "")


def _make_key(words: str) -> str:
    """How words stand in a table: in lower case, with single spaces and plain apostrophes."""
    return fold(" ".join(words.lower().split()))
