"""Citation → a record of RIS: one tag a line, CRLF, ended by `ER`."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.citation import Citation
from build_tools.text.acting_characters import show_acting
from build_tools.text.citing.date_parts import Point, split_date, write_american


def write_ris(cited: Citation) -> str:
    """One record. A value never holds a line break, so none can pass for a tag."""
    lines = "".join(
        # two spaces, a hyphen and a space: readers of RIS count columns
        f"{tag}  - {show_acting(value).strip()}\r\n"
        for tag, value in _list_tags(cited)
        if value.strip()
    )
    return f"{lines}ER  - \r\n"


def _list_tags(cited: Citation) -> Iterator[tuple[str, str]]:
    # a newspaper’s article; a web page
    yield "TY", "NEWS" if cited.work.original else "ELEC"
    yield "ID", cited.key
    for name in cited.authors:
        yield "AU", name.inverted
    yield "TI", cited.title
    yield "T2", cited.container
    yield from _write_date(cited)
    yield "LA", cited.language
    for keyword in cited.keywords:
        yield "KW", keyword
    yield "AB", cited.abstract
    yield "M3", cited.genre
    yield "N1", cited.note
    yield "UR", cited.url


def _write_date(cited: Citation) -> Iterator[tuple[str, str]]:
    """`DA` is year, month, day and anything else, parted by slashes. Without a year it cannot be written."""
    if cited.issued is None:
        return
    whole = split_date(cited.issued)
    if not whole.year:
        yield "N1", f"Published {write_american(cited.issued)}"
        return
    point = whole.one or Point(whole.year)
    month, number = (f"{n:02}" if n else "" for n in (point.month, point.day))
    yield "PY", f"{whole.year:04}"
    exactly = whole.one and not whole.doubted and not whole.circa and not point.season
    yield "DA", f"{whole.year:04}/{month}/{number}/{'' if exactly else write_american(cited.issued)}"
