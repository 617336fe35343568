"""The address of a web archive's copy → the original's address and the time, of which it is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

# any web archive that names a copy by time and address: Wayback machines of libraries, archive.today
_ARCHIVED = re.compile(
    r"(?P<archive>https?://[^/\s]{1,200}/(?:[\w.~-]{1,40}/){0,3})"
    r"(?P<time>\d{14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_)?/(?P<original>https?:/[^\s]{1,3900})"
)
_SLASHES = re.compile(r"^(https?):/+")


@dataclass(frozen=True, slots=True)
class ArchivedAddress:
    """A copy in a web archive."""

    address: str
    """Of the copy, as a reader sees it."""
    original: str
    archived: str
    """EDTF: the second at which it was archived, in UTC."""


def split_archived_address(address: str) -> ArchivedAddress | None:
    """What the address of a web archive's copy says; None for any other address.

    >>> split_archived_address("https://web.archive.org/web/20231114101213im_/http://a.test/b").original
    'http://a.test/b'
    """
    found = _ARCHIVED.fullmatch(address.strip())
    if not found:
        return None
    try:
        moment = datetime.strptime(re.sub(r"\D", "", found["time"]), "%Y%m%d%H%M%S")  # noqa: DTZ007
    except ValueError:
        return None
    # proxies and people make one slash of two
    original = _SLASHES.sub(r"\1://", found["original"])
    whole = f"{found['archive']}{found['time']}/{original}"
    return ArchivedAddress(whole, original, f"{moment.isoformat()}Z")
