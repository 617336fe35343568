"""Citation → APA style, seventh edition: an entry of a list of references, or a reference in the text."""

from __future__ import annotations

from build_tools.model.citation import Citation, Name
from build_tools.model.edtf import Edtf
from build_tools.text.citing.date_parts import Point, open_ended, remember_dates, split_date, word_choices
from build_tools.text.citing.quotes import strip_full_stop
from build_tools.text.citing.styled_text import (
    StyledText,
    abbreviate_names,
    join_sentences,
    join_styled,
    once_for_passages,
    set_italic,
    set_title,
    set_upright,
    shorten_title,
    write_initials,
)

_MOST = 20
"""More authors than these are cut: the first nineteen and the last."""


@once_for_passages
def write_apa_entry(cited: Citation) -> StyledText:
    """Author, date, title, container, address. Without an author, the title stands first."""
    when = set_upright(f"({_write_date(cited.issued)})")
    if cited.work.original:
        line = join_sentences(*_point_opening(cited, when), set_italic(cited.container))
    else:
        line = join_sentences(*_point_opening(cited, when), set_upright(cited.container))
    return join_styled(" ", line, set_upright(cited.url))


def write_apa_reference(cited: Citation) -> StyledText:
    """`(Quill, 2031, para. 3)`; a work without an author by its title."""
    names = abbreviate_names([n.family for n in cited.authors], "&")
    year = set_upright(_write_year(cited.issued))
    first = (
        join_styled(", ", set_upright(names), year)
        if names
        else join_styled(" ", set_upright(shorten_title(cited)), year)
    )
    return (*set_upright("("), *join_styled(", ", first, set_upright(cited.locator)), *set_upright(")"))


def _point_opening(cited: Citation, when: StyledText) -> tuple[StyledText, ...]:
    """Author and date are one sentence: `Quill, A. (2031).`; or title and date."""
    names = set_upright(_write_authors(cited))
    if names:
        return join_styled(" ", join_sentences(names), when), _write_title(cited)
    return (join_styled(" ", join_sentences(_write_title(cited)), when),)


def _write_title(cited: Citation) -> StyledText:
    """A newspaper's article is upright, a work that stands by itself in italics."""
    if cited.work.original:
        return set_title(cited, cited.title)
    if not cited.genre:
        return set_title(cited, cited.title, slanted=True)
    title = set_title(cited, strip_full_stop(cited.title), slanted=True)
    return join_styled(" ", title, set_upright(f"[{cited.genre}]"))


def _write_authors(cited: Citation) -> str:
    names = [_write_name(name) for name in cited.authors]
    if len(names) > _MOST:
        # no ampersand stands behind the points
        return f"{', '.join(names[: _MOST - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def _write_name(name: Name) -> str:
    return ", ".join(filter(None, (name.family, write_initials(name.given), name.suffix)))


@remember_dates
def _write_date(when: Edtf | None) -> str:
    """`2024, October 2`; `2022, August 11–31`."""
    if when is None:
        return "n.d."
    whole = split_date(when)
    start, end = whole.start, whole.end
    if whole.choices:
        words = word_choices(whole, _write_point)
    elif start is None or end is None:
        words = open_ended(whole, _write_point)
    elif start == end:
        words = _write_point(start)
    elif whole.one_month:
        words = f"{_write_point(start)}–{end.day}"
    elif whole.one_year:
        words = f"{_write_point(start)}–{_write_month(end)}"
    else:
        words = f"{_write_point(start)}–{_write_point(end)}"
    return f"{'ca. ' if whole.circa else ''}{words}{'?' if whole.doubted else ''}"


def _write_point(point: Point) -> str:
    return ", ".join(filter(None, (str(point.year), _write_month(point))))


def _write_month(point: Point) -> str:
    return f"{point.name} {point.day}" if point.day else point.name


@remember_dates
def _write_year(when: Edtf | None) -> str:
    """What a reference in the text says of the date."""
    whole = split_date(when) if when else None
    if whole is None or whole.start is None or whole.end is None:
        return "n.d."
    years = str(whole.year or f"{whole.start.year}–{whole.end.year}")
    return f"{'ca. ' if whole.circa else ''}{years}{'?' if whole.doubted else ''}"
