"""A date as a tag states it → EDTF, because programs write dates in a dozen ways and some that are none.

A zone is kept. A time of exactly midnight is what programs write for a day alone. Days long before the web,
and days to come, are what programs write for none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from build_tools.model.edtf import parse_edtf
from build_tools.text.printed_dates import find_printed_date

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE | re.ASCII,
)
"""ISO 8601, and what databases and programs make of it: a space for the T, no colon in the zone."""
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?", re.ASCII)
"""Seconds or milliseconds since 1970."""
_EARLIEST = date(1991, 8, 6)
"""The first page of the web: what says that it is older was dated by a program without a date."""


def read_stated_date(text: str, latest: date) -> str | None:
    """The date as EDTF, with time of day and zone; None where there is none between 1991 and `latest`.

    >>> read_stated_date("2031-05-02 07:15:00 -0600", date(2031, 6, 1))
    '2031-05-02T07:15-06:00'
    """
    told = (
        _read_iso(text.strip())
        or _read_seconds(text.strip())
        or _read_mail_date(text)
        # as a page prints it
        or find_printed_date(re.sub(r"(?<=\d)T(?=\d)", " ", text))
    )
    if told is None:
        return None
    try:
        day = date.fromisoformat(told[:10])
    except ValueError:
        return None
    if not _EARLIEST <= day <= latest:
        return None
    # a zone that there is not takes the time of day with it
    return told if parse_edtf(told) else told[:10]


def _read_iso(text: str) -> str | None:
    match = _ISO.match(text)
    if match is None or ((rest := text[match.end() :].strip()) and rest[0].isalnum()):
        return None
    day = f"{match['year']}-{match['month']}-{match['day']}"
    if match["hour"] is None:
        return day
    clock = f"{int(match['hour']):02d}:{match['minute']}"
    if int(match["hour"]) > 23 or int(match["minute"]) > 59:  # noqa: PLR2004 - of a day and an hour
        return day
    if clock == "00:00" and match["second"] in (None, "00"):
        return day
    return f"{day}T{clock}{_write_zone(match['zone'])}"


def _write_zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    return f"{zone[:3]}:{zone[-2:]}"


def _read_seconds(text: str) -> str | None:
    match = _SECONDS.fullmatch(text)
    return datetime.fromtimestamp(int(match[1]), UTC).strftime("%Y-%m-%dT%H:%MZ") if match else None


def _read_mail_date(text: str) -> str | None:
    """As RFC 5322 has it: `Mon, 18 Nov 2019 16:07:38 -0600`."""
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    # its parser takes a year that is not there for one
    if str(when.year) not in text or re.search(r"\d{1,2}:\d\d", text) is None:
        return None
    zone = when.strftime("%z")
    return f"{when:%Y-%m-%dT%H:%M}{_write_zone(zone) if zone else ''}"
