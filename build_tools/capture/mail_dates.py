"""The date of a mail's header → EDTF, with the zone that it states."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

from build_tools.capture.page_statements import format_moment


def read_mail_date(words: str) -> str | None:
    """The moment; None for what is no date.

    >>> read_mail_date("Tue, 14 Nov 2023 10:12:13 +0100 (CET)")
    '2023-11-14T10:12:13+01:00'
    """
    try:
        return format_moment(parsedate_to_datetime(words))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
