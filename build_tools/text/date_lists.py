"""A language's words for dates → expressions for what dates share: the month or year of a list, a century."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.model.language_facts import DateWords
from build_tools.text.date_pieces import DatePattern, DatePieces, name_second, need_link
from build_tools.text.language_files import match_any
from build_tools.text.runs import Need

_MOST = 6
"""Entries of a list that share what its last one says."""


def write_day_lists(said: DateWords, piece: DatePieces, in_month: Need) -> Iterator[DatePattern]:
    """Of `5, 6 and 7 May 2021` the first ones; of `May 5 and 7, 2021` the first."""
    if not said.listing:
        return
    joint, need = _match_joint(said), in_month.with_one_of(said.listing, ",")
    end = rf"{piece.of}{piece.month}(?:(?:,?\s+|{piece.of}){piece.year})?(?!\w)"
    others = rf"(?:{joint}{_drop_groups(piece.day)}){{1,{_MOST}}}"
    yield rf"(?<![\w.,:/-])(?P<date>{piece.day})(?={others}{end})", need
    if said.month_first:
        others = rf"(?:{joint}{_drop_groups(piece.day)}(?!\w)){{1,{_MOST}}}"
        yield (
            rf"(?<!\w)(?P<date>{piece.month}\s{piece.day})(?={others},?\s+{piece.year})",
            replace(need, year=True),
        )


def write_month_lists(said: DateWords, piece: DatePieces, in_year: Need) -> Iterator[DatePattern]:
    """Of `March, April and May 2021` the first ones."""
    if said.listing:
        within = rf"(?:,?\s+|{piece.of}){piece.year}"
        part = rf"(?:{_drop_groups(piece.part)}[\s-]+)?"
        others = rf"(?:{_match_joint(said)}{part}{_drop_groups(piece.month)}){{1,{_MOST}}}"
        pattern = rf"(?<!\w)(?P<date>(?:{piece.part}[\s-]+)?{piece.month})(?={others}{within})"
        yield pattern, in_year.with_one_of(said.listing, ",")


def write_parted_ranges(said: DateWords, piece: DatePieces, month: Need) -> Iterator[DatePattern]:
    """`late May to early June`, with or without the year; `early May to June 2021`."""
    part, name, year = rf"{piece.part}[\s-]+", piece.month, piece.year
    within = rf"(?:(?:,?\s+|{piece.of}){year})?"
    end = rf"{name_second(name)}(?:(?:,?\s+|{piece.of}){name_second(year)})?(?!\w|\s+\d)"
    need = need_link(month.with_one_of(said.parts), said)
    yield rf"(?<!\w)(?P<date>{part}{name}{within}{piece.link}(?:{name_second(part)})?{end})", need
    yield rf"(?<!\w)(?P<date>{name}{within}{piece.link}{name_second(part)}{end})", need


def write_brief_decades(said: DateWords, piece: DatePieces) -> Iterator[DatePattern]:
    """`the 90s`, `the late ’90s`, Russian `90-е годы`: the century is the last that had such a decade."""
    need = Need(digit=True).with_one_of(said.decades)
    part = rf"(?:{piece.part}[\s-]+)?"
    digits = rf"(?P<brief>[0-9])0{match_any(said.decades)}(?!\w)"
    years = rf"\s+{piece.year_after}"
    yield rf"(?<![\w.,:/-])(?P<date>{part}['’‘]{digits}(?:{years})?)", need.with_one_of((), "'’‘")
    yield rf"(?<![\w.,:/-])(?P<date>{part}{digits}{years})", need.with_one_of(said.year_after)
    if not said.decade_before:
        return
    # what a look behind asks for has one length
    never = "".join(rf"(?<!\b{word}\s)" for word in said.decade_never)
    opening = match_any(said.decade_before)
    decade = rf"(?<!\w){never}{opening}\s+(?P<date>{part}{digits}){piece.no_count}(?!\s*[%°])"
    yield decade, need.with_one_of(said.decade_before)


def _match_joint(said: DateWords) -> str:
    return rf"(?:,\s+|,?\s+{match_any(said.listing)}\s+)"


def _drop_groups(piece: str) -> str:
    """The piece without names for its groups: it is looked at, and another one is taken."""
    for group in ("day", "month", "short", "year", "part"):
        piece = piece.replace(f"(?P<{group}>", "(?:")
    return piece
