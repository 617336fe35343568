"""Citation → Chicago style (notes and bibliography): an entry of a bibliography, or a note on a statement."""

from __future__ import annotations

from build_tools.model.citation import Citation, Work
from build_tools.text.citing.prose import Line, american, italic, joined, listed, quoted, roman, sentences


def entry(cited: Citation) -> Line:
    """As it stands in a bibliography; an outlet takes the place of an author who is not named."""
    if cited.work is Work.STATEMENT:
        return note(cited)
    date = american(cited.issued) if cited.issued else "n.d."
    published = joined(", ", italic(cited.container), roman(date))
    if cited.work is not Work.REPORT:
        return sentences(quoted(cited.title), roman(cited.genre), published, roman(cited.where))
    if not cited.authors:
        return sentences(italic(cited.container), quoted(cited.title), roman(date), roman(cited.where))
    return sentences(roman(_authors(cited)), quoted(cited.title), published, roman(cited.where))


def note(cited: Citation) -> Line:
    """As it stands at the foot of a page, with the passage and the place where the archive records it."""
    report = joined(
        ", ",
        roman(_few(cited)),
        joined(" ", quoted(cited.title, ","), italic(cited.container)),
        roman(american(cited.issued) if cited.issued else "n.d."),
        roman(cited.locator),
        roman(cited.url),
    )
    return (*report, *roman("; recorded in "), *italic(cited.held), *roman(f", {cited.path}."))


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
