"""A language's words for dates → the expressions that find dates in its prose, in order of precedence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    YEAR,
    DatePattern,
    DatePieces,
    make_date_pieces,
    match_names,
    name_second,
    number_names,
)
from build_tools.text.language_files import match_any, spell
from build_tools.text.runs import Need, telling_runs

_CLOCK = r"(?:(?:,?\s+(?:at\s+)?|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)(?:\s?(?P<half>[AP])\.?M\b\.?)?)?"
"""`at 7:07 PM`, or ISO's `T19:07`."""
_ISO_CLOCK = r"(?:(?:T|\s+)(?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"


def write_date_patterns(
    said: DateWords, small: Iterable[str], counts: Iterable[str]
) -> Iterator[DatePattern]:
    """In order of precedence: ranges before whole dates, those before parts, names before bare years."""
    piece = make_date_pieces(said, small)
    months = telling_runs(number_names(said.months, 1))
    # the T of a time of day may be joined to the month
    dated = Need(digit=True, words=None if months is None else months | {f"{m}t" for m in months})
    yield from _write_numeric(said)
    if said.months:
        yield from write_parted_ranges(piece, months)
        yield from ((pattern, dated) for pattern in _write_day_ranges(said, piece))
        yield from ((pattern, dated) for pattern in write_day_lists(said, piece))
        yield from ((pattern, dated) for pattern in _write_days(said, piece))
        yield from write_month_lists(said, piece, months)
        yield from _write_months(said, piece, months)
    number = rf"(?P<number>\d{{1,3}}|{match_any(counts)})"
    yield rf"(?<![\w-])(?P<date>{number}\s+(?P<relative>{match_any(said.ago)}))(?!\w)", _need_words(said.ago)
    yield from _write_seasons(said, piece)
    yield from _write_weekdays(said, piece)
    yield from ((pattern, Need(digit=True)) for pattern in _write_years(said, piece))
    yield from ((pattern, Need(digit=True)) for pattern in write_brief_decades(said, piece))


def _write_numeric(said: DateWords) -> Iterator[DatePattern]:
    digits = Need(digit=True)
    yield (
        rf"(?<![\w-])(?P<date>(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d){_ISO_CLOCK})(?![\w-])",
        digits,
    )
    dotted = rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{YEAR})"
    yield rf"(?<![\w.])(?P<date>{dotted}{_CLOCK})(?!\w|\.\d)", digits
    slashes = rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year>{YEAR})"
    yield rf"(?<![\w/.])(?P<date>{slashes})(?![\w/])", digits
    if said.months and not said.month_first:
        brief = r"(?P<day>\d{1,2})\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>\d\d)"
        yield rf"(?<![\w.])(?P<date>{brief})(?!\w|\.\d)", digits


def _write_day_ranges(said: DateWords, piece: DatePieces) -> Iterator[str]:
    """`5–7 May 2031`, `28 April to 3 May`, `May 5-7, 2031`, `March to May 2022`, `between 5 and 7 May`."""
    day, month, year = piece.day, piece.month, piece.year
    second_day, second_month, second_year = map(name_second, (day, month, year))
    tail = rf"(?:(?:,?\s+|{piece.of}){second_year})?"
    links = [("", piece.link)]
    links += [
        (rf"{spell(start)}\s+(?:the\s+)?", rf"\s+{match_any(joint.split())}\s+")
        for start, joint in said.between.items()
    ]
    for opening, link in links:
        start = rf"(?<![\w.,:/]){opening}"
        through = rf"{link}(?:the\s+)?"
        yield rf"{start}(?P<date>{day}{through}{second_day}{piece.of}{second_month}{tail})(?!\w)"
        first = rf"{day}{piece.of}{month}(?:(?:,?\s+|{piece.of}){year})?"
        yield rf"{start}(?P<date>{first}{through}{second_day}{piece.of}{second_month}{tail})(?!\w)"
        if said.month_first:
            first = rf"{month}\s{day}(?:,?\s+{year})?"
            second = rf"(?:{second_month}\s)?{second_day}(?!\w|[.,:]\d)(?:,?\s+{second_year})?"
            yield rf"{start}(?P<date>{first}{link}{second})(?!\w)"
        between = rf"{month}(?:{piece.of}{year})?{through}{second_month}{piece.of}{second_year}"
        yield rf"{start}(?P<date>{between})(?!\w)"


def _write_days(said: DateWords, piece: DatePieces) -> Iterator[str]:
    day_month = rf"{piece.day}{piece.of}{piece.month}(?:(?:,?\s+|{piece.of}){piece.year})?{_CLOCK}"
    yield rf"(?<![\w.,])(?P<date>{day_month})(?!\w)"
    if said.month_first:
        month_day = rf"{piece.month}\s?{piece.day}(?!\w|[.,:]\d)"
        yield rf"(?<!\w)(?P<date>{month_day}(?:,?\s+(?:-\s+)?{piece.year})?{_CLOCK})(?!\w)"


