"""A saved page → what the tool that saved it, or the web archive that served it, wrote into it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

from build_tools.model.capture_text import StatedField
from build_tools.text.archived_addresses import split_archived_address
from build_tools.text.english_months import list_short_months

# as JavaScript prints a date, in any locale: Tue Nov 14 2023 10:12:13 GMT+0100 (Central European Time)
_SCRIPT_DATE = re.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4}) (?P<time>\d\d:\d\d:\d\d) GMT(?P<zone>[+-]\d{4})"
)
# as the Wayback Machine prints one: 10:12:13 Nov 14, 2023; as HTTrack does: Tue, 14 Nov 2023 10:12:13 GMT
_WAYBACK_DATE = re.compile(r"(?P<time>\d\d:\d\d:\d\d) (?P<month>\w{3}) (?P<day>\d\d), (?P<year>\d{4})")
_MAIL_DATE = re.compile(
    r"\w{3}, (?P<day>\d\d) (?P<month>\w{3}) (?P<year>\d{4}) (?P<time>\d\d:\d\d:\d\d)(?: GMT)?"
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_ADDRESS = r"(?P<address>https?://[^\s\"'<>]{1,4000})"
# gaps are bounded: a page may be of any length, and any of these may begin in it without end
_SAVED = (
    (
        "SingleFile's comment",
        re.compile(
            rf"<!--\s{{0,9}}Page saved with SingleFile\s{{1,9}}url: {_ADDRESS}\s{{1,9}}"
            r"(?:saved date: (?P<date>[^\r\n]{1,90}))?"
        ),
    ),
    (
        "the comment of the browser that saved it",
        re.compile(rf"<!-- saved from url=\(\d{{4}}\){_ADDRESS} {{0,2}}-->"),
    ),
    (
        "monolith's comment",
        re.compile(rf"<!-- Saved from {_ADDRESS} at (?P<date>\S{{1,40}}) using monolith"),
    ),
    (
        "HTTrack's comment",
        re.compile(
            r"<!-- Mirrored from (?P<address>[^\s\"'<>]{1,4000}) by HTTrack"
            r"[^>\r\n]{0,90}\], (?P<date>[^>\r\n]{1,60}?) -->"
        ),
    ),
    (
        "the tags of Save Page WE",
        re.compile(
            rf"<meta name=\"savepage-url\" content=\"{_ADDRESS}\">[^\x00]{{0,2000}}?"
            r"<meta name=\"savepage-date\" content=\"(?P<date>[^\"]{1,90})\">"
        ),
    ),
)
# the Wayback Machine's script names the original; archive.today and others set the copy's address into tags
_WOMBAT = re.compile(
    r"__wm\.wombat\(\"(?P<original>https?:[^\"\s]{1,4000})\",\"(?P<time>\d{14})\"", re.IGNORECASE
)
# up to the next tag: of a row of beginnings each would be tried as far as the limit
_TAG = re.compile(r"<(?:link|meta)\s[^<>]{1,5000}+>", re.IGNORECASE)
_OWN = re.compile(r"rel=[\"']?(canonical|bookmark)\b|property=[\"'](og:url)[\"']", re.IGNORECASE)
_LINKED = re.compile(rf"(?:href|content)=[\"']?{_ADDRESS}", re.IGNORECASE)
_RETRIEVED = re.compile(
    r"FILE ARCHIVED ON [^\x00]{20,40}? AND RETRIEVED FROM THE"
    r"\s{1,9}INTERNET ARCHIVE ON (?P<date>[^.\x00]{20,40})\."
)
_WAYBACK = "https://web.archive.org/web/"


def find_page_statements(content: bytes) -> tuple[StatedField, ...]:
    """Address, archived address, and the times of archiving and saving, as far as the page was told them."""
    # Latin-1 keeps every byte; addresses are ASCII
    source = content.decode("latin-1")
    return (*_find_saved(source), *_find_archived(source))


def _find_saved(source: str) -> Iterator[StatedField]:
    for where, pattern in _SAVED:
        if not (found := pattern.search(source)):
            continue
        named = found.groupdict()
        address = html.unescape(named["address"])
        yield from state_address(address if "://" in address else f"http://{address}", where)
        if taken := _read_moment(named.get("date") or ""):
            yield StatedField("taken", taken, where)


def _find_archived(source: str) -> Iterator[StatedField]:
    if found := _WOMBAT.search(source):
        address = f"{_WAYBACK}{found['time']}/{html.unescape(found['original'])}"
        yield from state_address(address, "the script of the web archive")
    for tag in _TAG.findall(source):
        own, linked = _OWN.search(tag), _LINKED.search(tag)
        if own and linked and split_archived_address(html.unescape(linked["address"])):
            yield from state_address(html.unescape(linked["address"]), f"the page's {own[1] or own[2]} tag")
    if (found := _RETRIEVED.search(source)) and (taken := _read_moment(found["date"])):
        yield StatedField("taken", taken, "the comment of the web archive")


def state_address(address: str, where: str) -> Iterator[StatedField]:
    """The fields that an address is good for: of a web archive's copy, those of the original as well."""
    copy = split_archived_address(address)
    if copy is None:
        yield StatedField("address", address, where)
        return
    yield StatedField("address", copy.original, where)
    yield StatedField("archived_address", copy.address, where)
    yield StatedField("archived", copy.archived, where)


def _read_moment(words: str) -> str | None:
    """The moment as EDTF, if it is printed in a way that means one."""
    if _ISO_DATE.fullmatch(words):
        return words
    patterns: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
        (_SCRIPT_DATE, lambda zone: zone),
        (_WAYBACK_DATE, lambda _: "+0000"),
        (_MAIL_DATE, lambda _: "+0000"),
    )
    for pattern, read_zone in patterns:
        found = pattern.match(words)
        if found and found["month"] in list_short_months():
            return _write_moment(found, read_zone(found.groupdict().get("zone") or ""))
    return None


def _write_moment(found: re.Match[str], zone: str) -> str | None:
    hours, minutes, seconds = map(int, found["time"].split(":"))
    ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])) * (-1 if zone[0] == "-" else 1)
    month = list_short_months().index(found["month"]) + 1
    try:
        where = timezone(ahead)
        moment = datetime(int(found["year"]), month, int(found["day"]), hours, minutes, seconds, tzinfo=where)
    except ValueError:
        return None
    return format_moment(moment)


def format_moment(moment: datetime) -> str:
    """A moment as EDTF, to the second; without a zone where it has none."""
    written = moment.replace(microsecond=0).isoformat()
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written
