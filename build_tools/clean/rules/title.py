"""The headline: what the page itself calls its title, else the line above the article that reads like one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Block, Sheet, tokens
from build_tools.model.clean import Kind

_REACH = 15
"""Undecided lines above the article among which a headline is looked for."""


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take one block, or none: a capture may have no title."""
    found = _stated(sheet) if sheet.html else None
    found = found or _printed(sheet)
    return {found.index: Kind.TITLE} if found else {}


def _stated(sheet: Sheet) -> Block | None:
    """HTML: the first heading that the page's own title contains, else a lone `h1`."""
    named = [tokens(hint.value) for hint in sheet.hints if hint.field == "title"]
    named += [block.words for block in sheet.blocks if block.tag == "title"]
    headings = [block for block in sheet.open() if block.tag in {"h1", "h2"} and block.words]
    for heading in headings:
        if any(_same(heading.words, words) for words in named):
            return heading
    first = [heading for heading in headings if heading.tag == "h1" and heading.weight > 2]  # noqa: PLR2004
    return first[0] if first else None


def _same(heading: Sequence[str], title: Sequence[str]) -> bool:
    """Whether a heading is the page's title, which may add the site's name."""
    shared = len(set(heading) & set(title))
    return (
        len(heading) > 1 and shared >= 0.8 * len(set(heading)) and len(set(heading)) >= 0.4 * len(set(title))
    )


def _printed(sheet: Sheet) -> Block | None:
    body = stretch(sheet)
    if not body:
        return None
    above = [block for block in sheet.open() if block.index < _prose_from(sheet, body)]
    top = [block for block in sheet.open() if body.start <= block.index <= body.start + 1]
    candidates = [block for block in above[-_REACH:] if _headline(block)]
    repeated = [
        block
        for block in [*candidates, *filter(_headline_or_sentence, [*above[-_REACH:], *top])]
        if _count(sheet, block) > 1 and block.weight > 3
    ]  # noqa: PLR2004
    if repeated:
        return min(repeated, key=lambda block: block.index)
    if above and above[0] is next(sheet.open()) and _headline(above[0]) and len(above) <= _REACH:
        return above[0]
    return max(candidates, key=_rank, default=None)


def _prose_from(sheet: Sheet, body: range) -> int:
    """Return where the stretch's prose begins: a headline may stand at its top."""
    top = [block for block in sheet.open() if block.index in body][:3]
    return next((block.index for block in top if not _headline(block)), body.start)


def _rank(block: Block) -> tuple[bool, int]:
    return (5 <= block.weight <= 20, block.index)  # noqa: PLR2004


def _headline(block: Block) -> bool:
    return 2 <= block.weight <= 30 and not block.listed and not block.text.endswith((".", ":", ",", ";"))  # noqa: PLR2004


def _headline_or_sentence(block: Block) -> bool:
    return 4 <= block.weight <= 25 and not block.listed  # noqa: PLR2004


def _count(sheet: Sheet, block: Block) -> int:
    return sum(other.words == block.words for other in sheet.blocks)
