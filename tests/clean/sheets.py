"""A line of notation for each block → a sheet as a rule sees it, so that a condition's case is a few lines.

`~` stands before a block that is attached to the one above, `<tag zone 0.7>` before one of HTML (a number is
the share in links, `main` the element of the article, `article1` the first of several), `[kind]` before one
that is decided; `! field: value` is a hint. `{12}` are twelve words, `{12:a}` twelve that another `{12:a}`
repeats. After `=>` stands what is expected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle, islice

from build_tools.clean.blocks import Block, Blocks, Hint, MarkedBlocks, RuleMark
from build_tools.model.clean import Kind

WORDS = (
    "river", "ferry", "bridge", "council", "winter", "barge", "boat", "rope", "market", "town", "harbour",
    "pilot", "oar", "tide", "lock", "mast", "quay", "crane", "canal", "delta", "anchor", "miller", "keel",
    "dredge", "buoy", "towpath", "sluice", "ford", "wharf",
)  # fmt: skip
_LINE = re.compile(
    r"(?P<attached>~)?(?:<(?P<tag>\w+)(?P<zones>[^>]*)>)?(?:\[(?P<mark>\w+)\])?\s*"
    r"(?P<text>.*?)(?:\s*=> ?(?P<kind>\w+))?"
)
_PLACE = re.compile(r"main|article\d|[\d.]+")
_SOME = re.compile(r"\{(\d+)(?::(\w))?\}")


def some_words(count: int, start: int) -> str:
    """So many words, the first with a capital."""
    return " ".join(islice(cycle(WORDS), start, start + count)).capitalize()


def read_sheet(notation: str, *, html: bool = False) -> tuple[MarkedBlocks, dict[int, Kind]]:
    """The sheet, and what is expected of a rule."""
    lines = notation.strip("\n").split("\n")
    hints = [line[2:].split(": ", 1) for line in lines if line.startswith("! ")]
    matches = [_LINE.fullmatch(line) for line in lines if not line.startswith("! ")]
    found = [match for match in matches if match]
    blocks = Blocks(_block(place, match) for place, match in enumerate(found))
    marks = {n: RuleMark(Kind(match["mark"]), "before") for n, match in enumerate(found) if match["mark"]}
    stated = tuple(Hint(field, value, 1) for field, value in hints)
    sheet = MarkedBlocks(blocks, stated, html=html, marks=marks, language="en")
    return sheet, {n: Kind(match["kind"]) for n, match in enumerate(found) if match["kind"]}


def _block(place: int, match: re.Match[str]) -> Block:
    named = (match["zones"] or "").split()
    linked = [float(name) for name in named if name[0].isdigit()]
    article = [int(name.removeprefix("article")) for name in named if name.startswith("article")]

    def fill(some: re.Match[str]) -> str:
        return some_words(int(some[1]), 7 * (ord(some[2]) if some[2] else place))

    return Block(
        place,
        (place + 1,),
        _SOME.sub(fill, match["text"]),
        apart=not match["attached"],
        tag=match["tag"] or "",
        zones=frozenset(name for name in named if not _PLACE.fullmatch(name)),
        main="main" in named,
        article=article[0] if article else 0,
        linked=linked[0] if linked else 0.0,
    )


def scores(notation: str, *, html: bool = False) -> tuple[MarkedBlocks, Sequence[float]]:
    """The sheet, and the number after `=` at the end of each line."""
    lines = [line.rpartition(" = ") for line in notation.strip("\n").split("\n")]
    sheet, _ = read_sheet("\n".join(text for text, _, _ in lines), html=html)
    return sheet, [float(value) for _, _, value in lines]
