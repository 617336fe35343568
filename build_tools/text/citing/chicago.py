"""Citation → Chicago style (notes and bibliography): an entry of a bibliography, or a note."""

from __future__ import annotations

from build_tools.model.citation import Citation, Work
from build_tools.text.citing.dates import american
from build_tools.text.citing.prose import (
    Line,
    italic,
    joined,
    listed,
    once_for_passages,
    quoted,
    roman,
    sentences,
)


@once_for_passages
def entry(cited: Citation) -> Line:
    """As it stands in a bibliography; outlet or archive takes the place of an author who is not named.

    A website's title is upright in this style, a newspaper's in italics.
    """
    date = roman(_date(cited))
    if cited.work is Work.ARCHIVE:
        return sentences(roman(cited.title), date, roman(cited.url))
    if not cited.work.original:
        title, kind = quoted(cited), roman(cited.genre)
        return sentences(roman(cited.container), title, kind, date, roman(cited.url))
    if not cited.authors:
        return sentences(italic(cited.container), quoted(cited), date, roman(cited.url))
    published = joined(", ", italic(cited.container), date)
    return sentences(roman(_authors(cited)), quoted(cited), published, roman(cited.url))


def note(cited: Citation) -> Line:
    """As it stands at the foot of a page, with the passage and the place where the archive records it."""
    place = cited.path if "://" in cited.path else cited.path.partition("#")[2]
    recorded = joined(", ", italic(cited.held), roman(place))
    return (*bare(cited), *roman("; recorded in "), *recorded, *roman("."))


def bare(cited: Citation) -> Line:
    """The same without the archive and the closing point; `note` and copied quotations are made of it."""
    return joined(", ", *before_passage(cited), roman(cited.locator), roman(cited.url))


@once_for_passages
def before_passage(cited: Citation) -> tuple[Line, ...]:
    """The parts of a note before the passage: who, title, where, when."""
    names = roman(_few(cited))
    container = italic(cited.container) if cited.work.original else roman(cited.container)
    title = joined(" ", quoted(cited, ","), joined(", ", roman(_small(cited.genre)), container))
    return names, title, roman(_date(cited))


def _small(genre: str) -> str:
    return f"{genre[:1].lower()}{genre[1:]}"


def _date(cited: Citation) -> str:
    return american(cited.issued) if cited.issued else "n.d."


def _few(cited: Citation) -> str:
    """The names as they are read; of more than three, the first."""
    names = [name.whole for name in cited.authors]
    if len(names) > 3:  # noqa: PLR2004 - the manual's limit
        return f"{names[0]} et al."
    return listed(names, "and", "")


def _authors(cited: Citation) -> str:
    """The first name turned round, as the list is ordered by it."""
    first, *others = cited.authors
    names = [first.inverted, *(name.whole for name in others)]
    if len(names) > 10:  # noqa: PLR2004 - the manual's limit: seven and no more
        return f"{', '.join(names[:7])}, et al."
    return listed(names, "and")
