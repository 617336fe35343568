"""A language's words for dates → the expressions that find dates in its prose, in order of precedence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.model.language_facts import DateWords
from build_tools.text.date_lists import (
    write_brief_decades,
    write_day_lists,
    write_month_lists,
    write_parted_ranges,
)
from build_tools.text.date_pieces import (
    DAY,
    SMALL,
    DatePattern,
    DatePieces,
    make_date_pieces,
    match_names,
    name_second,
    need_link,
    number_names,
)
from build_tools.text.language_files import match_any, spell
from build_tools.text.runs import YEAR, Need

_CLOCK = r"(?:(?:,?\s+(?:at\s+)?|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)(?:\s?(?P<half>[AP])\.?M\b\.?)?)?"
"""`at 7:07 PM`, or ISO's `T19:07`."""
_ISO_CLOCK = r"(?:(?:T|\s+)(?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"


def write_date_patterns(
    said: DateWords, small: Iterable[str], counts: Iterable[str]
) -> Iterator[DatePattern]:
    """In order of precedence: ranges before whole dates, those before parts, names before bare years."""
    piece = make_date_pieces(said, small)
    month = Need().with_one_of(number_names(said.months, 1))
    yield from _write_numeric(said)
    if said.months:
        yield from write_parted_ranges(said, piece, month)
        yield from _write_day_ranges(said, piece, replace(month, digit=True))
        yield from write_day_lists(said, piece, replace(month, digit=True))
        yield from _write_days(said, piece)
        yield from write_month_lists(said, piece, replace(month, year=True))
        yield from _write_months(said, piece, month)
    number = rf"(?P<number>\d{{1,3}}|{match_any(counts)})"
    ago = rf"(?<![\w-])(?P<date>{number}\s+(?P<relative>{match_any(said.ago)}))(?!\w)"
    yield ago, Need().with_one_of(said.ago)
    yield from _write_seasons(said, piece)
    yield from _write_weekdays(said, piece)
    yield from _write_years(said, piece)
    yield from write_brief_decades(said, piece)


def _write_numeric(said: DateWords) -> Iterator[DatePattern]:
    in_year = Need(year=True)
    yield (
        rf"(?<![\w-])(?P<date>(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d){_ISO_CLOCK})(?![\w-])",
        in_year.with_one_of((), "-"),
    )
    dotted = rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{YEAR})"
    yield rf"(?<![\w.])(?P<date>{dotted}{_CLOCK})(?!\w|\.\d)", in_year.with_one_of((), ".")
    slashes = rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year>{YEAR})"
    yield rf"(?<![\w/.])(?P<date>{slashes})(?![\w/])", in_year.with_one_of((), "/")
    if said.months and not said.month_first:
        brief = r"(?P<day>\d{1,2})\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>\d\d)"
        yield rf"(?<![\w.])(?P<date>{brief})(?!\w|\.\d)", Need(digit=True).with_one_of((), ".")


def _write_day_ranges(said: DateWords, piece: DatePieces, in_month: Need) -> Iterator[DatePattern]:
    """`5–7 May 2031`, `28 April to 3 May`, `May 5-7, 2031`, `March to May 2022`, `between 5 and 7 May`."""
    day, month, year = piece.day, piece.month, piece.year
    second_day, second_month, second_year = map(name_second, (day, month, year))
    tail = rf"(?:(?:,?\s+|{piece.of}){second_year})?"
    links = [("", piece.link, need_link(in_month, said))]
    links += [
        (
            rf"{spell(start)}\s+(?:the\s+)?",
            rf"\s+{match_any(joint.split())}\s+",
            in_month.with_one_of([start]),
        )
        for start, joint in said.between.items()
    ]
    for opening, link, need in links:
        start = rf"(?<![\w.,:/]){opening}"
        through = rf"{link}(?:the\s+)?"
        yield rf"{start}(?P<date>{day}{through}{second_day}{piece.of}{second_month}{tail})(?!\w)", need
        first = rf"{day}{piece.of}{month}(?:(?:,?\s+|{piece.of}){year})?"
        yield rf"{start}(?P<date>{first}{through}{second_day}{piece.of}{second_month}{tail})(?!\w)", need
        if said.month_first:
            first = rf"{month}\s{day}(?:,?\s+{year})?"
            second = rf"(?:{second_month}\s)?{second_day}(?!\w|[.,:]\d)(?:,?\s+{second_year})?"
            yield rf"{start}(?P<date>{first}{link}{second})(?!\w)", need
        between = rf"{month}(?:{piece.of}{year})?{through}{second_month}{piece.of}{second_year}"
        yield rf"{start}(?P<date>{between})(?!\w)", replace(need, year=True)


