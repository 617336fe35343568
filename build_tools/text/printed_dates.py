"""A printed dateline → EDTF, because a record needs a date that a program can sort.

Read are numeric dates and months by name in every language that has a file, with a time of day if there is
one. Where day and month cannot be told apart (`03/04/2024`), the date is left to the editor.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from build_tools.text.date_pieces import number_names
from build_tools.text.date_reader import DateReader
from build_tools.text.language_files import (
    gather_words,
    load_all_languages,
    match_any,
    remember_for_languages,
)
from build_tools.text.relative_dates import tell_clock
from build_tools.text.runs import Need

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_GAP = r"[ \xa0-]{1,3}"
"""Datelines part day, month and year with hyphens as well."""
_TIGHT = r"[ \xa0]{0,2}"
"""Or with nothing: `Oct.02 - 2024`."""
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?::|\.|h)(?P<minute>\d\d)(?::\d\d)?(?!\d)\s*(?P<half>[ap]\.?m\b)?",
    re.IGNORECASE,
)
"""`19:07`, `7.07 p.m.`, `18h40`."""
_DIGIT = re.compile(r"\d")
# two letters or more: single ones are initials, or stand in times (18h40)
_OTHER = re.compile(r"[^\W\d_]{2,}")
_STRAY = 3
"""Words that are neither date nor label, which a dateline may hold: a place, an outlet, a section."""
_LONGEST = 400
"""Characters in which a date is looked for."""
_BESIDE = 40
"""Characters from a date in which its time of day stands."""
_LABELLED = 60
"""Characters of a line that is a label and a time alone."""


def find_printed_date(text: str) -> str | None:
    """Return the first date of the text as EDTF, with the time of day beside it (`2024-10-02T11:36`).

    None if there is no date, an impossible one, or one whose day and month cannot be told apart.
    """
    for match in sorted(_match_dates(text), key=lambda clock: clock.start()):
        if day := _load_reader().tell(match.groupdict()):
            # with a bar, or digits before and after the date would make a time together
            beside = text[: match.start()][-_BESIDE:] + " | " + text[match.end() :][:_BESIDE]
            clock = _TIME.search(beside)
            return day + (tell_clock(clock.groupdict(), "T") if clock else "")
    return None


def is_dateline(text: str) -> bool:
    """Whether the text is a date with little else."""
    # every date and every time has one, and most lines have none
    if not _DIGIT.search(text):
        return False
    # so the last line of an embedded post begins, and it ends with a date
    if text.startswith(("—", "–", "@")) or "(@" in text:
        return False
    dates = _match_dates(text)
    if not dates:
        return _is_labelled_time(text)
    rest = text
    # from the last, so that the places of the others stay
    for match in reversed(dates):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    words = {word.casefold() for word in _OTHER.findall(rest)}
    return len(words - _load_labels() - _load_reader().months.keys()) <= _STRAY


def _is_labelled_time(text: str) -> bool:
    """Whether the text is a label and a time of day, as in “Updated at 1:23 p.m.”."""
    if len(text) > _LABELLED or not _TIME.search(text):
        return False
    words = [word.casefold() for word in _OTHER.findall(text)]
    return bool(words) and _load_labels().issuperset(words)


def _match_dates(text: str) -> list[re.Match[str]]:
    """Where the first pattern that finds anything finds dates."""
    return next((dates for matches in _load_reader().match(text[:_LONGEST]) if (dates := list(matches))), [])


@remember_for_languages
def _load_labels() -> frozenset[str]:
    """Words beside dates, in any language: a dateline says them and is none the longer."""
    return gather_words(
        lambda facts: (*facts.dates.labels, *(name for names in facts.dates.weekdays for name in names))
    )


@remember_for_languages
def _load_reader() -> DateReader:
    """One for all languages: a page's dateline may be in another than its text."""
    return DateReader(
        patterns=tuple((re.compile(p, re.IGNORECASE), Need(digit=True)) for p in _write_patterns()),
        months=_gather_months(),
    )


def _gather_months() -> dict[str, int]:
    """Names of months in all languages, without those that are two months in two of them."""
    named = {
        pair
        for facts in load_all_languages().values()
        for pair in number_names(facts.dates.months, 1).items()
    }
    times = Counter(name for name, _ in named)
    return {name: number for name, number in sorted(named) if times[name] == 1}


def _write_patterns() -> Iterator[str]:
    """In order of precedence; in the last, day and month are told by their size."""
    month = rf"(?P<month>{match_any(_gather_months())})(?![^\W\d_])\.?"
    day = rf"(?<!\d)(?P<day>\d{{1,2}}){match_any(gather_words(lambda facts: facts.dates.ordinals))}?"
    joints = gather_words(lambda facts: facts.dates.of)
    of = match_any(word if word.endswith(("'", "’")) else f"{word} " for word in joints)
    yield rf"(?<!\d){_YEAR}[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?!\d)"
    yield rf"{day}\.?{_GAP}{of}?{month},?{_GAP}{of}?{_YEAR}"
    yield rf"(?<![^\W\d_]){month}{_TIGHT}{day},?{_TIGHT}[-–]?{_TIGHT}{_YEAR}"
    yield rf"(?<!\d)(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}"
    yield r"(?<!\d)(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>(?:19|20)?\d\d)(?!\d)"
