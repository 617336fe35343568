"""Citation → MLA style, ninth edition: an entry of a list of works cited, or a reference in the text."""

from __future__ import annotations

from build_tools.model.citation import Citation, Work
from build_tools.model.edtf import Edtf
from build_tools.text.citing.date_parts import Point, open_ended, remember_dates, split_date, word_choices
from build_tools.text.citing.styled_text import (
    StyledText,
    abbreviate_names,
    join_sentences,
    join_styled,
    once_for_passages,
    quote_title,
    set_italic,
    set_upright,
    shorten_title,
)
from build_tools.text.english_months import list_english_months

_WHOLE = 4
"""Names of months of so many letters are not cut: June, July, May."""


@once_for_passages
def write_mla_entry(cited: Citation) -> StyledText:
    """Author, title, then the container with date and address, parted by commas."""
    within = join_styled(
        ", ",
        set_italic(cited.container),
        set_upright(_write_date(cited.issued) if cited.issued else ""),
        # as this style prints an address
        set_upright(cited.url.removeprefix("https://").removeprefix("http://")),
    )
    if cited.work is Work.ARCHIVE:
        return join_sentences(set_italic(cited.title), within)
    return join_sentences(
        set_upright(_write_authors(cited)), quote_title(cited), set_upright(cited.genre), within
    )


def write_mla_reference(cited: Citation) -> StyledText:
    """`(Quill, par. 3)`; a work without an author by its title."""
    names = abbreviate_names([n.family for n in cited.authors], "and")
    passage = cited.locator.replace("para. ", "par. ")
    if names:
        return set_upright(f"({names}, {passage})")
    return set_upright(f"({shorten_title(cited)} {passage})")


def _write_authors(cited: Citation) -> str:
    names = cited.authors
    if not names:
        return ""
    if len(names) > 2:  # noqa: PLR2004 - MLA names two
        return f"{names[0].inverted}, et al."
    return ", and ".join([names[0].inverted, *(n.whole for n in names[1:])])


@remember_dates
def _write_date(when: Edtf) -> str:
    """`2 Oct. 2024`; `between 11 and 31 Aug. 2022`."""
    whole = split_date(when)
    start, end = whole.start, whole.end
    if whole.choices:
        words = word_choices(whole, _write_point)
    elif start is None or end is None:
        words = open_ended(whole, _write_point)
    elif start == end:
        words = _write_point(start)
    else:
        left = _write_point(start)
        if whole.one_year:
            left = str(start.day) if whole.one_month else left.removesuffix(f" {start.year}")
        words = f"{left}–{_write_point(end)}" if whole.circa else f"between {left} and {_write_point(end)}"
    return f"{'circa ' if whole.circa else ''}{words}{'?' if whole.doubted else ''}"


def _write_point(point: Point) -> str:
    name = _abbreviate_month(point.month) if point.month else point.name
    return " ".join(filter(None, (str(point.day or ""), name, str(point.year))))


def _abbreviate_month(number: int) -> str:
    name = list_english_months()[number - 1]
    if len(name) <= _WHOLE:
        return name
    # the only month that MLA cuts to four letters
    return "Sept." if name == "September" else f"{name[:3]}."
