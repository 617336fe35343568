"""Citation → MLA style, ninth edition: an entry of a list of works cited."""

from __future__ import annotations

from build_tools.model.citation import Citation, Work
from build_tools.model.edtf import Edtf
from build_tools.text.citing.prose import Line, day, italic, joined, quoted, roman, sentences
from build_tools.text.dates import MONTHS

_WHOLE = 4
"""Names of months of so many letters are not cut: June, July, May."""


def entry(cited: Citation) -> Line:
    """Author, title, then the container with date and address, parted by commas."""
    within = joined(
        ", ",
        italic(cited.container),
        roman(_date(cited.issued) if cited.issued else ""),
        roman(cited.locator),
        roman(_bare(cited.where)),
    )
    if cited.work in (Work.REPORT, Work.STATEMENT):
        return sentences(roman(_authors(cited)), quoted(cited.title), within)
    return sentences(quoted(cited.title), roman(cited.genre), within)


def _authors(cited: Citation) -> str:
    names = cited.authors
    if not names:
        return ""
    if len(names) > 2:  # noqa: PLR2004 - MLA names two
        return f"{names[0].inverted}, et al."
    return ", and ".join([names[0].inverted, *(n.whole for n in names[1:])])


def _bare(address: str) -> str:
    """An address without its scheme, as MLA prints it."""
    return address.removeprefix("https://").removeprefix("http://")


def _date(when: Edtf) -> str:
    """`2 Oct. 2024`."""
    parts = day(when)
    if parts.words:
        return parts.words
    number = f"{parts.day} " if parts.day else ""
    month = f"{_month(parts.month)} " if parts.month else ""
    return f"{'circa ' if parts.circa else ''}{number}{month}{parts.year}"


def _month(number: int) -> str:
    name = MONTHS[number - 1]
    if len(name) <= _WHOLE:
        return name
    return "Sept." if name == "September" else f"{name[:3]}."
