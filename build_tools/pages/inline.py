"""Words with links and marks in them, before any form: HTML and Markdown are both made from these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.slots import fill_slots


@fill_slots
@dataclass(frozen=True, slots=True)
class Inline:
    """Words that are set alike."""

    words: str
    """Text, never markup."""
    address: str | None = None
    """Of the page that they lead to; empty for the home page, None for words that lead to none."""
    anchor: str = ""
    """The place on that page."""
    mark: str = ""
    """Why they are set apart: a class of the style sheets."""
    tip: str = ""
    """What is told of them on pointing at them."""
    language: str = ""
    """Where that is not the archive's own."""
    italic: bool = False
    url: str = ""
    """Where they lead to outside the site."""


RichText = tuple[Inline, ...]
"""A line of such words."""


def plain_text(text: RichText) -> str:
    """The words alone."""
    return "".join(inline.words for inline in text)


def join_texts(separator: str, texts: Iterable[RichText]) -> RichText:
    """The texts with a separator between them."""
    joined: list[Inline] = []
    for at, text in enumerate(texts):
        if at:
            joined.append(Inline(separator))
        joined.extend(text)
    return tuple(joined)
