"""Marks → one `<svg>` element with a name and a description, because pictures are read aloud as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.plots.svg_marks import escape_words, format_tenth

_EDGE = 2
"""Pixels around a picture, so that lines and dots at its ends are not cut."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called, and what it says to those who do not see it."""

    name: str
    """Begins the ids of the SVG; unique on its page."""
    title: str
    description: str
    """What there is to see; the table behind it is named by the page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture; its places are pixels, and it is shown at its own size."""

    caption: Caption
    width: float
    height: float
    marks: Sequence[str]
    """SVG elements as `marks` makes them: those behind come first, and the Tab key goes in this order."""
    above: float = _EDGE
    """Pixels over the place 0, for the heads of scales."""


def write_svg(picture: Picture) -> str:
    """The picture as an `<svg>` element, to stand in a page: one mark a line, no empty line.

    With links it is a group, so that they can be reached; without, it is an image.
    """
    caption = picture.caption
    role = "group" if any("<a " in mark for mark in picture.marks) else "img"
    title, about = f"{caption.name}-title", f"{caption.name}-about"
    width = format_tenth(picture.width + 2 * _EDGE)
    height = format_tenth(picture.above + picture.height + _EDGE)
    box = f'viewBox="{-_EDGE} {format_tenth(-picture.above)} {width} {height}" width="{width}"'
    return "\n".join(
        (
            f'<svg role="{role}" aria-labelledby="{title} {about}" {box} xmlns="http://www.w3.org/2000/svg">',
            f'<title id="{title}">{escape_words(caption.title)}</title>',
            f'<desc id="{about}">{escape_words(caption.description)}</desc>',
            *picture.marks,
            "</svg>",
        )
    )
