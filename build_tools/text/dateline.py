"""A printed dateline → EDTF, because a record needs a date that a program can sort.

Read are numeric dates and months by name in several languages, with a time of day if there is one. Where
day and month cannot be told apart (`03/04/2024`), the date is left to the editor: nothing is guessed.
"""

# ruff: noqa: PLR2004, SIM905 - thresholds are counts of words; tables of words read as words

from __future__ import annotations

import re
from datetime import date

_NAMES = (
    "january jan января січня januar jänner janvier enero gennaio janeiro ene",
    "february feb февраля лютого februar février fevrier febrero febbraio fevereiro fév",
    "march mar марта березня märz maerz mars marzo março",
    "april apr апреля квітня avril abril aprile avr",
    "may мая травня mai mayo maggio maio",
    "june jun июня червня juni juin junio giugno junho",
    "july jul июля липня juli juillet julio luglio julho",
    "august aug августа серпня août aout agosto ago",
    "september sept sep сентября вересня septembre septiembre settembre setembro",
    "october oct октября жовтня oktober octobre octubre ottobre outubro okt",
    "november nov ноября листопада novembre noviembre novembro",
    "december dec декабря грудня dezember décembre diciembre dicembre dezembro dez déc",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|-?го)?"
_DE = r"(?:de |del |d['’])?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?!\d)",
        rf"{_DAY}\.?[ \xa0-]{{1,3}}{_DE}{_MONTH},?[ \xa0-]{{1,3}}{_DE}{_YEAR}",
        rf"(?<![^\W\d_]){_MONTH}[ \xa0]{{0,2}}{_DAY},?[ \xa0]{{0,2}}[-–]?[ \xa0]{{0,2}}{_YEAR}",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<!\d)(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>(?:19|20)?\d\d)(?!\d)",
    )
)
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?::|\.|h)(?P<minute>\d\d)(?::\d\d)?(?!\d)\s*(?P<half>[ap]\.?m\b)?",
    re.IGNORECASE,
)
_OTHER = re.compile(r"[^\W\d_]{2,}")
_SAID = frozenset(
    (
        "published updated posted last first on at by the am pm est edt cst cdt pst pdt mst mdt cet cest "
        "gmt bst utc uk et ist msk monday tuesday wednesday thursday friday saturday sunday mon tue wed "
        "thu fri sat sun опубликовано обновлено дата время мск понедельник вторник среда четверг пятница "
        "суббота воскресенье года год опубліковано оновлено понеділок вівторок середа четвер субота "
        "неділя року veröffentlicht aktualisiert stand uhr montag dienstag mittwoch donnerstag freitag "
        "samstag sonntag am um publié mis jour le lundi mardi mercredi jeudi vendredi samedi dimanche "
        "publicado actualizado el lunes martes miércoles jueves viernes sábado domingo pubblicato "
        "aggiornato publicado em atualizado às de del min read since mis à date time"
    ).split()
)
_STRAY = 3
"""Words that are neither date nor label, which a dateline may hold: a place, an outlet, a section."""


def find_date(text: str) -> str | None:
    """Return the first date of the text as EDTF, with the time of day beside it (`2024-10-02T11:36`).

    None if there is no date, an impossible one, or one whose day and month cannot be told apart.
    """
    found = _first(text[:400])
    if not found:
        return None
    match, day = found
    rest = text[: match.start()][-40:] + " | " + text[match.end() : match.end() + 40]
    clock = _clock(rest)
    return f"{day.isoformat()}T{clock}" if clock else day.isoformat()


def is_dateline(text: str) -> bool:
    """Whether the text is a date with little else."""
    if text.startswith(("—", "–", "@")) or "(@" in text:
        return False
    found = _dates(text[:400])
    if not found:
        return _labelled_time(text)
    rest = text
    for match in reversed(found):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    words = {word.casefold() for word in _OTHER.findall(rest)}
    return len(words - _SAID - _MONTHS.keys()) <= _STRAY


def _labelled_time(text: str) -> bool:
    """Whether the text is a label and a time of day, as in “Updated at 1:23 p.m.”."""
    match = _TIME.search(text[:60])
    if not match or len(text) > 60:
        return False
    words = [word.casefold() for word in _OTHER.findall(text)]
    return bool(words) and _SAID.issuperset(words)


def _dates(text: str) -> list[re.Match[str]]:
    for pattern in _PATTERNS:
        matches = [match for match in pattern.finditer(text) if _plausible(match)]
        if matches:
            return matches
    return []


def _plausible(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    return "first" in parts or parts["month"].isdigit() or parts["month"].casefold() in _MONTHS


def _first(text: str) -> tuple[re.Match[str], date] | None:
    for match in sorted(_dates(text), key=lambda found: found.start()):
        day = _day(match.groupdict())
        if day:
            return match, day
    return None


def _day(parts: dict[str, str]) -> date | None:
    try:
        if "first" in parts:
            return _numeric(int(parts["first"]), int(parts["second"]), int(parts["year"]))
        month = parts["month"]
        number = int(month) if month.isdigit() else _MONTHS[month.casefold()]
        return date(int(parts["year"]), number, int(parts["day"]))
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int) -> date | None:
    """Read a date with slashes where one of the numbers can only be the day, or both are equal."""
    full = year if year > 99 else 2000 + year
    if first > 12 or first == second:
        return date(full, second, first)
    return date(full, first, second) if second > 12 else None


def _clock(text: str) -> str | None:
    match = _TIME.search(text)
    if not match:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    half = (match["half"] or "").casefold()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
