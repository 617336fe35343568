"""Places and words → SVG elements, because lines, dots and words should look alike in all pictures.

Inks are classes, which `plots.css` colours in light and dark. Words become text here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from build_tools.text.acting_characters import show_acting

INK, SOFT, RULE, MARKED, PAPER = "ink", "soft", "rule", "marked", "paper"

FONT_SIZE, SMALL_FONT_SIZE = 13, 11.5
"""Type, in pixels."""

_LOWER = {FONT_SIZE: 4, SMALL_FONT_SIZE: 3}
"""Pixels from the middle of a line of type down to its baseline: three tenths of its size."""


@dataclass(frozen=True, slots=True)
class MarkLink:
    """Where a mark leads, and its name: what a screen reader says and a pointer shows."""

    href: str
    """Relative to the page's address."""
    label: str
    subject: str = ""
    """What it is about, by an id without spaces, where lines of the picture join it to others."""


@dataclass(frozen=True, slots=True)
class DotStyle:
    """How a point is marked."""

    shape: Literal["circle", "square"]
    size: float
    """Square pixels of the square around it."""
    stroke: str
    fill: str


def draw_dot(dot: DotStyle, x: float, y: float, times: float = 1) -> str:
    """A dot around the point, `times` as large."""
    # `size` is an area, so that a dot twice as large is twice as much ink
    reach = (dot.size * times) ** 0.5 / 2
    inks = f'class="f-{dot.fill} s-{dot.stroke}" stroke-width="2"'
    if dot.shape == "circle":
        return f'<circle {inks} cx="{format_tenth(x)}" cy="{format_tenth(y)}" r="{format_tenth(reach)}"/>'
    left, top, side = format_tenth(x - reach), format_tenth(y - reach), format_tenth(2 * reach)
    return f'<rect {inks} x="{left}" y="{top}" width="{side}" height="{side}"/>'


def draw_line(
    start: tuple[float, float], end: tuple[float, float], ink: str, width: float = 1, dashes: str = ""
) -> str:
    """A straight line."""
    places = f'x1="{format_tenth(start[0])}" y1="{format_tenth(start[1])}"'
    places += f' x2="{format_tenth(end[0])}" y2="{format_tenth(end[1])}"'
    return f'<line class="s-{ink}" {places}{_write_stroke(width, dashes)}/>'


def draw_curve(
    path: str, ink: str, width: float, dashes: str = "", ends: tuple[str, str] | None = None
) -> str:
    """A line along a path, in the letters of SVG; `ends` are the subjects of the links that it joins."""
    joined = f' data-from="{escape(ends[0])}" data-to="{escape(ends[1])}"' if ends else ""
    return f'<path class="s-{ink}" fill="none" d="{path}"{_write_stroke(width, dashes)}{joined}/>'


def draw_area(path: str, ink: str) -> str:
    """What a path surrounds, holes left open."""
    return f'<path class="f-{ink}" fill-rule="evenodd" d="{path}"/>'


def _write_stroke(width: float, dashes: str) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f' stroke-width="{format_tenth(width)}"{dashed}' if width != 1 else dashed


def draw_text(
    words: str,
    x: float,
    y: float,
    *,
    ink: str = INK,
    size: float = FONT_SIZE,
    anchor: Literal["start", "middle", "end"] = "start",
    slanted: bool = False,
) -> str:
    """Words whose line has its middle at `y`; `anchor` is the part of them that stands at `x`."""
    settings = f' text-anchor="{anchor}"' if anchor != "start" else ""
    settings += ' font-style="italic"' if slanted else ""
    place = f'x="{format_tenth(x)}" y="{format_tenth(y + _LOWER[size])}"'
    return f'<text class="f-{ink}" {place} font-size="{size}"{settings}>{escape_words(words)}</text>'


def link_marks(lead: MarkLink, *marks: str) -> list[str]:
    """Each mark as a link of its own."""
    subject = f' data-subject="{escape(lead.subject)}"' if lead.subject else ""
    opening = f'<a href="{escape(show_acting(lead.href))}"{subject}><title>{escape_words(lead.label)}</title>'
    return [f"{opening}{mark}</a>" for mark in marks]


def link_together(lead: MarkLink, *marks: str) -> str:
    """All marks as one link: one stop for the Tab key."""
    return link_marks(lead, "".join(marks))[0]


def group_row(marks: Iterable[str]) -> str:
    """Marks of one row as a group: one stop for the Tab key where scripts run, and arrow keys within it."""
    return f'<g class="row">{"".join(marks)}</g>'


def escape_words(words: str) -> str:
    """Words as the text of an element."""
    # quotation marks act in attributes only
    return escape(show_acting(words), quote=False)


def format_tenth(value: float) -> str:
    """A place to a tenth of a pixel: finer is not seen, and weighs."""
    # `z`, so that nothing is written as -0.0
    return f"{value:z.1f}".removesuffix(".0")


def shorten_words(words: str, longest: int) -> str:
    """At most `longest` characters, cut at a word where one ends near, with an ellipsis."""
    if len(words) <= longest:
        return words
    # one less: the ellipsis is a letter too
    cut = words[: longest - 1]
    head, space, _ = cut.rpartition(" ")
    # not at a blank in the first half: a long last word would take most of the label with it
    return f"{(head if space and len(head) > longest // 2 else cut).rstrip(' ,;:–-')}…"


def wrap_words(words: str, longest: int) -> Sequence[str]:
    """Words in two lines of so many characters at most; what is longer still ends with an ellipsis."""
    if len(words) <= longest:
        return (words,)
    head, space, _ = words[: longest + 1].rpartition(" ")
    if not space:
        return (shorten_words(words, longest),)
    return (head, shorten_words(words[len(head) + 1 :], longest))
