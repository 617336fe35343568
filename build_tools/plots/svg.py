"""SVG as the chart library writes it → SVG for a page: classes for inks, our links, a title, nothing else.

What is not on the lists here does not pass: no style, no script, no address but those of the picture's leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from build_tools.plots.ink import NAMES
from build_tools.plots.picture import Lead, Picture
from build_tools.text.markdown import visible

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SHAPES = frozenset({"path", "line", "rect", "text", "circle"})
_KEPT = (
    "transform", "d", "x", "y", "x1", "x2", "y1", "y2", "dy", "width", "height", "text-anchor", "font-size",
    "font-style", "font-weight", "stroke-width", "stroke-dasharray", "opacity",
)  # fmt: skip
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_AT_REST = {("opacity", "1"), ("x2", "0"), ("y2", "0"), ("x1", "0"), ("y1", "0"), ("stroke-width", "1")}
_WORDS = re.compile(r"w\d+")
_KEY = re.compile(r"[a-z]\d+$")


@dataclass(frozen=True, slots=True)
class _Put:
    """What is put into the drawing."""

    picture: Picture
    words: Sequence[str]

    def back(self, shown: str) -> str:
        """The words of a number; a label of the library's own stays."""
        return self.words[int(shown[1:])] if _WORDS.fullmatch(shown) else shown


def settled(raw: str, picture: Picture, words: Sequence[str]) -> str:
    """The drawing as an element that a page can hold, `words` put in for their numbers.

    Raises ValueError where a mark's lead is unknown.
    With links it is a group, so that they can be reached; without, it is an image.
    """
    root = ET.fromstring(raw)  # noqa: S314 - written by the chart library in this process
    title, about = f"{picture.caption.name}-title", f"{picture.caption.name}-about"
    role = "group" if picture.leads else "img"
    box = f'viewBox="{_rounded(root.get("viewBox", ""))}" width="{_rounded(root.get("width", ""))}"'
    put = _Put(picture, words)
    lines = [
        f'<svg role="{role}" aria-labelledby="{title} {about}" {box} xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{title}">{_text(picture.caption.title)}</title>',
        f'<desc id="{about}">{_text(picture.caption.description)}</desc>',
        *(line for child in root for line in _element(child, put)),
        "</svg>",
    ]
    return "\n".join(lines)


def _element(element: ET.Element, put: _Put) -> Iterator[str]:
    tag = element.tag.removeprefix(_SVG)
    if _unseen(element, tag):
        return
    if tag == "a":
        yield from _linked(element, put)
    elif tag == "g":
        yield from _group(element, put)
    elif tag in _SHAPES:
        yield _shape(element, tag, put)


def _unseen(element: ET.Element, tag: str) -> bool:
    hidden = element.get("display") == "none" or element.get("opacity") == "0"
    empty = (tag == "path" and not element.get("d")) or (
        tag == "text" and not "".join(element.itertext()).strip()
    )
    return hidden or empty or element.get("class") in ("background", "foreground")


def _group(element: ET.Element, put: _Put) -> Iterator[str]:
    inside = [line for child in element for line in _element(child, put)]
    transform = _rounded(element.get("transform", ""))
    if not inside:
        return
    settings = "" if transform in ("", "translate(0,0)") else f' transform="{escape(transform)}"'
    yield from (f"<g{settings}>", *inside, "</g>") if settings else inside


def _linked(element: ET.Element, put: _Put) -> Iterator[str]:
    key = _KEY.search(element.get(_HREF, ""))
    lead: Lead | None = put.picture.leads.get(key[0]) if key else None
    if lead is None:
        raise ValueError(f"the picture {put.picture.caption.name} has a mark that leads nowhere")
    shapes = [line for child in element for line in _element(child, put)]
    yield f'<a href="{escape(lead.href)}"><title>{_text(lead.label)}</title>'
    yield from shapes
    yield "</a>"


def _shape(element: ET.Element, tag: str, put: _Put) -> str:
    pairs = [(name, _rounded(value)) for name in _KEPT if (value := element.get(name)) is not None]
    kept = "".join(f' {n}="{escape(v.removesuffix("px"))}"' for n, v in pairs if (n, v) not in _AT_REST)
    settings = f"{_inks(element, tag)}{kept}"
    if tag != "text":
        return f"<{tag}{settings}/>"
    inner = _text(put.back(element.text or ""))
    return f"<{tag}{settings}>{inner}</{tag}>"


def _inks(element: ET.Element, tag: str) -> str:
    """`class="f-ink s-none"`: what fills it and what draws its outline."""
    fill, stroke = NAMES.get(element.get("fill", "")), NAMES.get(element.get("stroke", ""))
    names = [f"f-{fill}"] if fill else []
    names += [f"s-{stroke}"] if stroke else []
    plain = "" if fill or tag == "text" else ' fill="none"'
    return (f' class="{" ".join(names)}"' if names else "") + plain


def _rounded(value: str) -> str:
    """Coordinates to a tenth of a pixel: finer is not seen, and weighs."""
    return _NUMBER.sub(lambda m: f"{float(m[0]) + 0:.1f}".removesuffix(".0"), value)


def _text(words: str) -> str:
    return escape(visible(words), quote=False)
