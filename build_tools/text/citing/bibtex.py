r"""Citation → an entry of BibTeX, which BibLaTeX reads as well: both kinds of date are written.

Braces are counted by BibTeX even behind a backslash, so that a lone one in a title would swallow the rest of
the file: they are written by name. Titles stand in a second pair of braces, because they are kept as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from build_tools.model.citation import Citation, Name, Work
from build_tools.text.citing.prose import day
from build_tools.text.dates import short
from build_tools.text.markdown import visible

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_"},
    }
)
_LIGATURE = re.compile(r"([-'`,<>])(?=\1)|([?!])(?=`)")
"""Where LaTeX would make one sign of two: a dash, a quotation mark."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Macros that every BibTeX style defines."""

_SAFE = ":/?#[]@!$&'(*)+,;=%~.-_"
"""What an address may hold unescaped; braces and backslashes may not."""


def write(cited: Citation) -> str:
    """One entry, ending in a line break."""
    kind = "article" if cited.work in (Work.REPORT, Work.STATEMENT) else "misc"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(cited))
    return f"@{kind}{{{cited.key},\n{fields}\n}}\n"


def escaped(text: str) -> str:
    """Text → LaTeX that prints it."""
    return _LIGATURE.sub(r"\g<0>{}", visible(text).translate(_SPECIAL))


def _fields(cited: Citation) -> Iterator[tuple[str, str]]:
    report = cited.work in (Work.REPORT, Work.STATEMENT)
    if cited.authors:
        yield "author", _braced(" and ".join(map(_name, cited.authors)))
    yield "title", _braced(f"{{{escaped(cited.title)}}}")
    yield ("journal" if report else "howpublished"), _braced(escaped(cited.container))
    yield from _date(cited)
    if cited.url:
        yield "url", _braced(quote(cited.url, safe=_SAFE))
    if cited.language:
        yield "language", _braced(escaped(cited.language))
    if cited.keywords:
        yield "keywords", _braced(", ".join(escaped(k.replace(",", "")) for k in cited.keywords))
    if cited.abstract:
        yield "abstract", _braced(escaped(cited.abstract))
    if note := _note(cited):
        yield "note", _braced(escaped(note))


def _date(cited: Citation) -> Iterator[tuple[str, str]]:
    """`year` and `month` for BibTeX; `date`, which is EDTF as ours is, for BibLaTeX."""
    if cited.issued is None:
        return
    parts = day(cited.issued)
    yield "date", _braced(short(cited.issued))
    yield "year", _braced(str(parts.year))
    if parts.month:
        yield "month", _MONTHS[parts.month - 1]


def _note(cited: Citation) -> str:
    if cited.work is Work.STATEMENT:
        return f"{cited.locator}: {cited.genre} Recorded in {cited.held}, {cited.path}"
    if cited.work is Work.REPORT:
        return ""
    return cited.genre if cited.url else f"{cited.genre}; {cited.path}"


def _name(name: Name) -> str:
    """A name that is not taken apart stands in braces, else BibTeX takes it apart."""
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    return f"{_part(name.family)}, {_part(name.given)}"


def _part(text: str) -> str:
    """Braces where a comma or an `and` would part what belongs together."""
    words = escaped(text)
    return f"{{{words}}}" if "," in words or " and " in f" {words.lower()} " else words


def _braced(value: str) -> str:
    return f"{{{value}}}"