def _write_months(said: DateWords, piece: DatePieces, months: frozenset[str] | None) -> Iterator[DatePattern]:
    in_month, in_year = Need(digit=False, words=months), Need(digit=True, words=months)
    within = rf"(?:,?\s+|{piece.of}){piece.year}"
    yield rf"(?<!\w)(?P<date>(?:{piece.part}[\s-]+)?{piece.month}{within})", in_year
    # where months have no capital letter in prose, one that has is a name: Марта
    bare = (piece.month if said.capitals else f"(?={SMALL}){piece.month}") + r"(?![-–—]\w)"
    yield rf"(?<!\w)(?P<date>{piece.part}[\s-]+{bare})(?!\w|\s+\d)", in_month
    last = name_second(bare)
    yield rf"(?<!\w){piece.before}\s+(?P<date>{bare}{piece.link}{last})(?!\w|\s+\d)", in_month
    coming = rf"(?:(?P<coming>{match_any(said.coming)})|{piece.sure})" if said.coming else piece.sure
    no_owner = r"(?!['’]s)" if said.names else ""
    yield rf"(?<!\w){coming}\s+(?P<date>{bare})(?!\w|\s+\d){no_owner}", in_month
    no_name = rf"(?!{match_any(said.names)}(?!\w))"
    yield rf"(?<!\w){piece.before}\s+{no_name}(?P<date>{bare})(?!\w|\s+\d)", in_month
    relative = match_any(said.relative)
    yield rf"(?<!\w)(?P<date>(?P<relative>{relative}))(?!\w)", _need_words(said.relative)


def _write_seasons(said: DateWords, piece: DatePieces) -> Iterator[DatePattern]:
    every = {**said.seasons, **said.seasons_of_year}
    in_year = Need(digit=True, words=telling_runs(every))
    season = rf"(?P<season>{match_any(every)})"
    two_years = rf"(?P<year>{YEAR})[-–/](?P<next_year>{YEAR}|\d\d)(?!\w)(?:\s+{piece.year_after})?"
    yield rf"(?<!\w)(?P<date>{season}{piece.of}(?:{two_years}|{name_other_year(piece.year)}))", in_year
    opening = rf"{match_any(said.season_before)}\s+" if said.season_before else ""
    yield rf"(?<!\w){opening}(?P<date>{piece.season})(?!\w)", _need_words(said.seasons)
    quarter = rf"(?P<quarter>{match_any(said.quarters)})"
    yield (
        rf"(?<!\w)(?P<date>{quarter}{piece.of}{piece.year})",
        Need(digit=True, words=telling_runs(said.quarters)),
    )


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
    yield rf"(?<!\w)(?P<date>{turn}(?P<weekday>{weekday}))(?!\w){no_day}{no_digits}", _need_words(weekdays)


def _write_years(said: DateWords, piece: DatePieces) -> Iterator[str]:
    """Decades, spans of years, years with *года*; a bare year after a preposition, if it counts nothing."""
    decade = rf"(?P<decade>(?:1[89]|20|21)\d)0{match_any(said.decades)}(?!\w)(?:\s+{piece.year_after})?"
    yield rf"(?<![\w.,:/-])(?P<date>(?:{match_any(said.parts)}[\s-]+)?{decade})"
    last = rf"(?P<last_year>{YEAR})(?!\w|[.,]\d)"
    free = r"(?<![\w.,:/$€£₽₴#-])"
    no_unit = r"(?!\s*[%$€£₽₴°])"
    then = rf"(?:\s+{piece.year_after}|{piece.no_count}{no_unit})"
    yield rf"{free}(?P<date>(?P<year>{YEAR})(?:[-–—]|\s[–—]\s|\s+{match_any(said.to)}\s+){last}{then})"
    for opening, joint in said.between.items():
        span = rf"(?P<year>{YEAR})\s+{match_any(joint.split())}\s+{last}"
        yield rf"(?<!\w){spell(opening)}\s+(?P<date>{span}{then})"
    yield rf"{free}(?P<date>(?P<year>{YEAR})[-–/](?P<last_year>(?:1[3-9]|[2-9]\d))(?![\w/-]|[.,]\d){then})"
    yield rf"(?<![\w-])(?P<date>{piece.part}[\s-]+{piece.year})"
    yield rf"{free}(?P<date>(?P<year>{YEAR})\s+{piece.year_after})"
    no_range = (
        rf"(?!\s*[-–—]\s*\d|\s+{match_any((*said.to, *' '.join(said.between.values()).split()))}\s+[$€£]?\d)"
    )
    yield rf"(?<!\w){piece.sure}\s+(?P<date>{piece.year}){no_unit}{no_range}"
    yield rf"(?<!\w){piece.before}\s+(?P<date>{piece.year}){no_unit}{no_range}{piece.no_count}"


def _need_words(words: Iterable[str]) -> Need:
    return Need(digit=False, words=telling_runs(words))
