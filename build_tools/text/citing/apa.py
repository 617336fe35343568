"""Citation → APA style, seventh edition: an entry of a list of references, or a reference in the text."""

from __future__ import annotations

from build_tools.model.citation import Citation, Name
from build_tools.model.edtf import Edtf
from build_tools.text.citing.dates import Point, open_ended, parts, remember_dates, word_choices
from build_tools.text.citing.prose import (
    Line,
    few,
    initials,
    italic,
    joined,
    once_for_passages,
    roman,
    sentences,
    shortened,
    titled,
)
from build_tools.text.citing.quotes import stopped

_MOST = 20
"""More authors than these are cut: the first nineteen and the last."""


@once_for_passages
def entry(cited: Citation) -> Line:
    """Author, date, title, container, address. Without an author, the title stands first."""
    when = roman(f"({_date(cited.issued)})")
    if cited.work.original:
        line = sentences(*_pointed(cited, when), italic(cited.container))
    else:
        line = sentences(*_pointed(cited, when), roman(cited.container))
    return joined(" ", line, roman(cited.url))


def in_text(cited: Citation) -> Line:
    """`(Quill, 2031, para. 3)`; a work without an author by its title."""
    names = few([n.family for n in cited.authors], "&")
    year = roman(_year(cited.issued))
    first = joined(", ", roman(names), year) if names else joined(" ", roman(shortened(cited)), year)
    return (*roman("("), *joined(", ", first, roman(cited.locator)), *roman(")"))


def _pointed(cited: Citation, when: Line) -> tuple[Line, ...]:
    """Author and date are one sentence: `Quill, A. (2031).`; or title and date."""
    names = roman(_authors(cited))
    if names:
        return joined(" ", sentences(names), when), _title(cited)
    return (joined(" ", sentences(_title(cited)), when),)


def _title(cited: Citation) -> Line:
    """A newspaper's article is upright, a work that stands by itself in italics."""
    if cited.work.original:
        return titled(cited, cited.title)
    if not cited.genre:
        return titled(cited, cited.title, slanted=True)
    title = titled(cited, stopped(cited.title), slanted=True)
    return joined(" ", title, roman(f"[{cited.genre}]"))


def _authors(cited: Citation) -> str:
    names = [_name(name) for name in cited.authors]
    if len(names) > _MOST:
        return f"{', '.join(names[: _MOST - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def _name(name: Name) -> str:
    return ", ".join(filter(None, (name.family, initials(name.given), name.suffix)))


@remember_dates
def _date(when: Edtf | None) -> str:
    """`2024, October 2`; `2022, August 11–31`."""
    if when is None:
        return "n.d."
    whole = parts(when)
    start, end = whole.start, whole.end
    if whole.choices:
        words = word_choices(whole, _worded)
    elif start is None or end is None:
        words = open_ended(whole, _worded)
    elif start == end:
        words = _worded(start)
    elif whole.one_month:
        words = f"{_worded(start)}–{end.day}"
    elif whole.one_year:
        words = f"{_worded(start)}–{_within(end)}"
    else:
        words = f"{_worded(start)}–{_worded(end)}"
    return f"{'ca. ' if whole.circa else ''}{words}{'?' if whole.doubted else ''}"


def _worded(point: Point) -> str:
    return ", ".join(filter(None, (str(point.year), _within(point))))


def _within(point: Point) -> str:
    return f"{point.name} {point.day}" if point.day else point.name


@remember_dates
def _year(when: Edtf | None) -> str:
    """What a reference in the text says of the date."""
    whole = parts(when) if when else None
    if whole is None or whole.start is None or whole.end is None:
        return "n.d."
    years = str(whole.year or f"{whole.start.year}–{whole.end.year}")
    return f"{'ca. ' if whole.circa else ''}{years}{'?' if whole.doubted else ''}"
