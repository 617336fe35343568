"""A language's words for dates → a reader of dates in its prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model.language_facts import DateWords
from build_tools.text.date_reader import DateReader
from build_tools.text.language_files import NO_WORD, match_any, spell
from build_tools.text.runs import Need, telling_runs

_YEAR = r"(?:19|20)\d\d"
"""Years that reports speak of; other numbers of four digits are amounts as often."""
_CLOCK = r"(?:(?:,?\s+(?:at\s+)?|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)(?:\s?(?P<half>[AP])\.?M\b\.?)?)?"
"""`at 7:07 PM`, or ISO's `T19:07`."""


def make_prose_reader(said: DateWords) -> DateReader:
    """Compile a language's words; numeric dates alone where there are none."""
    return DateReader(
        patterns=tuple((re.compile(p, re.IGNORECASE), need) for p, need in _write_patterns(said)),
        months=number_names(said.months, 1),
        weekdays=number_names(said.weekdays, 0),
        seasons=said.seasons,
        relative=said.relative,
    )


def number_names(names: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    """Each of the names of a thing → its place, counted from `first`."""
    return {name: number for number, forms in enumerate(names, first) for name in forms}


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Expressions that the patterns are made of."""

    month: str
    """A full name takes no full stop: it would be the sentence's."""
    year: str
    part: str
    before: str
    season: str
    day: str
    of: str


def _make_pieces(said: DateWords) -> _Pieces:
    full = _match_names((forms[0] for forms in said.months), capitals=said.capitals)
    short = _match_names((form for forms in said.months for form in forms[1:]), capitals=said.capitals)
    return _Pieces(
        month=rf"(?:(?P<month>{full})|(?P<short>{short})\.?)",
        year=rf"(?P<year>{_YEAR})(?!\w|[.,]\d)(?:\s+{match_any(said.year_after)})?",
        part=rf"(?P<part>{match_any(said.parts)})",
        before=match_any(said.before),
        season=rf"(?P<season>{match_any(said.seasons)})",
        day=rf"(?P<day>\d{{1,2}}){match_any(said.ordinals)}?",
        of=match_joint(said.of),
    )


def match_joint(words: Iterable[str]) -> str:
    """White space with or without one of the words (`of`) in it; one with an apostrophe joins the next."""
    words = tuple(words)
    joined = match_any(word for word in words if word.endswith(("'", "’")))
    spaced = match_any(word for word in words if not word.endswith(("'", "’")))
    return rf"(?:\s+(?:{spaced}\s+|{joined})?)"


def _write_patterns(said: DateWords) -> Iterator[tuple[str, Need]]:
    """In order of precedence: whole dates before their parts, names before bare years."""
    piece = _make_pieces(said)
    digits, months = Need(digit=True), telling_runs(number_names(said.months, 1))
    # the T of a time of day may be joined to the month
    day_of_month = Need(digit=True, words=None if months is None else months | {f"{m}t" for m in months})
    in_month = Need(digit=False, words=months)
    yield rf"(?<![\w-])(?P<date>(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d){_CLOCK})(?![\w-])", digits
    # where points part a date and the year is last, the day is first
    dotted = rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})"
    yield rf"(?<![\w.])(?P<date>{dotted}{_CLOCK})(?!\w|\.\d)", digits
    day_month = rf"{piece.day}{piece.of}{piece.month}(?:(?:,?\s+|{piece.of}){piece.year})?{_CLOCK}"
    # after a point or comma the digits end an amount: 1,500
    yield rf"(?<![\w.,])(?P<date>{day_month})(?!\w)", day_of_month
    if said.month_first:
        month_day = rf"{piece.month}\s?{piece.day}(?!\w|[.,:]\d)"
        yield rf"(?<!\w)(?P<date>{month_day}(?:,?\s+(?:-\s+)?{piece.year})?{_CLOCK})(?!\w)", day_of_month
    within = rf"(?:,?\s+|{piece.of}){piece.year}"
    yield rf"(?<!\w)(?P<date>(?:{piece.part}[\s-]+)?{piece.month}{within})", Need(digit=True, words=months)
    yield rf"(?<!\w)(?P<date>{piece.part}[\s-]+{piece.month})(?!\w|\s+\d)", in_month
    # a month alone needs its preposition: `March` and `May` begin sentences as other words
    yield rf"(?<!\w){piece.before}\s+(?P<date>{piece.month})(?!\w|\s+\d)", in_month
    relative = match_any(said.relative)
    yield rf"(?<!\w)(?P<date>(?P<relative>{relative}))(?!\w)", _need_words(said.relative)
    in_year = Need(digit=True, words=telling_runs(said.seasons))
    yield rf"(?<!\w)(?P<date>{piece.season}{piece.of}{piece.year})", in_year
    opening = rf"{match_any(said.season_before)}\s+" if said.season_before else ""
    yield rf"(?<!\w){opening}(?P<date>{piece.season})(?!\w)", _need_words(said.seasons)
    weekdays = [name for names in said.weekdays for name in names]
    weekday = _match_names(weekdays, capitals=said.capitals)
    yield rf"(?<!\w)(?P<date>(?P<weekday>{weekday}))(?!\w)", _need_words(weekdays)
    yield rf"(?<![\w-])(?P<date>{piece.part}[\s-]+{piece.year})", digits
    yield rf"(?<![\w.,:/-])(?P<date>(?P<year>{_YEAR})\s+{match_any(said.year_after)})", digits
    # of all numbers the least surely a year: after a preposition, and no share
    yield rf"(?<!\w){piece.before}\s+(?P<date>{piece.year})(?!\s*%)", digits


def _need_words(words: Iterable[str]) -> Need:
    return Need(digit=False, words=telling_runs(words))


def _match_names(names: Iterable[str], *, capitals: bool) -> str:
    """A pattern of names; with `capitals`, as `May` and `MAY` alone."""
    if not capitals:
        return match_any(names)
    ordered = sorted(names, key=lambda name: (-len(name), name))
    spelt = [spell(form) for name in ordered for form in (name.title(), name.upper())]
    # `may` and `march` are words of English: the rest of the pattern may be in any case, these not
    return f"(?-i:{'|'.join(spelt)})" if spelt else NO_WORD
