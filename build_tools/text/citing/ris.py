"""Citation → a record of RIS: one tag a line, CRLF, ended by `ER`."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.citation import Citation, Work
from build_tools.text.citing.prose import day
from build_tools.text.markdown import visible


def write(cited: Citation) -> str:
    """One record. A value never holds a line break, so none can pass for a tag."""
    lines = "".join(f"{tag}  - {visible(value).strip()}\r\n" for tag, value in _tags(cited) if value.strip())
    return f"{lines}ER  - \r\n"


def _tags(cited: Citation) -> Iterator[tuple[str, str]]:
    report = cited.work in (Work.REPORT, Work.STATEMENT)
    yield "TY", "NEWS" if report else "ELEC"
    yield "ID", cited.key
    for name in cited.authors:
        yield "AU", name.inverted
    yield "TI", cited.title
    yield "T2", cited.container
    yield from _date(cited)
    yield "LA", cited.language
    for keyword in cited.keywords:
        yield "KW", keyword
    yield "AB", cited.abstract
    if cited.work is Work.STATEMENT:
        yield "SE", cited.locator
        yield "N1", f"{cited.genre} Recorded in {cited.held}, {cited.path}"
    elif not report:
        yield "M3", cited.genre
        yield "N1", "" if cited.url else cited.path
    yield "DB", cited.held
    yield "UR", cited.url


def _date(cited: Citation) -> Iterator[tuple[str, str]]:
    """`DA` is year, month, day and anything else, parted by slashes."""
    if cited.issued is None:
        return
    parts = day(cited.issued)
    month, number = (f"{n:02}" if n else "" for n in (parts.month, parts.day))
    yield "PY", f"{parts.year:04}"
    other = parts.words or ("circa" if parts.circa else "")
    yield "DA", f"{parts.year:04}/{month}/{number}/{other}"
