"""Picture → SVG, by Vega-Lite inside this process: no browser, no network, the same bytes each time.

Words never reach the library: it draws numbers for them (`w3`), in whose place the words are put afterwards.
A library that measures text would ask for the machine's fonts, and may stop the whole process at a character
that it does not know.
"""

from __future__ import annotations

import hashlib
import json
from typing import Protocol

import vl_convert

from build_tools.plots.picture import Draw, Picture
from build_tools.plots.svg import settled

VEGA_LITE = "6.4"
"""The language of the specifications; named, so that a newer library draws them alike."""


def coded(picture: Picture) -> tuple[str, tuple[str, ...]]:
    """The specification as JSON with numbers for its words, and the words."""
    words: list[str] = []

    def numbered(value: object) -> object:
        if isinstance(value, dict):
            return {
                key: _number(child) if key == "words" else numbered(child) for key, child in value.items()
            }
        return [numbered(child) for child in value] if isinstance(value, (list, tuple)) else value

    def _number(word: object) -> str:
        words.append(str(word))
        return f"w{len(words) - 1}"

    spec = json.dumps(numbered(picture.spec), sort_keys=True, separators=(",", ":"))
    return spec, tuple(words)


def vega(spec: str) -> str:
    """Draw a specification; no address may be asked for values. Raises ValueError for a wrong one."""
    return str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[]))


class Pictures(Protocol):
    """Where drawings are kept between builds."""

    def get_picture(self, key: str) -> bytes | None:
        """What is kept under the key."""

    def put_picture(self, key: str, picture: bytes) -> None:
        """Keep it."""


def remembered(pictures: Pictures) -> Draw:
    """Drawing that looks first whether it was done before: the same numbers are the same picture."""

    def draw(spec: str) -> str:
        under = f"plot {VEGA_LITE} {hashlib.sha256(spec.encode()).hexdigest()}"
        kept = pictures.get_picture(under)
        if kept is None:
            kept = vega(spec).encode()
            pictures.put_picture(under, kept)
        return kept.decode()

    return draw


def drawn(picture: Picture, draw: Draw = vega) -> str:
    """The picture as an `<svg>` element, to stand in a page: one element a line, no empty line."""
    spec, words = coded(picture)
    return settled(draw(spec), picture, words)
