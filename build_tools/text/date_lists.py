"""A language's words for dates → expressions for what dates share: the month or year of a list, a century."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.language_facts import DateWords
from build_tools.text.date_pieces import DatePattern, DatePieces, name_second
from build_tools.text.language_files import match_any
from build_tools.text.runs import Need

_MOST = 6
"""Entries of a list that share what its last one says."""


def write_day_lists(said: DateWords, piece: DatePieces) -> Iterator[str]:
    """Of `5, 6 and 7 May 2021` the first ones; of `May 5 and 7, 2021` the first."""
    if not said.listing:
        return
    joint = _match_joint(said)
    end = rf"{piece.of}{piece.month}(?:(?:,?\s+|{piece.of}){piece.year})?(?!\w)"
    others = rf"(?:{joint}{_drop_groups(piece.day)}){{1,{_MOST}}}"
    yield rf"(?<![\w.,:/-])(?P<date>{piece.day})(?={others}{end})"
    if said.month_first:
        others = rf"(?:{joint}{_drop_groups(piece.day)}(?!\w)){{1,{_MOST}}}"
        yield rf"(?<!\w)(?P<date>{piece.month}\s{piece.day})(?={others},?\s+{piece.year})"


def write_month_lists(
    said: DateWords, piece: DatePieces, months: frozenset[str] | None
) -> Iterator[DatePattern]:
    """Of `March, April and May 2021` the first ones."""
    if said.listing:
        within = rf"(?:,?\s+|{piece.of}){piece.year}"
        part = rf"(?:{_drop_groups(piece.part)}[\s-]+)?"
        others = rf"(?:{_match_joint(said)}{part}{_drop_groups(piece.month)}){{1,{_MOST}}}"
        pattern = rf"(?<!\w)(?P<date>(?:{piece.part}[\s-]+)?{piece.month})(?={others}{within})"
        yield pattern, Need(digit=True, words=months)


def write_parted_ranges(piece: DatePieces, months: frozenset[str] | None) -> Iterator[DatePattern]:
    """`late May to early June`, with or without the year; `early May to June 2021`."""
    part, month, year = rf"{piece.part}[\s-]+", piece.month, piece.year
    within = rf"(?:(?:,?\s+|{piece.of}){year})?"
    end = rf"{name_second(month)}(?:(?:,?\s+|{piece.of}){name_second(year)})?(?!\w|\s+\d)"
    need = Need(digit=False, words=months)
    yield rf"(?<!\w)(?P<date>{part}{month}{within}{piece.link}(?:{name_second(part)})?{end})", need
    yield rf"(?<!\w)(?P<date>{month}{within}{piece.link}{name_second(part)}{end})", need


def write_brief_decades(said: DateWords, piece: DatePieces) -> Iterator[str]:
    """`the 90s`, `the late ’90s`, Russian `90-е годы`: the century is the last that had such a decade."""
    part = rf"(?:{piece.part}[\s-]+)?"
    digits = rf"(?P<brief>[0-9])0{match_any(said.decades)}(?!\w)"
    years = rf"\s+{piece.year_after}"
    yield rf"(?<![\w.,:/-])(?P<date>{part}['’‘]{digits}(?:{years})?)"
    yield rf"(?<![\w.,:/-])(?P<date>{part}{digits}{years})"
    if not said.decade_before:
        return
    # what a look behind asks for has one length
    never = "".join(rf"(?<!\b{word}\s)" for word in said.decade_never)
    opening = match_any(said.decade_before)
    yield rf"(?<!\w){never}{opening}\s+(?P<date>{part}{digits}){piece.no_count}(?!\s*[%°])"


def _match_joint(said: DateWords) -> str:
    return rf"(?:,\s+|,?\s+{match_any(said.listing)}\s+)"


def _drop_groups(piece: str) -> str:
    """The piece without names for its groups: it is looked at, and another one is taken."""
    for group in ("day", "month", "short", "year", "part"):
        piece = piece.replace(f"(?P<{group}>", "(?:")
    return piece
