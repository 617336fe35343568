"""Pictures → values of a view: a wide and a narrow drawing, of which the style sheet shows one.

They are drawn when the view is made. The HTML form sets them with `figure`; the Markdown form leaves them
out, because their words stand in the lists and tables of the same page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from build_tools.pages.addresses import relative_href
from build_tools.plots import Caption, MarkLink, Picture, write_svg

_Size = Literal["small", "middle", "large"]

_SIZES: tuple[tuple[_Size, float], ...] = (("small", 640), ("middle", 800), ("large", inf))
"""Pixels of a picture that stands in a column of text; that a tablet shows; and of any other."""

MarkTarget = tuple[str, str]
"""Where a mark of a picture leads: the address of a page, and the anchor there or nothing."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as a page shows it."""

    title: str
    wide: str
    """An `<svg>` element."""
    narrow: str
    """Another one for narrow windows; empty where the wide one fits into any."""
    size: _Size
    """How much room the wide one needs: `plots.css` has from where on it is shown."""
    past: str
    """The anchor of what tells the same in words; empty where that follows at once."""
    links: tuple[MarkTarget, ...]
    """Where its marks lead, each once."""
    legend: str
    """What its marks mean: told beside it, and not where it is left out."""


def make_drawing(
    wide: Picture,
    narrow: Picture | None = None,
    *,
    past: str = "",
    links: Iterable[MarkTarget] = (),
    legend: str = "",
) -> Drawing:
    """The picture in both sizes; `links` are the targets of the leads in it."""
    slim = write_svg(narrow) if narrow else ""
    size = next(name for name, most in _SIZES if wide.width <= most)
    targets = tuple(dict.fromkeys(links))
    return Drawing(wide.caption.title, write_svg(wide), slim, size, past, targets, legend)


def lead_to(here: str, target: MarkTarget, label: str) -> MarkLink:
    """A lead from a picture of the page `here`."""
    return MarkLink(relative_href(here, *target), label)


def rename_narrow(caption: Caption) -> Caption:
    """The caption of the narrow drawing: the same words under a name of its own."""
    # ids begin with the name, and both drawings stand on one page
    return replace(caption, name=f"{caption.name}-narrow")