def _write_days(said: DateWords, piece: DatePieces) -> Iterator[DatePattern]:
    # the T of a time of day may be joined to the month
    months = number_names(said.months, 1)
    dated = Need(digit=True).with_one_of((*months, *(f"{month}t" for month in months)))
    day_month = rf"{piece.day}{piece.of}{piece.month}(?:(?:,?\s+|{piece.of}){piece.year})?{_CLOCK}"
    yield rf"(?<![\w.,])(?P<date>{day_month})(?!\w)", dated
    if said.month_first:
        month_day = rf"{piece.month}\s?{piece.day}(?!\w|[.,:]\d)"
        yield rf"(?<!\w)(?P<date>{month_day}(?:,?\s+(?:-\s+)?{piece.year})?{_CLOCK})(?!\w)", dated


def _write_months(said: DateWords, piece: DatePieces, month: Need) -> Iterator[DatePattern]:
    within = rf"(?:,?\s+|{piece.of}){piece.year}"
    dated = rf"(?<!\w)(?P<date>(?:{piece.part}[\s-]+)?{piece.month}{within})"
    yield dated, replace(month, year=True)
    # where months have no capital letter in prose, one that has is a name: Марта
    bare = (piece.month if said.capitals else f"(?={SMALL}){piece.month}") + r"(?![-–—]\w)"
    yield rf"(?<!\w)(?P<date>{piece.part}[\s-]+{bare})(?!\w|\s+\d)", month.with_one_of(said.parts)
    last = name_second(bare)
    after = month.with_one_of(said.before)
    yield rf"(?<!\w){piece.before}\s+(?P<date>{bare}{piece.link}{last})(?!\w|\s+\d)", need_link(after, said)
    coming = rf"(?:(?P<coming>{match_any(said.coming)})|{piece.sure})" if said.coming else piece.sure
    no_owner = r"(?!['’]s)" if said.names else ""
    opening = month.with_one_of((*said.before, *said.coming))
    yield rf"(?<!\w){coming}\s+(?P<date>{bare})(?!\w|\s+\d){no_owner}", opening
    no_name = rf"(?!{match_any(said.names)}(?!\w))"
    yield rf"(?<!\w){piece.before}\s+{no_name}(?P<date>{bare})(?!\w|\s+\d)", after
    relative = match_any(said.relative)
    yield rf"(?<!\w)(?P<date>(?P<relative>{relative}))(?!\w)", Need().with_one_of(said.relative)


def _write_seasons(said: DateWords, piece: DatePieces) -> Iterator[DatePattern]:
    every = {**said.seasons, **said.seasons_of_year}
    in_year = Need(year=True)
    season = rf"(?P<season>{match_any(every)})"
    two_years = rf"(?P<year>{YEAR})[-–/](?P<next_year>{YEAR}|\d\d)(?!\w)(?:\s+{piece.year_after})?"
    either = rf"(?:{two_years}|{name_other_year(piece.year)})"
    yield rf"(?<!\w)(?P<date>{season}{piece.of}{either})", in_year.with_one_of(every)
    opening = rf"{match_any(said.season_before)}\s+" if said.season_before else ""
    yield rf"(?<!\w){opening}(?P<date>{piece.season})(?!\w)", Need().with_one_of(said.seasons)
    quarter = rf"(?P<quarter>{match_any(said.quarters)})"
    yield rf"(?<!\w)(?P<date>{quarter}{piece.of}{piece.year})", in_year.with_one_of(said.quarters)


