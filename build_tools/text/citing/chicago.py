"""Citation → Chicago style (notes and bibliography): an entry of a bibliography, or a note."""

from __future__ import annotations

from build_tools.model.citation import Citation, Work
from build_tools.text.citing.date_parts import write_american
from build_tools.text.citing.styled_text import (
    StyledText,
    join_names,
    join_sentences,
    join_styled,
    once_for_passages,
    quote_title,
    set_italic,
    set_upright,
)
from build_tools.text.english import capitalise


@once_for_passages
def write_chicago_entry(cited: Citation) -> StyledText:
    """As it stands in a bibliography; outlet or archive takes the place of an author who is not named.

    A website's title is upright in this style, a newspaper's in italics.
    """
    printed = _write_date(cited)
    # after a point a date in words has a capital; `ca.` and `n.d.` are printed small everywhere
    date = set_upright(capitalise(printed) if printed.startswith(("no ", "between ")) else printed)
    if cited.work is Work.ARCHIVE:
        return join_sentences(set_upright(cited.title), date, set_upright(cited.url))
    if not cited.work.original:
        title, kind = quote_title(cited), set_upright(cited.genre)
        return join_sentences(set_upright(cited.container), title, kind, date, set_upright(cited.url))
    if not cited.authors:
        return join_sentences(set_italic(cited.container), quote_title(cited), date, set_upright(cited.url))
    published = join_styled(", ", set_italic(cited.container), set_upright(printed))
    return join_sentences(
        set_upright(_write_authors(cited)), quote_title(cited), published, set_upright(cited.url)
    )


def write_chicago_note(cited: Citation) -> StyledText:
    """As it stands at the foot of a page, with the passage and the place where the archive records it."""
    place = cited.path if "://" in cited.path else cited.path.partition("#")[2]
    recorded = join_styled(", ", set_italic(cited.held), set_upright(place))
    return (*write_bare_note(cited), *set_upright("; recorded in "), *recorded, *set_upright("."))


def write_bare_note(cited: Citation) -> StyledText:
    """The same without archive and closing point; `write_chicago_note` and what is copied are made of it."""
    return join_styled(", ", *before_passage(cited), set_upright(cited.locator), set_upright(cited.url))


@once_for_passages
def before_passage(cited: Citation) -> tuple[StyledText, ...]:
    """The parts of a note before the passage: who, title, where, when."""
    names = set_upright(_write_few(cited))
    container = set_italic(cited.container) if cited.work.original else set_upright(cited.container)
    genre = set_upright(f"{cited.genre[:1].lower()}{cited.genre[1:]}")
    title = join_styled(" ", quote_title(cited, ","), join_styled(", ", genre, container))
    return names, title, set_upright(_write_date(cited))


def _write_date(cited: Citation) -> str:
    return write_american(cited.issued) if cited.issued else "n.d."


def _write_few(cited: Citation) -> str:
    """The names as they are read; of more than three, the first."""
    names = [name.whole for name in cited.authors]
    if len(names) > 3:  # noqa: PLR2004 - the manual's limit
        return f"{names[0]} et al."
    return join_names(names, "and", "")


def _write_authors(cited: Citation) -> str:
    """The first name turned round, as the list is ordered by it."""
    first, *others = cited.authors
    names = [first.inverted, *(name.whole for name in others)]
    if len(names) > 10:  # noqa: PLR2004 - the manual's limit: seven and no more
        return f"{', '.join(names[:7])}, et al."
    return join_names(names, "and")
