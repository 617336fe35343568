"""Citation → MLA style, ninth edition: an entry of a list of works cited, or a reference in the text."""

from __future__ import annotations

from build_tools.model.citation import Citation, Work
from build_tools.model.edtf import Edtf
from build_tools.text.citing.dates import Point, open_ended, parts, remember_dates, word_choices
from build_tools.text.citing.prose import (
    Line,
    few,
    italic,
    joined,
    once_for_passages,
    quoted,
    roman,
    sentences,
    shortened,
)
from build_tools.text.dates import MONTHS

_WHOLE = 4
"""Names of months of so many letters are not cut: June, July, May."""


@once_for_passages
def entry(cited: Citation) -> Line:
    """Author, title, then the container with date and address, parted by commas."""
    within = joined(
        ", ",
        italic(cited.container),
        roman(_date(cited.issued) if cited.issued else ""),
        roman(_bare(cited.url)),
    )
    if cited.work is Work.ARCHIVE:
        return sentences(italic(cited.title), within)
    return sentences(roman(_authors(cited)), quoted(cited), roman(cited.genre), within)


def in_text(cited: Citation) -> Line:
    """`(Quill, par. 3)`; a work without an author by its title."""
    names = few([n.family for n in cited.authors], "and")
    passage = cited.locator.replace("para. ", "par. ")
    if names:
        return roman(f"({names}, {passage})")
    return roman(f"({shortened(cited)} {passage})")


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


@remember_dates
def _date(when: Edtf) -> str:
    """`2 Oct. 2024`; `between 11 and 31 Aug. 2022`."""
    whole = parts(when)
    start, end = whole.start, whole.end
    if whole.choices:
        words = word_choices(whole, _worded)
    elif start is None or end is None:
        words = open_ended(whole, _worded)
    elif start == end:
        words = _worded(start)
    else:
        left = _worded(start)
        if whole.one_year:
            left = str(start.day) if whole.one_month else left.removesuffix(f" {start.year}")
        words = f"{left}–{_worded(end)}" if whole.circa else f"between {left} and {_worded(end)}"
    return f"{'circa ' if whole.circa else ''}{words}{'?' if whole.doubted else ''}"


def _worded(point: Point) -> str:
    name = _month(point.month) if point.month else point.name
    return " ".join(filter(None, (str(point.day or ""), name, str(point.year))))


def _month(number: int) -> str:
    name = MONTHS[number - 1]
    if len(name) <= _WHOLE:
        return name
    return "Sept." if name == "September" else f"{name[:3]}."