def name_other_year(piece: str) -> str:
    """The piece with its year in another group, for the other branch of an expression."""
    return piece.replace("(?P<year>", "(?P<one_year>")


def _write_weekdays(said: DateWords, piece: DatePieces) -> Iterator[DatePattern]:
    """A weekday beside its date (*Wednesday, 7 May*) is not told by itself."""
    weekdays = [name for names in said.weekdays for name in names]
    weekday = match_names(weekdays, capitals=said.capitals)
    turn = rf"(?:(?P<turn>{match_any(said.turns)})\s+)?"
    names = match_names((f for forms in said.months for f in forms), capitals=said.capitals)
    no_day = rf"(?!,?\s+(?:the\s+)?{DAY}{match_any(said.ordinals)}?{piece.of}{names}|,?\s+{names}\.?\s+\d)"
    no_digits = r"(?!,?\s+\d{1,4}[-./]\d{1,2}[-./])"
    yield (
        rf"(?<!\w)(?P<date>{turn}(?P<weekday>{weekday}))(?!\w){no_day}{no_digits}",
        Need().with_one_of(weekdays),
    )


def _write_years(said: DateWords, piece: DatePieces) -> Iterator[DatePattern]:
    """Decades, spans of years, years with *года*; a bare year after a preposition, if it counts nothing."""
    need = Need(year=True)
    decade = rf"(?P<decade>(?:1[89]|20|21)\d)0{match_any(said.decades)}(?!\w)(?:\s+{piece.year_after})?"
    many = rf"(?<![\w.,:/-])(?P<date>(?:{match_any(said.parts)}[\s-]+)?{decade})"
    yield many, need.with_one_of(said.decades)
    last = rf"(?P<last_year>{YEAR})(?!\w|[.,]\d)"
    free = r"(?<![\w.,:/$€£₽₴#-])"
    no_unit = r"(?!\s*[%$€£₽₴°])"
    then = rf"(?:\s+{piece.year_after}|{piece.no_count}{no_unit})"
    link = rf"(?:[-–—]|\s[–—]\s|\s+{match_any(said.to)}\s+)"
    yield rf"{free}(?P<date>(?P<year>{YEAR}){link}{last}{then})", need_link(need, said)
    for opening, joint in said.between.items():
        span = rf"(?P<year>{YEAR})\s+{match_any(joint.split())}\s+{last}"
        yield rf"(?<!\w){spell(opening)}\s+(?P<date>{span}{then})", need.with_one_of([opening])
    two_digits = r"(?P<last_year>(?:1[3-9]|[2-9]\d))(?![\w/-]|[.,]\d)"
    yield rf"{free}(?P<date>(?P<year>{YEAR})[-–/]{two_digits}{then})", need.with_one_of((), "-–/")
    yield rf"(?<![\w-])(?P<date>{piece.part}[\s-]+{piece.year})", need.with_one_of(said.parts)
    yield rf"{free}(?P<date>(?P<year>{YEAR})\s+{piece.year_after})", need.with_one_of(said.year_after)
    no_range = (
        rf"(?!\s*[-–—]\s*\d|\s+{match_any((*said.to, *' '.join(said.between.values()).split()))}\s+[$€£]?\d)"
    )
    after = need.with_one_of(said.before)
    yield rf"(?<!\w){piece.sure}\s+(?P<date>{piece.year}){no_unit}{no_range}", after
    yield rf"(?<!\w){piece.before}\s+(?P<date>{piece.year}){no_unit}{no_range}{piece.no_count}", after
