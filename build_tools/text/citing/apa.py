"""Citation → APA style, seventh edition: an entry of a list of references."""

from __future__ import annotations

from build_tools.model.citation import Citation, Work
from build_tools.model.edtf import Edtf
from build_tools.text.citing.prose import Line, day, initials, italic, joined, roman, sentences
from build_tools.text.dates import MONTHS

_MOST = 20
"""More authors than these are cut: the first nineteen and the last."""


def entry(cited: Citation) -> Line:
    """Author, date, title, outlet, address. Without an author, the title or the archive stands first."""
    when = roman(f"({_date(cited.issued)})")
    if cited.work in (Work.REPORT, Work.STATEMENT):
        names = roman(_authors(cited))
        head = (names, when, roman(cited.title)) if names else (roman(cited.title), when)
        line = sentences(*_pointed(head), italic(cited.container))
    else:
        title = joined(" ", italic(cited.title), roman(f"[{cited.genre}]"))
        line = sentences(joined(" ", _pointed((roman(cited.container),))[0], when), title)
    return joined(" ", line, roman(cited.where))


def _pointed(head: tuple[Line, ...]) -> tuple[Line, ...]:
    """Author and date are one sentence: `Quill, A. (2031).`."""
    if len(head) == 1:
        return (sentences(head[0]),)
    return (joined(" ", sentences(head[0]), head[1]), *head[2:])


def _authors(cited: Citation) -> str:
    names = [f"{n.family}, {initials(n.given)}" if n.given else n.family for n in cited.authors]
    if len(names) > _MOST:
        return f"{', '.join(names[: _MOST - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def _date(when: Edtf | None) -> str:
    """`2024, October 2`."""
    if when is None:
        return "n.d."
    parts = day(when)
    if parts.words:
        return parts.words
    month = f", {MONTHS[parts.month - 1]}" if parts.month else ""
    number = f" {parts.day}" if parts.day else ""
    return f"{'ca. ' if parts.circa else ''}{parts.year}{month}{number}"
